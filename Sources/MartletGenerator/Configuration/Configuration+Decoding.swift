import MartletModel
package import MartletSource
import MartletTemplates

extension Configuration {
    /// Reads a `martlet.yaml`.
    ///
    /// - Returns: `nil` when it can't be used; the reasons are reported, each as an error.
    package init?(_ node: Node, _ diagnostics: DiagnosticCollector) {
        guard node.kind == .mapping else {
            diagnostics.report(.error(.notAConfiguration, at: node.location))
            return nil
        }
        let keys = ConfigurationKeys(node, diagnostics)
        keys.checkNames()
        let spec = keys.text("spec")
        let module = keys.identifier("module")
        for (key, isMissing) in [("spec", spec == nil), ("module", module == nil)]
        where isMissing && node[SpecText(key)] == nil {
            diagnostics.report(.error(.missingKey(key), at: node.location))
        }
        guard let spec, let module else { return nil }
        self.init(spec: spec, module: module, client: keys.identifier("client"), output: keys.text("output"))
        access = keys.choice("access") ?? access
        documentation = keys.choice("documentation") ?? documentation
        templates = keys.text("templates")
        shards = keys.number("shards", in: 1...256) ?? shards
        secrets = keys.secrets()
        if diagnostics.hasErrors { return nil }
    }
}

/// The keys of one `martlet.yaml`.
private struct ConfigurationKeys {
    private let node: Node
    private let diagnostics: DiagnosticCollector

    init(_ node: Node, _ diagnostics: DiagnosticCollector) {
        self.node = node
        self.diagnostics = diagnostics
    }

    static let names = [
        "spec", "module", "client", "output", "access", "secrets", "templates", "documentation", "shards",
    ]
    static let laterNames = ["include", "exclude", "names", "formats"]

    func checkNames() {
        for entry in node.entries {
            let name = entry.keyText.unencoded
            if Self.laterNames.contains(name) {
                diagnostics.report(.error(.laterKey(entry.keyText), at: entry.key.location))
            } else if !Self.names.contains(name) {
                diagnostics.report(.error(.unknownKey(entry.keyText, among: Self.names), at: entry.key.location))
            }
        }
    }

    func text(_ key: SpecText) -> String? {
        guard let value = node[key] else { return nil }
        guard value.kind == .scalar, value.scalar != .null, let text = value.text, !text.isEmpty,
            !text.utf8.contains(0)
        else {
            diagnostics.report(.error(.expectedText(key), at: value.location))
            return nil
        }
        return text.unencoded
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

    func secrets() -> [ClientOptions.Secret] {
        guard let value = node["secrets"] else { return [] }
        guard value.kind == .sequence else {
            diagnostics.report(.error(.expectedSecrets, at: value.location))
            return []
        }
        return value.elements.compactMap { element in
            // The name of a schema has no dot that would make this unclear in practice; a property's name may have one.
            let parts = (element.text?.unencoded ?? "").split(separator: ".", maxSplits: 1)
            guard parts.count == 2 else {
                diagnostics.report(.error(.expectedSecrets, at: element.location))
                return nil
            }
            return .init(
                schema: SpecText(String(parts[0])),
                property: SpecText(String(parts[1])),
                location: element.location
            )
        }
    }
}

extension Diagnostic.Message {
    package static let notAConfiguration: Self = "a configuration is a mapping with the keys spec and module at least"
    package static let expectedSecrets: Self = "secrets is a sequence of names such as Schema.property"
    package static func missingKey(_ key: String) -> Self { "the configuration lacks the key \(key)" }
    package static func laterKey(_ key: SpecText) -> Self { "the key \(key) is not supported yet" }
    package static func expectedText(_ key: SpecText) -> Self { "\(key) needs a text" }

    package static func expectedIdentifier(_ key: SpecText) -> Self {
        "\(key) needs a Swift name: letters, digits and underscores of ASCII, no digit first"
    }

    package static func expectedChoice(_ key: SpecText, _ choices: String) -> Self { "\(key) is one of: \(choices)" }

    package static func expectedNumber(_ key: SpecText, _ range: ClosedRange<Int>) -> Self {
        "\(key) is a number from \(range.lowerBound) to \(range.upperBound)"
    }

    package static func unknownKey(_ key: SpecText, among names: [String]) -> Self {
        "\(key) is not a key of the configuration\(NearMiss.suggestion(for: key.unencoded, among: names))"
    }
}
