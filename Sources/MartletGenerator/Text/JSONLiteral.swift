import MartletModel
import MartletSource

/// Writes any value as a `JSONValue` literal.
enum JSONLiteral {
    /// The maximum depth of a literal; deeper values become null.
    private static let maximumDepth = 12

    static func expression(_ value: Value, depth: Int = 0) -> String {
        guard depth < maximumDepth else { return ".null" }
        switch value {
        case .array(let elements):
            return "[\(elements.map { expression($0, depth: depth + 1) }.joined(separator: ", "))]"
        case .object(let members):
            let items = members.map {
                "\(SwiftLiteral.string($0.key)): \(expression($0.value, depth: depth + 1))"
            }
            return items.isEmpty ? "[:]" : "[\(items.joined(separator: ", "))]"
        case .boolean(let value): return String(value)
        case .integer(let text):
            return SwiftLiteral.integer(text, as: Int64.self) ?? SwiftLiteral.number(text) ?? ".null"
        case .number(let text): return SwiftLiteral.number(text) ?? ".null"
        case .string(let text): return SwiftLiteral.string(text)
        case .null: return ".null"
        }
    }
}
