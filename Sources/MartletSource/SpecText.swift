/// Text that came out of a document.
///
/// Such text is hostile: it may hold anything, terminal escapes and Swift code included. It can be compared and hashed,
/// but interpolating it into a `String` prints nothing and is a warning. It leaves through an encoder alone, and only
/// encoders read ``unencoded``.
///
/// Two texts are equal when their UTF-8 bytes are: unlike `String`, `é` composed and `é` decomposed are two keys, as
/// they are in JSON (RFC 8259 section 8.3).
package struct SpecText: Hashable, Comparable, Sendable, ExpressibleByStringLiteral {
    /// The text as the document has it, unsafe to print; for encoders.
    package let unencoded: String

    /// Marks text as coming from a document.
    package init(_ text: String) {
        var text = text
        text.makeContiguousUTF8()
        unencoded = text
    }

    /// A name that the program itself looks for in a document.
    package init(stringLiteral value: String) {
        self.init(value)
    }

    /// Whether there is no text at all.
    package var isEmpty: Bool { unencoded.isEmpty }

    /// The bytes that comparison and hashing look at.
    package var utf8: String.UTF8View { unencoded.utf8 }

    /// Equality byte by byte.
    package static func == (left: SpecText, right: SpecText) -> Bool {
        guard left.utf8.count == right.utf8.count else { return false }
        return left.utf8.withContiguousStorageIfAvailable { left in
            right.utf8.withContiguousStorageIfAvailable { right in
                UnsafeRawBufferPointer(left).hasSameBytes(as: UnsafeRawBufferPointer(right))
            } ?? false
        } ?? false
    }

    /// Order byte by byte, which is also the order of the Unicode scalars.
    package static func < (left: SpecText, right: SpecText) -> Bool {
        left.utf8.lexicographicallyPrecedes(right.utf8)
    }

    /// Hashes the bytes.
    package func hash(into hasher: inout Hasher) {
        utf8.withContiguousStorageIfAvailable { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        hasher.combine(utf8.count)
    }
}
