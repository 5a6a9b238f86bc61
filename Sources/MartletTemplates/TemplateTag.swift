/// A tag as it stands in the source, before anything is known about its line.
struct TemplateTag {
    /// What a tag does, told by the first character of its content (Mustache specification, one file per kind).
    enum Kind {
        case variable(escaped: Bool)
        case section
        case inverted
        case end
        case partial
        case comment
        case delimiters
    }

    /// What the tag does.
    let kind: Kind
    /// From the first byte of the opening delimiter to the last of the closing one.
    let range: Range<Int>
    /// What is between the delimiters, without the kind's sign and surrounding whitespace.
    let content: Range<Int>

    /// Whether the tag takes its line with it when there is nothing else on that line.
    var mayStandAlone: Bool {
        if case .variable = kind { false } else { true }
    }
}

extension UInt8 {
    /// A space or a tab.
    var isBlank: Bool {
        self == UInt8(ascii: " ") || self == UInt8(ascii: "\t")
    }

    /// A space, a tab or a part of a line break.
    var isWhitespace: Bool {
        isBlank || self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r")
    }
}
