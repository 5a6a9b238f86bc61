import MartletOpenAPI
import MartletSource

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

    /// What a type is named after, and how: few types that are wished for are declared, so the name is made on demand.
    struct Wish {
        private let source: Source
        /// How many sequences are around the type.
        private var depth = 0

        private enum Source {
            case name(Identifier)
            case text(SpecText)
        }

        init(_ name: Identifier) { source = .name(name) }

        /// The name of a type, from words in any spelling.
        init(_ text: SpecText) { source = .text(text) }

        /// The wish for one of several: `Part` of `Parts`, else `ListItem` of `List`.
        var element: Wish {
            var element = self
            element.depth += 1
            return element
        }

        /// The name, and the one to take when that is not free.
        var names: (first: Identifier, fallback: Identifier) {
            var name =
                switch source {
                case .name(let name): name
                case .text(let text): Identifier.type(Words(text))
                }
            var fallback = name.suffixed("Value")
            for _ in 0..<depth {
                fallback = name.suffixed("Item")
                name = name.singular ?? fallback
            }
            return (name, fallback)
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
        let (name, fallback) = wish.names
        // What begins with a digit has an underscore before it, as a property of that name has.
        let isLikeMember = !path.isEmpty && name.text.hasPrefix("_")
        return TypeName(path + [allocator.name(isLikeMember ? fallback : name, orElse: fallback)])
    }

    mutating func add(_ declaration: Declaration) { declarations.append(declaration) }
}
