import MartletModel
package import MartletSource
import MartletTemplates

extension ConfigurationKeys {
    /// Decodes the key `include` or `exclude`.
    func patterns(_ key: SpecText) -> [Selection.Pattern] {
        guard let value = node[key] else { return [] }
        guard value.kind == .mapping else {
            diagnostics.report(.error(.expectedPatterns(key), at: value.location))
            return []
        }
        return value.entries.flatMap { entry -> [Selection.Pattern] in
            guard let kind = Selection.Kind(rawValue: entry.keyText) else {
                let kinds = Selection.Kind.allCases.map(\.rawValue)
                diagnostics.report(.error(.unknownSelection(entry.keyText, among: kinds), at: entry.key.location))
                return []
            }
            return patterns(kind, in: entry.value, else: .expectedPatterns(key))
        }
    }

    /// Decodes a sequence of patterns.
    ///
    /// - Parameter mistake: What is reported of anything else.
    func patterns(_ kind: Selection.Kind, in list: Node, else mistake: Diagnostic.Message) -> [Selection.Pattern] {
        guard list.kind == .sequence else {
            diagnostics.report(.error(mistake, at: list.location))
            return []
        }
        return list.elements.compactMap { element in
            guard let text = element.text, !text.isEmpty else {
                diagnostics.report(.error(mistake, at: element.location))
                return nil
            }
            return Selection.Pattern(kind, Glob(text), at: element.location)
        }
    }
}

extension Diagnostic.Message {
    package static func expectedPatterns(_ key: SpecText) -> Self {
        Self(
            .configuration,
            "\(key) must be a mapping with the keys tags, paths, operations and schemas, and sequences of patterns")
    }

    package static func unknownSelection(_ key: SpecText, among kinds: [String]) -> Self {
        Self(
            .configuration, "\(key) is none of tags, paths, operations and schemas",
            hint: NearMiss.hint(for: key, among: kinds))
    }
}
