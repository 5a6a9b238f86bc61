package import MartletSource

/// The grammar of methods, and of names of headers and authentication schemes (RFC 9110, section 5.6.2).
enum Token {
    static func isCharacter(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
        }
    }
}

extension SpecText {
    /// Whether the text is a token.
    package var isToken: Bool { !isEmpty && utf8.allSatisfy(Token.isCharacter) }
}

extension Fields {
    /// The headers of a response or a part. One whose name isn't a token, which no message can have, is reported and left
    /// out.
    mutating func headers() -> [Named<Header>] { context.checked(named(.headers)) }
}

extension DecodingContext {
    /// The headers with names that are tokens; others are reported.
    func checked(_ headers: [Named<Header>]) -> [Named<Header>] {
        headers.filter { header in
            if header.name.isToken { return true }
            report(.warning(.describedHeaderLeftOut(header.name), at: header.location))
            return false
        }
    }
}

extension Diagnostic.Message {
    package static func describedHeaderLeftOut(_ name: SpecText) -> Self {
        Self(.headerName, "\(name) is not a valid name of a header; it is left out")
    }
}
