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
        "spec", "root", "module", "namespace", "client", "output", "access", "names", "operations", "formats", "pages",
        "secrets", "optional", "nullable", "unknownProperties", "renamed", "include", "exclude", "overlays", "shared",
        "rules", "runtime", "templates", "documentation", "shards",
    ]

    func checkNames() {
        for entry in node.entries where !Self.names.contains(where: { entry.keyText == SpecText($0) }) {
            diagnostics.report(.error(.unknownKey(entry.keyText, among: Self.names), at: entry.key.location))
        }
    }

    func text(_ key: SpecText) -> String? {
        guard let value = node[key] else { return nil }
        guard let text = Self.text(of: value) else {
            diagnostics.report(.error(.expectedText(key, value), at: value.location))
            return nil
        }
        return text
    }

    /// The text of a scalar; `nil` for null, and for text that is empty or has control characters: it is part of no path and
    /// no name.
    private static func text(of value: Node) -> String? {
        guard value.kind == .scalar, !value.isNull, let text = value.text, !text.isEmpty,
            text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F })
        else { return nil }
        return text.raw(for: .setting)
    }

    func texts(_ key: SpecText) -> [String] {
        guard let value = node[key] else { return [] }
        let texts = value.elements.compactMap(Self.text(of:))
        guard value.kind == .sequence, texts.count == value.elements.count else {
            diagnostics.report(.error(.expectedTexts(key), at: value.location))
            return []
        }
        return texts
    }

    func identifier(_ key: SpecText) -> Identifier? {
        guard let value = node[key], let text = text(key) else { return nil }
        guard let identifier = Identifier(text) else {
            diagnostics.report(.error(.expectedIdentifier(key, SpecText(text)), at: value.location))
            return nil
        }
        return identifier
    }

    func choice<Choice: RawRepresentable & CaseIterable>(_ key: SpecText) -> Choice? where Choice.RawValue == String {
        guard let value = node[key], let text = text(key) else { return nil }
        guard let choice = Choice(rawValue: text) else {
            let choices = Choice.allCases.map(\.rawValue)
            diagnostics.report(.error(.expectedChoice(key, SpecText(text), choices), at: value.location))
            return nil
        }
        return choice
    }

    func number(_ key: SpecText, in range: ClosedRange<Int>) -> Int? {
        guard let value = node[key] else { return nil }
        guard case .integer(let text) = value.scalar, let number = Int(text), range.contains(number) else {
            diagnostics.report(.error(.expectedNumber(key, range), at: value.location))
            return nil
        }
        return number
    }

    /// The entries of a mapping; empty without one.
    func entries(_ key: SpecText, in node: Node) -> [Entry] {
        guard let value = node[key] else { return [] }
        if value.kind != .mapping { diagnostics.report(.error(.expectedMapping(key), at: value.location)) }
        return Array(value.entries)
    }

    /// The value of `formats`, with the locations of its keys: types that the runtime can encode and decode in each place.
    func formats() -> [SpecText: (name: Identifier, location: Location)] {
        var formats: [SpecText: (Identifier, Location)] = [:]
        for entry in entries("formats", in: node) {
            let type = entry.value.text
            guard let name = type.flatMap({ Identifier($0.raw(for: .setting)) }),
                FormatTable.customTypes.contains(name.text)
            else {
                diagnostics.report(.error(.unknownFormatType(type), at: entry.value.location))
                continue
            }
            formats[entry.keyText] = (name, entry.key.location)
        }
        return formats
    }

    /// The value of `rules`.
    func rules() -> [Diagnostic.Rule: Diagnostic.RuleSetting] {
        var rules: [Diagnostic.Rule: Diagnostic.RuleSetting] = [:]
        for entry in entries("rules", in: node) {
            guard let rule = Diagnostic.Rule(rawValue: entry.keyText) else {
                diagnostics.report(.error(.unknownRule(entry.keyText), at: entry.key.location))
                continue
            }
            guard let setting = Diagnostic.RuleSetting(rawValue: entry.value.text ?? "") else {
                let words = Diagnostic.RuleSetting.allCases.map(\.rawValue)
                let message = Diagnostic.Message.wrongWord(
                    rule: .configuration, entry.value.text, "a setting of a rule", among: words)
                diagnostics.report(.error(message, at: entry.value.location))
                continue
            }
            rules[rule] = setting
        }
        return rules
    }

    /// The value of a key that is the name of something generated.
    ///
    /// - Parameter reserved: The names that it can't have.
    func identifier(_ key: SpecText, reserved: Set<String>) -> Identifier? {
        guard let value = node[key], let name = identifier(key) else { return nil }
        guard name.code == name.text, !reserved.contains(name.text) else {
            diagnostics.report(.error(.reservedName(key, name), at: value.location))
            return nil
        }
        return name
    }

    /// Properties of schemas, each with its location.
    func properties(_ key: SpecText) -> [ClientOptions.Place] {
        guard let value = node[key] else { return [] }
        guard value.kind == .sequence else {
            diagnostics.report(.error(.expectedProperties(key), at: value.location))
            return []
        }
        return value.elements.compactMap { element in
            guard !element.isNull, let path = element.text, Self.isMember(path) else {
                let message =
                    (element.isNull ? nil : element.text).map(Diagnostic.Message.expectedMember)
                    ?? .expectedProperties(key)
                diagnostics.report(.error(message, at: element.location))
                return nil
            }
            return ClientOptions.Place(path, at: element.location)
        }
    }
}

extension Diagnostic.Message {
    static func unknownRule(_ name: SpecText) -> Self {
        Self(
            .configuration, "\(name) is not a rule",
            hint: NearMiss.hint(for: name, among: Diagnostic.Rule.allCases.map(\.rawValue)))
    }
}
