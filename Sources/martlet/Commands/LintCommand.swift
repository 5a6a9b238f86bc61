import MartletGenerator
import MartletModel
import MartletSource

/// `martlet lint`: reports the errors of documents, and the parts of them that a client would lack.
struct LintCommand {
    static let options = Arguments.Options(values: ["config", "diagnostics"], flags: ["strict"])

    private let arguments: Arguments
    private let style: Terminal.Style
    private let configuration: String?

    init(_ arguments: Arguments) throws(UsageError) {
        self.arguments = arguments
        style = try arguments.style()
        configuration = try arguments.one("config")
        if arguments.operands.isEmpty, configuration == nil {
            throw UsageError("lint takes at least one SPEC, or --config")
        }
    }

    func run() -> ExitStatus {
        let diagnostics = DiagnosticCollector()
        let file = configuration.flatMap { ConfigurationFile(path: $0, diagnostics) }
        if configuration != nil, file == nil {
            Terminal.report(diagnostics.diagnostics, style)
            return .usage
        }
        let specs = arguments.operands.isEmpty ? [file?.spec ?? "-"] : arguments.operands
        return specs.map { check($0, file) }.max() ?? .done
    }

    /// Reports what is wrong with a document.
    private func check(_ spec: String, _ file: ConfigurationFile?) -> ExitStatus {
        let diagnostics = DiagnosticCollector()
        do throws(Diagnostic) {
            let source = spec == "-" ? try SourceFile.readingStandardInput() : try SourceFile.reading(spec)
            let files = file?.root.map { ConfinedFiles(root: $0) } ?? ConfinedFiles(besides: spec)
            Generator.lint(source, file?.configuration, files: files, diagnostics: diagnostics)
        } catch {
            diagnostics.report(error)
        }
        Terminal.report(diagnostics.diagnostics, style)
        if diagnostics.diagnostics.isEmpty, style == .text {
            Terminal.print("\(VisibleText.visible(spec)): no errors, no warnings\n")
        }
        let isWarned = diagnostics.diagnostics.contains { $0.severity == .warning }
        return isWarned && arguments.has("strict") ? max(.failed, ExitStatus(diagnostics)) : ExitStatus(diagnostics)
    }
}
