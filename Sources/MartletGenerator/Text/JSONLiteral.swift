import MartletSource

/// Writes any value as a literal of a `JSONValue`.
enum JSONLiteral {
    /// How deep literals go; what is deeper is null.
    private static let deepest = 12

    static func expression(_ node: Node, depth: Int = 0) -> String {
        guard depth < deepest else { return ".null" }
        switch node.kind {
        case .sequence:
            return "[\(node.elements.map { expression($0, depth: depth + 1) }.joined(separator: ", "))]"
        case .mapping:
            let items = node.entries.map {
                "\(SwiftLiteral.string($0.keyText)): \(expression($0.value, depth: depth + 1))"
            }
            return items.isEmpty ? "[:]" : "[\(items.joined(separator: ", "))]"
        case .scalar:
            switch node.scalar {
            case .bool(let value): return value ? "true" : "false"
            case .integer(let text):
                return SwiftLiteral.integer(text, as: Int64.self) ?? SwiftLiteral.number(text) ?? ".null"
            case .number(let text): return SwiftLiteral.number(text) ?? ".null"
            case .string(let text): return SwiftLiteral.string(text)
            case .null, nil: return ".null"
            }
        }
    }
}
