import MartletGenerator
import MartletSource
import MartletTemplates

/// `martlet templates`: exports the built-in templates, compares overrides with them, and prints their context.
struct TemplatesCommand {
    static let options = Arguments.Options(values: ["config", "diagnostics"], flags: [])
    static let actions = ["export", "diff", "context"]

    private let arguments: Arguments
    private let style: Terminal.Style

    init(_ arguments: Arguments) throws(UsageError) {
        self.arguments = arguments
        style = try arguments.style()
    }

    func run() throws(UsageError) -> ExitStatus {
        let action = arguments.operands.first
        guard arguments.operands.count == 2, let action, Self.actions.contains(action) else {
            let hint = action.flatMap { Self.actions.contains($0) ? nil : NearMiss.hint(for: $0, among: Self.actions) }
            throw UsageError("templates takes export DIR, diff DIR or context SPEC", hint: hint)
        }
        let configuration = try arguments.one("config")
        if configuration != nil, action != "context" { throw UsageError("--config belongs to templates context") }
        do throws(Diagnostic) {
            let place = arguments.operands[1]
            switch action {
            case "export": return try export(to: place)
            case "diff": return try diff(place)
            default: return try context(of: place, configuration)
            }
        } catch {
            Terminal.report([error], style)
            return .failed
        }
    }

    /// Writes the built-in templates and their reference as files for the user to change; existing files are kept.
    private func export(to folder: String) throws(Diagnostic) -> ExitStatus {
        let disk = Disk()
        try disk.createFolder(folder)
        let templates = EmbeddedTemplates.sources.map { (name: "\($0).mustache", text: $1) }
        for file in [(name: "README.md", text: EmbeddedTemplates.reference)]
            + templates.sorted(by: { $0.name < $1.name })
        {
            let path = "\(folder)/\(file.name)"
            let isNew = try disk.create(Array(file.text.utf8), at: path)
            Terminal.print("\(isNew ? "created" : "kept"): \(path)\n")
        }
        return .done
    }

    /// Shows what the templates of a folder change, and which keys they use that are gone.
    private func diff(_ folder: String) throws(Diagnostic) -> ExitStatus {
        let comparisons = try TemplateComparison.all(in: folder)
        for comparison in comparisons {
            Terminal.print("\(comparison.path): \(comparison.summary)\n")
            let name = comparison.path.split(separator: "/").last ?? ""
            Terminal.print(comparison.difference?.unified(from: "built-in/\(name)", to: comparison.path) ?? "")
        }
        let errors = comparisons.flatMap(\.errors)
        Terminal.report(errors, style)
        return errors.isEmpty ? .done : .failed
    }

    /// Prints what the templates see of a document.
    private func context(of spec: String, _ configuration: String?) throws(Diagnostic) -> ExitStatus {
        let diagnostics = DiagnosticCollector()
        let file = configuration.flatMap { ConfigurationFile(path: $0, diagnostics) }
        if configuration != nil, file == nil {
            Terminal.report(diagnostics.diagnostics, style)
            return .usage
        }
        let context = Generator.templateContext(
            spec == "-" ? try SourceFile.readingStandardInput() : try SourceFile.reading(spec),
            file?.configuration,
            files: file?.root.map { ConfinedFiles(root: $0) } ?? ConfinedFiles(besides: spec),
            diagnostics: diagnostics
        )
        Terminal.report(diagnostics.diagnostics, style)
        guard let context else { return max(.failed, ExitStatus(diagnostics)) }
        Terminal.print(context)
        return .done
    }
}

extension TemplateComparison {
    /// What the comparison shows, in a few words.
    fileprivate var summary: String {
        let state =
            switch difference {
            case nil: "replaces no built-in template"
            case let difference?:
                difference.isEmpty ? "equal to the built-in template" : "differs from the built-in template"
            }
        guard let version else { return "\(state); does not say for which version it was written" }
        let isCurrent = version == Self.currentVersion
        return "\(state); written for version \(version)"
            + (isCurrent ? "" : ", and this is version \(Self.currentVersion)")
    }
}
