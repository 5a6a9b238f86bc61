import MartletSource

/// Encodes text of a document as comment lines of Swift.
///
/// Every line of the text gets a `///` of its own, so nothing of it can leave the comment; a block comment could be closed.
enum DocumentationComment {
    /// The most columns that a line of code has.
    static let width = 120

    /// Comment lines for paragraphs of text, with an empty one between them.
    ///
    /// - Parameters:
    ///   - indentation: the columns before the comment; templates put them there.
    ///   - page: a page that has the whole text; the comment has what comes before its first heading, and refers there.
    static func lines(_ paragraphs: [SpecText?], indentation: Int, page: String? = nil) -> [String] {
        var blocks = paragraphs.compactMap { $0 }.map { LineText.lines($0) }
        if let page {
            let whole = blocks
            blocks = blocks.map(introduction)
            if blocks != whole { blocks.append(["More in `\(page)`."]) }
        }
        var lines: [String] = []
        for block in blocks where !block.isEmpty {
            if !lines.isEmpty { lines.append(comment("")) }
            for line in wrapped(block, indentation) { lines.append(comment(line)) }
        }
        return lines
    }

    /// What comes before the first heading, or before HTML that folds a part away.
    private static func introduction(_ lines: [String]) -> [String] {
        let end = lines.indices.dropFirst().first { index in
            lines[index].utf8.first == UInt8(ascii: "#") || lines[index].utf8.starts(with: "<details".utf8)
        }
        let introduction = lines[..<(end ?? lines.endIndex)]
        return Array(introduction[..<(introduction.lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? 0)])
    }

    /// Comment lines for a sentence of martlet's own. It is encoded too, since it may quote the document.
    static func lines(own text: String, indentation: Int) -> [String] {
        lines([SpecText(text)], indentation: indentation)
    }

    /// One item of a list, such as `- Parameter id: …`.
    ///
    /// - Parameter head: our own text, up to the colon.
    static func item(_ head: String, _ text: SpecText?, indentation: Int) -> [String] {
        let body = text.map { LineText.lines($0).filter { !$0.isEmpty }.joined(separator: " ") } ?? ""
        let continuation = String(repeating: " ", count: head.indentation + 2)
        let line = body.isEmpty ? head : "\(head) \(defused(body))"
        return wrap(line, width - indentation - 4, continuation: continuation).map(comment)
    }

    private static func comment(_ line: String) -> String { line.isEmpty ? "///" : "/// " + line }

    private static func wrapped(_ lines: [String], _ indentation: Int) -> [String] {
        var isCode = false
        var wrapped: [String] = []
        for line in lines {
            let isFence = line.isFence
            if isFence { isCode.toggle() }
            let depth = line.indentation
            if isCode || isFence || depth >= 4 || line.utf8.first == UInt8(ascii: "|") {
                wrapped.append(defused(line))
            } else {
                let isItem = line.utf8.dropFirst(depth).starts(with: "- ".utf8)
                let continuation = String(repeating: " ", count: depth + (isItem ? 2 : 0))
                wrapped += wrap(defused(line), width - indentation - 4, continuation: continuation)
            }
        }
        return wrapped + (isCode ? ["```"] : [])
    }

    /// Breaks a line at spaces so that no part is longer than the width, words that are longer aside.
    private static func wrap(_ line: String, _ width: Int, continuation: String) -> [String] {
        guard line.utf8.count > width, line.columns > width else { return [line] }
        var line = line
        return line.withUTF8 { bytes in
            var lines: [String] = []
            var current = Array(bytes.prefix { $0 == UInt8(ascii: " ") })
            var columns = current.count
            var isEmpty = true
            var index = columns
            while index < bytes.count {
                let word = bytes[index...].prefix { $0 != UInt8(ascii: " ") }
                index = word.endIndex + 1
                if word.isEmpty { continue }
                let more = word.columns
                if !isEmpty, columns + 1 + more > width {
                    lines.append(String(decoding: current, as: UTF8.self))
                    current.removeAll(keepingCapacity: true)
                    current += continuation.utf8
                    columns = current.count
                    isEmpty = true
                }
                if !isEmpty { current.append(UInt8(ascii: " ")) }
                columns += isEmpty ? more : more + 1
                current += word
                isEmpty = false
            }
            return lines + [String(decoding: current, as: UTF8.self)]
        }
    }

    /// Breaks up what tools would take as a command to them.
    private static func defused(_ line: String) -> String {
        var text = line
        guard text.withUTF8({ $0.mayHoldCommand }) else { return line }
        return line.replacing(bytes: "swift-format-ignore", with: "swift-format ignore")
            .replacing(bytes: "swiftlint:", with: "swiftlint :").replacing(bytes: "sourcery:", with: "sourcery :")
            .replacing(bytes: "MARK:", with: "MARK :")
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether a letter that a command for tools has before its first `-` or `:` stands before one; few lines have that.
    fileprivate var mayHoldCommand: Bool {
        var last: UInt8 = 0
        for byte in self {
            switch (last, byte) {
            case (UInt8(ascii: "t"), UInt8(ascii: "-")), (UInt8(ascii: "t"), UInt8(ascii: ":")),
                (UInt8(ascii: "y"), UInt8(ascii: ":")), (UInt8(ascii: "K"), UInt8(ascii: ":")):
                return true
            default: last = byte
            }
        }
        return false
    }
}
