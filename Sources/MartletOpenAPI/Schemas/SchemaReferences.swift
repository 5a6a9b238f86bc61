package import MartletSource

/// Resolves the references of schemas, and decodes their targets, until all schemas are decoded.
struct SchemaReferences {
    /// The targets of the schemas' references, by the schema's ID.
    private(set) var targets: [SchemaID?] = []
    /// For each schema with a discriminator, the mapped values and their schemas.
    private(set) var mappings: [SchemaID: [(value: SpecText, schema: SchemaID)]] = [:]
    /// For each schema with a discriminator, the schema of `defaultMapping`.
    private(set) var defaults: [SchemaID: SchemaID] = [:]
    /// The schemas that are targets of references, each with its first reference's target.
    private(set) var referenced: [(schema: SchemaID, target: ReferenceTarget)] = []
    /// The number of schemas that the document contains without its references.
    private(set) var ownCount = 0
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
        ownCount = context.schemas.count
        while targets.count < context.schemas.count {
            guard let schema = context.schemas.schema(at: targets.count) else {
                targets.append(nil)
                continue
            }
            targets.append(schema.reference.flatMap { follow($0, of: schema) })
            guard let discriminator = schema.discriminator else { continue }
            if context.diagnostics.attempt({ .some(follow(discriminator, of: schema.id)) }) == nil {
                context.schemas.faulty.insert(schema.id)
            }
        }
    }

    /// Resolves the reference of a schema. If there is an error, the schema is faulty.
    private mutating func follow(_ reference: Reference, of schema: Schema) -> SchemaID? {
        guard let target = context.diagnostics.attempt({ .some(follow(reference, from: schema.id)) }) else {
            context.schemas.faulty.insert(schema.id)
            return nil
        }
        return target
    }

    private mutating func follow(_ reference: Reference, from id: SchemaID) -> SchemaID? {
        let root = context.schemas.root(of: id)
        guard let target = context.references.target(of: reference, in: root) else { return nil }
        guard target.isComponent(of: .schemas) else {
            // An object without keywords of a schema accepts any value.
            context.report(
                .warning(.wrongSection(reference.target, FieldName.schemas.text), at: reference.location)
            )
            return nil
        }
        if context.schemas.schema(at: id.index)?.isDynamic ?? false, context.references.isAmbiguous(target.node) {
            context.report(.warning(.dynamicReference, at: reference.location))
        }
        context.references.add(schema: target.node)
        // An inline schema of another file has its name within the schema around it, as those of the document do.
        if let owner = target.owner {
            let id = context.schema(at: owner.node)
            if id.index >= ownCount, reached.insert(id).inserted { referenced.append((id, owner)) }
        }
        let id = context.schema(at: target.node)
        if reached.insert(id).inserted { referenced.append((id, target)) }
        return id
    }

    private mutating func follow(_ discriminator: Discriminator, of id: SchemaID) {
        mappings[id] = discriminator.mapping.compactMap { entry in
            follow(named: entry.reference, from: id).map { (entry.value, $0) }
        }
        if let reference = discriminator.defaultMapping { defaults[id] = follow(named: reference, from: id) }
    }

    /// Resolves the name of a schema or a reference to it (OpenAPI 3.2.0, 4.25.3).
    private mutating func follow(named reference: Reference, from id: SchemaID) -> SchemaID? {
        if let schema = components[reference.target] { return schema }
        guard reference.target.utf8.contains(where: { "/#.".utf8.contains($0) }) else {
            let names = context.diagnostics.mayCompare(with: components.count) ? Array(components.keys) : []
            context.report(.error(.missingSchema(reference.target, among: names), at: reference.location))
            return nil
        }
        return follow(reference, from: id)
    }
}

extension Diagnostic.Message {
    package static func missingSchema(_ name: SpecText, among names: some Sequence<SpecText>) -> Self {
        Self(
            .brokenReference, "the components have no schema \(name)",
            hint: NearMiss.hint(for: name, among: names))
    }
}
