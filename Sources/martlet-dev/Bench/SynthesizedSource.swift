/// A generated file of models in which the compiler synthesizes the coding of objects.
///
/// What is more than an object's properties keeps its own coding: unions, enums, tuples, recursive models.
struct SynthesizedSource {
    private(set) var text = ""
    /// How many types have synthesized coding.
    private(set) var synthesizedCount = 0
    /// How many types keep their own.
    private(set) var keptCount = 0

    init(_ source: String) {
        let lines = source.replacing("@Redacted ", with: "").split(separator: "\n", omittingEmptySubsequences: false)
        let isRecursive = source.contains("@Indirect")
        var index = 0
        while index < lines.count {
            if lines[index].contains("init(from decoder: any Decoder)") {
                let decoding = Self.member(of: lines, at: index)
                if !isRecursive, let encoding = Self.encoding(in: lines, after: decoding.upperBound),
                    let keys = Self.codingKeys(of: lines[decoding])
                {
                    text += keys
                    synthesizedCount += 1
                    index = encoding.upperBound
                    continue
                }
                keptCount += 1
            }
            text += lines[index] + "\n"
            index += 1
        }
    }

    /// The lines of the member that begins at one.
    private static func member(of lines: [Substring], at start: Int) -> Range<Int> {
        let end = "\(lines[start].prefix { $0 == " " })}"
        return start..<(lines[start...].firstIndex { $0 == end } ?? start) + 1
    }

    /// The lines of the method that encodes, which stands behind what decodes.
    private static func encoding(in lines: [Substring], after end: Int) -> Range<Int>? {
        guard let start = lines[end...].firstIndex(where: { !$0.isEmpty }),
            lines[start].contains("func encode(to encoder: any Encoder)")
        else { return nil }
        return member(of: lines, at: start)
    }

    /// The keys of an initialiser that does nothing but read one property after the other.
    private static func codingKeys(of lines: ArraySlice<Substring>) -> String? {
        let body = lines.dropFirst(2).dropLast()
        let cases = body.compactMap { line -> String? in
            guard let match = line.wholeMatch(of: /( *)([\w`]+) = try object\.\w+\("([^"\\]*)"\)/) else { return nil }
            return "\(match.1)case \(match.2) = \"\(match.3)\"\n"
        }
        guard !cases.isEmpty, cases.count == body.count, let indent = lines.first?.prefix(while: { $0 == " " }) else {
            return nil
        }
        return "\(indent)enum CodingKeys: String, CodingKey {\n\(cases.joined())\(indent)}\n"
    }
}
