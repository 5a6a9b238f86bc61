import MartletGenerator
import MartletSource
import MartletTemplates

/// `martlet templates`: exports the built-in templates and prints their context.
struct TemplatesCommand {
    static let options = Arguments.Options(values: ["diagnostics"], flags: [])

    private let arguments: Arguments
    private let style: Terminal.Style

    init(_ arguments: Arguments) throws(UsageError) {
        self.arguments = arguments
        style = try arguments.style()
    }

    func run() throws(UsageError) -> ExitStatus {
        guard arguments.operands.count == 2 else { throw UsageError("templates takes export DIR or context SPEC") }
        do throws(Diagnostic) {
            switch arguments.operands[0] {
            case "export": return try export(to: arguments.operands[1])
            case "context": return try context(of: arguments.operands[1])
            default: break
            }
        } catch {
            Terminal.report([error], style)
            return .failed
        }
        throw UsageError("templates takes export DIR or context SPEC")
    }

    /// Writes the built-in templates as files for the user to change; existing files are kept.
    private func export(to folder: String) throws(Diagnostic) -> ExitStatus {
        let disk = Disk()
        try disk.createFolder(folder)
        for (name, source) in EmbeddedTemplates.sources.sorted(by: { $0.key < $1.key }) {
            let path = "\(folder)/\(name).mustache"
            let isNew = try disk.create(Array(source.utf8), at: path)
            Terminal.print("\(isNew ? "created" : "kept"): \(path)\n")
        }
        return .done
    }

    private func context(of spec: String) throws(Diagnostic) -> ExitStatus {
        let diagnostics = DiagnosticCollector()
        let source = spec == "-" ? try SourceFile.readingStandardInput() : try SourceFile.reading(spec)
        let context = Generator.templateContext(source, files: ConfinedFiles(besides: spec), diagnostics: diagnostics)
        Terminal.report(diagnostics.diagnostics, style)
        guard let context else { return .failed }
        Terminal.print(context)
        return .done
    }
}
