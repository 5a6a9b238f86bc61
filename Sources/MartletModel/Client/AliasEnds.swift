/// What aliases stand for in the end. Each link of a chain of aliases is followed once, however many values refer to it.
struct AliasEnds: Sendable {
    private var ends: [TypeName: TypeReference] = [:]

    /// - Parameter aliases: What each alias stands for itself.
    init(_ aliases: [TypeName: TypeReference]) {
        for (name, target) in aliases where ends[name] == nil {
            var chain = [name]
            var end = target
            // Aliases that lead back to themselves are removed, but nothing may depend on that here.
            while case .named(let next) = end, let target = ends[next] ?? aliases[next], chain.count <= aliases.count {
                chain.append(next)
                end = target
            }
            for name in chain { ends[name] = end }
        }
    }

    /// The type, or what it stands for in the end.
    func resolved(_ type: TypeReference) -> TypeReference {
        if case .named(let name) = type, let end = ends[name] { end } else { type }
    }
}

extension [Declaration] {
    /// What each alias stands for itself.
    var aliases: [TypeName: TypeReference] {
        reduce(into: [:]) { aliases, declaration in
            if case .alias(let type) = declaration.kind { aliases[declaration.name] = type }
        }
    }
}
