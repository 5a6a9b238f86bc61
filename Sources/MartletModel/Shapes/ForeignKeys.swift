import MartletOpenAPI
import MartletSource

/// The keys inside the properties of an object that only other types of a union declare, where a type forbids them.
struct ForeignKeys {
    /// For each variant, the paths to such keys, below the top level.
    private(set) var paths: [Int: [[SpecText]]] = [:]
    private let finder: ShapeFinder
    private static let maximumDepth = 4

    init(_ variants: [AppliedSchemas], _ finder: ShapeFinder) {
        self.finder = finder
        add(variants.enumerated().map { ($0.offset, $0.element) }, at: [])
    }

    /// - Parameter values: What the variants have at a path.
    private mutating func add(_ values: [(variant: Int, value: AppliedSchemas)], at path: [SpecText]) {
        let structures = values.compactMap { item -> (variant: Int, structure: StructureShape)? in
            guard case .structure(let structure) = finder.resolvedShape(of: item.value) else { return nil }
            return (item.variant, structure)
        }
        guard structures.count > 1, path.count < Self.maximumDepth else { return }
        if !path.isEmpty, structures.contains(where: \.structure.isClosed) {
            var known: Set<SpecText> = []
            let keys = structures.flatMap { $0.structure.properties.map(\.name) }.filter { known.insert($0).inserted }
            for (variant, structure) in structures where structure.isClosed {
                let own = Set(structure.properties.map(\.name))
                paths[variant, default: []] += keys.filter { !own.contains($0) }.map { path + [$0] }
            }
        }
        var inner: [SpecText: [(variant: Int, value: AppliedSchemas)]] = [:]
        for (variant, structure) in structures {
            for property in structure.properties { inner[property.name, default: []].append((variant, property.value)) }
        }
        for name in inner.keys.sorted() { add(inner[name] ?? [], at: path + [name]) }
    }
}
