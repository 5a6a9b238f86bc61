import MartletOpenAPI
package import MartletSource

/// The values that must not appear in descriptions and logs: passwords, and those that the configuration names.
struct SecretValues {
    /// The settings of the configuration, each with the schemas of the properties that it names.
    private let settings: [(secret: ClientOptions.Secret, values: Set<SchemaID>)]
    /// The schemas of secret values, and of values that consist of them or may be one of them.
    private let all: Set<SchemaID>
    /// The properties of named schemas, as `Schema.property`.
    private let names: [SpecText]

    init(_ schemas: SchemaGraph, _ options: ClientOptions) {
        settings = options.secrets.map { ($0, schemas.values(of: $0.property, in: $0.schema)) }
        names = options.secrets.isEmpty ? [] : schemas.propertyNames
        let passwords = schemas.all.filter { $0.format == "password" }.map(\.id)
        // An object with a secret property hides it by itself.
        all = schemas.reaching(passwords + settings.flatMap(\.values), throughProperties: false)
    }

    /// Whether a value, or an element of it, is secret.
    func contains(_ value: AppliedSchemas) -> Bool { value.all.contains(where: all.contains) }

    /// Whether the value of a parameter or a header is secret.
    func contains(_ content: ParameterContent) -> Bool {
        switch content {
        case .schema(let schema, _): contains(schema)
        case .media(let media): contains(media.schema)
        }
    }

    /// Whether a body is secret as a whole.
    func contains(_ schema: SchemaID?) -> Bool { schema.map { contains(AppliedSchemas($0)) } ?? false }

    /// Reports the settings that protect nothing.
    ///
    /// - Parameter properties: The schemas of the properties of all types.
    func check(_ properties: Set<SchemaID>, _ diagnostics: DiagnosticCollector) {
        for setting in settings where setting.values.isDisjoint(with: properties) {
            diagnostics.report(.error(.unknownSecret(setting.secret, among: names), at: setting.secret.location))
        }
    }
}

extension SchemaGraph {
    /// The schemas of a property's values, wherever it is part of a named schema's values: in the schema itself, those
    /// that it refers to, builds on or chooses from, and those of its elements.
    fileprivate func values(of property: SpecText, in name: SpecText) -> Set<SchemaID> {
        var open = named.filter { $0.names[0] == name }.map(\.id)
        var visited: Set<SchemaID> = []
        var values: Set<SchemaID> = []
        while let id = open.popLast() {
            guard visited.insert(id).inserted else { continue }
            values.formUnion(self[id].properties.filter { $0.name == property }.map(\.value))
            forEachLead(of: id, throughProperties: false) { open.append($0) }
        }
        return values
    }
}

extension SchemaGraph {
    /// The properties that named schemas declare, as `Schema.property`.
    var propertyNames: [SpecText] {
        named.flatMap { schema in
            self[resolved(schema.id)].properties.map { SpecText("\(schema.names[0]).\($0.name)") }
        }
    }
}

extension Diagnostic.Message {
    /// - Parameter names: The properties of the document, as `Schema.property`.
    package static func unknownSecret(_ secret: ClientOptions.Secret, among names: [SpecText] = []) -> Self {
        Self(
            .configuration, "the document has no schema \(secret.schema) with a property \(secret.property)",
            hint: NearMiss.hint(for: SpecText("\(secret.schema).\(secret.property)"), among: names))
    }
}
