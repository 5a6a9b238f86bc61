/// The named parts of a summary.
struct SharedTexts {
    private var texts: [Substring: String] = [:]
    /// The number of bytes that may still be added.
    private var room = 64 << 20

    /// Adds a line `=NAME JSON`.
    ///
    /// - Returns: Whether it is a comment or such a line.
    mutating func add(line: String) -> Bool {
        if line.hasPrefix("#") { return true }
        guard line.hasPrefix("="), let space = line.firstIndex(of: " "), let text = expanded(line[space...].dropFirst())
        else { return false }
        texts[line[..<space].dropFirst()] = text
        return true
    }

    /// A text with the parts in place of their names; `nil` if it has unknown names, or is too long.
    mutating func expanded(_ text: some StringProtocol) -> String? {
        var whole: [UInt8] = []
        var (isString, isEscaped) = (false, false)
        var rest = Substring(text).utf8
        while let byte = rest.popFirst() {
            if !isString, byte == UInt8(ascii: "=") {
                let name = rest.prefix { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) }
                guard let part = texts[Substring(name)] else { return nil }
                rest = rest.dropFirst(name.count)
                whole += part.utf8
            } else {
                if byte == UInt8(ascii: "\""), !isEscaped { isString.toggle() }
                isEscaped = isString && byte == UInt8(ascii: "\\") && !isEscaped
                whole.append(byte)
            }
            if whole.count > room { return nil }
        }
        room -= whole.count
        return String(decoding: whole, as: UTF8.self)
    }
}
