import MartletOpenAPI
import MartletSource

/// The order in which the objects of a union are tested: one before those whose required keys are a subset of its own, so that
/// it is not taken for one of them; otherwise their order is kept.
struct RequiredOrder {
    /// The places of the objects in their original order.
    private(set) var places: [Int] = []
    /// The objects with equal keys, by the number of the set of keys, and that number for each object.
    private var members: [[Int]] = []
    private var sets: [Int] = []

    init(_ required: [Set<SpecText>]) {
        var numbers: [Set<SpecText>: Int] = [:]
        for (place, keys) in required.enumerated() {
            let number = numbers[keys] ?? members.count
            if number == members.count {
                numbers[keys] = number
                members.append([])
            }
            members[number].append(place)
            sets.append(number)
        }
        let keys = members.map { required[$0[0]] }
        let subsets = Self.subsets(of: keys)
        // How many sets are still to be tested before each one.
        var blockers = [Int](repeating: 0, count: keys.count)
        for subset in subsets.joined() { blockers[subset] += 1 }
        var left = members.map(\.count)
        // The objects that can be next, the last of which is the first in order.
        var open = keys.indices.filter { blockers[$0] == 0 }.flatMap { members[$0] }.sorted(by: >)
        while let place = open.popLast() {
            places.append(place)
            let set = sets[place]
            left[set] -= 1
            guard left[set] == 0 else { continue }
            var freed: [Int] = []
            for subset in subsets[set] {
                blockers[subset] -= 1
                if blockers[subset] == 0 { freed += members[subset] }
            }
            if !freed.isEmpty { open = (open + freed).sorted(by: >) }
        }
    }

    /// The objects with the same required keys that come after one.
    func equals(behind place: Int) -> ArraySlice<Int> {
        let members = members[sets[place]]
        return members[(members.partitioningIndex { $0 > place })...]
    }

    /// For each set, the others that are subsets of it.
    private static func subsets(of sets: [Set<SpecText>]) -> [[Int]] {
        // A set is found by the key of it that the fewest sets have; the empty one is a subset of all.
        var counts: [SpecText: Int] = [:]
        for key in sets.joined() { counts[key, default: 0] += 1 }
        var byKey: [SpecText: [Int]] = [:]
        var empty: [Int] = []
        for (number, set) in sets.enumerated() {
            let rarest = set.min { (counts[$0, default: 0], $0) < (counts[$1, default: 0], $1) }
            if let rarest { byKey[rarest, default: []].append(number) } else { empty.append(number) }
        }
        return sets.enumerated().map { number, set in
            empty.filter { $0 != number }
                + set.sorted().flatMap { byKey[$0] ?? [] }.filter { $0 != number && sets[$0].isStrictSubset(of: set) }
        }
    }
}
