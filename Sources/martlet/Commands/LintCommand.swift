import MartletGenerator
import MartletModel
import MartletSource

/// `martlet lint`: reports the errors of documents, and the parts of them that a client would lack.
struct LintCommand {
    static let options = Arguments.Options(values: ["diagnostics"], flags: [])

    private let arguments: Arguments
    private let style: Terminal.Style

    init(_ arguments: Arguments) throws(UsageError) {
        self.arguments = arguments
        style = try arguments.style()
        if arguments.operands.isEmpty { throw UsageError("lint takes one SPEC or more") }
    }

    func run() -> ExitStatus {
        var status = ExitStatus.done
        for spec in arguments.operands {
            let diagnostics = DiagnosticCollector()
            do throws(Diagnostic) {
                let source = spec == "-" ? try SourceFile.readingStandardInput() : try SourceFile.reading(spec)
                Generator.lint(source, files: ConfinedFiles(besides: spec), diagnostics: diagnostics)
            } catch {
                diagnostics.report(error)
            }
            Terminal.report(diagnostics.diagnostics, style)
            if diagnostics.hasErrors { status = .failed }
        }
        return status
    }
}
