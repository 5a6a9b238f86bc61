/// Decides which values are stored on the heap: those by which a type would contain itself, which Swift doesn't allow,
/// and those so large that compiling and copying the type would be slow.
struct Indirection {
    /// The stored values of a declared type, by the type's number.
    private struct Layout {
        var parts: [Part] = []

        struct Part {
            let type: TypeReference
            /// The declared type of the value; `nil` if its type is not declared.
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

    /// The declarations, with indirect storage where it is needed.
    static func applied(to declarations: [Declaration]) -> [Declaration] {
        var indirection = Indirection()
        declarations.forEach { indirection.number($0) }
        declarations.forEach { indirection.measure($0) }
        indirection.cutCycles()
        indirection.cutLargeParts()
        return declarations.map { indirection.applied(to: $0) }
    }

    // MARK: - Stored values

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

    /// The declared type that a value of the type is or stores, with aliases followed.
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

    // MARK: - Recursive types

    /// Breaks every cycle of types that contain each other, at the reference that closes it in a depth-first search.
    /// The search visits types in the order of their names, so the result doesn't depend on the order of the document.
    private mutating func cutCycles() {
        let texts = names.map(\.order)
        let order = names.indices.sorted { texts[$0] < texts[$1] }
        var ranks = [Int](repeating: 0, count: order.count)
        for (rank, number) in order.enumerated() { ranks[number] = rank }
        var state = [Walk](repeating: .ahead, count: layouts.count)
        for root in order where state[root] == .ahead {
            // An explicit stack, because a document can nest types to any depth.
            var path = [(number: root, parts: partsByName(root, ranks)[...])]
            state[root] = .underway
            while let last = path.last {
                guard let part = last.parts.first else {
                    state[last.number] = .behind
                    path.removeLast()
                    continue
                }
                path[path.count - 1].parts.removeFirst()
                guard let target = layouts[last.number].parts[part].target else { continue }
                switch state[target] {
                case .underway: layouts[last.number].parts[part].isIndirect = true
                case .ahead:
                    state[target] = .underway
                    path.append((target, partsByName(target, ranks)[...]))
                case .behind: break
                }
            }
        }
    }

    private enum Walk {
        case ahead, underway, behind
    }

    /// The stored values of declared types, ordered by the types' names.
    private func partsByName(_ number: Int, _ ranks: [Int]) -> [Int] {
        let parts = layouts[number].parts
        return parts.indices.filter { parts[$0].target != nil }.sorted { left, right in
            (ranks[parts[left].target ?? 0], left) < (ranks[parts[right].target ?? 0], right)
        }
    }

    // MARK: - Large types

    /// The maximum size in bytes of a value that is stored inline.
    private static let largestPart = 256

    private mutating func cutLargeParts() {
        sizes = Array(repeating: nil, count: layouts.count)
        for number in layouts.indices { _ = size(ofType: number) }
    }

    /// The approximate size in bytes of a declared type. Moves values that are too large to the heap on the way.
    private mutating func size(ofType root: Int) -> Int {
        // Cycles have been broken, but a chain of types can be long: an explicit stack can't overflow.
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

    // MARK: - Declarations

    private func applied(to declaration: Declaration) -> Declaration {
        guard let number = numbers[declaration.name] else { return declaration }
        let parts = layouts[number].parts
        switch declaration.kind {
        case .structure(var structure):
            for index in structure.properties.indices where parts[index].isIndirect {
                structure.properties[index] = structure.properties[index].indirect()
            }
            let count = structure.properties.count
            for index in structure.parts.indices { structure.parts[index].isIndirect = parts[count + index].isIndirect }
            structure.nested = structure.nested.map { applied(to: $0) }
            return declaration.with(.structure(structure))
        case .union(let union): return declaration.with(.union(applied(to: union, parts)))
        case .overlap(let union): return declaration.with(.overlap(applied(to: union, parts)))
        case .tuple(var tuple):
            for index in tuple.elements.indices { tuple.elements[index].isIndirect = parts[index].isIndirect }
            tuple.nested = tuple.nested.map { applied(to: $0) }
            return declaration.with(.tuple(tuple))
        case .enumeration, .alias, .wrapper: return declaration
        }
    }

    private func applied(to union: Union, _ parts: [Layout.Part]) -> Union {
        var union = union
        for index in union.cases.indices { union.cases[index].isIndirect = parts[index].isIndirect }
        union.nested = union.nested.map { applied(to: $0) }
        return union
    }
}

extension TypeName {
    /// The name as one text, for sorting.
    fileprivate var order: String { path.map(\.text).joined(separator: ".") }
}

extension Declaration {
    /// The declarations nested in this one.
    package var nested: [Declaration] {
        switch kind {
        case .structure(let structure): structure.nested
        case .union(let union), .overlap(let union): union.nested
        case .tuple(let tuple): tuple.nested
        case .enumeration, .alias, .wrapper: []
        }
    }

    /// The types of the values that can be stored on the heap, in order.
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
    /// The size in bytes of a value of a type that is not declared; an estimate where accuracy doesn't matter.
    fileprivate var size: Int {
        switch self {
        case .boolean: 1
        case .int32, .float: 4
        case .int64, .uint64, .double, .array, .dictionary, .date: 8
        case .string, .uuid, .data, .dateTime, .custom, .body: 16
        case .json, .decimal, .named: 24
        case .file: 64
        case .optional(let wrapped): wrapped.size + 1
        }
    }
}
