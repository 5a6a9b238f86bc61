import MartletModel
import MartletSource
import MartletTemplates

/// Writes any value as a `JSONValue` literal.
enum JSONLiteral {
    /// - Parameter limit: The maximum length of the literal, in bytes.
    /// - Returns: `nil` when the literal would be longer.
    static func expression(_ value: Value, limit: Int = .max) -> String? {
        var text = TextBuffer()
        return write(value, depth: 0, limit: limit, to: &text) ? text.text : nil
    }

    /// - Returns: Whether the literal is within the limit; otherwise it is incomplete.
    private static func write(_ value: Value, depth: Int, limit: Int, to text: inout TextBuffer) -> Bool {
        switch value {
        case _ where depth >= Value.maximumDepth: text.append(".null")
        case .array(let elements):
            text.append("[")
            for (index, element) in elements.enumerated() {
                if index > 0 { text.append(", ") }
                guard write(element, depth: depth + 1, limit: limit, to: &text) else { return false }
            }
            text.append("]")
        case .object(let members):
            text.append(members.isEmpty ? "[:" : "[")
            for (index, member) in members.enumerated() {
                if index > 0 { text.append(", ") }
                SwiftLiteral.write(member.key, to: &text)
                text.append(": ")
                guard write(member.value, depth: depth + 1, limit: limit, to: &text) else { return false }
            }
            text.append("]")
        case .boolean(let value): text.append(String(value))
        case .integer(let digits):
            let literal = SwiftLiteral.integer(digits, as: Int64.self) ?? SwiftLiteral.number(digits)
            text.append(literal ?? ".null")
        case .number(let number): text.append(SwiftLiteral.number(number) ?? ".null")
        case .string(let string): SwiftLiteral.write(string, to: &text)
        case .null: text.append(".null")
        }
        return text.count <= limit
    }
}
