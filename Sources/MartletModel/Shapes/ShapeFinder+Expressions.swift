import MartletOpenAPI
import MartletSource

extension ShapeFinder {
    /// Whether Swift has a non-failing expression for a default that fits its schema. It has none for a `URL`, for a
    /// point in time with a fraction of a second, which a `Date` does not represent exactly, and for values that a
    /// `JSONValue` or a dictionary doesn't represent exactly.
    func hasExpression(for value: Node, of schema: AppliedSchemas) -> Bool {
        if value.isNull { return true }
        return switch resolvedShape(of: schema) {
        case .scalar(.custom(let name)) where name.text == "URL": false
        case .scalar(.dateTime): hasWholeSeconds(value)
        case .scalar(.custom(let name)) where name.text == "Date": hasWholeSeconds(value)
        case .array(let elements?): value.elements.allSatisfy { hasExpression(for: $0, of: elements) }
        case .map(let values):
            Value(value).hasDistinctKeys
                && value.entries.allSatisfy { entry in
                    values.map { hasExpression(for: entry.value, of: $0) } ?? Value(entry.value).hasExactLiteral
                }
        case .any: Value(value).hasExactLiteral
        case .structure(let structure):
            structure.properties.allSatisfy { property in
                value[property.name].map { hasExpression(for: $0, of: property.value) } ?? true
            }
        default: true
        }
    }

    private func hasWholeSeconds(_ value: Node) -> Bool {
        value.text.map { TextFormats.secondsSince1970($0) != nil } ?? true
    }
}
