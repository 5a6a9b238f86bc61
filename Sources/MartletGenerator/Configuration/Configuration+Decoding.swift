import MartletModel
package import MartletSource
import MartletTemplates

extension Configuration {
    /// The keys of a `martlet.yaml`.
    package static let keyNames = ConfigurationKeys.names

    /// Decodes a `martlet.yaml`.
    ///
    /// - Returns: `nil` when it can't be used; the reasons are reported as errors.
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
        root = keys.text("root")
        templates = keys.text("templates")
        shards = keys.number("shards", in: 1...256) ?? shards
        secrets = keys.properties("secrets").map { .init(schema: $0, property: $1, location: $2) }
        corrections =
            keys.properties("optional").map { .init(.optional, schema: $0, property: $1, location: $2) }
            + keys.properties("nullable").map { .init(.nullable, schema: $0, property: $1, location: $2) }
        overlays = keys.texts("overlays")
        selection.included = keys.patterns("include")
        selection.excluded = keys.patterns("exclude")
        formats = keys.formats()
        names = keys.names()
        operations = keys.choice("operations") ?? operations
        unknownProperties = keys.choice("unknownProperties") ?? unknownProperties
        pages = keys.pages()
        if diagnostics.hasErrors { return nil }
    }
}

extension Diagnostic.Message {
    package static let notAConfiguration: Self = "a configuration must be a mapping with at least spec and module"
    package static let expectedNames: Self = """
        names must be a mapping with the keys schemas, operations, properties and enumCases, and mappings of names
        """
    package static let expectedMember: Self = "write this as Schema.member"
    package static var unknownFormatType: Self {
        "formats can't set this type; the types are \(FormatTable.customTypes.joined(separator: ", "))"
    }
    package static func missingKey(_ key: String) -> Self { "the configuration lacks the key \(key)" }
    package static func expectedMapping(_ key: SpecText) -> Self { "\(key) must be a mapping" }
    package static func expectedText(_ key: SpecText) -> Self { "\(key) must be a string" }

    package static func expectedProperties(_ key: SpecText) -> Self {
        "\(key) must be a sequence of names such as Schema.property"
    }

    package static func expectedTexts(_ key: SpecText) -> Self { "\(key) must be a sequence of strings" }

    package static func expectedIdentifier(_ key: SpecText) -> Self {
        "\(key) must be a Swift name: ASCII letters, digits and underscores, not beginning with a digit"
    }

    package static func expectedChoice(_ key: SpecText, _ choices: String) -> Self {
        "\(key) must be one of: \(choices)"
    }

    package static func expectedNumber(_ key: SpecText, _ range: ClosedRange<Int>) -> Self {
        "\(key) must be a number from \(range.lowerBound) to \(range.upperBound)"
    }

    package static func unknownKey(_ key: SpecText, among names: [String]) -> Self {
        "\(key) is not a key of the configuration\(NearMiss.suggestion(for: key.unencoded, among: names))"
    }
}
