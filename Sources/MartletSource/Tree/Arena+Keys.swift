extension Arena {
    /// Up to this number of entries a mapping is searched from front to back; above it has a lookup table.
    private static let scannedEntries = 8

    /// Prepares a finished mapping for lookups, and returns every key whose bytes an earlier one has, with the first
    /// that has them. Takes time in proportion to the number of entries.
    ///
    /// A large mapping gets a hash table with open addressing: a power of two of slots, at least twice as many as
    /// entries, each 0 or 1 + the number of an entry. The hash is seeded for each process, so that no document can aim
    /// at collisions.
    mutating func indexKeys(of mapping: UInt32) -> [(first: UInt32, again: UInt32)] {
        var duplicates: [(first: UInt32, again: UInt32)] = []
        let record = record(mapping)
        let entries = Int(record.count) / 2
        if entries <= Self.scannedEntries {
            for entry in 0..<entries {
                let key = key(entry, of: record)
                let first = (0..<entry).first { haveSameText(self.key($0, of: record), key) }
                if let first { duplicates.append((self.key(first, of: record), key)) }
            }
            return duplicates
        }
        let table = slots.count
        records[Int(mapping)].table = UInt32(truncatingIfNeeded: table)
        slots.append(contentsOf: repeatElement(0, count: Self.slotCount(entries: entries)))
        for entry in 0..<entries {
            let key = key(entry, of: record)
            let hash = text.withUnsafeBytes { Self.hash(UnsafeRawBufferPointer(rebasing: $0[self.record(key).range])) }
            let slot = slot(hash: hash, table: table, entries: entries) { other in
                haveSameText(self.key(other, of: record), key)
            }
            if slots[slot] == 0 {
                slots[slot] = UInt32(truncatingIfNeeded: entry) &+ 1
            } else {
                duplicates.append((self.key(Int(slots[slot]) - 1, of: record), key))
            }
        }
        return duplicates
    }

    /// The number of the first entry with that key in a finished mapping.
    func entry(_ name: SpecText, of record: NodeRecord) -> Int? {
        let entries = Int(record.count) / 2
        if entries <= Self.scannedEntries {
            return (0..<entries).first { hasText(key($0, of: record), name) }
        }
        let hash = name.utf8.withContiguousStorageIfAvailable { Self.hash(UnsafeRawBufferPointer($0)) }
        guard let hash else { return nil }
        let slot = slot(hash: hash, table: Int(record.table), entries: entries) { hasText(key($0, of: record), name) }
        return slots[slot] == 0 ? nil : Int(slots[slot]) - 1
    }

    /// The key of an entry, counted from 0.
    private func key(_ entry: Int, of record: NodeRecord) -> UInt32 {
        children[Int(record.start) + 2 * entry]
    }

    /// The first slot, from the one that the hash names, that is free or holds an entry that matches.
    private func slot(hash: Int, table: Int, entries: Int, matches: (_ entry: Int) -> Bool) -> Int {
        let mask = Self.slotCount(entries: entries) - 1
        var offset = hash & mask
        while true {
            let occupant = slots[table + offset]
            if occupant == 0 || matches(Int(occupant) - 1) { return table + offset }
            offset = (offset + 1) & mask
        }
    }

    /// How many slots the table of so many entries has.
    private static func slotCount(entries: Int) -> Int {
        var count = 2 * scannedEntries
        while count < 2 * entries { count *= 2 }
        return count
    }

    /// The hash of a key's bytes.
    private static func hash(_ bytes: UnsafeRawBufferPointer) -> Int {
        var hasher = Hasher()
        hasher.combine(bytes: bytes)
        return hasher.finalize()
    }

    /// Whether two scalars have the same bytes.
    private func haveSameText(_ left: UInt32, _ right: UInt32) -> Bool {
        let left = record(left)
        let right = record(right)
        guard left.count == right.count else { return false }
        return zip(left.range, right.range).allSatisfy { text[$0] == text[$1] }
    }

    /// Whether a scalar has the bytes of a name.
    private func hasText(_ node: UInt32, _ name: SpecText) -> Bool {
        let record = record(node)
        return Int(record.count) == name.utf8.count && bytes(of: record).elementsEqual(name.utf8)
    }
}
