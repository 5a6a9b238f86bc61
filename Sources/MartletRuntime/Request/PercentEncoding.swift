/// Percent-encoding for the components of a URL and for forms.
package enum PercentEncoding {
    /// Percent-encodes all characters except the unreserved ones (RFC 3986, section 2.3).
    ///
    /// The result is safe in a path segment and on both sides of `=` in a query, and also as form data: a space is
    /// `%20`, and `+` is `%2B`. Text is not normalized.
    package static func strict(_ text: String) -> String { encoded(text) { _ in false } }

    /// Encodes a query value with `allowReserved` (OpenAPI 3.2.0, section 4.12.2.2): reserved characters and
    /// percent-encoded triplets are kept, except those that would end the value, `&` and `#`, and those that have
    /// another meaning in a form, `+`, `[` and `]`.
    package static func reservedInQuery(_ text: String) -> String {
        encoded(text, keepsTriplets: true, reserved.contains)
    }

    /// Encodes a path value with `allowReserved`: the characters that a segment cannot contain, `/`, `?`, `#` and
    /// brackets, are percent-encoded.
    package static func reservedInPath(_ text: String) -> String {
        encoded(text, keepsTriplets: true) { reservedInSegments.contains($0) }
    }

    /// Encodes a text as `application/x-www-form-urlencoded`, with `+` for a space (URL Standard, section 5.2).
    package static func form(_ text: String) -> String { strict(text).replacing("%20", with: "+") }

    private static let reserved = Array(":/?@!$'()*,;=".utf8)
    private static let reservedInSegments = Array(":@!$&'()*+,;=".utf8)
    private static let digits = Array("0123456789ABCDEF".utf8)

    private static func encoded(
        _ text: String,
        keepsTriplets: Bool = false,
        _ isKept: (UInt8) -> Bool
    ) -> String {
        let bytes = Array(text.utf8)
        var encoded: [UInt8] = []
        encoded.reserveCapacity(bytes.count)
        for (index, byte) in bytes.enumerated() {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
                encoded.append(byte)
            case UInt8(ascii: "%") where keepsTriplets && isTriplet(bytes[index...].prefix(3)): encoded.append(byte)
            case _ where isKept(byte): encoded.append(byte)
            default: encoded += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 0x0F)]]
            }
        }
        return String(decoding: encoded, as: UTF8.self)
    }

    private static func isTriplet(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.count == 3
            && bytes.dropFirst().allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"):
                    true
                default: false
                }
            }
    }
}

extension String {
    /// The text with all characters but unreserved ones percent-encoded; see ``PercentEncoding/strict(_:)``.
    package var percentEncoded: String { PercentEncoding.strict(self) }
}
