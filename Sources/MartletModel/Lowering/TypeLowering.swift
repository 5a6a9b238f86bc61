package import MartletOpenAPI
package import MartletSource

/// Turns schemas into types.
package final class TypeLowering {
    let schemas: SchemaGraph
    let options: ClientOptions
    let diagnostics: DiagnosticCollector
    private let names: [SpecText: Identifier]
    /// For each named schema that is only another name for a type, its group of those that lead to each other.
    private let aliasCycles: [Int?]
    /// Names at the top of the module.
    private var allocator: NameAllocator
    /// Names that no type within another can have, lest it hides one of the module.
    private let reservedWithin: Set<String>
    /// Types for schemas that stand in operations or in aliases and so have no name of their own.
    private(set) var unnamedDeclarations: [Declaration] = []

    package init(_ schemas: SchemaGraph, _ options: ClientOptions, _ diagnostics: DiagnosticCollector) {
        self.schemas = schemas
        self.options = options
        self.diagnostics = diagnostics
        aliasCycles = schemas.aliasCycles()
        let reserved = Set(ReservedWords.types.union([options.clientName.text]).map { $0.lowercased() })
        allocator = NameAllocator(reserved: reserved, ignoresCase: true)
        let names = allocator.names(schemas.schemas.map(\.name)) { name in
            let identifier = Identifier.type(Words(name))
            return reserved.contains(identifier.text.lowercased()) ? identifier.suffixed("Model") : identifier
        }
        self.names = names
        reservedWithin = reserved.union(names.values.map { $0.text.lowercased() })
    }

    /// The declarations of the named schemas, in document order.
    func namedDeclarations() -> [Declaration] {
        schemas.schemas.enumerated().compactMap { index, schema in
            names[schema.name].map { declaration($0, schema, index) }
        }
    }

    /// A name for a type at the top of the module that stands for no schema, such as an API.
    func name(forTopLevelType wish: Identifier) -> Identifier {
        allocator.name(wish)
    }

    /// Whether a name is that of a named schema.
    func isNamed(_ name: Identifier) -> Bool { names.values.contains(name) }

    /// The type of a schema in an operation.
    ///
    /// - Parameter wish: the name of a type that has to be declared for it.
    func type(of value: SchemaOrReference, wish: Identifier) -> TypeReference {
        var scope = TypeScope(wish: wish, allocator: allocator)
        let type = type(of: value, in: &scope)
        finish(scope)
        return type
    }

    /// The type of a schema; types that it needs are declared in the scope.
    func type(of value: SchemaOrReference, in scope: inout TypeScope) -> TypeReference {
        switch value {
        case .reference(let reference): type(of: reference, in: scope)
        case .schema(let schema): type(of: schema, in: &scope)
        }
    }

    private func type(of schema: Schema, in scope: inout TypeScope) -> TypeReference {
        let kind = kind(of: schema, in: &scope)
        if case .alias(let type) = kind { return type }
        return .named(scope.declare(kind, for: schema))
    }

    private func type(of reference: Reference, in scope: TypeScope) -> TypeReference {
        guard let index = schemas.index(of: reference), let name = names[schemas.schemas[index].name] else {
            return .json
        }
        let holdsItself = scope.container.map { schemas.isCycle($0, index) } ?? false
        let namesItself = scope.alias.flatMap { aliasCycles[$0] }.map { $0 == aliasCycles[index] } ?? false
        if holdsItself || namesItself {
            let recursion = Unsupported("a value that holds one of its own kind", at: reference.location)
            diagnostics.report(recursion.warning("the inner one is a JSONValue"))
            return .json
        }
        return .named(name)
    }

    private func declaration(_ name: Identifier, _ schema: Named<SchemaOrReference>, _ index: Int) -> Declaration {
        var scope = TypeScope(wish: name.suffixed("Item"), allocator: allocator, container: index, alias: index)
        defer { finish(scope) }
        switch schema.value {
        case .reference(let reference):
            return Declaration(
                name: name,
                description: nil,
                isDeprecated: false,
                example: nil,
                kind: .alias(type(of: reference, in: scope))
            )
        case .schema(let value):
            let secrets = options.secrets.filter { $0.schema == schema.name }.map(\.property)
            return Declaration(name, value, kind(of: value, secrets: secrets, in: &scope))
        }
    }

    private func kind(of schema: Schema, secrets: [SpecText] = [], in scope: inout TypeScope) -> Declaration.Kind {
        if let unsupported = schema.unsupported {
            diagnostics.report(unsupported.warning("the value is a JSONValue"))
            return .alias(.json)
        }
        if let members = schema.enumeration, let enumeration = enumeration(members, of: schema) {
            return .enumeration(enumeration)
        }
        if schema.isStructure {
            let inner = TypeScope(
                wish: scope.wish,
                allocator: NameAllocator(reserved: reservedWithin, ignoresCase: true),
                container: scope.container
            )
            return .structure(structure(of: schema, secrets: Set(secrets), in: inner))
        }
        switch schema.kind {
        case nil: return .alias(.json)
        case .object: return .alias(mapType(of: schema, in: &scope))
        case .array: return .alias(.array(elementType(of: schema.items, in: &scope)))
        case .string, .boolean, .integer, .number: return .alias(scalarType(of: schema))
        }
    }

    private func mapType(of schema: Schema, in scope: inout TypeScope) -> TypeReference {
        if case .schema(let values) = schema.additionalProperties {
            return .dictionary(elementType(of: values, in: &scope))
        }
        return .dictionary(.json)
    }

    /// The type of values that an array or a map holds: they are elsewhere in memory, so they may lead back.
    private func elementType(of value: SchemaOrReference?, in scope: inout TypeScope) -> TypeReference {
        guard let value else { return .json }
        let container = scope.container
        scope.container = nil
        defer { scope.container = container }
        return type(of: value, in: &scope)
    }

    private func finish(_ scope: TypeScope) {
        allocator = scope.allocator
        unnamedDeclarations += scope.declarations
    }
}

extension Schema {
    /// Whether the schema becomes a type with properties.
    var isStructure: Bool {
        if !properties.isEmpty { return kind == nil || kind == .object }
        if case .none = additionalProperties { return kind == .object }
        return false
    }
}

extension TypeLowering {
    /// What a schema that stands in place says of itself; that of a named one is told where it's declared.
    func inlineDescription(_ value: SchemaOrReference) -> SpecText? {
        if case .schema(let schema) = value { schema.description } else { nil }
    }
}
