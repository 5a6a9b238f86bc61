/// Numbers the distinct keys of a document, so that keys are compared as numbers and each is decoded once.
///
/// A hash table with open addressing whose keys are ranges of bytes in ``Arena/text``. A `Dictionary` needs a string for
/// each key of each mapping, which takes 3 % of a run.
struct KeyNumbers {
    /// The range of each key's text in ``Arena/text``, by number.
    private(set) var ranges: [Range<Int>] = []
    /// The slots: a power of two, more than twice the number of keys. A slot is 0 if it is free, else 1 + a key's
    /// number.
    private var slots = [UInt32](repeating: 0, count: 1024)

    /// The number of the key with the given range of the text; a new number if no key has these bytes yet.
    mutating func number(of range: Range<Int>, in text: [UInt8]) -> UInt32 {
        let slot = text.withUnsafeBytes { findSlot(of: UnsafeRawBufferPointer(rebasing: $0[range]), in: $0) }
        if slots[slot] > 0 { return slots[slot] - 1 }
        let number = UInt32(truncatingIfNeeded: ranges.count)
        ranges.append(range)
        slots[slot] = number + 1
        if ranges.count * 2 > slots.count { grow(text) }
        return number
    }

    /// The number of a key; `nil` if the document doesn't have the key.
    func number(of key: SpecText, in text: [UInt8]) -> UInt32? {
        let slot = key.utf8.withContiguousStorageIfAvailable { key in
            text.withUnsafeBytes { findSlot(of: UnsafeRawBufferPointer(key), in: $0) }
        }
        guard let slot, slots[slot] > 0 else { return nil }
        return slots[slot] - 1
    }

    /// The slot with the number of a key, or the free slot for it.
    private func findSlot(of bytes: UnsafeRawBufferPointer, in text: UnsafeRawBufferPointer) -> Int {
        let mask = slots.count - 1
        var hasher = Hasher()
        hasher.combine(bytes: bytes)
        var slot = hasher.finalize() & mask
        while slots[slot] > 0 {
            let known = UnsafeRawBufferPointer(rebasing: text[ranges[Int(slots[slot]) - 1]])
            if known.hasSameBytes(as: bytes) { break }
            slot = (slot + 1) & mask
        }
        return slot
    }

    /// Doubles the number of slots.
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
