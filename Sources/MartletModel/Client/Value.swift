package import MartletSource

/// A JSON value in the document: an example or a default.
package indirect enum Value: Hashable, Sendable {
    case null
    case boolean(Bool)
    /// A whole number in decimal digits, with a sign if it is negative.
    case integer(SpecText)
    case number(SpecText)
    case string(SpecText)
    case array([Value])
    /// The members in document order.
    case object([Member])

    package struct Member: Hashable, Sendable {
        package let key: SpecText
        package let value: Value
    }

    /// Converts a node of the document.
    init(_ node: Node) {
        switch node.scalar {
        case .null: self = .null
        case .bool(let value): self = .boolean(value)
        case .integer(let digits): self = .integer(digits)
        case .number(let text): self = .number(text)
        case .string(let text): self = .string(text)
        case nil where node.kind == .sequence: self = .array(node.elements.map { Value($0) })
        case nil: self = .object(node.entries.map { Member(key: $0.keyText, value: Value($0.value)) })
        }
    }

    /// The text of a scalar; `nil` for arrays and objects.
    package var text: SpecText? {
        switch self {
        case .null: "null"
        case .boolean(let value): SpecText(String(value))
        case .integer(let text), .number(let text), .string(let text): text
        case .array, .object: nil
        }
    }

    /// The decimal digits of an integer, which may be written as `1.0` or `1e2`; `nil` for other values.
    package var integer: SpecText? {
        switch self {
        case .integer(let digits): digits
        case .number(let text): DecimalParts(text)?.integer
        default: nil
        }
    }

    /// The elements of an array; empty for other values.
    package var elements: [Value] { if case .array(let elements) = self { elements } else { [] } }

    /// The members of an object; empty for other values.
    package var members: [Member] { if case .object(let members) = self { members } else { [] } }

    /// The value of a key; `nil` when the key is absent or the value is not an object.
    package subscript(key: SpecText) -> Value? { members.first { $0.key == key }?.value }
}
