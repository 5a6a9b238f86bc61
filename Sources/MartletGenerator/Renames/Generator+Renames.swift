import MartletSource
import MartletTemplates

extension Generator {
    /// What became of the names of the earlier client that the setting `renamed` names; none without the setting.
    static func renames(_ input: Input) -> [Renames.Line] {
        let earlier = input.configuration.earlierFiles
        if earlier.isEmpty { return [] }
        var configuration = input.configuration
        configuration.earlierFiles = []
        guard let templates = try? ClientTemplates.builtIn(overriddenBy: nil) else { return [] }
        // The caller has reported what is wrong with the document.
        let files = run(
            input.source, configuration, files: input.files, templates: templates, diagnostics: DiagnosticCollector())
        return Renames(from: earlier, to: files).lines
    }
}

extension Renames.Line {
    /// The old name without the labels of a method.
    var plainOld: String { String(old.prefix { $0 != "(" }) }
    /// The new name without the labels of a method.
    var plainNew: String { String(new.prefix { $0 != "(" }) }
}
