import MartletSource

extension Value {
    /// The maximum depth of the literal of a JSON value: deeper values become null in an example.
    package static let maximumDepth = 12

    /// Whether a literal of a `JSONValue` represents exactly this value.
    package var hasExactLiteral: Bool { hasExactLiteral(at: 0) }

    private func hasExactLiteral(at depth: Int) -> Bool {
        guard depth < Self.maximumDepth else { return false }
        return switch self {
        case .null, .boolean, .string: true
        case .integer(let digits): Int64(digits) != nil
        case .number(let text):
            Double(text).map { SpecText($0.description) }.flatMap { DecimalParts($0) } == DecimalParts(text)
        case .array(let elements): elements.allSatisfy { $0.hasExactLiteral(at: depth + 1) }
        case .object(let members):
            hasDistinctKeys && members.allSatisfy { $0.value.hasExactLiteral(at: depth + 1) }
        }
    }

    /// Whether the keys of an object differ as Swift strings, which treat a composed and a decomposed `é` as equal. A
    /// dictionary literal with equal keys traps.
    package var hasDistinctKeys: Bool { members.map(\.key).differInSwift }
}
