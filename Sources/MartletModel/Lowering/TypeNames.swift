import MartletOpenAPI
import MartletSource

/// The Swift names of the named schemas.
struct TypeNames {
    /// The names of the types; for schemas with two types, those of the response types.
    let names: [SchemaID: Identifier]
    /// The names of the request types, for schemas with two types.
    let requestNames: [SchemaID: Identifier]
    /// All names at the top level of the module.
    var allocator: NameAllocator
    /// The names that no type can have, in lower case.
    let reserved: Set<String>

    /// - Parameter bodies: The names of schemas that a framework named after their operations.
    init(
        _ schemas: SchemaGraph,
        split: Set<SchemaID>,
        bodies: [SpecText: Identifier] = [:],
        chosen: ChosenNames,
        _ options: ClientOptions,
        _ diagnostics: DiagnosticCollector
    ) {
        let own = ReservedWords.types.union([options.clientName.text, options.module.text])
        let reserved = Set(own.map { $0.lowercased() })
        var allocator = NameAllocator(reserved: reserved, ignoresCase: true)
        let identifier = { (name: SpecText) -> Identifier in
            let identifier = bodies[name] ?? .type(Words(name))
            return reserved.contains(identifier.text.lowercased()) ? identifier.suffixed("Model") : identifier
        }
        var names: [SchemaID: Identifier] = [:]
        for schema in schemas.named {
            guard let name = chosen.components[schema.names[0]] ?? chosen.types[schemas[schema.id].location] else {
                continue
            }
            names[schema.id] = allocator.name(name, at: schema.location)
            chosen.check(.schemas, wanted: name, given: names[schema.id])
        }
        let all = schemas.named.filter(\.isComponent)
        let components = all.filter { names[$0.id] == nil }
        let places = Dictionary(all.map { ($0.names[0], $0.location) }) { first, _ in first }
        let given = allocator.names(components.map { $0.names[0] }, at: places, identifier)
        for schema in components where names[schema.id] == nil { names[schema.id] = given[schema.names[0]] }
        let client = options.clientName.text.lowercased()
        for schema in components where Identifier.type(Words(schema.names[0])).text.lowercased() == client {
            guard let name = names[schema.id] else { continue }
            diagnostics.report(.warning(.calledLikeClient(schema.names[0], name), at: schema.location))
        }
        var settled: [SpecText: Identifier] = [:]
        for schema in all where given[schema.names[0]] == nil { settled[schema.names[0]] = names[schema.id] }
        diagnostics.reportClashes(
            given.merging(settled) { first, _ in first },
            preferred: { settled[$0] ?? identifier($0) },
            places: places,
            kind: .schemas
        )
        // Names must not depend on the order of references.
        let others = schemas.named.filter { names[$0.id] == nil }.sorted { $0.names.last ?? "" < $1.names.last ?? "" }
        for schema in others {
            let preferredNames = schema.names.map(identifier)
            names[schema.id] = preferredNames.first { allocator.take($0) } ?? allocator.name(preferredNames[0])
        }
        var requestNames: [SchemaID: Identifier] = [:]
        for schema in schemas.named where split.contains(schema.id) {
            guard let name = names[schema.id] else { continue }
            requestNames[schema.id] = allocator.name(name.suffixed("Request"), orElse: name.suffixed("Input"))
        }
        self.names = names
        self.requestNames = requestNames
        self.allocator = allocator
        self.reserved = reserved
    }

    /// Allocates a name for a top-level type that is not a named schema's.
    mutating func takeName(_ preferredName: Identifier, at place: Location?) -> Identifier {
        allocator.name(preferredName, at: place)
    }
}

extension Diagnostic.Message {
    static func calledLikeClient(_ schema: SpecText, _ name: Identifier) -> Self {
        Self(
            .nameClash, "the schema \(schema) is called \(name.text), because the client has its name",
            hint: "set another client in the configuration")
    }
}
