/// Which entries of an object have been taken: bits in place, since hardly an object has more entries than a word.
struct TakenEntries {
    private var first: UInt64 = 0
    private var others: Set<Int> = []

    func contains(_ index: Int) -> Bool { index < 64 ? first & 1 << UInt64(index) != 0 : others.contains(index) }

    mutating func insert(_ index: Int) {
        if index < 64 { first |= 1 << UInt64(index) } else { others.insert(index) }
    }
}
