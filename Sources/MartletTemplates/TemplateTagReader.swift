/// Reads the tags of a template one after the other and keeps track of the delimiters.
struct TemplateTagReader {
    /// The template's name, for errors.
    let name: String
    /// The template's text as UTF-8.
    let source: [UInt8]
    private var opening = Array("{{".utf8)
    private var closing = Array("}}".utf8)

    /// Makes a reader that begins with the delimiters `{{` and `}}`.
    init(name: String, source: [UInt8]) {
        self.name = name
        self.source = source
    }

    /// The first tag at or after a byte offset; `nil` when there is none.
    ///
    /// - Parameter offset: A byte offset of at most the source's length.
    /// - Throws: `TemplateError` when the tag is not closed, sets delimiters incorrectly, or belongs to an optional
    ///   module of Mustache.
    mutating func next(from offset: Int) throws(TemplateError) -> TemplateTag? {
        guard let start = firstIndex(of: opening, from: offset) else { return nil }
        let inside = start + opening.count
        let sign = inside < source.count ? source[inside] : nil

        var kind = TemplateTag.Kind.variable(escaped: true)
        var ending = closing
        switch sign {
        case UInt8(ascii: "#"): kind = .section
        case UInt8(ascii: "^"): kind = .inverted
        case UInt8(ascii: "/"): kind = .end
        case UInt8(ascii: ">"): kind = .partial
        case UInt8(ascii: "!"): kind = .comment
        case UInt8(ascii: "&"): kind = .variable(escaped: false)
        case UInt8(ascii: "{"):
            kind = .variable(escaped: false)
            ending = [UInt8(ascii: "}")] + closing
        case UInt8(ascii: "="):
            kind = .delimiters
            ending = [UInt8(ascii: "=")] + closing
        case UInt8(ascii: "<"), UInt8(ascii: "$"):
            throw error(at: start, Self.inheritance)
        default: break
        }

        let isSigned = if case .variable(escaped: true) = kind { false } else { true }
        let contentStart = isSigned ? inside + 1 : inside
        guard let contentEnd = firstIndex(of: ending, from: contentStart) else {
            throw error(at: start, Self.unclosedTag(text(source[start..<contentStart]), ending: text(ending)))
        }
        let tag = TemplateTag(
            kind: kind,
            range: start..<contentEnd + ending.count,
            content: trimmed(contentStart..<contentEnd)
        )
        if case .delimiters = kind { try setDelimiters(tag) }
        return tag
    }

    /// An error at the tag that begins at a byte offset.
    func error(at tag: Int, _ message: String) -> TemplateError {
        TemplateError(template: name, source: source, offset: tag, message: message)
    }

    /// Takes `<% %>` out of `{{=<% %>=}}`, by the rules of the specification's `delimiters`.
    private mutating func setDelimiters(_ tag: TemplateTag) throws(TemplateError) {
        let pair = source[tag.content].split(whereSeparator: \.isWhitespace)
        guard pair.count == 2, let first = pair.first, let last = pair.last,
            !source[tag.content].contains(UInt8(ascii: "="))
        else {
            throw error(at: tag.range.lowerBound, Self.malformedDelimiters)
        }
        opening = Array(first)
        closing = Array(last)
    }

    private func firstIndex(of pattern: [UInt8], from offset: Int) -> Int? {
        guard let first = pattern.first else { return nil }
        var rest = source[offset...]
        while let index = rest.firstIndex(of: first) {
            rest = rest[index...]
            if rest.starts(with: pattern) { return index }
            rest = rest.dropFirst()
        }
        return nil
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        let content = source[range].drop(while: \.isWhitespace)
        let trailing = content.reversed().prefix(while: \.isWhitespace).count
        return content.startIndex..<content.endIndex - trailing
    }

    private func text(_ bytes: some Collection<UInt8>) -> String {
        String(decoding: bytes, as: UTF8.self)
    }
}

extension TemplateTagReader {
    /// The message for a tag of the optional module `~inheritance`.
    static let inheritance = "inheritance is not supported: a name can't begin with `<` or `$`; use a partial"

    /// The message for a set-delimiter tag without exactly two delimiters.
    static let malformedDelimiters =
        "a tag that sets delimiters needs two of them, separated by a space and without `=`: {{=<% %>=}}"

    /// The message for a tag that is open at the end of the template.
    static func unclosedTag(_ opening: String, ending: String) -> String {
        "the tag that begins with `\(opening)` is never closed; end it with `\(ending)`"
    }
}
