import MartletSource

/// The `martlet` command.
@main
enum Martlet {
    static let version = "0.1.0"

    static func main() {
        Terminal.end(run(Array(CommandLine.arguments.dropFirst())))
    }

    /// Runs a command.
    private static func run(_ words: [String]) -> ExitStatus {
        do throws(UsageError) {
            switch words.first {
            case nil, "--help", "-h":
                Terminal.print(Help.overview)
            case "--version":
                Terminal.print("martlet \(version)\n")
            case "help":
                Terminal.print(try Help.text(for: words.dropFirst().first))
            case "generate":
                return try GenerateCommand(Arguments(words.dropFirst(), GenerateCommand.options)).run()
            case "lint":
                return try LintCommand(Arguments(words.dropFirst(), LintCommand.options)).run()
            case "diff":
                return try DiffCommand(Arguments(words.dropFirst(), DiffCommand.options)).run()
            case "explain":
                return try ExplainCommand(Arguments(words.dropFirst(), ExplainCommand.options)).run()
            case "overlay":
                return try OverlayCommand(Arguments(words.dropFirst(), OverlayCommand.options)).run()
            case "usage":
                return try UsageCommand(Arguments(words.dropFirst(), UsageCommand.options)).run()
            case "templates":
                return try TemplatesCommand(Arguments(words.dropFirst(), TemplatesCommand.options)).run()
            case let word?:
                throw UsageError("unknown command \(quoted: word)")
            }
            return .done
        } catch {
            Terminal.report([.error(error.message, at: nil)])
            Terminal.report([.note("`martlet --help` shows the commands", at: nil)])
            return .usage
        }
    }
}

/// The exit status of the process.
enum ExitStatus: Int32 {
    case done = 0
    /// The input has errors, or the output is not up to date.
    case failed = 1
    /// The command line or the configuration is wrong.
    case usage = 2
}

/// An error in the command line.
struct UsageError: Error {
    let message: Diagnostic.Message

    init(_ message: Diagnostic.Message) {
        self.message = message
    }
}
