/// The destinations of links in Markdown (CommonMark 0.31.2, sections 4.7 and 6.3).
enum MarkdownLink {
    private static let schemes = ["http", "https", "mailto"]

    /// The line without links that lead to a script or into another program: what begins a destination other than a web
    /// page, an e-mail address or a relative URL is escaped. So is one whose destination is on the next line.
    static func withoutForeignSchemes(_ line: String) -> String {
        guard line.utf8.contains(UInt8(ascii: "]")) else { return line }
        let bytes = Array(line.utf8)
        var result: [UInt8] = []
        for (index, byte) in bytes.enumerated() {
            let isOpening = "(:".utf8.contains(byte) && index > 0 && bytes[index - 1] == UInt8(ascii: "]")
            if isOpening, !isHarmless(bytes[(index + 1)...]) { result.append(UInt8(ascii: "\\")) }
            result.append(byte)
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Whether a text begins with a destination that may stay.
    private static func isHarmless(_ text: ArraySlice<UInt8>) -> Bool {
        let destination = text.drop { $0 == UInt8(ascii: " ") }.prefix { !" )".utf8.contains($0) }
        let beginning = destination.prefix { !":/?#".utf8.contains($0) }
        // A scheme can be written with entities and escapes.
        guard !destination.isEmpty, !beginning.contains(where: "&\\".utf8.contains) else { return false }
        let scheme = String(decoding: beginning, as: UTF8.self).lowercased()
        return destination[beginning.endIndex...].first != UInt8(ascii: ":") || schemes.contains(scheme)
    }
}
