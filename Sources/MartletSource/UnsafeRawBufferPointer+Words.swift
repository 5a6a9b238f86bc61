/// Access to eight bytes at a time.
extension UnsafeRawBufferPointer {
    /// Whether two buffers have the same bytes.
    func hasSameBytes(as other: UnsafeRawBufferPointer) -> Bool {
        guard count == other.count else { return false }
        guard count >= 8 else { return elementsEqual(other) }
        for index in stride(from: 0, to: count - 8, by: 8) where word(at: index) != other.word(at: index) {
            return false
        }
        return word(at: count - 8) == other.word(at: count - 8)
    }

    /// The eight bytes that begin at an index.
    private func word(at index: Int) -> UInt64 { loadUnaligned(fromByteOffset: index, as: UInt64.self) }
}
