import MartletSource

extension SpecText {
    /// The text before the first heading or the first HTML `<details>`; `nil` when there is neither.
    var introduction: SpecText? {
        guard utf8.contains(where: { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "<") }) else { return nil }
        let lines = LineText.lines(self)
        let end = lines.indices.dropFirst().first { index in
            lines[index].utf8.first == UInt8(ascii: "#") || lines[index].utf8.starts(with: "<details".utf8)
        }
        return end.map { SpecText(lines[..<$0].joined(separator: "\n")) }
    }
}
