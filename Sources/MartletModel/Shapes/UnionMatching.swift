import MartletOpenAPI
import MartletSource

/// The conditions that distinguish the variants of a union where no property does: JSON types and keys of objects.
struct UnionMatching {
    /// The indices of variants, with the conditions for each.
    private(set) var tests: [(variant: Int, conditions: Union.Test.Conditions)] = []
    /// Whether some values fit several variants, so that their order decides.
    private(set) var isAmbiguous = false
    /// Whether the keys that speak for other variants are too many to be listed.
    private(set) var isUntold = false

    /// The greatest number of keys that the conditions list as absent or foreign: each variant lists those of others.
    static let maximumKeys = 20_000

    /// The conditions for the variants that have no tag of their own, or whose tag can be absent.
    init(_ tags: UnionTags?, _ traits: [ValueTraits], _ shapes: [Shape], _ finder: ShapeFinder) {
        let tags = tags?.isDecisive == true ? tags : nil
        let variants = traits.indices.filter { tags?.isAlwaysPresent(in: $0, traits) != true }
        let others = variants.filter { !traits[$0].isObject }.sorted { shapes[$0].rank < shapes[$1].rank }
        let arrays = others.filter { traits[$0].kinds == .array }
        if arrays.count > 1 { isAmbiguous = true }
        tests += others.map { ($0, .init()) }
        addObjects(variants.filter { traits[$0].isObject }, traits) { finder.areDistinct(shapes[$0], shapes[$1]) }
        guard let tags else { return }
        for index in tests.indices {
            let variant = tests[index].variant
            // With another tag than its own, a value is not of the type.
            if !tags.tags[variant].isEmpty { tests[index].conditions.excluded.append(tags.property) }
        }
    }

    /// - Parameter areDistinct: Whether no value fits both of two variants.
    private mutating func addObjects(
        _ objects: [Int],
        _ traits: [ValueTraits],
        areDistinct: (Int, Int) -> Bool
    ) {
        guard objects.count > 1 else {
            tests += objects.map { ($0, .init()) }
            return
        }
        let common = objects.dropFirst().reduce(traits[objects[0]].required) {
            $0.intersection(traits[$1].required)
        }
        let order = RequiredOrder(objects.map { traits[$0].required })
        let all = objects.flatMap { traits[$0].properties }
        let first = tests.count
        var room = Self.maximumKeys
        var work = 50 * Self.maximumKeys
        for place in order.places {
            let variant = objects[place]
            let own = traits[variant]
            var foreign: [SpecText] = []
            var known = Set(own.properties)
            // Later variants whose values would also fit this one, and the keys that distinguish them. Those with more
            // required keys have been tested before.
            for other in order.equals(behind: place).map({ objects[$0] }) {
                work -= traits[other].properties.count
                if room < 0 || work < 0 { break }
                let added = traits[other].properties.filter { known.insert($0).inserted }
                isAmbiguous = isAmbiguous || !areDistinct(variant, other)
                foreign += added
                room -= added.count
            }
            let keys = own.properties.filter { own.required.contains($0) && !common.contains($0) }
            // Where other keys are forbidden, those of other variants are no mere additions.
            var excluded: [SpecText] = []
            if own.isClosed, room >= 0, work >= 0 {
                work -= all.count
                excluded = foreign + all.filter { known.insert($0).inserted }
                room -= excluded.count
            }
            tests.append(
                (variant, .init(required: keys, excluded: excluded, foreign: own.isClosed ? [] : foreign)))
        }
        guard room < 0 || work < 0 else { return }
        isUntold = true
        isAmbiguous = true
        for index in tests.indices[first...] {
            tests[index].conditions = .init(required: tests[index].conditions.required)
        }
    }
}

extension ShapeFinder {
    /// Whether a property that two objects always have, or one inside it, is a constant that differs.
    fileprivate func areDistinct(_ left: Shape, _ right: Shape, depth: Int = 0) -> Bool {
        guard depth < 4, case .structure(let left) = left, case .structure(let right) = right else { return false }
        let others = Dictionary(right.properties.map { ($0.name, $0) }) { first, _ in first }
        return left.properties.contains { property in
            guard let other = others[property.name], [property, other].allSatisfy({ isAlwaysPresent($0) })
            else { return false }
            if let one = constants(of: property.value), let two = constants(of: other.value) {
                return one.count == 1 && two.count == 1 && one != two
            }
            return areDistinct(
                resolvedShape(of: property.value), resolvedShape(of: other.value), depth: depth + 1)
        }
    }

    /// Whether messages in both directions have a property, other than null.
    private func isAlwaysPresent(_ property: StructureShape.Property) -> Bool {
        property.isRequired && property.isDeclared && !property.isNullable && !shape(of: property.value).isNullable
            && direction(of: property.value) == .both
    }
}

extension Shape {
    /// The order in which variants other than objects are tested: types with fewer values come first.
    fileprivate var rank: Int {
        switch self {
        case .scalar(.boolean): 0
        case .scalar(let type) where type.isInteger: 1
        case .scalar(let type) where type.isNumber: 2
        case .scalar(let type) where type.isText: 3
        case .enumeration(let enumeration) where enumeration.rawValue != .json: 4
        case .scalar, .enumeration: 5
        case .tuple: 6
        case .array: 7
        default: 8
        }
    }
}
