extension Arena {
    /// The maximum number of entries of a mapping that is searched linearly; a larger one has a lookup table.
    private static let scannedEntries = 8

    /// Sets the key number of a scalar that is a key.
    mutating func numberKey(_ node: UInt32) {
        records[Int(node)].number = keys.number(of: records[Int(node)].range, in: text)
    }

    /// Builds the lookup table of a complete mapping, if it needs one, and finds duplicate keys.
    ///
    /// The table is a hash table with open addressing. The number of slots is a power of two and at least twice the
    /// number of entries. A slot is 0 if it is free, else 1 + the index of an entry.
    ///
    /// - Returns: Each duplicate key, with the first key that equals it.
    /// - Complexity: O(*n*), where *n* is the number of entries.
    mutating func indexKeys(of mapping: UInt32) -> [(first: UInt32, again: UInt32)] {
        var duplicates: [(first: UInt32, again: UInt32)] = []
        let record = record(mapping)
        let entries = Int(record.count) / 2
        if entries <= Self.scannedEntries {
            for entry in 0..<entries {
                let number = keyNumber(entry, of: record)
                let first = (0..<entry).first { keyNumber($0, of: record) == number }
                if let first { duplicates.append((key(first, of: record), key(entry, of: record))) }
            }
            return duplicates
        }
        let table = slots.count
        records[Int(mapping)].number = UInt32(truncatingIfNeeded: table)
        slots.append(contentsOf: repeatElement(0, count: Self.slotCount(entries: entries)))
        for entry in 0..<entries {
            let slot = slot(of: keyNumber(entry, of: record), table: table, record)
            if slots[slot] == 0 {
                slots[slot] = UInt32(truncatingIfNeeded: entry) &+ 1
            } else {
                duplicates.append((key(Int(slots[slot]) - 1, of: record), key(entry, of: record)))
            }
        }
        return duplicates
    }

    /// The index of the first entry with a key number in a complete mapping; `nil` if there is none.
    func entry(_ key: UInt32, of record: NodeRecord) -> Int? {
        let entries = Int(record.count) / 2
        if entries <= Self.scannedEntries { return (0..<entries).first { keyNumber($0, of: record) == key } }
        let slot = slot(of: key, table: Int(record.number), record)
        return slots[slot] == 0 ? nil : Int(slots[slot]) - 1
    }

    /// The key number of an entry.
    func keyNumber(_ entry: Int, of record: NodeRecord) -> UInt32 { records[Int(key(entry, of: record))].number }

    /// The node of an entry's key.
    private func key(_ entry: Int, of record: NodeRecord) -> UInt32 {
        children[Int(record.start) + 2 * entry]
    }

    /// The slot with the entry for a key number in the lookup table of a mapping, or the free slot for it.
    private func slot(of key: UInt32, table: Int, _ record: NodeRecord) -> Int {
        let mask = Self.slotCount(entries: Int(record.count) / 2) - 1
        // Successive keys of a document have successive numbers, so the number itself serves as the hash.
        var offset = Int(key) & mask
        while true {
            let occupant = slots[table + offset]
            if occupant == 0 || keyNumber(Int(occupant) - 1, of: record) == key { return table + offset }
            offset = (offset + 1) & mask
        }
    }

    /// The number of slots of a lookup table.
    private static func slotCount(entries: Int) -> Int {
        var count = 2 * scannedEntries
        while count < 2 * entries { count *= 2 }
        return count
    }
}
