import MartletOpenAPI
import MartletSource

/// The keys inside the properties of an object that only other types of a union declare.
struct ForeignKeys {
    /// For each variant, the paths to such keys where its type forbids them.
    private(set) var forbidden: [Int: [Path]] = [:]
    /// For each variant, the paths to such keys of later variants with the same required keys, where its type would not
    /// keep them.
    private(set) var lost: [Int: [Path]] = [:]
    /// Whether the keys are too many to be listed.
    private(set) var isUntold = false

    /// The names of properties, from the outside in; `nil` for any key of a map.
    typealias Path = [SpecText?]

    private let finder: ShapeFinder
    /// For each variant that has no tag of its own, or whose tag can be absent, a number for its required keys.
    private var groups: [Int: Int] = [:]
    private var room = UnionMatching.maximumKeys
    private var work = 50 * UnionMatching.maximumKeys
    /// The types and keys that have been looked at.
    private var seen = 0
    private static let maximumDepth = 4

    /// - Parameters:
    ///   - required: The required keys of the variants that have no tag of their own, or whose tag can be absent.
    ///   - location: The place of the union.
    init(
        _ variants: [AppliedSchemas], required: [Int: Set<SpecText>], at location: Location, _ finder: ShapeFinder
    ) {
        self.finder = finder
        var numbers: [Set<SpecText>: Int] = [:]
        for (variant, keys) in required {
            groups[variant] = numbers[keys] ?? numbers.count
            numbers[keys] = groups[variant]
        }
        guard !groups.isEmpty else { return }
        add(Dictionary(uniqueKeysWithValues: variants.enumerated().map { ($0, [$1]) }), at: [])
        _ = finder.unionKeys.takes(seen, at: location, finder.diagnostics)
        guard room < 0 || work < 0 else { return }
        isUntold = true
        forbidden = [:]
        lost = [:]
    }

    /// - Parameter values: What the variants have at a path.
    private mutating func add(_ values: [Int: [AppliedSchemas]], at path: Path) {
        guard values.count > 1, path.count < Self.maximumDepth, room >= 0, work >= 0 else { return }
        let rest = work
        let contents = values.sorted { $0.key < $1.key }.map { variant, values in
            ObjectContents(variant, values, finder, &work)
        }
        seen += rest - work
        // What is the same in all variants tells nothing, however deep.
        guard contents.dropFirst().contains(where: { !$0.isEqual(to: contents[0]) }) else { return }
        if !path.isEmpty {
            for place in contents.indices { compare(place, in: contents, at: path) }
        }
        var inner: [SpecText: [Int: [AppliedSchemas]]] = [:]
        for content in contents {
            for (name, values) in content.properties { inner[name, default: [:]][content.variant] = values }
        }
        for name in inner.keys.sorted() { add(inner[name] ?? [:], at: path + [name]) }
        let maps = contents.filter { !$0.others.isEmpty }
        add(Dictionary(uniqueKeysWithValues: maps.map { ($0.variant, $0.others) }), at: path + [nil])
    }

    /// Lists the keys of others that the objects of one of several variants don't have.
    private mutating func compare(_ place: Int, in contents: [ObjectContents], at path: Path) {
        let own = contents[place]
        guard let group = groups[own.variant], !own.objects.isEmpty, own.isClosed || !own.keepsOthers else { return }
        var known = Set(own.keys)
        var keys: [SpecText] = []
        for other in own.isClosed ? contents[...] : contents[(place + 1)...] where !other.objects.isEmpty {
            work -= 1
            guard !other.isEqual(to: own), own.isClosed || groups[other.variant] == group else { continue }
            work -= other.keys.count
            guard room >= 0, work >= 0 else { return }
            // A value of a type that doesn't declare what this one requires doesn't fit anyway.
            guard own.isClosed || own.required.contains(where: Set(other.keys).isSuperset) else { continue }
            let added = other.keys.filter { known.insert($0).inserted }
            keys += added
            room -= added.count
        }
        guard !keys.isEmpty else { return }
        let paths = keys.map { path + [$0] }
        if own.isClosed {
            forbidden[own.variant, default: []] += paths
        } else {
            lost[own.variant, default: []] += paths
        }
    }
}
