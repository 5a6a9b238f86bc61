import MartletOpenAPI
package import MartletSource

// A reference to an inline schema changes no name: the type stays declared, and is called, where its schema stands. That
// place can come later, or be the one that needs the name, so such names are found in a pass of their own.

extension TypeLowering {
    /// The type of an inline schema at the place of a reference to it.
    func inlineType(of schema: SchemaID, _ direction: MessageDirection) -> TypeReference {
        if inlineNames == nil { return .named(Self.unknownName) }
        let schema = inlineEnd(of: schema)
        guard openInline.insert(schema).inserted else {
            diagnostics.report(.warning(.containsOnlyItself, at: schemas[schema].location))
            return .json
        }
        defer { openInline.remove(schema) }
        var scope = inlineScope(schema, direction, home: nil)
        defer { finish(scope) }
        return use(of: AppliedSchemas(schema), in: &scope).type
    }

    /// The last schema of a chain of plain references, before one with a name. Following such a chain link by link would take
    /// quadratic time where each link is a property.
    func inlineEnd(of schema: SchemaID) -> SchemaID {
        let last = schemas.resolved(schema)
        var schema = schema
        while schema != last, let next = schemas.target(of: schema), !schemas.isNamed(next) { schema = next }
        return schema
    }

    /// The name of a type in another type or operation; `nil` if it must be declared first.
    ///
    /// - Parameter home: The schema that the type is part of.
    func inlineName(of value: AppliedSchemas, _ direction: MessageDirection?, in home: SchemaID) -> TypeName? {
        if let inlineNames {
            value.schemas.count == 1 ? inlineNames[value.schemas[0], direction] : nil
        } else {
            schemas.isNamed(home) ? nil : Self.unknownName
        }
    }

    /// Declares the types of inline schemas that references lead to and that have no type at their place: members of `allOf`,
    /// and parts of components that no operation uses. They are called after the pointer.
    func declareRemaining() {
        for schema in schemas.inline.sorted(by: { $0.names[0] < $1.names[0] }) {
            let home = schemas.home(of: schema.id)
            let isSplit = directions.declared(.both, [schema.id], in: home) != nil
            for direction in isSplit ? [.response, .request] : [directions.directions(of: schema.id)] {
                let declared = directions.declared(direction, [schema.id], in: home)
                if declaredNames[schema.id, declared] != nil { continue }
                var scope = inlineScope(schema.id, direction, home: home)
                _ = use(of: AppliedSchemas(schema.id), in: &scope)
                finish(scope)
            }
        }
    }

    private func inlineScope(_ schema: SchemaID, _ direction: MessageDirection, home: SchemaID?) -> TypeScope {
        TypeScope(
            path: [],
            enclosingSchema: nil,
            home: home,
            direction: direction,
            preferredName: .init(inlineTexts[schema] ?? "value"),
            reserved: typeNames.reserved
        )
    }

    /// Stands for a name that isn't known yet.
    private static let unknownName = TypeName([.type("Unknown")])
}

extension Diagnostic.Message {
    package static let containsOnlyItself = Self(
        .circularSchema, "this list or map contains nothing but itself, so its elements are any JSON")
}
