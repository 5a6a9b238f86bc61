/// Parses a template's bytes into nodes, in one pass and without recursion.
struct TemplateParser {
    private struct OpenSection {
        let tag: TemplateTag
        let path: TemplatePath
        let node: Int
    }

    /// The template's text as UTF-8.
    var source: [UInt8] { reader.source }
    /// The nodes of the template; see `Template.nodes`.
    private(set) var nodes: [TemplateNode] = []
    /// The components of names; see `Template.keys`.
    private(set) var keys: [String] = []
    /// The partial tags; see `Template.partials`.
    private(set) var partials: [TemplatePartial] = []

    private var reader: TemplateTagReader
    private var sections: [OpenSection] = []
    private var textStart = 0
    private var textStartsLine = true

    /// Makes a parser at the beginning of a template.
    ///
    /// - Parameter name: The name for errors.
    init(name: String, source: [UInt8]) {
        reader = TemplateTagReader(name: name, source: source)
    }

    /// Parses the whole template.
    ///
    /// - Throws: `TemplateError` for the first malformed tag, and for a section that is not closed or closes another.
    mutating func parse() throws(TemplateError) {
        while let tag = try reader.next(from: textStart) {
            if let line = standaloneLine(of: tag) {
                appendText(upTo: line.lowerBound)
                textStart = line.upperBound
                textStartsLine = true
                try append(tag, indentation: line.lowerBound..<tag.range.lowerBound)
            } else {
                appendText(upTo: tag.range.lowerBound)
                if isLineStart(tag.range.lowerBound) { nodes.append(.lineStart) }
                textStart = tag.range.upperBound
                textStartsLine = false
                try append(tag, indentation: nil)
            }
        }
        appendText(upTo: source.count)
        if let open = sections.last {
            throw error(at: open.tag, Self.unclosedSection(text(open.tag)))
        }
    }

    private mutating func append(_ tag: TemplateTag, indentation: Range<Int>?) throws(TemplateError) {
        switch tag.kind {
        case .variable(let escaped):
            nodes.append(.variable(try path(tag), escaped: escaped))
        case .section, .inverted:
            let path = try path(tag)
            sections.append(OpenSection(tag: tag, path: path, node: nodes.count))
            // A placeholder, replaced at the end of the section.
            nodes.append(.section(path, end: nodes.count))
        case .end:
            try close(tag)
        case .partial:
            let name = try name(tag)
            if name.hasPrefix("*") { throw error(at: tag, Self.dynamicName) }
            nodes.append(.partial(partials.count))
            partials.append(TemplatePartial(name: name, indentation: indentation, tag: tag.range.lowerBound))
        case .comment, .delimiters:
            break
        }
    }

    /// Completes the innermost open section with the index of its end.
    private mutating func close(_ tag: TemplateTag) throws(TemplateError) {
        let name = try name(tag)
        guard let open = sections.popLast() else {
            throw error(at: tag, Self.unopenedSection(name))
        }
        guard source[open.tag.content] == source[tag.content] else {
            let (line, column) = TemplateError.position(of: open.tag.range.lowerBound, in: source)
            throw error(at: tag, Self.mismatchedEnd(name, open: text(open.tag), line: line, column: column))
        }
        if case .inverted = open.tag.kind {
            nodes[open.node] = .inverted(open.path, end: nodes.count)
        } else {
            nodes.append(.sectionEnd)
            nodes[open.node] = .section(open.path, end: nodes.count)
        }
    }

    private mutating func appendText(upTo end: Int) {
        if textStart < end {
            nodes.append(.text(textStart..<end, startsLine: textStartsLine))
        }
    }
}

// MARK: - Lines

extension TemplateParser {
    /// The whole line of a tag with only blanks beside it, including the line break; `nil` when the tag is not
    /// standalone (Mustache specification, the "Standalone" tests of each kind).
    private func standaloneLine(of tag: TemplateTag) -> Range<Int>? {
        guard tag.mayStandAlone else { return nil }
        var start = tag.range.lowerBound
        while start > textStart, source[start - 1].isBlank { start -= 1 }
        guard isLineStart(start) else { return nil }

        var end = tag.range.upperBound
        while end < source.count, source[end].isBlank { end += 1 }
        if end == source.count { return start..<end }
        let lineBreak = source.lineBreakLength(at: end)
        return lineBreak > 0 ? start..<end + lineBreak : nil
    }

    /// Whether an offset at or after `textStart` is the start of a line. A line break inside a tag does not start a
    /// line.
    private func isLineStart(_ offset: Int) -> Bool {
        offset > textStart ? source[offset - 1] == UInt8(ascii: "\n") : textStartsLine
    }
}

// MARK: - Names

extension TemplateParser {
    private func text(_ tag: TemplateTag) -> String {
        String(decoding: source[tag.content], as: UTF8.self)
    }

    /// The content of a tag that is a name: not empty and without whitespace, as the specification requires.
    private func name(_ tag: TemplateTag) throws(TemplateError) -> String {
        let name = text(tag)
        if name.isEmpty { throw error(at: tag, Self.emptyName) }
        if source[tag.content].contains(where: \.isWhitespace) { throw error(at: tag, Self.spacedName(name)) }
        return name
    }

    private mutating func path(_ tag: TemplateTag) throws(TemplateError) -> TemplatePath {
        let name = try name(tag)
        let start = keys.count
        let isRelative = name.hasPrefix(".")
        if name != "." {
            let parts = source[tag.content].dropFirst(isRelative ? 1 : 0)
            for part in parts.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false) {
                if part.isEmpty { throw error(at: tag, Self.emptyPart(name)) }
                keys.append(String(decoding: part, as: UTF8.self))
            }
        }
        return TemplatePath(keys: start..<keys.count, isRelative: isRelative, tag: tag.range.lowerBound)
    }
}

// MARK: - Errors

extension TemplateParser {
    private func error(at tag: TemplateTag, _ message: String) -> TemplateError {
        reader.error(at: tag.range.lowerBound, message)
    }

    /// The message for a tag without a name.
    static let emptyName = "this tag has no name; write one, or `.` for the current value"

    /// The message for a tag of the optional module `~dynamic-names`.
    static let dynamicName =
        "dynamic names are not supported: a partial can't begin with `*`; write the template's name"

    /// The message for a name with whitespace, which often is an unclosed tag.
    static func spacedName(_ name: String) -> String {
        "`\(name)` is not a name: names have no whitespace; is the tag closed?"
    }

    /// The message for a dotted name with an empty component.
    static func emptyPart(_ name: String) -> String {
        "`\(name)` has an empty component; write names of keys with single dots between them"
    }

    /// The message for a section that is open at the end of the template.
    static func unclosedSection(_ name: String) -> String {
        "the section `\(name)` is never closed; add {{/\(name)}}"
    }

    /// The message for the end of a section where none is open.
    static func unopenedSection(_ name: String) -> String {
        "{{/\(name)}} closes a section that was never opened; add {{#\(name)}} or {{^\(name)}} before it"
    }

    /// The message for the end of a section other than the innermost one, which begins at this line and column.
    static func mismatchedEnd(_ name: String, open: String, line: Int, column: Int) -> String {
        "{{/\(name)}} comes before the end of section `\(open)` of \(line):\(column); close that with {{/\(open)}} first"
    }
}
