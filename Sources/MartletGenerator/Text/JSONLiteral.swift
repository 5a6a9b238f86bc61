import MartletSource
import MartletTemplates

/// Writes any value as a literal of a `JSONValue`.
enum JSONLiteral {
    /// How deep literals go; what is deeper is null.
    private static let deepest = 12

    /// - Parameter limit: the most bytes that the literal may have.
    /// - Returns: `nil` when it would have more.
    static func expression(_ node: Node, limit: Int = .max) -> String? {
        var text = TextBuffer()
        return write(node, depth: 0, limit: limit, to: &text) ? text.text : nil
    }

    /// - Returns: whether the literal is within the limit; it is not complete otherwise.
    private static func write(_ node: Node, depth: Int, limit: Int, to text: inout TextBuffer) -> Bool {
        switch node.kind {
        case _ where depth >= deepest: text.append(".null")
        case .sequence:
            text.append("[")
            for (index, element) in node.elements.enumerated() {
                if index > 0 { text.append(", ") }
                guard write(element, depth: depth + 1, limit: limit, to: &text) else { return false }
            }
            text.append("]")
        case .mapping:
            text.append(node.entries.isEmpty ? "[:" : "[")
            for (index, entry) in node.entries.enumerated() {
                if index > 0 { text.append(", ") }
                SwiftLiteral.write(entry.keyText, to: &text)
                text.append(": ")
                guard write(entry.value, depth: depth + 1, limit: limit, to: &text) else { return false }
            }
            text.append("]")
        case .scalar:
            switch node.scalar {
            case .bool(let value): text.append(value ? "true" : "false")
            case .integer(let number):
                let literal = SwiftLiteral.integer(number, as: Int64.self) ?? SwiftLiteral.number(number)
                text.append(literal ?? ".null")
            case .number(let number): text.append(SwiftLiteral.number(number) ?? ".null")
            case .string(let string): SwiftLiteral.write(string, to: &text)
            case .null, nil: text.append(".null")
            }
        }
        return text.count <= limit
    }
}
