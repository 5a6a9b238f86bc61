/// The scripts that let a shell complete command lines of `martlet`.
enum Completions {
    enum Shell: String, CaseIterable {
        case bash, zsh, fish
    }

    static func script(for shell: Shell) -> String {
        switch shell {
        case .bash: bash
        // zsh runs completions of bash.
        case .zsh: "autoload -Uz bashcompinit && bashcompinit\n" + bash
        case .fish: fish
        }
    }

    private static let names = Command.all.map(\.name) + ["help"]

    private static let bash = """
        _martlet() {
            local word=${COMP_WORDS[COMP_CWORD]} words
            if [ "$COMP_CWORD" = 1 ]; then
                words="\((names + ["--help", "--version"]).joined(separator: " "))"
            else
                case ${COMP_WORDS[1]} in
        \(Command.all.map(bashCase).joined(separator: "\n"))
                help) words="\(Command.all.map(\.name).joined(separator: " "))" ;;
                esac
            fi
            COMPREPLY=($(compgen -W "$words" -- "$word"))
        }
        complete -o default -F _martlet martlet

        """

    private static func bashCase(_ command: Command) -> String {
        let options = command.options.names.map { "--\($0)" }
        return "        \(command.name)) words=\"\((command.actions + options).joined(separator: " "))\" ;;"
    }

    private static var fish: String {
        var lines = ["complete -c martlet -n __fish_use_subcommand -f -a '\(names.joined(separator: " "))'"]
        for command in Command.all {
            let start = "complete -c martlet -n '__fish_seen_subcommand_from \(command.name)'"
            if !command.actions.isEmpty { lines.append("\(start) -a '\(command.actions.joined(separator: " "))'") }
            lines += command.options.values.sorted().map { "\(start) -l \($0) -r" }
            lines += command.options.flags.union(command.options.choices.keys).sorted().map { "\(start) -l \($0)" }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
