/// The scripts that let a shell complete command lines of `martlet`.
enum Completions {
    enum Shell: String, CaseIterable {
        case bash, zsh, fish
    }

    static func script(for shell: Shell) -> String {
        switch shell {
        case .bash: bash
        // zsh runs completions of bash, on top of its own system.
        case .zsh:
            """
            (( $+functions[compdef] )) || { autoload -Uz compinit && compinit; }
            autoload -Uz bashcompinit && bashcompinit

            """ + bash
        case .fish: fish
        }
    }

    private static let names = Command.all.map(\.name) + ["help"]

    /// The values of options, as far as they are known; others are files and names.
    private static let values = [
        "diagnostics": Terminal.Style.allCases.map(\.rawValue), "fail-on": ["breaking", "risky", "any"],
        "format": ["text", "markdown", "json"],
    ]

    private static let bash = """
        _martlet() {
            local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} words
            if [ "$COMP_CWORD" = 1 ]; then
                words="\((names + ["--help", "--version"]).joined(separator: " "))"
            else
                case ${COMP_WORDS[1]} in
        \(Command.all.map(bashCase).joined(separator: "\n"))
                help) words="\(Command.all.map(\.name).joined(separator: " "))" ;;
                esac
            fi
            case $before in
        \(valueCases.joined(separator: "\n"))
            esac
            COMPREPLY=($(compgen -W "$words" -- "$word"))
        }
        complete -o default -F _martlet martlet

        """

    /// For each option with a value, what can follow it.
    private static var valueCases: [String] {
        Set(Command.all.flatMap(\.options.values)).sorted().map { name in
            "    --\(name)) words=\"\((values[name] ?? []).joined(separator: " "))\" ;;"
        }
    }

    private static func bashCase(_ command: Command) -> String {
        let options = command.options.names.map { "--\($0)" }
        return "        \(command.name)) words=\"\((command.actions + options).joined(separator: " "))\" ;;"
    }

    private static var fish: String {
        var lines = ["complete -c martlet -n __fish_use_subcommand -f -a '\(names.joined(separator: " "))'"]
        for command in Command.all {
            let start = "complete -c martlet -n '__fish_seen_subcommand_from \(command.name)'"
            if !command.actions.isEmpty { lines.append("\(start) -a '\(command.actions.joined(separator: " "))'") }
            lines += command.options.values.sorted().map { name in
                "\(start) -l \(name) -r" + (values[name].map { " -f -a '\($0.joined(separator: " "))'" } ?? "")
            }
            lines += command.options.flags.union(command.options.choices.keys).sorted().map { "\(start) -l \($0)" }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
