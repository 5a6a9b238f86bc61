/// Breaks the long lines of rendered Swift as swift-format does, and removes unnecessary blank lines.
///
/// Templates can write a declaration, a call or a paragraph of a comment on one line however long it is, and need no
/// conditions for blank lines.
///
/// - Code of more than 120 columns is broken at brackets (see ``SwiftBreak``).
/// - Comments of more than 120 columns are wrapped at spaces.
/// - Blank lines are removed at the start and the end of the file, after another blank line, after a line that ends
///   with `{`, and before one that begins with `}`.
/// - Empty `///` lines are removed at the start and the end of a comment and after another empty one, except in a
///   fenced code block.
/// - Spaces at the end of lines are removed.
///
/// The lines of a multi-line string literal are left alone. Another pass doesn't change the result.
struct SwiftLayout {
    /// The maximum number of columns in a line.
    static let width = 120

    let source: UnsafeBufferPointer<UInt8>
    var output: [UInt8] = []
    /// The range of the source to append to the output next. Adjacent unchanged lines are copied together, which is
    /// faster.
    private var unchanged = 0..<0

    /// Whether a blank line is allowed next.
    private var allowsBlank = false
    /// Whether a blank line has been read but not yet written.
    private var isBlankDue = false
    /// Whether the last line that was kept belongs to a documentation comment.
    private var isInComment = false
    /// Whether the next line of the comment belongs to a fenced code block.
    private var isInFence = false
    /// An empty comment line that has been read but not yet written.
    private var dueComment: Line?
    /// The number of `#` in the delimiter of the multi-line string literal that the next line belongs to.
    private var openString: Int?

    /// A line of the source.
    private struct Line {
        let start: Int
        /// The text without indentation, trailing spaces and the line break.
        let text: Range<Int>
        /// The index of the line break, or the end of the source.
        let end: Int
    }

    private init(_ source: UnsafeBufferPointer<UInt8>) { self.source = source }

    /// The laid out text.
    static func laidOut(_ text: [UInt8]) -> [UInt8] {
        let changed = text.withUnsafeBufferPointer { source -> [UInt8]? in
            var layout = SwiftLayout(source)
            layout.takeLines()
            if layout.unchanged == source.indices { return nil }
            layout.flush()
            return layout.output
        }
        return changed ?? text
    }

    private mutating func takeLines() {
        var start = 0
        while start < source.count {
            let end = source.lineEnd(from: start)
            var last = end
            while last > start, source[last - 1].isSwiftSpace { last -= 1 }
            var first = start
            while first < last, source[first] == UInt8(ascii: " ") { first += 1 }
            take(Line(start: start, text: first..<last, end: end))
            start = end + 1
        }
    }

    private mutating func take(_ line: Line) {
        if let hashes = openString { return takeString(line, hashes) }
        if source.starts("///", in: line.text) { return takeComment(line) }
        if isInComment { endComment() }
        if line.text.isEmpty {
            isBlankDue = true
            return
        }
        keepBlank(before: line)
        let isComment = source.starts("//", in: line.text)
        allowsBlank = isComment || source[line.text.upperBound - 1] != UInt8(ascii: "{")
        if !isTooLong(line) {
            keep(line)
        } else if isComment {
            flush()
            wrap(line.text, indentation: line.text.lowerBound - line.start)
        } else {
            flush()
            lay(SwiftLine(indentation: line.text.lowerBound - line.start, code: line.text))
        }
        if !isComment { openString = source.openString(in: line.text) }
    }

    /// Takes a line of a multi-line string literal, which can be its last.
    private mutating func takeString(_ line: Line, _ hashes: Int) {
        let isEnd =
            source.starts("\"\"\"", in: line.text)
            && source[line.text].dropFirst(3).prefix { $0 == UInt8(ascii: "#") }.count >= hashes
        guard isEnd else { return keep(Line(start: line.start, text: line.start..<line.end, end: line.end)) }
        keep(line)
        openString = source.openString(in: (line.text.lowerBound + 3 + hashes)..<line.text.upperBound)
    }

    private mutating func takeComment(_ line: Line) {
        let text = (line.text.lowerBound + 3)..<line.text.upperBound
        if text.isEmpty, !isInFence {
            if isInComment { dueComment = line }
            return
        }
        isInComment = true
        keepBlank(before: line)
        allowsBlank = true
        if let due = dueComment { keep(due) }
        dueComment = nil
        let isFence = source.starts("```", in: source.trimmed(text))
        if isFence { isInFence.toggle() }
        if isTooLong(line), !isFence, !isInFence {
            flush()
            wrap(line.text, indentation: line.text.lowerBound - line.start)
        } else {
            keep(line)
        }
    }

    private mutating func endComment() {
        isInComment = false
        isInFence = false
        dueComment = nil
    }

    private func isTooLong(_ line: Line) -> Bool {
        !source.fits(line.start..<line.text.upperBound, in: Self.width)
    }

    // MARK: - Copying

    /// Keeps the blank line before a line, unless it is not allowed there.
    private mutating func keepBlank(before line: Line) {
        if isBlankDue, allowsBlank, source[line.text.lowerBound] != UInt8(ascii: "}") {
            keep((line.start - 1)..<line.start)
        }
        isBlankDue = false
    }

    /// Keeps a line without trailing spaces.
    private mutating func keep(_ line: Line) {
        keep(line.start..<line.text.upperBound)
        if line.end < source.count {
            keep(line.end..<(line.end + 1))
        } else {
            flush()
            output.append(UInt8(ascii: "\n"))
        }
    }

    private mutating func keep(_ part: Range<Int>) {
        if part.lowerBound != unchanged.upperBound {
            flush()
            unchanged = part
        } else {
            unchanged = unchanged.lowerBound..<part.upperBound
        }
    }

    /// Appends the unchanged lines to the output.
    private mutating func flush() {
        if output.isEmpty { output.reserveCapacity(source.count + source.count / 8) }
        output.append(contentsOf: UnsafeBufferPointer(rebasing: source[unchanged]))
        unchanged = unchanged.upperBound..<unchanged.upperBound
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The index of the first line break at or after an index, or the end.
    fileprivate func lineEnd(from start: Int) -> Int {
        var index = start
        // Eight bytes at a time: the highest bit of each byte that is a line break is set. Bytes after the first line
        // break can be wrong.
        while index + 8 <= count {
            let bytes = UInt64(
                littleEndian: UnsafeRawBufferPointer(self).loadUnaligned(fromByteOffset: index, as: UInt64.self))
            let zeroed = bytes ^ 0x0A0A_0A0A_0A0A_0A0A
            let found = (zeroed &- 0x0101_0101_0101_0101) & ~zeroed & 0x8080_8080_8080_8080
            if found != 0 { return index + found.trailingZeroBitCount / 8 }
            index += 8
        }
        while index < count, self[index] != UInt8(ascii: "\n") { index += 1 }
        return index
    }
}
