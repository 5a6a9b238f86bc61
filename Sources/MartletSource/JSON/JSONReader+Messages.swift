extension Diagnostic.Message {
    /// The document ends in the middle of a value.
    static func unfinishedJSON(_ message: Self) -> Self { Self(.syntax, "the document ends too early: \(message)") }

    /// There is text after the value of the document (RFC 8259, section 2).
    static let trailingJSON = Self(.syntax, "nothing may follow the value of the document")

    /// There is no value where one is required (RFC 8259, section 3).
    static let expectedValue = Self(.syntax, anyValue)

    /// A value is a word that only other languages have.
    static let otherWord = Self(
        .syntax, anyValue, hint: "JSON has true, false and null in lower case, but neither NaN nor undefined")

    /// The document is not JSON.
    static let notJSON = Self(.syntax, anyValue, hint: "if this is YAML, name the file .yaml")

    private static let anyValue: Diagnostic.Text =
        "expected a value: an object, an array, a string, a number, true, false or null"

    /// A member of an object doesn't begin with a string (RFC 8259, section 4).
    static let trailingComma = Self(
        .syntax, "expected a key in double quotes", hint: "remove the comma before the } that ends the object")
    static let comment = Self(.syntax, "JSON has no comments", hint: "remove it, or write YAML")
    static let expectedKey = Self(.syntax, "expected a key in double quotes")

    /// A key is in single quotes, or in the curly quotes of a word processor.
    static let otherQuotes = Self(
        .syntax, "expected a key in double quotes", hint: "JSON has no other quotes than \"")

    /// There is no colon after a key (RFC 8259, section 4).
    static let expectedColon = Self(.syntax, "expected a colon after the key")

    /// A member of an object is followed neither by another one nor by the end of the object (RFC 8259, section 4).
    static let expectedEntryEnd = Self(.syntax, "expected a comma or the } that ends the object")

    /// An element of an array is followed neither by another one nor by the end of the array (RFC 8259, section 5).
    static let expectedElementEnd = Self(.syntax, "expected a comma or the ] that ends the array")

    /// A number has no digit where one is required (RFC 8259, section 6).
    static let expectedDigit = Self(.syntax, "expected a digit")

    /// A number has a leading zero, such as `012` (RFC 8259, section 6).
    static let leadingZero = Self(.syntax, "a number must not begin with 0 before other digits")

    /// A string has no closing quotation mark (RFC 8259, section 7).
    static func unterminatedString(_ start: Position) -> Self {
        Self(.syntax, "the string that begins at \(start) has no closing quotation mark")
    }

    /// A string contains an unescaped control character, such as a line break (RFC 8259, section 7).
    static let controlCharacter = Self(
        .syntax, #"a control character in a string must be escaped, such as \n for a line break"#)

    /// A backslash is followed by a character that isn't part of an escape sequence (RFC 8259, section 7).
    static let unknownEscape = Self(.syntax, #"expected one of " \ / b f n r t u after the backslash"#)

    /// `\u` isn't followed by four hexadecimal digits (RFC 8259, section 7).
    static let expectedHexDigit = Self(.syntax, #"expected four hexadecimal digits after \u"#)

    /// An escape sequence is an unpaired surrogate (RFC 8259, section 8.2).
    static let loneSurrogate = Self(
        .syntax, #"an unpaired surrogate; write a character above U+FFFF as two \u escapes"#)

    /// The bytes are not valid UTF-8 (RFC 8259, section 8.1).
    static func invalidUTF8(_ offset: Int) -> Self { Self(.syntax, "invalid UTF-8, at byte offset \(offset)") }
}
