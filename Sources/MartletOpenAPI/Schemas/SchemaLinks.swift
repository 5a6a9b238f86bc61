import MartletSource

/// Follows what schemas refer to, and decodes what they lead to, until nothing new turns up.
struct SchemaLinks {
    private(set) var targets: [SchemaID?] = []
    private(set) var mappings: [SchemaID: [(value: SpecText, schema: SchemaID)]] = [:]
    private(set) var defaults: [SchemaID: SchemaID] = [:]
    /// The ways by which references reach schemas, the first for each, in the order of the schemas that hold them.
    private(set) var ways: [(schema: SchemaID, way: ReferenceTarget)] = []
    private var reached: Set<SchemaID> = []
    private let context: DecodingContext
    private let components: [SpecText: SchemaID]

    init(_ components: Components, _ context: DecodingContext) {
        self.context = context
        self.components = Dictionary(
            components.schemas.map { ($0.name, $0.value) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    mutating func followAll() {
        while targets.count < context.schemas.count {
            guard let schema = context.schemas.schema(at: targets.count) else {
                targets.append(nil)
                continue
            }
            targets.append(schema.reference.flatMap { follow($0, of: schema) })
            if let discriminator = schema.discriminator { follow(discriminator, of: schema.id) }
        }
    }

    /// Follows the reference of a schema. An error makes the schema faulty.
    private mutating func follow(_ reference: Reference, of schema: Schema) -> SchemaID? {
        guard let target = context.diagnostics.attempt({ .some(follow(reference, from: schema.id)) }) else {
            context.schemas.faulty.insert(schema.id)
            return nil
        }
        return target
    }

    private mutating func follow(_ reference: Reference, from id: SchemaID, isNeeded: Bool = true) -> SchemaID? {
        let root = context.schemas.root(of: id)
        guard let target = context.references.target(of: reference, in: root, isNeeded: isNeeded) else { return nil }
        guard target.isComponent(of: .schemas) else {
            // As a schema, an object without a keyword of one allows anything.
            context.report(
                .warning(.otherKind(reference.target, FieldName.schemas.text), at: reference.location)
            )
            return nil
        }
        if context.schemas.schema(at: id.index)?.isDynamic ?? false, context.references.isAmbiguous(target.node) {
            context.report(.warning(.dynamicReference, at: reference.location))
        }
        context.references.add(schema: target.node)
        let id = context.schema(at: target.node)
        if reached.insert(id).inserted { ways.append((id, target)) }
        return id
    }

    private mutating func follow(_ discriminator: Discriminator, of id: SchemaID) {
        mappings[id] = discriminator.mapping.compactMap { entry in
            follow(named: entry.reference, from: id).map { (entry.value, $0) }
        }
        if let reference = discriminator.defaultMapping { defaults[id] = follow(named: reference, from: id) }
    }

    /// A name of a schema, or else a reference to one (4.25.2). Values whose schema isn't there are like those that the
    /// document doesn't list.
    private mutating func follow(named reference: Reference, from id: SchemaID) -> SchemaID? {
        components[reference.target] ?? follow(reference, from: id, isNeeded: false)
    }
}
