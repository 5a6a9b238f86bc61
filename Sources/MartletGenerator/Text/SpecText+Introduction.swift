import MartletSource

extension SpecText {
    /// The text before the first heading or the first HTML `<details>` outside of code blocks; `nil` when there is
    /// neither.
    var introduction: SpecText? {
        guard utf8.contains(where: { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "<") }) else { return nil }
        let lines = LineText.lines(self)
        var isCode = false
        let end = lines.indices.first { index in
            let line = lines[index].utf8
            if line.starts(with: "```".utf8) || line.starts(with: "~~~".utf8) { isCode.toggle() }
            if isCode || index == 0 { return false }
            return line.first == UInt8(ascii: "#") || line.starts(with: "<details".utf8)
        }
        return end.map { SpecText(lines[..<$0].joined(separator: "\n")) }
    }
}
