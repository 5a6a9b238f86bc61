/// A tag as it is written in the source, regardless of its line.
struct TemplateTag {
    /// The kind of a tag, determined by the first character of its content (Mustache specification, one file per kind).
    enum Kind {
        case variable(escaped: Bool)
        case section
        case inverted
        case end
        case partial
        case comment
        case delimiters
    }

    /// The kind of the tag.
    let kind: Kind
    /// The range from the first byte of the opening delimiter to the last byte of the closing one.
    let range: Range<Int>
    /// The range between the delimiters, without the kind's sign and surrounding whitespace.
    let content: Range<Int>

    /// Whether the tag's line is removed when nothing else is on it.
    var mayStandAlone: Bool {
        if case .variable = kind { false } else { true }
    }
}

extension UInt8 {
    /// A space or a tab.
    var isBlank: Bool {
        self == UInt8(ascii: " ") || self == UInt8(ascii: "\t")
    }

    /// A space, a tab or a character of a line break.
    var isWhitespace: Bool {
        isBlank || self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r")
    }
}
