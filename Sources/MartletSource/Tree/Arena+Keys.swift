extension Arena {
    /// Up to this number of entries a mapping is searched from front to back; above it has a lookup table.
    private static let scannedEntries = 8

    /// Gives a scalar that is a key its number.
    mutating func numberKey(_ node: UInt32) {
        records[Int(node)].number = keys.number(of: records[Int(node)].range, in: text)
    }

    /// Prepares a finished mapping for lookups, and returns every key that an earlier one equals, with the first that
    /// does. Takes time in proportion to the number of entries.
    ///
    /// A large mapping gets a table with open addressing: a power of two of slots, at least twice as many as entries,
    /// each 0 or 1 + the number of an entry.
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

    /// The number of the first entry with that key in a finished mapping.
    func entry(_ key: UInt32, of record: NodeRecord) -> Int? {
        let entries = Int(record.count) / 2
        if entries <= Self.scannedEntries { return (0..<entries).first { keyNumber($0, of: record) == key } }
        let slot = slot(of: key, table: Int(record.number), record)
        return slots[slot] == 0 ? nil : Int(slots[slot]) - 1
    }

    /// The number of an entry's key.
    func keyNumber(_ entry: Int, of record: NodeRecord) -> UInt32 { records[Int(key(entry, of: record))].number }

    /// The key of an entry, counted from 0.
    private func key(_ entry: Int, of record: NodeRecord) -> UInt32 {
        children[Int(record.start) + 2 * entry]
    }

    /// The slot of a mapping's table that holds the entry with that key, or the free one where it would go.
    private func slot(of key: UInt32, table: Int, _ record: NodeRecord) -> Int {
        let mask = Self.slotCount(entries: Int(record.count) / 2) - 1
        // Keys that follow each other in the document have numbers that do: they need no better hash than the number.
        var offset = Int(key) & mask
        while true {
            let occupant = slots[table + offset]
            if occupant == 0 || keyNumber(Int(occupant) - 1, of: record) == key { return table + offset }
            offset = (offset + 1) & mask
        }
    }

    /// How many slots the table of so many entries has.
    private static func slotCount(entries: Int) -> Int {
        var count = 2 * scannedEntries
        while count < 2 * entries { count *= 2 }
        return count
    }
}
