/// The types that aliases finally stand for. Each link of a chain of aliases is followed once, no matter how many
/// values refer to it.
struct AliasEnds: Sendable {
    private var ends: [TypeName: TypeReference] = [:]

    /// - Parameter aliases: The type that each alias is declared as.
    init(_ aliases: [TypeName: TypeReference]) {
        for (name, target) in aliases where ends[name] == nil {
            var chain = [name]
            var end = target
            // Circular aliases have been removed, but this code must not rely on that.
            while case .named(let next) = end, let target = ends[next] ?? aliases[next], chain.count <= aliases.count {
                chain.append(next)
                end = target
            }
            for name in chain { ends[name] = end }
        }
    }

    /// The type, or the type that it finally stands for if it is an alias.
    func resolved(_ type: TypeReference) -> TypeReference {
        if case .named(let name) = type, let end = ends[name] { end } else { type }
    }
}

extension [Declaration] {
    /// The type that each alias is declared as.
    var aliases: [TypeName: TypeReference] {
        reduce(into: [:]) { aliases, declaration in
            if case .alias(let type) = declaration.kind { aliases[declaration.name] = type }
        }
    }
}
