package import MartletSource

/// A JSON Pointer in the fragment of a URI (RFC 6901, section 6).
package struct Pointer: Sendable {
    /// The tokens, decoded; none for the whole document.
    package let tokens: [SpecText]

    /// - Parameter fragment: what follows the `#`, percent-decoded.
    /// - Returns: `nil` when it is no pointer but the name of an anchor.
    init?(_ fragment: String) {
        guard !fragment.isEmpty else {
            tokens = []
            return
        }
        guard fragment.utf8.first == UInt8(ascii: "/") else { return nil }
        var fragment = fragment
        tokens = fragment.withUTF8 { bytes in
            bytes.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
                .map { SpecText(Self.decoded($0)) }
        }
    }

    /// What the pointer leads to from the root of a schema, where that is clearly meant: it begins with a keyword that holds
    /// schemas. ASP.NET Core 9 and 10 write such references to types that refer to themselves, also with the way to a
    /// schema without a name before it (dotnet/aspnetcore issues 58915 and 61139).
    func nodeOfSchema(_ root: Node) -> Node? {
        let prefix: [SpecText] = [FieldName.components.text, FieldName.schemas.text, "#"]
        let tokens = tokens.starts(with: prefix) ? tokens.dropFirst(prefix.count) : tokens[...]
        guard let first = tokens.first, SchemaPlaces.isKeyword(first) else { return nil }
        return tokens.reduce(root) { node, token in node?.child(token) }
    }

    /// `~1` is `/` and `~0` is `~`, in one pass, so that `~01` is `~1`.
    private static func decoded(_ token: Slice<UnsafeBufferPointer<UInt8>>) -> String {
        guard token.contains(UInt8(ascii: "~")) else { return String(decoding: token, as: UTF8.self) }
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
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension Node {
    /// The value of a key of a mapping, or the element of a sequence with that index (RFC 6901, section 4).
    func child(_ token: SpecText) -> Node? {
        switch kind {
        case .mapping:
            return self[token]
        case .sequence:
            // An index has no leading zeros, and `-` names no element that is there.
            guard let index = Int(token.unencoded), String(index) == token.unencoded,
                elements.indices.contains(index)
            else { return nil }
            return elements[index]
        case .scalar:
            return nil
        }
    }
}
