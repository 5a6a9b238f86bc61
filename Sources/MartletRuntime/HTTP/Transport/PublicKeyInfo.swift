import Foundation

/// The Subject Public Key Info of a certificate (RFC 5280, section 4.1). The pin of a public key is its hash.
struct PublicKeyInfo {
    /// The structure in DER.
    let bytes: Data

    /// Finds the structure in a certificate in DER; `nil` if that is malformed.
    init?(certificate: Data) {
        var outer = DERReader(certificate)
        guard let content = outer.next(0x30)?.content else { return nil }
        var inner = DERReader(content)
        guard let signed = inner.next(0x30)?.content else { return nil }
        var fields = DERReader(signed)
        // The version is optional. Serial number, signature, issuer, validity and subject follow.
        _ = fields.next(0xA0)
        for tag: UInt8 in [0x02, 0x30, 0x30, 0x30, 0x30] {
            guard fields.next(tag) != nil else { return nil }
        }
        guard let key = fields.next(0x30) else { return nil }
        bytes = key.whole
    }
}

/// A reader of the elements of a structure in DER (ITU-T X.690).
private struct DERReader {
    private var rest: Data

    init(_ data: Data) { rest = data }

    /// Returns the next element if it has a tag; otherwise stays where it is and returns `nil`.
    mutating func next(_ tag: UInt8) -> (whole: Data, content: Data)? {
        let bytes = [UInt8](rest.prefix(6))
        guard bytes.count >= 2, bytes[0] == tag else { return nil }
        var head = 2
        var count = Int(bytes[1])
        if count >= 0x80 {
            let digits = count & 0x7F
            guard (1...4).contains(digits), bytes.count >= 2 + digits else { return nil }
            head += digits
            count = Int(clamping: bytes[2..<head].reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
        }
        guard count <= rest.count - head else { return nil }
        let whole = rest.prefix(head + count)
        rest = rest.dropFirst(head + count)
        return (Data(whole), Data(whole.dropFirst(head)))
    }
}
