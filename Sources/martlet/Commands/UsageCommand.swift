import MartletGenerator
import MartletModel
import MartletSource

/// `martlet usage`: prints the setting `include` for what Swift sources use of a client.
struct UsageCommand {
    static let options = Arguments.Options(values: ["config", "diagnostics"], flags: [])

    private let arguments: Arguments
    private let style: Terminal.Style

    init(_ arguments: Arguments) throws(UsageError) {
        self.arguments = arguments
        style = try arguments.style()
        if arguments.operands.isEmpty { throw UsageError("usage takes at least one DIR") }
    }

    func run() throws(UsageError) -> ExitStatus {
        let diagnostics = DiagnosticCollector()
        let path =
            if let path = try arguments.one("config") { path } else { try onlyConfiguration() }
        guard let file = ConfigurationFile(path: path, diagnostics) else {
            Terminal.report(diagnostics.diagnostics, style)
            return .usage
        }
        do throws(Diagnostic) {
            // The current selection must not limit the search for what the sources use.
            var configuration = file.configuration
            configuration.selection = .init()
            let files = file.root.map { ConfinedFiles(root: $0) } ?? ConfinedFiles(besides: file.spec)
            let input = Generator.Input(try SourceFile.reading(file.spec), configuration, files)
            let identifiers = try SwiftIdentifiers(below: arguments.operands)
            let setting = Generator.usage(of: identifiers, in: input, diagnostics: diagnostics)
            Terminal.report(diagnostics.diagnostics.filter { $0.severity == .error }, style)
            guard let setting else { return max(.failed, ExitStatus(diagnostics)) }
            Terminal.print(setting)
            return .done
        } catch {
            Terminal.report([error], style)
            return .failed
        }
    }

    /// The only `martlet.yaml` below the current folder.
    private func onlyConfiguration() throws(UsageError) -> String {
        let paths = ConfigurationFile.find(below: ".", DiagnosticCollector())
        guard let path = paths.first else { throw UsageError("no martlet.yaml was found; pass --config") }
        guard paths.count == 1 else {
            throw UsageError("there are \(paths.count) martlet.yaml files; choose one with --config")
        }
        return path
    }
}
