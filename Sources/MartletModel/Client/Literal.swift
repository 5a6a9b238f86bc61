import MartletOpenAPI
package import MartletSource

/// A value that a Swift literal can express.
package enum Literal: Hashable, Sendable {
    case string(SpecText)
    case integer(Int64)
    /// Always finite.
    case number(Double)
    case boolean(Bool)
    case null

    /// Makes a literal of a constant; equal values have equal literals.
    ///
    /// - Returns: `nil` for arrays, objects and numbers that no literal expresses.
    init?(constant node: Node) {
        if node.isNull {
            self = .null
        } else if let literal = Literal(node, as: .json) {
            if case .number(let value) = literal, let whole = Int64(exactly: value) {
                self = .integer(whole)
            } else {
                self = literal
            }
        } else {
            return nil
        }
    }

    /// Makes a literal of a value of an enumeration.
    ///
    /// - Returns: `nil` when the value does not fit the raw type.
    init?(_ node: Node, as rawValue: Enumeration.RawValue) {
        switch (rawValue, node.scalar) {
        case (.string, _): self = .string(node.text ?? "")
        case (.int32, _):
            guard let value = node.integer.flatMap({ Int32($0) }) else { return nil }
            self = .integer(Int64(value))
        case (.int64, _), (.json, .integer):
            guard let value = node.integer.flatMap({ Int64($0) }) else { return nil }
            self = .integer(value)
        case (.double, .integer(let text)?), (.double, .number(let text)?), (.json, .number(let text)?):
            // Large integers lose digits.
            guard TypeReference.double.nearest(text) != nil, node.number.map(TypeReference.double.isExact) == true,
                let value = Double(text)
            else { return nil }
            self = .number(value)
        case (.json, .bool(let value)?): self = .boolean(value)
        case (.json, .string(let text)?): self = .string(text)
        default: return nil
        }
    }

    /// The value as it is written in a document.
    package var text: SpecText {
        switch self {
        case .string(let text): text
        case .integer(let value): SpecText(String(value))
        case .number(let value): SpecText(Int64(exactly: value).map { String($0) } ?? "\(value)")
        case .boolean(let value): SpecText(String(value))
        case .null: "null"
        }
    }

    /// The JSON type of the value.
    var type: Schema.Types {
        switch self {
        case .string: .string
        case .integer: .integer
        case .number: .number
        case .boolean: .boolean
        case .null: .null
        }
    }

    /// Whether a value stated elsewhere in the document equals this one.
    package func isEqual(to value: Value) -> Bool {
        switch (self, value) {
        case (.string(let own), .string(let other)): own == other
        case (.integer(let own), .integer), (.integer(let own), .number):
            own == value.integer.flatMap { Int64($0) }
        case (.number(let own), .number(let other)), (.number(let own), .integer(let other)):
            own == Double(other)
        case (.boolean(let own), .boolean(let other)): own == other
        case (.null, .null): true
        default: false
        }
    }
}
