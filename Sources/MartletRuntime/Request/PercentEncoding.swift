/// Percent-encoding for the parts of a URL and of a form.
enum PercentEncoding {
    /// The unreserved characters (RFC 3986, section 2.3) stay as they are, all others are encoded.
    ///
    /// The result is safe in a path segment and on both sides of `=` in a query, under form decoding too: a space is
    /// `%20` and `+` is `%2B`. The characters stay as they were composed; nothing is normalized.
    static func strict(_ text: String) -> String { encoded(text) { _ in false } }

    /// As `allowReserved` has it in a query (OpenAPI 3.2.0, section 4.12.2.2): reserved characters and percent-encoded
    /// triplets stay too, but for those that would end the value, `&` and `#`, or that a form reads as something else,
    /// `+`, `[` and `]`.
    static func reservedInQuery(_ text: String) -> String { encoded(text, keepsTriplets: true, reserved.contains) }

    /// As `allowReserved` has it in a path: what a segment can't hold, `/`, `?`, `#` and brackets, is encoded.
    static func reservedInPath(_ text: String) -> String {
        encoded(text, keepsTriplets: true) { reservedInSegments.contains($0) }
    }

    /// As `application/x-www-form-urlencoded` has it: a space is `+` (URL Standard, section 5.2).
    static func form(_ text: String) -> String { strict(text).replacing("%20", with: "+") }

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
    /// This text with every byte but unreserved characters percent-encoded; see ``PercentEncoding/strict(_:)``.
    var percentEncoded: String { PercentEncoding.strict(self) }
}
