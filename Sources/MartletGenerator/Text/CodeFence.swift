/// The fence of a code block in Markdown (CommonMark 0.31.2, section 4.5).
struct CodeFence {
    private static let minimumLength = 3
    private static let maximumIndentation = 3

    /// The fence without an info string, which closes a block that this fence opens.
    let closing: String
    private let indentation: Int
    private let character: UInt8
    private let length: Int
    /// What follows the fence on its line.
    private let info: Substring.UTF8View

    /// - Parameter line: A line without spaces at its end.
    /// - Returns: `nil` when the line is no fence.
    private init?(_ line: String) {
        indentation = line.indentation
        let text = line.utf8.dropFirst(indentation)
        guard indentation <= Self.maximumIndentation, let first = text.first, "`~".utf8.contains(first) else {
            return nil
        }
        let fence = text.prefix { $0 == first }
        guard fence.count >= Self.minimumLength else { return nil }
        character = first
        length = fence.count
        info = text[fence.endIndex...]
        closing = String(Substring(line.utf8[..<fence.endIndex]))
    }

    private var canOpen: Bool { character == UInt8(ascii: "~") || !info.contains(UInt8(ascii: "`")) }

    private func closes(_ other: CodeFence) -> Bool {
        info.isEmpty && character == other.character && length >= other.length
    }

    /// Whether a line has the characters of a fence anywhere.
    private static func mayBeFence(_ line: String) -> Bool {
        var text = line
        return text.withUTF8 { bytes in
            var length = 0
            var last: UInt8 = 0
            for byte in bytes {
                length = byte == last ? length + 1 : 1
                last = byte
                if length == minimumLength, "`~".utf8.contains(byte) { return true }
            }
            return false
        }
    }

    /// The lines of a text, in which every code block is closed.
    ///
    /// A block that is indented may belong to a list item and end with it, so it is closed before a line with less
    /// indentation.
    ///
    /// - Parameter encoded: Encodes a line; the second argument is whether the line is certain to be code or a fence. Those of
    ///   an indented block are not, if an earlier line may be a fence within a list item or a quotation.
    static func closed(_ lines: [String], _ encoded: (String, Bool) -> String) -> [String] {
        var result: [String] = []
        result.reserveCapacity(lines.count)
        var open: CodeFence?
        var hasOtherFences = false
        for line in lines {
            let fence = CodeFence(line)
            if fence == nil, Self.mayBeFence(line) { hasOtherFences = true }
            if let block = open, !line.isEmpty, line.indentation < block.indentation {
                result.append(block.closing)
                open = nil
                if fence?.closes(block) == true { continue }
            }
            let block = open ?? fence.flatMap { $0.canOpen ? $0 : nil }
            result.append(encoded(line, block.map { $0.indentation == 0 || !hasOtherFences } ?? false))
            if let closed = open { open = fence?.closes(closed) == true ? nil : closed } else { open = block }
        }
        return open.map { result + [$0.closing] } ?? result
    }
}
