package import MartletModel
package import MartletSource
import MartletTemplates

extension Configuration {
    /// The keys of a `martlet.yaml`.
    package static let keyNames = ConfigurationKeys.names

    /// The numbers of files for models that the build plugin can generate.
    package static let shardNumbers = 1...256

    /// Decodes a `martlet.yaml`.
    ///
    /// - Parameter target: The target of the build plugin, which is the module unless the configuration names another.
    /// - Returns: `nil` when it can't be used; the reasons are reported as errors.
    package init?(_ node: Node, target: Identifier? = nil, _ diagnostics: DiagnosticCollector) {
        guard node.kind == .mapping else {
            diagnostics.report(.error(.notAConfiguration(node), at: node.location))
            return nil
        }
        if ["openapi", "swagger"].contains(where: { node[$0] != nil }) {
            diagnostics.report(.error(.document, at: node.location))
            return nil
        }
        let keys = ConfigurationKeys(node, diagnostics)
        keys.checkNames()
        let spec = keys.text("spec")
        let module = keys.identifier("module", reserved: ReservedWords.modules) ?? target
        for (key, isMissing) in [("spec", spec == nil), ("module", module == nil)]
        where isMissing && node[SpecText(key)] == nil {
            diagnostics.report(.error(.missingKey(key), at: node.location))
        }
        guard let spec, let module else { return nil }
        self.init(
            spec: spec, module: module, client: keys.identifier("client", reserved: ReservedWords.types),
            output: keys.text("output"))
        namespace = keys.identifier("namespace", reserved: ReservedWords.types)
        access = keys.choice("access") ?? access
        documentation = keys.choice("documentation") ?? documentation
        runtime = keys.choice("runtime") ?? runtime
        root = keys.text("root")
        templates = keys.text("templates")
        shards = keys.number("shards", in: Self.shardNumbers) ?? shards
        secrets = keys.properties("secrets")
        corrections =
            keys.properties("optional").map { .init(.optional, $0) }
            + keys.properties("nullable").map { .init(.nullable, $0) }
        overlays = keys.texts("overlays")
        renamed = keys.text("renamed")
        overlayPlaces = node["overlays"]?.elements.map(\.location) ?? []
        shared = keys.shared()
        selection.included = keys.patterns("include")
        selection.excluded = keys.patterns("exclude")
        let types = keys.formats()
        formatPlaces = types.mapValues(\.location)
        formats = types.mapValues(\.name)
        rules = keys.rules()
        for entry in node.entries { places[entry.keyText.raw(for: .setting)] = entry.value.location }
        names = keys.names()
        operations = keys.choice("operations") ?? operations
        unknownProperties = keys.choice("unknownProperties") ?? unknownProperties
        pages = keys.pages()
        if diagnostics.hasErrors { return nil }
    }
}

extension Diagnostic.Message {
    package static func notAConfiguration(_ found: Node) -> Self {
        Self(
            .configuration, "a configuration must be a mapping with at least spec and module",
            hint: found.text?.keyBeforeNoBreakSpace == nil ? nil : .noBreakSpaceAfterColon)
    }
    static let document = Self(
        .configuration, "this is an OpenAPI document, not a configuration",
        hint: "pass it without --config, or name it as spec in a martlet.yaml")
    package static let expectedNames = Self(
        .configuration,
        """
        names must be a mapping with the keys schemas, operations, parameters, properties, enumCases, tags, headers, contents, \
        webhooks, servers and credentials, and mappings of names
        """)
    package static func expectedMember(_ path: SpecText) -> Self {
        Self(.configuration, "write \(path) as Schema.member, or as a JSON pointer")
    }
    static func unknownFormatType(_ type: SpecText?) -> Self {
        wrongWord(rule: .configuration, type, "a type that formats can set", among: FormatTable.customTypes)
    }

    package static func missingKey(_ key: String) -> Self {
        Self(.configuration, "the configuration lacks the key \(key)")
    }
    package static func expectedMapping(_ key: SpecText) -> Self { Self(.configuration, "\(key) must be a mapping") }
    static func expectedText(_ key: SpecText, _ found: Node) -> Self {
        let isText = !found.isNull && found.text?.isEmpty == false
        return Self(.configuration, "\(key) must be a string", hint: isText ? "remove its control characters" : nil)
    }

    package static func expectedProperties(_ key: SpecText) -> Self {
        Self(.configuration, "\(key) must be a sequence of names such as Schema.property")
    }

    package static func expectedTexts(_ key: SpecText) -> Self {
        Self(.configuration, "\(key) must be a sequence of strings")
    }

    package static func expectedIdentifier(_ key: SpecText, _ found: SpecText) -> Self {
        Self(
            .configuration,
            "\(key) must be a Swift name: letters, digits and underscores, not beginning with a digit",
            hint: "for example \(Identifier.type(Words(found)).text)")
    }

    static func unusableValue(_ value: Node, for name: SpecText) -> Self {
        Self(
            .configuration,
            """
            \(value.described) can't be the name of \(name); a Swift name has letters, digits and underscores, and doesn't \
            begin with a digit
            """)
    }

    package static func expectedChoice(_ key: SpecText, _ value: SpecText, _ choices: [String]) -> Self {
        wrongWord(
            rule: .configuration, value, "a value of \(Diagnostic.Text("\(unquoted: key)").text)", among: choices)
    }

    static func reservedName(_ key: SpecText, _ name: Identifier) -> Self {
        Self(
            .configuration,
            "\(key) can't be \(name.text), which Swift, Foundation or the runtime needs for something else")
    }

    package static func expectedNumber(_ key: SpecText, _ range: ClosedRange<Int>) -> Self {
        Self(.configuration, "\(key) must be a number from \(range.lowerBound) to \(range.upperBound)")
    }

    package static func unknownKey(_ key: SpecText, among names: [String]) -> Self {
        Self(
            .configuration, "\(key) is not a key of the configuration",
            hint: NearMiss.hint(for: key, among: names))
    }
}
