import MartletOpenAPI

/// Turns aliases that lead back to themselves into structs: a Swift `typealias` can't refer to itself, not even as the
/// element of an array.
enum AliasCycles {
    static func cut(_ declarations: [Declaration]) -> [Declaration] {
        let aliases = declarations.enumerated().compactMap { index, declaration in
            if case .alias(let type) = declaration.kind { (index, declaration.name, type) } else { nil }
        }
        let numbers = Dictionary(
            aliases.enumerated().map { ($1.1, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        let cycles = CycleFinder.cycles(edges: aliases.map { $0.2.names.compactMap { numbers[$0] } })
        var declarations = declarations
        for (number, alias) in aliases.enumerated() where cycles[number] != nil {
            // Every cycle goes through an array or a dictionary; plain aliases can remain.
            if case .named = alias.2 { continue }
            declarations[alias.0] = declarations[alias.0].with(.wrapper(alias.2))
        }
        return declarations
    }
}

extension TypeReference {
    /// The declared types that the type refers to.
    fileprivate var names: [TypeName] {
        switch self {
        case .array(let element), .dictionary(let element), .optional(let element): element.names
        case .named(let name): [name]
        default: []
        }
    }
}
