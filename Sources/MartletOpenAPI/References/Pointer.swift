package import MartletSource

/// A JSON Pointer from the fragment of a URI (RFC 6901, section 6).
package struct Pointer: Sendable {
    /// The unescaped reference tokens; empty for the whole document.
    package let tokens: [SpecText]

    package init(_ tokens: some Sequence<SpecText>) { self.tokens = Array(tokens) }

    /// Parses a fragment; `nil` if it is the name of an anchor.
    ///
    /// - Parameter fragment: The percent-decoded text after the `#`.
    package init?(_ fragment: String) {
        guard !fragment.isEmpty else {
            tokens = []
            return
        }
        guard fragment.utf8.first == UInt8(ascii: "/") else { return nil }
        var fragment = fragment
        tokens = fragment.withUTF8 { bytes in
            bytes.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
                .map { Self.decoded($0) }
        }
    }

    /// The target of the pointer in a document.
    package func node(in root: Node) -> Node? { tokens.reduce(root) { node, token in node?.child(token) } }

    /// The target of the pointer relative to the root of a schema; `nil` unless the pointer begins with a keyword that
    /// contains schemas. ASP.NET Core 9 and 10 write such references for recursive types, also with the prefix
    /// `/components/schemas/#` (dotnet/aspnetcore issues 58915 and 61139).
    func nodeOfSchema(_ root: Node) -> Node? {
        let prefix: [SpecText] = [FieldName.components.text, FieldName.schemas.text, "#"]
        let tokens = tokens.starts(with: prefix) ? tokens.dropFirst(prefix.count) : tokens[...]
        guard let first = tokens.first, SchemaPlaces.isKeyword(first) else { return nil }
        return Pointer(tokens).node(in: root)
    }

    /// Replaces `~1` by `/` and `~0` by `~` in one pass, so that `~01` becomes `~1` (RFC 6901, section 4).
    private static func decoded(_ token: Slice<UnsafeBufferPointer<UInt8>>) -> SpecText {
        guard token.contains(UInt8(ascii: "~")) else { return SpecText(decoding: token) }
        var bytes: [UInt8] = []
        var isEscape = false
        for byte in token {
            if isEscape {
                switch byte {
                case UInt8(ascii: "0"): bytes.append(UInt8(ascii: "~"))
                case UInt8(ascii: "1"): bytes.append(UInt8(ascii: "/"))
                default: bytes += [UInt8(ascii: "~"), byte]
                }
                isEscape = false
            } else if byte == UInt8(ascii: "~") {
                isEscape = true
            } else {
                bytes.append(byte)
            }
        }
        if isEscape { bytes.append(UInt8(ascii: "~")) }
        return SpecText(decoding: bytes)
    }
}

extension Node {
    /// The value of a key of a mapping, or the element of a sequence at an index (RFC 6901, section 4).
    func child(_ token: SpecText) -> Node? {
        switch kind {
        case .mapping:
            return self[token]
        case .sequence:
            // An index has no leading zeros, and `-` refers to a nonexistent element.
            guard let index = Int(token), SpecText(String(index)) == token,
                elements.indices.contains(index)
            else { return nil }
            return elements[index]
        case .scalar:
            return nil
        }
    }
}
