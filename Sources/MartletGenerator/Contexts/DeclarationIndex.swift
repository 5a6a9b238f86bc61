import MartletModel

/// All declarations of a client by name, those within others too.
struct DeclarationIndex {
    private var declarations: [TypeName: Declaration] = [:]

    init(_ declarations: [Declaration]) { declarations.forEach { add($0) } }

    subscript(name: TypeName) -> Declaration? { declarations[name] }

    private mutating func add(_ declaration: Declaration) {
        declarations[declaration.name] = declaration
        declaration.nested.forEach { add($0) }
    }
}
