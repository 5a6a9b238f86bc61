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
        _ paths: DocumentPaths,
        _ options: ClientOptions,
        _ diagnostics: DiagnosticCollector
    ) {
        let modules = [options.module, options.sharedTypes?.module].compactMap { $0?.text }
        let own = ReservedWords.types.union([options.clientName.text] + modules)
        let reserved = Set(own.map { $0.lowercased() })
        var allocator = NameAllocator(reserved: reserved, ignoresCase: true)
        let identifier = { (name: SpecText) -> Identifier in
            let identifier = bodies[name] ?? .type(Words(name))
            return reserved.contains(identifier.text.lowercased()) ? identifier.suffixed("Model") : identifier
        }
        var names: [SchemaID: Identifier] = [:]
        let settings = schemas.settingPlaces
        for schema in schemas.named {
            let places = [schemas[schema.id].location] + settings[schema.id, default: []]
            guard
                let name = chosen.components[schema.names[0]]
                    ?? places.lazy.compactMap({ chosen.types[$0] }).first
            else { continue }
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
        for schema in components {
            guard let ownName = schema.ownName, let name = names[schema.id], name != identifier(ownName) else {
                continue
            }
            let line = Diagnostic.Message.NameLine(kind: .schemas, path: schema.names[0], name: name)
            diagnostics.report(.warning(.calledLikeComponent(ownName, name, line), at: schema.location))
        }
        // What has each of the names of components so far.
        var owners = Dictionary(all.map { (names[$0.id]?.text.lowercased(), $0) }) { first, _ in first }
        // Names must not depend on the order of references.
        let others = schemas.named.filter { names[$0.id] == nil }.sorted { $0.names.last ?? "" < $1.names.last ?? "" }
        for schema in others {
            let preferred = schema.names.map(identifier)
            let name =
                preferred.first { allocator.take($0, at: schema.location) }
                ?? allocator.name(preferred[0], at: schema.location)
            names[schema.id] = name
            if name != preferred[0] {
                let places = [schema.location] + settings[schema.id, default: []]
                let line = places.lazy.compactMap { paths.pointer(to: $0) }.first.map { path in
                    Diagnostic.Message.NameLine(kind: .schemas, path: path, name: name)
                }
                let owner = owners[preferred[0].text.lowercased()]
                let place = allocator.place(of: preferred[0])
                let shown: Diagnostic.Text = "\(owner?.names[0] ?? place.flatMap { paths.path(to: $0) } ?? "")"
                let clash = Diagnostic.Message.nameClash(schema.names[0], name, shown, place, line)
                diagnostics.report(.warning(clash, at: schema.location))
            }
            owners[name.text.lowercased()] = schema
        }
        var requestNames: [SchemaID: Identifier] = [:]
        for schema in schemas.named where split.contains(schema.id) {
            guard let name = names[schema.id] else { continue }
            let preferred = name.suffixed("Request")
            let requestName = allocator.name(preferred, orElse: name.suffixed("Input"), at: schema.location)
            requestNames[schema.id] = requestName
            // The name of the other schema may be settled.
            guard requestName != preferred, let owner = owners[preferred.text.lowercased()],
                chosen.components[owner.names[0]] == nil
            else { continue }
            let line = names[owner.id].flatMap { name in
                owner.isComponent
                    ? Diagnostic.Message.NameLine(kind: .schemas, path: owner.names[0], name: name) : nil
            }
            let clash = Diagnostic.Message.requestClash(schema.names[0], requestName, owner, line)
            diagnostics.report(.warning(clash, at: schema.location))
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

extension SchemaGraph {
    /// The places by which settings can mean a schema outside of the components: those of the references to it, which are
    /// in the document even when the schema is in another file.
    fileprivate var settingPlaces: [SchemaID: [Location]] {
        let others = Set(named.filter { !$0.isComponent }.map(\.id))
        if others.isEmpty { return [:] }
        return all.reduce(into: [:]) { places, schema in
            guard schema.isPlainReference, let target = target(of: schema.id), others.contains(target) else { return }
            places[target, default: []].append(schema.location)
        }
    }
}

extension Diagnostic.Message {
    /// - Parameter ownName: The name of the schema without the component.
    static func calledLikeComponent(_ ownName: SpecText, _ name: Identifier, _ line: NameLine) -> Self {
        Self(
            .nameClash,
            "the schema \(ownName) is called \(name.text), like the component that refers to it", hint: line.hint)
    }

    /// - Parameter owner: What has the name that the type of requests would have.
    static func requestClash(_ schema: SpecText, _ name: Identifier, _ owner: NamedSchema, _ line: NameLine?) -> Self {
        let place = owner.location.position.line
        return Self(
            .nameClash,
            "the type for requests of \(schema) is called \(name.text), because \(owner.names[0]) in line \(place) has its name",
            hint: line?.hint)
    }

    static func calledLikeClient(_ schema: SpecText, _ name: Identifier) -> Self {
        Self(
            .nameClash, "the schema \(schema) is called \(name.text), because the client has its name",
            hint: "set another client in the configuration")
    }
}
