extension HTTPHeaders {
    /// Throws when a field could not be sent as it stands, or would change how the message is framed.
    ///
    /// URLSession on Linux drops a value with a line break in silence, never looks at names, and lets the caller
    /// contradict the length of the body. Values are the visible ASCII characters with spaces and tabs between them
    /// (RFC 9110, section 5.5); other characters have no agreed encoding in a header and are refused.
    /// - Throws: ``ApiError`` of kind `invalidRequest` that names the field, never its value.
    func validate() throws {
        for field in fields {
            guard field.name.isToken else { throw Self.invalidName() }
            guard !Self.framing.contains(where: field.name.matches) else { throw Self.framingField(field.name) }
            guard field.value.isFieldValue else { throw Self.invalidValue(field.name) }
        }
    }

    /// The fields that belong to the transport alone (RFC 9112, section 6).
    private static let framing = ["Connection", "Content-Length", "Host", "Transfer-Encoding"]

    /// The name itself stays out of the text: whoever mixes up name and value would print the value.
    static func invalidName() -> ApiError {
        ApiError(.invalidRequest, "a header name is not a token of RFC 9110")
    }

    /// A field that would contradict the transport.
    static func framingField(_ name: String) -> ApiError {
        ApiError(.invalidRequest, "the header \(name) is set by the transport and cannot be given")
    }

    /// A value that would be dropped, changed, or read as more than a value.
    static func invalidValue(_ name: String) -> ApiError {
        ApiError(
            .invalidRequest,
            "the value of the header \(name) has a control or non-ASCII character or begins or ends with a space"
        )
    }
}

extension String {
    /// Whether this is a token of RFC 9110, section 5.6.2.
    var isToken: Bool {
        !isEmpty
            && utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"):
                    true
                default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
                }
            }
    }

    /// Whether this is a field value of RFC 9110, section 5.5, in ASCII.
    var isFieldValue: Bool {
        let blanks = [UInt8(ascii: " "), UInt8(ascii: "\t")]
        guard let first = utf8.first, let last = utf8.last else { return true }
        return !blanks.contains(first) && !blanks.contains(last)
            && utf8.allSatisfy { (0x20...0x7E).contains($0) || $0 == UInt8(ascii: "\t") }
    }
}
