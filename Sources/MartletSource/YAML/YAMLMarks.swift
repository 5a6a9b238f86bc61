import CMartletYAML

/// The positions of libyaml's marks, as editors count them.
///
/// To libyaml, as in YAML 1.1, a line also ends at U+0085, U+2028 and U+2029. In YAML 1.2 these are ordinary characters
/// (YAML 1.2.2, 5.4), as they are in editors.
struct YAMLMarks {
    /// A line of libyaml that begins inside of a line.
    private struct Fragment {
        /// The number of the line for libyaml, which counts from 0.
        let line: Int
        /// The number of Unicode scalars before it in its line.
        let column: Int
    }

    /// In document order. Few documents have any.
    private var fragments: [Fragment] = []

    /// Finds the characters at which only libyaml ends a line. Documents in UTF-16 are not searched.
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        let isUTF16 = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
        guard !isUTF16, bytes.indices.contains(where: { Self.separator(at: $0, in: bytes) != nil }) else { return }
        var (line, column) = (0, 0)
        var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        while index < bytes.count {
            let byte = bytes[index]
            if let length = Self.separator(at: index, in: bytes) {
                (line, column) = (line + 1, column + 1)
                fragments.append(Fragment(line: line, column: column))
                index += length
                continue
            }
            let isInPair =
                byte == UInt8(ascii: "\r") && index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "\n")
            if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r"), !isInPair {
                (line, column) = (line + 1, 0)
            } else if byte & 0xC0 != 0x80 {
                column += 1
            }
            index += 1
        }
    }

    /// The number of bytes of U+0085, U+2028 or U+2029; `nil` if no such character begins at an index.
    private static func separator(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        switch bytes[index] {
        case 0xC2: index + 1 < bytes.count && bytes[index + 1] == 0x85 ? 2 : nil
        case 0xE2:
            index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] | 1 == 0xA9 ? 3 : nil
        default: nil
        }
    }

    /// The position of a mark.
    func position(_ mark: yaml_mark_t) -> Position {
        let (line, column) = (Int(truncatingIfNeeded: mark.line), Int(truncatingIfNeeded: mark.column))
        let count = fragments.isEmpty ? 0 : fragments.partitioningIndex { $0.line > line }
        let inside = fragment(line, count)?.column ?? 0
        return Position(
            line: UInt32(truncatingIfNeeded: line - count) &+ 1,
            column: UInt32(truncatingIfNeeded: column + inside) &+ 1
        )
    }

    /// Whether the line of a mark begins, for libyaml alone, inside of a line.
    func isAfterSeparator(_ mark: yaml_mark_t) -> Bool {
        let line = Int(truncatingIfNeeded: mark.line)
        return fragment(line, fragments.partitioningIndex { $0.line > line }) != nil
    }

    /// The fragment that is a line of libyaml.
    ///
    /// - Parameter count: The number of fragments that begin not after it.
    private func fragment(_ line: Int, _ count: Int) -> Fragment? {
        count > 0 && fragments[count - 1].line == line ? fragments[count - 1] : nil
    }
}
