/// Gives every distinct key of a document a number, so that keys are compared as numbers and made into text once.
///
/// A hash table with open addressing over bytes that stay in ``Arena/text``. The hash is seeded for each process, so that
/// no document can aim at collisions.
struct KeyNumbers {
    /// Where in ``Arena/text`` the text of each key is, by number.
    private(set) var ranges: [Range<Int>] = []
    /// A power of two of slots, more than twice as many as keys, each 0 or 1 + a number.
    private var slots = [UInt32](repeating: 0, count: 1024)
    private let hash = ByteHash()

    /// The number of the key whose text is at this place; a new one if it is the first with these bytes.
    mutating func number(of range: Range<Int>, in text: [UInt8]) -> UInt32 {
        let slot = text.withUnsafeBytes { findSlot(of: UnsafeRawBufferPointer(rebasing: $0[range]), in: $0) }
        if slots[slot] > 0 { return slots[slot] - 1 }
        let number = UInt32(truncatingIfNeeded: ranges.count)
        ranges.append(range)
        slots[slot] = number + 1
        if ranges.count * 2 > slots.count { grow(text) }
        return number
    }

    /// The number of a key; nil when the document has no such key.
    func number(of key: SpecText, in text: [UInt8]) -> UInt32? {
        let slot = key.utf8.withContiguousStorageIfAvailable { key in
            text.withUnsafeBytes { findSlot(of: UnsafeRawBufferPointer(key), in: $0) }
        }
        guard let slot, slots[slot] > 0 else { return nil }
        return slots[slot] - 1
    }

    /// The slot that holds the number of these bytes, or the free one where it would go.
    private func findSlot(of bytes: UnsafeRawBufferPointer, in text: UnsafeRawBufferPointer) -> Int {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash(bytes)) & mask
        while slots[slot] > 0 {
            let known = UnsafeRawBufferPointer(rebasing: text[ranges[Int(slots[slot]) - 1]])
            if known.hasSameBytes(as: bytes) { break }
            slot = (slot + 1) & mask
        }
        return slot
    }

    /// Doubles the table.
    private mutating func grow(_ text: [UInt8]) {
        slots = [UInt32](repeating: 0, count: slots.count * 2)
        text.withUnsafeBytes { text in
            for (number, range) in ranges.enumerated() {
                let slot = findSlot(of: UnsafeRawBufferPointer(rebasing: text[range]), in: text)
                slots[slot] = UInt32(truncatingIfNeeded: number) + 1
            }
        }
    }
}
