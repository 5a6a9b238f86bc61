import MartletModel
import MartletSource

/// The keys of one `martlet.yaml`.
struct ConfigurationKeys {
    let node: Node
    let diagnostics: DiagnosticCollector

    init(_ node: Node, _ diagnostics: DiagnosticCollector) {
        self.node = node
        self.diagnostics = diagnostics
    }

    static let names = [
        "spec", "root", "module", "client", "output", "access", "names", "operations", "formats", "pages", "secrets",
        "optional", "nullable", "unknownProperties", "include", "exclude", "overlays", "templates", "documentation",
        "shards",
    ]

    func checkNames() {
        for entry in node.entries where !Self.names.contains(entry.keyText.unencoded) {
            diagnostics.report(.error(.unknownKey(entry.keyText, among: Self.names), at: entry.key.location))
        }
    }

    func text(_ key: SpecText) -> String? {
        guard let value = node[key] else { return nil }
        guard value.kind == .scalar, !value.isNull, let text = value.text, !text.isEmpty,
            !text.utf8.contains(0)
        else {
            diagnostics.report(.error(.expectedText(key), at: value.location))
            return nil
        }
        return text.unencoded
    }

    func texts(_ key: SpecText) -> [String] {
        guard let value = node[key] else { return [] }
        let texts = value.elements.compactMap { $0.text?.unencoded }
        guard value.kind == .sequence, texts.count == value.elements.count, !texts.contains("") else {
            diagnostics.report(.error(.expectedTexts(key), at: value.location))
            return []
        }
        return texts
    }

    func identifier(_ key: SpecText) -> Identifier? {
        guard let value = node[key], let text = text(key) else { return nil }
        guard let identifier = Identifier(text) else {
            diagnostics.report(.error(.expectedIdentifier(key), at: value.location))
            return nil
        }
        return identifier
    }

    func choice<Choice: RawRepresentable & CaseIterable>(_ key: SpecText) -> Choice? where Choice.RawValue == String {
        guard let value = node[key], let text = text(key) else { return nil }
        guard let choice = Choice(rawValue: text) else {
            let choices = Choice.allCases.map(\.rawValue).joined(separator: ", ")
            diagnostics.report(.error(.expectedChoice(key, choices), at: value.location))
            return nil
        }
        return choice
    }

    func number(_ key: SpecText, in range: ClosedRange<Int>) -> Int? {
        guard let value = node[key] else { return nil }
        guard case .integer(let text) = value.scalar, let number = Int(text.unencoded), range.contains(number) else {
            diagnostics.report(.error(.expectedNumber(key, range), at: value.location))
            return nil
        }
        return number
    }

    /// The value of `formats`: types that the runtime can encode and decode in each place.
    func formats() -> [SpecText: Identifier] {
        identifiers("formats", in: node).compactMapValues { type in
            guard FormatTable.customTypes.contains(type.name.text) else {
                diagnostics.report(.error(.unknownFormatType, at: type.location))
                return nil
            }
            return type.name
        }
    }

    /// Properties of schemas, each with its location.
    func properties(_ key: SpecText) -> [(schema: SpecText, property: SpecText, location: Location)] {
        guard let value = node[key] else { return [] }
        guard value.kind == .sequence else {
            diagnostics.report(.error(.expectedProperties(key), at: value.location))
            return []
        }
        return value.elements.compactMap { element in
            guard let (schema, property) = Self.parts(of: element.text ?? "") else {
                diagnostics.report(.error(.expectedProperties(key), at: element.location))
                return nil
            }
            return (schema, property, element.location)
        }
    }
}
