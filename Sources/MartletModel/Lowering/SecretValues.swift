import MartletOpenAPI
package import MartletSource

/// The values that must not appear in descriptions and logs: passwords, and those that the configuration names.
struct SecretValues {
    /// The settings of the configuration, each with the schemas of the properties that it names.
    private let settings: [(place: ClientOptions.Place, values: Set<SchemaID>, isInType: Bool)]
    /// The schemas of secret values, and of values that consist of them or may be one of them.
    private let all: Set<SchemaID>
    /// The properties of named schemas, as `Schema.property`.
    private let names: [SpecText]

    init(_ schemas: SchemaGraph, _ paths: DocumentPaths, _ options: ClientOptions) {
        settings = options.secrets.compactMap { place in
            if let member = paths.member(place.path) {
                return (place, schemas.values(of: member.name, in: member.schema), true)
            }
            let schema = paths.schema(place.path)
            if schema == nil, paths.isLeftOut(place.path) { return nil }
            return (place, Set([schema].compactMap(\.self)), false)
        }
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
        for setting in settings
        where setting.isInType ? setting.values.isDisjoint(with: properties) : setting.values.isEmpty {
            diagnostics.report(.error(.unknownProperty(setting.place.path, among: names), at: setting.place.location))
        }
    }
}

extension SchemaGraph {
    /// The schemas of a property's values, wherever it is part of a schema's values: in the schema itself, those
    /// that it refers to, builds on or chooses from, and those of its elements.
    fileprivate func values(of property: SpecText, in schema: SchemaID) -> Set<SchemaID> {
        var open = [schema]
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
    /// - Parameters:
    ///   - path: What a setting names.
    ///   - names: The properties of the document, as `Schema.property`.
    package static func unknownProperty(_ path: SpecText, among names: [SpecText] = []) -> Self {
        Self(
            .configuration,
            path.memberPath.map { "the document has no schema \($0.schema) with a property \($0.member)" }
                ?? "the document has no value at \(path)",
            hint: NearMiss.hint(for: path, among: names))
    }
}
