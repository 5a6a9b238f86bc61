import MartletGenerator
import MartletModel
import MartletSource

/// `martlet diff`: lists the effects of a new document on users of the client.
struct DiffCommand {
    static let options = Arguments.Options(values: ["config", "diagnostics", "fail-on", "format"], flags: [])

    private enum Format: String {
        case text, markdown, json
    }

    private enum Limit: String {
        case breaking, risky, any
    }

    private let arguments: Arguments
    private let style: Terminal.Style
    private let format: Format
    private let limit: Limit?

    init(_ arguments: Arguments) throws(UsageError) {
        self.arguments = arguments
        style = try arguments.style()
        let name = try arguments.one("format") ?? "text"
        guard let format = Format(rawValue: name) else {
            throw UsageError("--format must be text, markdown or json, not \(quoted: name)")
        }
        self.format = format
        let limit = try arguments.one("fail-on")
        self.limit = limit.flatMap { Limit(rawValue: $0) }
        if let limit, self.limit == nil {
            throw UsageError("--fail-on must be breaking, risky or any, not \(quoted: limit)")
        }
        if arguments.operands.count != 2 { throw UsageError("diff takes two documents, OLD and NEW") }
    }

    func run() throws(UsageError) -> ExitStatus {
        let diagnostics = DiagnosticCollector()
        let path = try arguments.one("config")
        let file = path.flatMap { ConfigurationFile(path: $0, diagnostics) }
        if path != nil, file == nil {
            Terminal.report(diagnostics.diagnostics, style)
            return .usage
        }
        do throws(Diagnostic) {
            let old = try input(arguments.operands[0], file)
            var new = try input(arguments.operands[1], file)
            // Without a configuration, only the part of the new document is compared that the old client was generated
            // for.
            if file == nil, !DocumentSummary.isFolder(arguments.operands[1]) {
                new.configuration.selection = old.configuration.selection
            }
            let report = Generator.changes(from: old, to: new, diagnostics: diagnostics)
            Terminal.report(diagnostics.diagnostics, style)
            guard let report else { return .failed }
            switch format {
            case .text: Terminal.print(report.text)
            case .markdown: Terminal.print(report.markdown)
            case .json: Terminal.print(report.json)
            }
            return exceeds(report) ? .failed : .done
        } catch {
            Terminal.report([error], style)
            return .failed
        }
    }

    private func input(_ name: String, _ file: ConfigurationFile?) throws(Diagnostic) -> Generator.Input {
        let configuration = file?.configuration ?? Configuration(spec: name, module: .type(Words("API")))
        if DocumentSummary.isFolder(name) {
            let summary = try DocumentSummary(inFolder: name)
            let source = try summary.file(at: summary.root)
            // They are applied already.
            var settings = configuration
            settings.overlaySources = []
            settings.selection = summary.selection ?? settings.selection
            return Generator.Input(source, settings, summary, isSummary: true)
        }
        if let git = try GitFiles(name) { return Generator.Input(try git.file(at: git.path), configuration, git) }
        let source = name == "-" ? try SourceFile.readingStandardInput() : try SourceFile.reading(name)
        let files = file?.root.map { ConfinedFiles(root: $0) } ?? ConfinedFiles(besides: name)
        return Generator.Input(source, configuration, files)
    }

    private func exceeds(_ report: ChangeReport) -> Bool {
        guard let worst = report.changes.first?.impact else { return false }
        return switch limit {
        case nil: false
        case .any: true
        case .risky: worst >= .risky
        case .breaking: worst >= .breaking
        }
    }
}
