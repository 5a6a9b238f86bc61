import MartletOpenAPI

/// Decides which values are stored elsewhere than in the type that holds them: where a type would hold itself, which Swift
/// doesn't allow, and where it would grow so large that compiling and copying it gets slow.
struct Indirection {
    /// A declared type and what its values hold in place, by the numbers of types.
    private struct Layout {
        var parts: [Part] = []

        struct Part {
            let type: TypeReference
            /// The type that the part is, if it is declared.
            let target: Int?
            var isIndirect = false
        }
    }

    private var layouts: [Layout] = []
    private var numbers: [TypeName: Int] = [:]
    private var aliases: [TypeName: TypeReference] = [:]
    private var sizes: [Int?] = []
    private var isUnion: [Bool] = []
    private var names: [TypeName] = []

    /// The declarations with their indirections.
    static func applied(to declarations: [Declaration]) -> [Declaration] {
        var indirection = Indirection()
        declarations.forEach { indirection.number($0) }
        declarations.forEach { indirection.measure($0) }
        indirection.cutCycles()
        indirection.cutLargeParts()
        return declarations.map { indirection.applied(to: $0) }
    }

    // MARK: - What types hold

    private mutating func number(_ declaration: Declaration) {
        if case .alias(let type) = declaration.kind {
            aliases[declaration.name] = type
            return
        }
        numbers[declaration.name] = layouts.count
        names.append(declaration.name)
        layouts.append(Layout())
        switch declaration.kind {
        case .union: isUnion.append(true)
        default: isUnion.append(false)
        }
        declaration.nested.forEach { number($0) }
    }

    private mutating func measure(_ declaration: Declaration) {
        declaration.nested.forEach { measure($0) }
        guard let number = numbers[declaration.name] else { return }
        layouts[number].parts = declaration.heldTypes.map { Layout.Part(type: $0, target: target(of: $0)) }
    }

    /// The declared type that a value of a type is or has in it, through aliases.
    private func target(of type: TypeReference) -> Int? {
        var type = type
        for _ in 0...aliases.count {
            switch type {
            case .optional(let wrapped): type = wrapped
            case .named(let name):
                guard let alias = aliases[name] else { return numbers[name] }
                type = alias
            default: return nil
            }
        }
        return nil
    }

    // MARK: - Types that hold themselves

    /// Cuts every circle of types that hold each other, at as few places as a simple rule finds: the way into the type
    /// whose name comes first. So the places don't depend on the order of the document.
    private mutating func cutCycles() {
        while true {
            let cycles = CycleFinder.cycles(
                edges: layouts.map { $0.parts.filter { !$0.isIndirect }.compactMap(\.target) }
            )
            var first: [Int: Int] = [:]
            for (number, cycle) in cycles.enumerated() {
                guard let cycle else { continue }
                let isFirst = first[cycle].map { names[number].order < names[$0].order } ?? true
                if isFirst { first[cycle] = number }
            }
            if first.isEmpty { return }
            for number in layouts.indices {
                guard let cycle = cycles[number] else { continue }
                for part in layouts[number].parts.indices where layouts[number].parts[part].target == first[cycle] {
                    layouts[number].parts[part].isIndirect = true
                }
            }
        }
    }

    // MARK: - Types that grow large

    /// The most bytes that a part takes up in place.
    private static let largestPart = 256

    private mutating func cutLargeParts() {
        sizes = Array(repeating: nil, count: layouts.count)
        for number in layouts.indices { _ = size(ofType: number) }
    }

    /// The bytes of a declared type's values, about. Cuts off parts that are too large on the way.
    private mutating func size(ofType root: Int) -> Int {
        // Circles have been cut, but a chain of types may be long: a stack of our own can't overflow.
        var open = [root]
        while let number = open.last {
            let missing = layouts[number].parts.filter { !$0.isIndirect }.compactMap(\.target).filter {
                sizes[$0] == nil
            }
            if sizes[number] == nil, !missing.isEmpty {
                open += missing
                continue
            }
            open.removeLast()
            guard sizes[number] == nil else { continue }
            var parts: [Int] = []
            for index in layouts[number].parts.indices {
                let part = layouts[number].parts[index]
                let size = part.target.flatMap { sizes[$0] } ?? part.type.size
                if size > Self.largestPart { layouts[number].parts[index].isIndirect = true }
                parts.append(layouts[number].parts[index].isIndirect ? 8 : (size + 8) / 8 * 8)
            }
            sizes[number] = isUnion[number] ? (parts.max() ?? 0) + 8 : parts.reduce(0, +)
        }
        return sizes[root] ?? 0
    }

    // MARK: - Declarations with indirections

    private func applied(to declaration: Declaration) -> Declaration {
        guard let number = numbers[declaration.name] else { return declaration }
        let parts = layouts[number].parts
        var declaration = declaration
        switch declaration.kind {
        case .structure(var structure):
            for index in structure.properties.indices {
                structure.properties[index].isIndirect = parts[index].isIndirect
            }
            let count = structure.properties.count
            for index in structure.parts.indices { structure.parts[index].isIndirect = parts[count + index].isIndirect }
            structure.nested = structure.nested.map { applied(to: $0) }
            declaration.kind = .structure(structure)
        case .union(let union): declaration.kind = .union(applied(to: union, parts))
        case .overlap(let union): declaration.kind = .overlap(applied(to: union, parts))
        case .tuple(var tuple):
            for index in tuple.elements.indices { tuple.elements[index].isIndirect = parts[index].isIndirect }
            tuple.nested = tuple.nested.map { applied(to: $0) }
            declaration.kind = .tuple(tuple)
        case .enumeration, .alias, .wrapper: break
        }
        return declaration
    }

    private func applied(to union: Union, _ parts: [Layout.Part]) -> Union {
        var union = union
        for index in union.cases.indices { union.cases[index].isIndirect = parts[index].isIndirect }
        union.nested = union.nested.map { applied(to: $0) }
        return union
    }
}

extension TypeName {
    /// The name as one text, to put names in an order.
    fileprivate var order: String { path.map(\.text).joined(separator: ".") }
}

extension Declaration {
    /// The declarations within this one.
    package var nested: [Declaration] {
        switch kind {
        case .structure(let structure): structure.nested
        case .union(let union), .overlap(let union): union.nested
        case .tuple(let tuple): tuple.nested
        case .enumeration, .alias, .wrapper: []
        }
    }

    /// The types of the parts that can be stored elsewhere, in order.
    fileprivate var heldTypes: [TypeReference] {
        switch kind {
        case .structure(let structure): structure.properties.map(\.type) + structure.parts.map(\.type)
        case .union(let union), .overlap(let union): union.cases.map(\.type)
        case .tuple(let tuple): tuple.elements.map(\.type)
        case .enumeration, .alias, .wrapper: []
        }
    }
}

extension TypeReference {
    /// The bytes that a value takes up in place, for types that are not declared; a guess where it doesn't matter much.
    fileprivate var size: Int {
        switch self {
        case .boolean: 1
        case .int32, .float: 4
        case .int64, .uint64, .double, .array, .dictionary, .date: 8
        case .string, .uuid, .data, .dateTime, .custom: 16
        case .json, .decimal, .named: 24
        case .optional(let wrapped): wrapped.size + 1
        }
    }
}
