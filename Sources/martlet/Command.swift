import MartletGenerator
import MartletSource

/// A command of `martlet`: what dispatches, helps and completes it.
struct Command {
    let name: String
    let options: Arguments.Options
    /// The first operands to choose from, such as `export` in `templates export DIR`.
    let actions: [String]
    /// The text of `martlet help COMMAND`.
    let help: String
    let run: @Sendable (Arguments) throws(UsageError) -> ExitStatus

    /// The command of this name.
    static func named(_ name: String) throws(UsageError) -> Command {
        guard let command = all.first(where: { $0.name == name }) else {
            let others = ["--help", "--version", "help"]
            if ["-v", "-V", "version"].contains(name) {
                throw UsageError("unknown command \(quoted: name)", hint: "did you mean `--version`?")
            }
            throw UsageError(
                "unknown command \(quoted: name)", hint: NearMiss.hint(for: name, among: all.map(\.name) + others))
        }
        return command
    }

    static let all: [Command] = [
        Command(
            name: "generate",
            options: GenerateCommand.options,
            actions: [],
            help: Help.generate
        ) { arguments throws(UsageError) in try GenerateCommand(arguments).run() },
        Command(
            name: "init",
            options: InitCommand.options,
            actions: [],
            help: Help.initialize
        ) { arguments throws(UsageError) in try InitCommand(arguments).run() },
        Command(
            name: "lint",
            options: LintCommand.options,
            actions: [],
            help: Help.lint
        ) { arguments throws(UsageError) in try LintCommand(arguments).run() },
        Command(
            name: "diff",
            options: DiffCommand.options,
            actions: [],
            help: Help.diff
        ) { arguments throws(UsageError) in try DiffCommand(arguments).run() },
        Command(
            name: "explain",
            options: ExplainCommand.options,
            actions: [],
            help: Help.explain
        ) { arguments throws(UsageError) in try ExplainCommand(arguments).run() },
        Command(
            name: "names",
            options: NamesCommand.options,
            actions: [],
            help: Help.names
        ) { arguments throws(UsageError) in try NamesCommand(arguments).run() },
        Command(
            name: "overlay",
            options: OverlayCommand.options,
            actions: [],
            help: Help.overlay
        ) { arguments throws(UsageError) in try OverlayCommand(arguments).run() },
        Command(
            name: "usage",
            options: UsageCommand.options,
            actions: [],
            help: Help.usage
        ) { arguments throws(UsageError) in try UsageCommand(arguments).run() },
        Command(
            name: "templates",
            options: TemplatesCommand.options,
            actions: TemplatesCommand.actions,
            help: Help.templates
        ) { arguments throws(UsageError) in try TemplatesCommand(arguments).run() },
        Command(
            name: "schema",
            options: Arguments.Options(values: ["diagnostics"], flags: []),
            actions: [],
            help: Help.schema
        ) { arguments throws(UsageError) in
            guard arguments.operands.isEmpty else { throw UsageError("schema takes no operand") }
            Terminal.print(ConfigurationSchema.text)
            return .done
        },
        Command(
            name: "completions",
            options: Arguments.Options(values: ["diagnostics"], flags: []),
            actions: Completions.Shell.allCases.map(\.rawValue),
            help: Help.completions
        ) { arguments throws(UsageError) in
            guard arguments.operands.count == 1, let shell = Completions.Shell(rawValue: arguments.operands[0]) else {
                throw UsageError("completions takes bash, zsh or fish")
            }
            Terminal.print(Completions.script(for: shell))
            return .done
        },
    ]
}
