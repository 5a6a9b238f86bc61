import MartletGenerator
import MartletModel
import MartletSource

/// `martlet explain`: finds the origin of a Swift name, or the Swift name of a part of a document.
struct ExplainCommand {
    static let options = Arguments.Options(values: ["config", "diagnostics"], flags: [])

    private let arguments: Arguments
    private let style: Terminal.Style

    init(_ arguments: Arguments) throws(UsageError) {
        self.arguments = arguments
        style = try arguments.style()
        guard (1...2).contains(arguments.operands.count) else {
            throw UsageError("explain takes a NAME and, optionally, a SPEC")
        }
        if arguments.operands.count == 2, try arguments.one("config") != nil {
            throw UsageError("a SPEC and --config can't be used together")
        }
    }

    func run() throws(UsageError) -> ExitStatus {
        if arguments.operands.count == 2 {
            let spec = arguments.operands[1]
            return explain(spec, ConfinedFiles(besides: spec), Configuration(spec: spec, module: .type(Words("API"))))
        }
        let paths =
            try arguments.one("config").map { [$0] } ?? ConfigurationFile.find(below: ".", DiagnosticCollector())
        if paths.isEmpty { throw UsageError("no martlet.yaml was found; pass a SPEC or --config") }
        var statuses: [ExitStatus] = []
        for path in paths {
            let diagnostics = DiagnosticCollector()
            guard let file = ConfigurationFile(path: path, diagnostics) else {
                Terminal.report(diagnostics.diagnostics, style)
                return .usage
            }
            let files = file.root.map { ConfinedFiles(root: $0) } ?? ConfinedFiles(besides: file.spec)
            statuses.append(explain(file.spec, files, file.configuration))
        }
        // A name is one of a single client.
        return statuses.contains(.usage) ? .usage : statuses.contains(.done) ? .done : .failed
    }

    private func explain(_ spec: String, _ files: ConfinedFiles, _ configuration: Configuration) -> ExitStatus {
        let diagnostics = DiagnosticCollector()
        do throws(Diagnostic) {
            let source = spec == "-" ? try SourceFile.readingStandardInput() : try SourceFile.reading(spec)
            let found = Generator.explanations(
                of: arguments.operands[0],
                in: Generator.Input(source, configuration, files),
                diagnostics: diagnostics
            )
            // Warnings about the document are not part of the explanation.
            Terminal.report(
                diagnostics.diagnostics.filter { $0.severity == .error || $0.message == .nearestName }, style)
            Terminal.print(found.map(\.text).joined())
            return max(found.isEmpty ? .failed : .done, ExitStatus(diagnostics))
        } catch {
            Terminal.report([error], style)
            return .failed
        }
    }
}
