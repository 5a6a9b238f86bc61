import MartletOpenAPI
import MartletSource

/// The keys inside the properties of an object that only other types of a union declare.
struct ForeignKeys {
    /// For each variant, the paths to such keys where its type forbids them.
    private(set) var forbidden: [Int: [[SpecText]]] = [:]
    /// For each variant, the paths to such keys of later variants with the same required keys, where its type would not
    /// keep them.
    private(set) var lost: [Int: [[SpecText]]] = [:]
    /// Whether the keys are too many to be listed.
    private(set) var isUntold = false

    /// What a variant has at a path.
    private typealias Member = (variant: Int, value: AppliedSchemas, structure: StructureShape)

    private let finder: ShapeFinder
    /// For each variant that has no tag of its own, or whose tag can be absent, a number for its required keys.
    private var groups: [Int: Int] = [:]
    private var room = UnionMatching.maximumKeys
    private var work = 50 * UnionMatching.maximumKeys
    private static let maximumDepth = 4

    /// - Parameter required: The required keys of the variants that have no tag of their own, or whose tag can be absent.
    init(_ variants: [AppliedSchemas], required: [Int: Set<SpecText>], _ finder: ShapeFinder) {
        self.finder = finder
        var numbers: [Set<SpecText>: Int] = [:]
        for (variant, keys) in required {
            groups[variant] = numbers[keys] ?? numbers.count
            numbers[keys] = groups[variant]
        }
        add(variants.enumerated().map { ($0.offset, $0.element) }, at: [])
        guard room < 0 || work < 0 else { return }
        isUntold = true
        forbidden = [:]
        lost = [:]
    }

    /// - Parameter values: What the variants have at a path, or as the elements of an array there, in order.
    private mutating func add(_ values: [(variant: Int, value: AppliedSchemas)], at path: [SpecText]) {
        let structures = values.compactMap { item -> Member? in
            let value = element(of: item.value)
            guard case .structure(let structure) = finder.shape(of: value).shape else { return nil }
            return (item.variant, value, structure)
        }
        guard structures.count > 1, path.count < Self.maximumDepth else { return }
        if !path.isEmpty {
            for place in structures.indices { compare(place, in: structures, at: path) }
        }
        var inner: [SpecText: [(variant: Int, value: AppliedSchemas)]] = [:]
        for (variant, _, structure) in structures {
            for property in structure.properties { inner[property.name, default: []].append((variant, property.value)) }
        }
        for name in inner.keys.sorted() { add(inner[name] ?? [], at: path + [name]) }
    }

    /// Lists the keys of others that one of several structures doesn't have.
    private mutating func compare(_ place: Int, in structures: [Member], at path: [SpecText]) {
        let (variant, value, own) = structures[place]
        guard own.isClosed || groups[variant] != nil && !own.keepsOthers else { return }
        let required = own.properties.filter { $0.isRequired && $0.isDeclared }.map(\.name)
        var known = Set(own.properties.map(\.name))
        var keys: [SpecText] = []
        for (other, otherValue, structure) in own.isClosed ? structures[...] : structures[(place + 1)...] {
            work -= 1
            guard otherValue != value, own.isClosed || groups[other] == groups[variant] else { continue }
            work -= structure.properties.count
            guard room >= 0, work >= 0 else { return }
            let names = structure.properties.map(\.name)
            // A value of a type that doesn't declare what this one requires doesn't fit anyway.
            guard own.isClosed || required.allSatisfy(Set(names).contains) else { continue }
            let added = names.filter { known.insert($0).inserted }
            keys += added
            room -= added.count
        }
        guard !keys.isEmpty else { return }
        let paths = keys.map { path + [$0] }
        if own.isClosed { forbidden[variant, default: []] += paths } else { lost[variant, default: []] += paths }
    }

    /// The value, or the elements of arrays.
    private func element(of value: AppliedSchemas) -> AppliedSchemas {
        var value = finder.resolved(value)
        for _ in 0..<Self.maximumDepth {
            guard case .array(let elements?) = finder.shape(of: value).shape else { break }
            value = finder.resolved(elements)
        }
        return value
    }
}

extension StructureShape {
    /// Whether values may have other properties that the type keeps.
    fileprivate var keepsOthers: Bool { allowsAdditional || !unions.isEmpty }
}
