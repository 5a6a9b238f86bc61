/// All declarations of a client by name, including nested ones.
package struct DeclarationIndex: Sendable {
    private var declarations: [TypeName: Declaration] = [:]

    package init(_ declarations: [Declaration]) { declarations.forEach { add($0) } }

    package subscript(name: TypeName) -> Declaration? { declarations[name] }

    /// The type that a name refers to, with all aliases followed.
    package func resolved(_ type: TypeReference) -> TypeReference {
        var type = type
        // Aliases that lead back to themselves have been removed.
        while case .named(let name) = type, case .alias(let target) = declarations[name]?.kind { type = target }
        return type
    }

    /// The struct that a type refers to; `nil` for other types.
    package func structure(_ type: TypeReference) -> Structure? {
        if case .named(let name) = resolved(type), case .structure(let structure) = declarations[name]?.kind {
            structure
        } else {
            nil
        }
    }

    private mutating func add(_ declaration: Declaration) {
        declarations[declaration.name] = declaration
        declaration.nested.forEach { add($0) }
    }
}
