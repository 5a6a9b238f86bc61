import MartletGenerator
import MartletSource

/// `martlet overlay`: prints a document with overlays applied.
struct OverlayCommand {
    static let options = Arguments.Options(values: ["diagnostics"], flags: [])

    private let arguments: Arguments
    private let style: Terminal.Style

    init(_ arguments: Arguments) throws(UsageError) {
        self.arguments = arguments
        style = try arguments.style()
        if arguments.operands.count < 2 { throw UsageError("overlay takes a SPEC and at least one OVERLAY") }
    }

    func run() -> ExitStatus {
        let diagnostics = DiagnosticCollector()
        let spec = arguments.operands[0]
        do throws(Diagnostic) {
            let source = spec == "-" ? try SourceFile.readingStandardInput() : try SourceFile.reading(spec)
            let document = EditableNode(try DocumentReader.read(source, diagnostics: diagnostics))
            for path in arguments.operands.dropFirst() {
                Overlay(try SourceFile.reading(path), diagnostics)?.apply(to: document)
            }
            Terminal.report(diagnostics.diagnostics, style)
            if diagnostics.hasErrors { return .failed }
            Terminal.print(document.json)
            return .done
        } catch {
            Terminal.report(diagnostics.diagnostics + [error], style)
            return .failed
        }
    }
}
