import MartletOpenAPI

/// Where a schema stands while it becomes a type: what a type without a name would be called, and where it would go.
struct TypeScope {
    /// The names of the types around; none at the top of the module.
    let path: [Identifier]
    /// The named schema whose types these are; `nil` in an operation.
    let home: SchemaID?
    /// Which ways values travel.
    let direction: Traffic
    /// The name for the next type that has none of its own.
    var wish: Wish
    /// Names in the place where such types go.
    var allocator: NameAllocator
    /// The types without names of their own, in order.
    private(set) var declarations: [Declaration] = []

    /// A name, and the one to take when that is not free.
    struct Wish {
        let name: Identifier
        let fallback: Identifier

        init(_ name: Identifier, orElse fallback: Identifier? = nil) {
            self.name = name
            self.fallback = fallback ?? name.suffixed("Value")
        }

        /// The name of one of several: `Part` of `Parts`, else `ListItem` of `List`.
        var element: Wish {
            let item = name.suffixed("Item")
            return Wish(name.singular ?? item, orElse: item)
        }
    }

    init(
        path: [Identifier],
        home: SchemaID?,
        direction: Traffic,
        wish: Wish,
        allocator: NameAllocator
    ) {
        self.path = path
        self.home = home
        self.direction = direction
        self.wish = wish
        self.allocator = allocator
    }

    /// Takes the name that the scope has for the next type.
    mutating func takeName() -> TypeName {
        // What begins with a digit has an underscore before it, as a property of that name has.
        let isLikeMember = !path.isEmpty && wish.name.text.hasPrefix("_")
        return TypeName(path + [allocator.name(isLikeMember ? wish.fallback : wish.name, orElse: wish.fallback)])
    }

    mutating func add(_ declaration: Declaration) { declarations.append(declaration) }
}
