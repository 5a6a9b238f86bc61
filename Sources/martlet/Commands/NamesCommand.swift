import MartletGenerator
import MartletModel
import MartletSource

/// `martlet names`: prints what the names of an earlier client became.
struct NamesCommand {
    static let options = Arguments.Options(values: ["config", "diagnostics"], flags: [])

    private let arguments: Arguments
    private let style: Terminal.Style

    init(_ arguments: Arguments) throws(UsageError) {
        self.arguments = arguments
        style = try arguments.style()
        guard (1...2).contains(arguments.operands.count) else {
            throw UsageError("names takes OLD, the folder of an earlier client, and a SPEC or --config FILE")
        }
        if (arguments.operands.count == 2) == (try arguments.one("config") != nil) {
            throw UsageError("names needs either a SPEC or --config FILE")
        }
    }

    func run() throws(UsageError) -> ExitStatus {
        let diagnostics = DiagnosticCollector()
        let old: [GeneratedFile]
        do throws(Diagnostic) {
            old = try OutputFolder(path: arguments.operands[0]).swiftFiles()
        } catch {
            Terminal.report([error], style)
            return .failed
        }
        guard let job = try job(old, diagnostics) else {
            Terminal.report(diagnostics.diagnostics, style)
            return .usage
        }
        do throws(Diagnostic) {
            let files = try job.files(of: try job.source(), .filePerType, diagnostics) { _ in }
            Terminal.report(diagnostics.diagnostics.filter { $0.severity == .error }, style)
            if diagnostics.hasErrors { return .failed }
            let lines = Renames(from: old, to: files).lines
            let width = lines.map(\.old.count).max() ?? 0
            Terminal.print(
                lines.map { line in
                    "\(line.old)\(String(repeating: " ", count: width - line.old.count)) -> \(line.new)\n"
                }.joined())
            return .done
        } catch {
            Terminal.report([error], style)
            return .failed
        }
    }

    private func job(_ old: [GeneratedFile], _ diagnostics: DiagnosticCollector) throws(UsageError) -> GenerationJob? {
        guard let path = try arguments.one("config") else {
            let spec = arguments.operands[1]
            // Without a configuration, the client keeps its name.
            let client = Renames.client(of: old)
            let configuration = Configuration(spec: spec, module: .type(Words("API")), client: client)
            return GenerationJob(configuration: configuration, spec: spec, output: "", templates: nil)
        }
        guard let file = ConfigurationFile(path: path, diagnostics) else { return nil }
        var configuration = file.configuration
        configuration.earlierFiles = []
        return GenerationJob(
            configuration: configuration, spec: file.spec, output: "", templates: file.templates, root: file.root)
    }
}
