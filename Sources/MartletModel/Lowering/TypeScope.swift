import MartletOpenAPI
import MartletSource

/// The context in which a schema is lowered: the preferred name for an unnamed type, and where to declare it.
struct TypeScope {
    /// The names of the enclosing types; empty at the top level of the module.
    let path: [Identifier]
    /// The named schema that contains the types; `nil` in an operation.
    let enclosingSchema: SchemaID?
    /// The schema that the types are part of: the named one, or the outermost one in an operation; `nil` where a reference only
    /// needs the name of a type that is declared elsewhere.
    let home: SchemaID?
    /// The schemas of the type itself; empty at the top level of the module.
    let owners: [SchemaID]
    /// The direction in which values are sent.
    let direction: MessageDirection
    /// The preferred name for the next unnamed type.
    var preferredName: PreferredName
    /// The names in the enclosing type; those at the top level of the module are kept in ``TypeNames``.
    private var allocator: NameAllocator
    /// The unnamed types declared so far, in order.
    private(set) var declarations: [Declaration] = []

    /// The source of a type's name. Few of the names are used, so they are made on demand.
    struct PreferredName {
        private let source: Source
        /// The number of enclosing arrays.
        private var depth = 0
        /// Whether the name is that of a component. The name of an element then keeps to its list's, because a component of
        /// the singular name may be added to the document.
        private let isComponent: Bool

        private enum Source {
            case name(Identifier)
            case text(SpecText)
        }

        init(_ name: Identifier, isComponent: Bool = false) {
            source = .name(name)
            self.isComponent = isComponent
        }

        /// The name of a type, from words in any spelling.
        init(_ text: SpecText) {
            source = .text(text)
            isComponent = false
        }

        /// The name for an element: `Part` for `Parts`, else `ListItem` for `List`.
        var element: PreferredName {
            var element = self
            element.depth += 1
            return element
        }

        /// The preferred name, and a fallback for when that is taken.
        var names: (first: Identifier, fallback: Identifier) {
            var name =
                switch source {
                case .name(let name): name
                case .text(let text): Identifier.type(Words(text))
                }
            var fallback = name.suffixed("Value")
            for _ in 0..<depth {
                fallback = name.suffixed("Item")
                name = isComponent ? fallback : name.singular ?? fallback
            }
            return (name, fallback)
        }
    }

    init(
        path: [Identifier],
        enclosingSchema: SchemaID?,
        home: SchemaID?,
        owners: [SchemaID] = [],
        direction: MessageDirection,
        preferredName: PreferredName,
        reserved: Set<String>
    ) {
        self.path = path
        self.enclosingSchema = enclosingSchema
        self.home = home
        self.owners = owners
        self.direction = direction
        self.preferredName = preferredName
        allocator = NameAllocator(reserved: reserved, ignoresCase: true)
    }

    /// Allocates the name for the next unnamed type.
    ///
    /// - Parameters:
    ///   - chosen: The name that the configuration gives it.
    ///   - place: Its place in the document.
    ///   - module: The names at the top level of the module.
    /// - Returns: The name, and the place of another type that has the name that this one would have alone.
    mutating func takeName(
        chosen: Identifier?,
        at place: Location,
        in module: inout NameAllocator
    ) -> (name: TypeName, other: Location?) {
        let (wanted, fallback) = chosen.map { (first: $0, fallback: nil) } ?? preferredTypeName
        let isTopLevel = path.isEmpty
        let name =
            isTopLevel
            ? module.name(wanted, orElse: fallback, at: place) : allocator.name(wanted, orElse: fallback, at: place)
        let isOther = chosen == nil && name != wanted
        let other = isOther ? isTopLevel ? module.place(of: wanted) : allocator.place(of: wanted) : nil
        return (TypeName(path + [name]), other)
    }

    /// The name that the next unnamed type would have alone, and another one.
    var preferredTypeName: (first: Identifier, fallback: Identifier?) {
        let (name, fallback) = preferredName.names
        // A name that begins with a digit, or in a script without capitals, would equal that of a property or case.
        let isLikeMember = !path.isEmpty && !name.beginsWithCapital
        return (isLikeMember ? Identifier("Value" + name.text.trimmingPrefix("_")) ?? fallback : name, fallback)
    }

    mutating func add(_ declaration: Declaration) { declarations.append(declaration) }
}
