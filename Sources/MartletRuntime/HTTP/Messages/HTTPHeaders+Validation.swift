extension HTTPHeaders {
    /// Checks that all fields can be sent unchanged and do not affect the framing of the message.
    ///
    /// On Linux, URLSession silently drops values with line breaks, does not validate names, and lets the caller
    /// contradict the length of the body. Values consist of visible ASCII characters with spaces and tabs between them
    /// (RFC 9110, section 5.5); other characters have no agreed encoding in a header and are rejected.
    /// - Throws: ``ApiError`` of kind `invalidRequest` that names the field but never contains its value.
    package func validate() throws {
        for field in fields {
            guard field.name.isToken else { throw Self.invalidName() }
            guard !Self.framing.contains(where: field.name.matches) else { throw Self.framingField(field.name) }
            guard field.value.isFieldValue else { throw Self.invalidValue(field.name) }
        }
    }

    /// The fields that only the transport sets (RFC 9112, section 6).
    private static let framing = ["Connection", "Content-Length", "Host", "Transfer-Encoding"]

    /// The error for an invalid name. It does not contain the name, which is a secret if name and value were swapped.
    static func invalidName() -> ApiError {
        ApiError(.invalidRequest, "a header name is not a token of RFC 9110")
    }

    /// The error for a field that only the transport sets.
    static func framingField(_ name: String) -> ApiError {
        ApiError(.invalidRequest, "the header \(name) is set by the transport and must not be specified")
    }

    /// The error for a value that would be dropped or changed, or would add fields.
    static func invalidValue(_ name: String) -> ApiError {
        ApiError(
            .invalidRequest,
            "the value of the header \(name) has a control or non-ASCII character or begins or ends with a space"
        )
    }
}

extension String {
    /// Whether the text is a token (RFC 9110, section 5.6.2).
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

    /// Whether the text is a field value (RFC 9110, section 5.5) in ASCII.
    var isFieldValue: Bool {
        let blanks = [UInt8(ascii: " "), UInt8(ascii: "\t")]
        guard let first = utf8.first, let last = utf8.last else { return true }
        return !blanks.contains(first) && !blanks.contains(last)
            && utf8.allSatisfy { (0x20...0x7E).contains($0) || $0 == UInt8(ascii: "\t") }
    }
}
