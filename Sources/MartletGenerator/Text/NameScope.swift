import MartletModel

/// The place of Swift code that names types: which names it can leave a path out of, and which mean another type there.
package struct NameScope {
    /// The names of the enclosing types.
    let path: [Identifier]
    /// The names of the types within the outermost of these, which hide types of the module.
    private let hiding: Set<Identifier>
    /// What leads to the module's types wherever they are hidden: the module, or the namespace in it.
    private let module: Identifier?
    /// Whether the code is outside of the namespace, so that all names need it.
    private let isOutside: Bool

    /// The file itself, outside of any type.
    package static let file = NameScope(path: [], hiding: [], module: nil, isOutside: false)

    private init(path: [Identifier], hiding: Set<Identifier>, module: Identifier?, isOutside: Bool) {
        self.path = path
        self.hiding = hiding
        self.module = module
        self.isOutside = isOutside
    }

    /// The body of a type at the top level of a module.
    init(of declaration: Declaration, in configuration: Configuration) {
        var hiding: Set<Identifier> = []
        var open = declaration.nested
        while let nested = open.popLast() {
            hiding.insert(nested.name.last)
            open += nested.nested
        }
        self.init(
            path: declaration.name.path, hiding: hiding, module: configuration.namespace ?? configuration.module,
            isOutside: false)
    }

    /// The body of the type of an API, which has the types of its failures within; for operations without a tag an extension of
    /// the client's type, which has those of its servers too.
    init(of api: API, _ client: Client, in configuration: Configuration) {
        let servers = api.accessor == nil ? client.servers.map(\.name) : []
        self.init(
            path: [client.owner(of: api)],
            hiding: Set(servers + api.methods.compactMap(\.failureEnum?.name)),
            module: configuration.namespace ?? configuration.module,
            isOutside: api.accessor == nil && configuration.namespace != nil
        )
    }

    /// The body of an extension of a type in a namespace; the scope itself without one.
    func outside(_ namespace: Identifier?) -> NameScope {
        NameScope(path: [], hiding: hiding, module: namespace ?? module, isOutside: namespace != nil)
    }

    /// The body of a type within this one.
    func nested(_ declaration: Declaration) -> NameScope {
        NameScope(path: declaration.name.path, hiding: hiding, module: module, isOutside: isOutside)
    }

    /// The name of a type as code: without its path when the type is declared directly in the innermost type, and behind
    /// the module's name when a nearer type hides it.
    func code(_ name: TypeName) -> String {
        if !path.isEmpty, name.isMember(of: path) { return name.last.code }
        let code = name.path.map(\.code).joined(separator: ".")
        guard let module, isOutside || hiding.contains(name.path[0]) else { return code }
        return "\(module.code).\(code)"
    }
}
