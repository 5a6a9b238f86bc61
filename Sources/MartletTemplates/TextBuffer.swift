/// UTF-8 text that grows at its end.
///
/// Appending few bytes at a time to an array takes three times as long, and rendering does little else.
package struct TextBuffer: ~Copyable {
    private var start: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    package private(set) var count = 0

    package init(capacity: Int = 256) {
        self.capacity = max(capacity, 1)
        start = .allocate(capacity: self.capacity)
    }

    deinit { start.deallocate() }

    /// The bytes so far.
    package var bytes: [UInt8] { Array(UnsafeBufferPointer(start: start, count: count)) }

    /// The bytes so far as text.
    package var text: String { String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self) }

    /// The bytes after the last line break.
    var currentLine: [UInt8] {
        var first = count
        while first > 0, start[first - 1] != UInt8(ascii: "\n") { first -= 1 }
        return Array(UnsafeBufferPointer(start: start + first, count: count - first))
    }

    /// Removes a line break at the end.
    mutating func removeLineBreak() {
        if count > 0, start[count - 1] == UInt8(ascii: "\n") { count -= 1 }
    }

    /// Removes all bytes and keeps the memory.
    package mutating func removeAll() { count = 0 }

    package mutating func append(_ byte: UInt8) {
        reserve(1)
        start[count] = byte
        count += 1
    }

    package mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let other = bytes.baseAddress else { return }
        reserve(bytes.count)
        (start + count).update(from: other, count: bytes.count)
        count += bytes.count
    }

    package mutating func append(_ text: String) {
        let isAppended: Void? = text.utf8.withContiguousStorageIfAvailable { append($0) }
        if isAppended == nil { for byte in text.utf8 { append(byte) } }
    }

    package mutating func append(_ bytes: [UInt8]) { bytes.withUnsafeBufferPointer { append($0) } }

    /// Appends a range of other bytes.
    mutating func append(_ range: Range<Int>, of source: [UInt8]) {
        source.withUnsafeBufferPointer { append(UnsafeBufferPointer(rebasing: $0[range])) }
    }

    /// Appends text with `&`, `"`, `<` and `>` as entities, the ones that the Mustache specification requires.
    mutating func append(htmlEscaped text: String) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): append("&amp;")
            case UInt8(ascii: "\""): append("&quot;")
            case UInt8(ascii: "<"): append("&lt;")
            case UInt8(ascii: ">"): append("&gt;")
            default: append(byte)
            }
        }
    }

    /// Makes room for this number of further bytes.
    private mutating func reserve(_ more: Int) {
        guard count + more > capacity else { return }
        let old = start
        capacity = max(2 * capacity, count + more)
        start = .allocate(capacity: capacity)
        start.update(from: old, count: count)
        old.deallocate()
    }
}
