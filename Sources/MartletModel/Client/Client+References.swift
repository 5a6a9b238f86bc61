extension [Declaration] {
    /// The outermost types that some types lead to, including themselves.
    package func types(neededBy roots: [TypeReference]) -> Set<Identifier> {
        let declarations = Dictionary(map { ($0.name.path[0], $0) }, uniquingKeysWith: { first, _ in first })
        var needed: Set<Identifier> = []
        var open = roots
        while let type = open.popLast() {
            guard let name = type.name?.path[0], needed.insert(name).inserted else { continue }
            open += declarations[name]?.references ?? []
        }
        return needed
    }
}

extension Declaration {
    /// The types that the declaration and those nested in it refer to.
    var references: [TypeReference] { ownReferences + nested.flatMap(\.references) }

    /// The types that the declaration itself refers to.
    package var ownReferences: [TypeReference] {
        switch kind {
        case .structure(let structure):
            structure.properties.map(\.type) + structure.flattenedUnions.map(\.type)
                + [structure.additionalProperties?.value].compactMap { $0 }
        case .enumeration: []
        case .union(let union), .overlap(let union): union.cases.map(\.type)
        case .tuple(let tuple): tuple.elements.map(\.type) + [tuple.rest].compactMap { $0 }
        case .alias(let type), .wrapper(let type): [type]
        }
    }
}

extension Method {
    /// The types that the method refers to.
    package var references: [TypeReference] {
        arguments.flatMap(\.references) + answers + [pagination?.element, patch?.model].compactMap { $0 }
    }

    /// The types of successful and failed responses.
    package var answers: [TypeReference] {
        let results: [TypeReference] =
            switch result.kind {
            case .none: []
            case .content(let content), .optional(let content): [content.type]
            case .choice(let choice): choice.cases.compactMap(\.content?.type)
            }
        return results + failures.compactMap(\.type)
    }
}

extension Argument {
    /// The types of the argument, and those in its body.
    package var references: [TypeReference] {
        switch place {
        case .body(let content), .queryString(let content): [type, content.type]
        case .bodyChoice(let cases): cases.compactMap(\.content?.type)
        default: [type]
        }
    }
}

extension TypeReference {
    /// The declared type in arrays, dictionaries and optional values; `nil` if there is none.
    package var name: TypeName? {
        switch self {
        case .named(let name): name
        case .array(let element), .dictionary(let element), .optional(let element): element.name
        default: nil
        }
    }
}
