/// All declarations of a client by name, including nested ones.
package struct DeclarationIndex: Sendable {
    private var declarations: [TypeName: Declaration] = [:]
    private let ends: AliasEnds

    package init(_ declarations: [Declaration]) {
        ends = AliasEnds(declarations.aliases)
        declarations.forEach { add($0) }
    }

    package subscript(name: TypeName) -> Declaration? { declarations[name] }

    /// The type that a name refers to, with all aliases followed.
    package func resolved(_ type: TypeReference) -> TypeReference { ends.resolved(type) }

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
