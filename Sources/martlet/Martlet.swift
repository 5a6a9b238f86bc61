import MartletGenerator
import MartletSource

/// The `martlet` command.
@main
enum Martlet {
    static func main() { DeepStack.run() }

    /// Runs the command line of the process, and ends it.
    static func runAndEnd() -> Never { Terminal.end(run(Array(CommandLine.arguments.dropFirst()))) }

    /// Runs a command.
    private static func run(_ words: [String]) -> ExitStatus {
        do throws(UsageError) {
            switch words.first {
            case nil, "--help", "-h":
                Terminal.print(Help.overview)
            case "--version":
                Terminal.print("martlet \(Generator.version)\n")
            case "help":
                Terminal.print(try Help.text(for: words.dropFirst().first))
            case let name?:
                let command = try Command.named(name)
                if words.contains("--help") {
                    Terminal.print(command.help)
                } else {
                    return try command.run(Arguments(words.dropFirst(), command.options))
                }
            }
            return .done
        } catch {
            Terminal.report([.error(error.message, at: nil)])
            let command = Command.all.first { $0.name == words.first }
            Terminal.report([.note(command.map { .helpOfCommand($0.name) } ?? .helpOfCommands, at: nil)])
            return .usage
        }
    }
}

extension Diagnostic.Message {
    fileprivate static let helpOfCommands = Self(ofRun: "`martlet --help` shows the commands")

    fileprivate static func helpOfCommand(_ name: String) -> Self {
        Self(ofRun: "`martlet help \(name)` shows the options, with examples")
    }
}

/// The exit status of the process.
enum ExitStatus: Int32, Comparable {
    case done = 0
    /// The input has errors, or the output is not up to date.
    case failed = 1
    /// The command line or the configuration is wrong.
    case usage = 2

    /// The status of a run with these diagnostics.
    init(_ diagnostics: DiagnosticCollector) {
        let isConfigurationWrong = diagnostics.diagnostics.contains {
            $0.severity == .error && $0.message.rule == .configuration
        }
        self = isConfigurationWrong ? .usage : diagnostics.hasErrors ? .failed : .done
    }

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// An error in the command line.
struct UsageError: Error {
    let message: Diagnostic.Message

    init(_ summary: Diagnostic.Text, hint: Diagnostic.Text? = nil) {
        message = Diagnostic.Message(ofRun: summary, hint: hint)
    }
}
