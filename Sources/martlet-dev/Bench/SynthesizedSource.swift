/// A generated file of models in which `Codable` and `Hashable` of structs are synthesized by the compiler.
///
/// Unions, enums, tuples and recursive models keep their generated conformances.
struct SynthesizedSource {
    var text: String { lines.joined(separator: "\n") }
    private var lines: [String] = []
    /// The number of types with synthesized conformances.
    private(set) var synthesizedCount = 0
    /// The number of types that keep their generated conformances.
    private(set) var keptCount = 0

    init(_ source: String) {
        let source = source.replacing("@Redacted ", with: "").split(separator: "\n", omittingEmptySubsequences: false)
        let isRecursive = source.contains { $0.contains("@Indirect") }
        var index = 0
        while index < source.count {
            if source[index].contains("init(from decoder: any Decoder)") {
                let decoding = Self.member(of: source, at: index)
                if !isRecursive, let list = Self.list(in: source, after: decoding.upperBound),
                    let keys = Self.codingKeys(of: source[decoding])
                {
                    lines += keys
                    dropModel(indentation: source[index].prefix { $0 == " " }.dropLast(4))
                    synthesizedCount += 1
                    index = list.upperBound
                    continue
                }
                keptCount += 1
            }
            lines.append(String(source[index]))
            index += 1
        }
    }

    /// Changes the type that is being declared to plain `Codable`.
    private mutating func dropModel(indentation: Substring) {
        guard let line = lines.lastIndex(where: { $0.hasPrefix("\(indentation)public struct ") }) else { return }
        lines[line].replace(", ApiModel.Object {", with: " {")
    }

    /// The lines of the member that begins at a line.
    private static func member(of lines: [Substring], at start: Int) -> Range<Int> {
        let end = "\(lines[start].prefix { $0 == " " })}"
        return start..<(lines[start...].firstIndex { $0 == end } ?? start) + 1
    }

    /// The lines of the method that lists the properties, which follows the decoding initializer.
    private static func list(in lines: [Substring], after end: Int) -> Range<Int>? {
        guard let start = lines[end...].firstIndex(where: { !$0.isEmpty }),
            lines[start].contains("func listProperties(in object: ")
        else { return nil }
        return member(of: lines, at: start)
    }

    /// The coding keys of an initializer that only decodes one property after the other; `nil` for others.
    private static func codingKeys(of lines: ArraySlice<Substring>) -> [String]? {
        let body = lines.dropFirst(2).dropLast()
        let cases = body.compactMap { line -> String? in
            guard let match = line.wholeMatch(of: /( *)([\w`]+) = try object\.\w+\("([^"\\]*)"\)/) else { return nil }
            return "\(match.1)case \(match.2) = \"\(match.3)\""
        }
        guard !cases.isEmpty, cases.count == body.count, let indent = lines.first?.prefix(while: { $0 == " " }) else {
            return nil
        }
        return ["\(indent)enum CodingKeys: String, CodingKey {"] + cases + ["\(indent)}"]
    }
}
