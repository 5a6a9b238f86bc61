package import MartletSource

/// The key of a path: literal text with parameters in braces (OpenAPI 3.0.3, section 4.7.8.2).
package struct PathTemplate: Hashable, Sendable {
    /// As written; every byte is allowed in the path of a URL (RFC 3986, section 3.3), braces aside.
    package let text: SpecText
    /// Parameter names in the order of the path.
    package let names: [SpecText]
    /// The template with all names left out: two paths of one document must not agree in it.
    package let shape: String

    /// - Returns: `nil` when the path can't be requested; the reason is reported.
    init?(_ key: SpecText, at location: Location, _ diagnostics: DiagnosticCollector) {
        guard key.utf8.first == UInt8(ascii: "/") else {
            diagnostics.report(.error(.pathWithoutSlash(key), at: location))
            return nil
        }
        var names: [SpecText] = []
        var shape: [UInt8] = []
        var name: [UInt8]?
        for byte in key.utf8 {
            switch (byte, name) {
            case (UInt8(ascii: "{"), nil):
                name = []
            case (UInt8(ascii: "}"), let bytes?) where !bytes.isEmpty:
                names.append(SpecText(String(decoding: bytes, as: UTF8.self)))
                shape += Array("{}".utf8)
                name = nil
            case (UInt8(ascii: "{"), _), (UInt8(ascii: "}"), _):
                diagnostics.report(.error(.unbalancedPath(key), at: location))
                return nil
            case (_, let bytes?):
                name = bytes + [byte]
            case (_, nil):
                guard Self.isPathByte(byte) else {
                    diagnostics.report(.error(.illegalPath(key), at: location))
                    return nil
                }
                shape.append(byte)
            }
        }
        guard name == nil else {
            diagnostics.report(.error(.unbalancedPath(key), at: location))
            return nil
        }
        text = key
        self.names = names
        self.shape = String(decoding: shape, as: UTF8.self)
    }

    /// `pchar`, `/` and `%` (RFC 3986, section 3.3).
    private static func isPathByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default:
            "/%-._~!$&'()*+,;=:@".utf8.contains(byte)
        }
    }
}

extension Diagnostic.Message {
    package static func pathWithoutSlash(_ key: SpecText) -> Self { "the path \(key) must begin with a slash" }
    package static func unbalancedPath(_ key: SpecText) -> Self { "the braces of the path \(key) don't match" }

    package static func illegalPath(_ key: SpecText) -> Self {
        "the path \(key) has a character that a URL's path can't hold; percent-encode it"
    }
}
