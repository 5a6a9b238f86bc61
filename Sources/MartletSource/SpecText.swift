/// Text from a document.
///
/// Such text is untrusted: it may contain terminal escapes or Swift code. It can be compared, hashed and taken apart into
/// other texts, but it has no printable form: its interpolation into a `String` causes a compiler warning and appends
/// nothing. To read its characters, state a use: ``raw(for:)``.
///
/// Texts are compared by their UTF-8 bytes, as in JSON (RFC 8259, section 8.3): unlike with `String`, a precomposed `é`
/// and a decomposed `é` are different keys.
package struct SpecText: Hashable, Comparable, Sendable, ExpressibleByStringInterpolation {
    /// The text as in the document. It isn't safe to print.
    let characters: String

    /// The text as in the document, for tests to compare with; `RawTextTests` fails for other uses.
    package var unencoded: String { characters }

    /// Wraps text from a document.
    package init(_ text: String) {
        var text = text
        text.makeContiguousUTF8()
        characters = text
    }

    /// Wraps a literal, for comparisons with text from a document.
    package init(stringLiteral value: String) {
        self.init(value)
    }

    /// Wraps a literal with texts of a document in it.
    package init(stringInterpolation: StringInterpolation) {
        self.init(stringInterpolation.text)
    }

    /// Whether the text is empty.
    package var isEmpty: Bool { characters.isEmpty }

    /// The UTF-8 bytes, which are what is compared and hashed.
    package var utf8: String.UTF8View { characters.utf8 }

    /// Whether the bytes are equal.
    package static func == (left: SpecText, right: SpecText) -> Bool {
        guard left.utf8.count == right.utf8.count else { return false }
        return left.utf8.withContiguousStorageIfAvailable { left in
            right.utf8.withContiguousStorageIfAvailable { right in
                UnsafeRawBufferPointer(left).hasSameBytes(as: UnsafeRawBufferPointer(right))
            } ?? false
        } ?? false
    }

    /// Orders by bytes, which is the order of the Unicode scalars too.
    package static func < (left: SpecText, right: SpecText) -> Bool {
        left.utf8.lexicographicallyPrecedes(right.utf8)
    }

    /// Hashes the bytes.
    package func hash(into hasher: inout Hasher) {
        utf8.withContiguousStorageIfAvailable { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        hasher.combine(utf8.count)
    }
}

extension SpecText: CustomReflectable {
    /// A number that differs where texts differ: `String(describing:)` of a value with text in it must not print the text.
    package var customMirror: Mirror {
        Mirror(self, children: ["digest": StableHash.hash(characters)], displayStyle: .struct)
    }
}
