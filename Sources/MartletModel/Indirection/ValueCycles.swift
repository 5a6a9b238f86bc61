import MartletOpenAPI
package import MartletSource

/// Removes union cases that lead back to the union itself without an array, a dictionary or a property in between.
/// Decoding them would never end.
struct ValueCycles {
    private var numbers: [TypeName: Int] = [:]
    private var edges: [[TypeName]] = []
    private var cycles: [Int?] = []
    private let diagnostics: DiagnosticCollector

    static func cut(_ declarations: [Declaration], _ diagnostics: DiagnosticCollector) -> [Declaration] {
        var values = ValueCycles(diagnostics)
        declarations.forEach { values.add($0) }
        values.cycles = CycleFinder.cycles(edges: values.edges.map { $0.compactMap { values.numbers[$0] } })
        return declarations.map { values.cut($0) }
    }

    private init(_ diagnostics: DiagnosticCollector) { self.diagnostics = diagnostics }

    private mutating func add(_ declaration: Declaration) {
        numbers[declaration.name] = edges.count
        edges.append(declaration.typesInPlace.compactMap(\.nameInPlace))
        declaration.nested.forEach { add($0) }
    }

    private func cut(_ declaration: Declaration) -> Declaration {
        switch declaration.kind {
        case .alias(let type) where isInCycle(declaration.name, type):
            diagnostics.report(.warning(.circularValue, at: declaration.location))
            return declaration.with(.alias(.json))
        case .union(let union): return declaration.with(.union(cut(union, declaration)))
        case .overlap(let union): return declaration.with(.overlap(cut(union, declaration)))
        case .structure(var structure) where !structure.nested.isEmpty:
            structure.nested = structure.nested.map { cut($0) }
            return declaration.with(.structure(structure))
        case .tuple(var tuple) where !tuple.nested.isEmpty:
            tuple.nested = tuple.nested.map { cut($0) }
            return declaration.with(.tuple(tuple))
        case .structure, .tuple, .enumeration, .alias, .wrapper: return declaration
        }
    }

    private func cut(_ union: Union, _ declaration: Declaration) -> Union {
        var union = union
        union.nested = union.nested.map { cut($0) }
        let circular = Set(union.cases.filter { isInCycle(declaration.name, $0.type) }.map(\.name))
        if circular.isEmpty { return union }
        diagnostics.report(.warning(.circularValue, at: declaration.location))
        union.cases.removeAll { circular.contains($0.name) }
        union.tests.removeAll { circular.contains($0.name) }
        if let name = union.defaultCase, circular.contains(name) { union.defaultCase = nil }
        return union
    }

    private func isInCycle(_ name: TypeName, _ type: TypeReference) -> Bool {
        guard let own = numbers[name], let cycle = cycles[own], let other = type.nameInPlace.flatMap({ numbers[$0] })
        else { return false }
        return cycles[other] == cycle
    }
}

extension Declaration {
    /// The types whose values occupy the same place in the JSON as values of this type.
    fileprivate var typesInPlace: [TypeReference] {
        switch kind {
        case .union(let union), .overlap(let union): union.cases.map(\.type)
        case .structure(let structure): structure.flattenedUnions.map(\.type)
        case .alias(let type), .wrapper(let type): [type]
        case .enumeration, .tuple: []
        }
    }
}

extension TypeReference {
    /// The declared type whose values occupy the same place in the JSON; `nil` for arrays and dictionaries.
    fileprivate var nameInPlace: TypeName? {
        switch self {
        case .named(let name): name
        case .optional(let wrapped): wrapped.nameInPlace
        default: nil
        }
    }
}

extension Diagnostic.Message {
    package static let circularValue = Self(
        .circularSchema,
        """
        an alternative of this schema refers back to the schema itself, so no value can be decoded; it is left out
        """)
}
