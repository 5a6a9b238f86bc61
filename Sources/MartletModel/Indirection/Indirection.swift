/// Decides which values are stored on the heap: those by which a type would contain itself, which Swift doesn't allow,
/// and those so large that compiling and copying the type would be slow.
struct Indirection {
    /// The stored values of a declared type, by the type's number.
    private struct TypeFields {
        var fields: [Field] = []

        struct Field {
            let type: TypeReference
            /// The declared type of the value; `nil` if its type is not declared.
            let target: Int?
            var isIndirect = false
        }
    }

    private var types: [TypeFields] = []
    private var numbers: [TypeName: Int] = [:]
    private let aliases: AliasEnds
    private var sizes: [Int?] = []
    private var isUnion: [Bool] = []
    private var names: [TypeName] = []

    private init(aliases: AliasEnds) { self.aliases = aliases }

    /// The declarations, with indirect storage where it is needed.
    static func applied(to declarations: [Declaration]) -> [Declaration] {
        var indirection = Indirection(aliases: AliasEnds(declarations.aliases))
        declarations.forEach { indirection.number($0) }
        declarations.forEach { indirection.collectFields($0) }
        indirection.cutCycles()
        indirection.cutLargeFields()
        return declarations.map { indirection.applied(to: $0) }
    }

    // MARK: - Stored values

    private mutating func number(_ declaration: Declaration) {
        if case .alias = declaration.kind { return }
        numbers[declaration.name] = types.count
        names.append(declaration.name)
        types.append(TypeFields())
        switch declaration.kind {
        case .union: isUnion.append(true)
        default: isUnion.append(false)
        }
        declaration.nested.forEach { number($0) }
    }

    private mutating func collectFields(_ declaration: Declaration) {
        declaration.nested.forEach { collectFields($0) }
        guard let number = numbers[declaration.name] else { return }
        types[number].fields = declaration.fieldTypes.map { TypeFields.Field(type: $0, target: target(of: $0)) }
    }

    /// The declared type that a value of the type is or stores, with aliases followed.
    private func target(of type: TypeReference) -> Int? {
        switch aliases.resolved(type) {
        case .optional(let wrapped): target(of: wrapped)
        case .named(let name): numbers[name]
        default: nil
        }
    }

    // MARK: - Recursive types

    /// Breaks every cycle of types that contain each other, at the reference that closes it in a depth-first search.
    /// The search visits types in the order of their names, so the result doesn't depend on the order of the document.
    private mutating func cutCycles() {
        let texts = names.map(\.order)
        let order = names.indices.sorted { texts[$0] < texts[$1] }
        var ranks = [Int](repeating: 0, count: order.count)
        for (rank, number) in order.enumerated() { ranks[number] = rank }
        var state = [Walk](repeating: .ahead, count: types.count)
        for root in order where state[root] == .ahead {
            // An explicit stack, because a document can nest types to any depth.
            var path = [(number: root, fields: fieldsByName(root, ranks)[...])]
            state[root] = .underway
            while let last = path.last {
                guard let field = last.fields.first else {
                    state[last.number] = .behind
                    path.removeLast()
                    continue
                }
                path[path.count - 1].fields.removeFirst()
                guard let target = types[last.number].fields[field].target else { continue }
                switch state[target] {
                case .underway: types[last.number].fields[field].isIndirect = true
                case .ahead:
                    state[target] = .underway
                    path.append((target, fieldsByName(target, ranks)[...]))
                case .behind: break
                }
            }
        }
    }

    private enum Walk {
        case ahead, underway, behind
    }

    /// The stored values of declared types, ordered by the types' names.
    private func fieldsByName(_ number: Int, _ ranks: [Int]) -> [Int] {
        let fields = types[number].fields
        return fields.indices.filter { fields[$0].target != nil }.sorted { left, right in
            (ranks[fields[left].target ?? 0], left) < (ranks[fields[right].target ?? 0], right)
        }
    }

    // MARK: - Large types

    /// The maximum size in bytes of a value that is stored inline.
    private static let largestField = 256

    private mutating func cutLargeFields() {
        sizes = Array(repeating: nil, count: types.count)
        for number in types.indices { _ = size(ofType: number) }
    }

    /// The approximate size in bytes of a declared type. Moves values that are too large to the heap on the way.
    private mutating func size(ofType root: Int) -> Int {
        // Cycles have been broken, but a chain of types can be long: an explicit stack can't overflow.
        var open = [root]
        while let number = open.last {
            let missing = types[number].fields.filter { !$0.isIndirect }.compactMap(\.target).filter {
                sizes[$0] == nil
            }
            if sizes[number] == nil, !missing.isEmpty {
                open += missing
                continue
            }
            open.removeLast()
            guard sizes[number] == nil else { continue }
            var fields: [Int] = []
            for index in types[number].fields.indices {
                let field = types[number].fields[index]
                let size = field.target.flatMap { sizes[$0] } ?? field.type.size
                if size > Self.largestField { types[number].fields[index].isIndirect = true }
                fields.append(types[number].fields[index].isIndirect ? 8 : (size + 8) / 8 * 8)
            }
            sizes[number] = isUnion[number] ? (fields.max() ?? 0) + 8 : fields.reduce(0, +)
        }
        return sizes[root] ?? 0
    }

    // MARK: - Declarations

    private func applied(to declaration: Declaration) -> Declaration {
        guard let number = numbers[declaration.name] else { return declaration }
        let fields = types[number].fields
        switch declaration.kind {
        case .structure(var structure):
            for index in structure.properties.indices where fields[index].isIndirect {
                structure.properties[index] = structure.properties[index].indirect()
            }
            let count = structure.properties.count
            for index in structure.flattenedUnions.indices {
                structure.flattenedUnions[index].isIndirect = fields[count + index].isIndirect
            }
            structure.nested = structure.nested.map { applied(to: $0) }
            return declaration.with(.structure(structure))
        case .union(let union): return declaration.with(.union(applied(to: union, fields)))
        case .overlap(let union): return declaration.with(.overlap(applied(to: union, fields)))
        case .tuple(var tuple):
            for index in tuple.elements.indices { tuple.elements[index].isIndirect = fields[index].isIndirect }
            tuple.nested = tuple.nested.map { applied(to: $0) }
            return declaration.with(.tuple(tuple))
        case .enumeration, .alias, .wrapper: return declaration
        }
    }

    private func applied(to union: Union, _ fields: [TypeFields.Field]) -> Union {
        var union = union
        for index in union.cases.indices { union.cases[index].isIndirect = fields[index].isIndirect }
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
    fileprivate var fieldTypes: [TypeReference] {
        switch kind {
        case .structure(let structure): structure.properties.map(\.type) + structure.flattenedUnions.map(\.type)
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
        case .string, .uuid, .data, .dateTime, .custom, .body, .parts: 16
        case .json, .decimal, .named: 24
        case .file: 64
        case .optional(let wrapped): wrapped.size + 1
        }
    }
}
