extension Diagnostic.Message {
    /// The document ends where something is still to come.
    static func unfinishedJSON(_ message: Self) -> Self { "the document ends too early: \(message)" }

    /// Something follows the one value of a document (RFC 8259 section 2).
    static let trailingJSON: Self = "nothing may follow the value of the document"

    /// No value begins here (RFC 8259 section 3).
    static let expectedValue: Self = "expected a value: an object, an array, a string, a number, true, false or null"

    /// A member of an object has no proper key (RFC 8259 section 4).
    static let expectedKey: Self = "expected a key in double quotes"

    /// A key has no value (RFC 8259 section 4).
    static let expectedColon: Self = "expected a colon after the key"

    /// Neither the end of an object nor a further member (RFC 8259 section 4).
    static let expectedEntryEnd: Self = "expected a comma or the } that ends the object"

    /// Neither the end of an array nor a further element (RFC 8259 section 5).
    static let expectedElementEnd: Self = "expected a comma or the ] that ends the array"

    /// A number lacks digits (RFC 8259 section 6).
    static let expectedDigit: Self = "expected a digit"

    /// A number such as `012` (RFC 8259 section 6).
    static let leadingZero: Self = "a number must not begin with 0 before other digits"

    /// A string without its second quotation mark (RFC 8259 section 7).
    static func endlessString(_ start: Position) -> Self { "the string that begins at \(start) has no end" }

    /// A control character, a line break for example, inside a string (RFC 8259 section 7).
    static let controlCharacter: Self = "a control character in a string must be written as an escape"

    /// A backslash before a character that makes no escape (RFC 8259 section 7).
    static let unknownEscape: Self = #"expected one of " \ / b f n r t u after the backslash"#

    /// `\u` without four hexadecimal digits (RFC 8259 section 7).
    static let expectedHexDigit: Self = #"expected four hexadecimal digits after \u"#

    /// One half of a surrogate pair, which is no character (RFC 8259 section 8.2).
    static let loneSurrogate: Self = "half of a surrogate pair is not a character"

    /// Bytes that are no UTF-8 (RFC 8259 section 8.1).
    static func invalidUTF8(_ offset: Int) -> Self { "invalid UTF-8, at byte offset \(offset)" }
}
