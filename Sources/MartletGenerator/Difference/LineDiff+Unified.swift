import MartletTemplates

extension LineDiff {
    /// How many lines that stay are shown around changes.
    private static let context = 3

    /// The changes in the unified format, as `diff -u` prints them (POSIX.1-2024, `diff`); empty if there are none.
    ///
    /// - Parameters:
    ///   - old: the name of the old text.
    ///   - new: the name of the new text.
    package func unified(from old: String, to new: String) -> String {
        if isEmpty { return "" }
        var text = TextBuffer()
        text.append("--- \(old)\n+++ \(new)\n")
        // The numbers of lines before the next one.
        var (oldCount, newCount) = (0, 0)
        var index = 0
        for hunk in hunks {
            oldCount += hunk.lowerBound - index
            newCount += hunk.lowerBound - index
            let lines = lines[hunk]
            let oldLines = lines.count { if case .added = $0 { false } else { true } }
            let newLines = lines.count { if case .removed = $0 { false } else { true } }
            text.append("@@ -\(Self.range(oldCount, oldLines)) +\(Self.range(newCount, newLines)) @@\n")
            for line in lines { Self.write(line, to: &text) }
            oldCount += oldLines
            newCount += newLines
            index = hunk.upperBound
        }
        return text.text
    }

    /// The changes with their context lines. Changes whose contexts touch are joined.
    private var hunks: [Range<Int>] {
        var hunks: [Range<Int>] = []
        for (index, line) in lines.enumerated() {
            if case .kept = line { continue }
            let start = max(index - Self.context, 0)
            let end = min(index + Self.context + 1, lines.count)
            if let last = hunks.last, start <= last.upperBound {
                hunks[hunks.count - 1] = last.lowerBound..<end
            } else {
                hunks.append(start..<end)
            }
        }
        return hunks
    }

    /// The first line, counted from 1, and how many there are; of no lines, the line before them.
    private static func range(_ before: Int, _ count: Int) -> String {
        count == 1 ? "\(before + 1)" : "\(count == 0 ? before : before + 1),\(count)"
    }

    private static func write(_ line: Line, to text: inout TextBuffer) {
        let (sign, bytes) =
            switch line {
            case .kept(let bytes): (" ", bytes)
            case .removed(let bytes): ("-", bytes)
            case .added(let bytes): ("+", bytes)
            }
        text.append(sign)
        text.append(Array(bytes))
        if bytes.last != UInt8(ascii: "\n") { text.append("\n\\ No newline at end of file\n") }
    }
}
