import MartletOpenAPI

/// Where a schema stands while it becomes a type: what a type without a name would be called, and where it would go.
struct TypeScope {
    /// The name for the next type that has none of its own.
    var wish: Identifier
    /// Names in the place where such types go.
    var allocator: NameAllocator
    /// The types without names of their own, in order.
    private(set) var declarations: [Declaration] = []
    /// The named schema whose value would hold the value in place, not behind an array or a map.
    var container: Int?
    /// The named schema that is only another name for the type.
    var alias: Int?

    init(wish: Identifier, allocator: NameAllocator, container: Int? = nil, alias: Int? = nil) {
        self.wish = wish
        self.allocator = allocator
        self.container = container
        self.alias = alias
    }

    /// Declares a type under the name that the scope has for it.
    mutating func declare(_ kind: Declaration.Kind, for schema: Schema) -> Identifier {
        let name = allocator.name(wish, orElse: wish.suffixed("Value"))
        declarations.append(Declaration(name, schema, kind))
        return name
    }
}

extension Declaration {
    init(_ name: Identifier, _ schema: Schema, _ kind: Kind) {
        self.init(
            name: name,
            description: schema.description ?? schema.title,
            isDeprecated: schema.isDeprecated,
            example: schema.example,
            kind: kind
        )
    }
}
