import MartletOpenAPI
import MartletSource

extension Node {
    /// The JSON type of the node.
    var type: Schema.Types {
        switch scalar {
        case .null: .null
        case .bool: .boolean
        case .integer: .integer
        case .number: .number
        case .string: .string
        case nil: kind == .mapping ? .object : .array
        }
    }

    /// The decimal digits of an integer, which may be written as `1.0` or `1e2` (JSON Schema 2020-12 Validation, 6.1.1).
    var integer: SpecText? {
        switch scalar {
        case .integer(let digits): digits
        case .number(let text): DecimalParts(text)?.integer
        default: nil
        }
    }

    /// The exact value of a number; `nil` for other values, and for infinity.
    var number: DecimalParts? {
        switch scalar {
        case .integer(let text), .number(let text): DecimalParts(text)
        default: nil
        }
    }

    /// Whether two nodes are the same JSON value (JSON Schema 2020-12 Core, 4.2.2).
    func isEqual(to other: Node) -> Bool {
        switch (scalar, other.scalar) {
        case (nil, nil):
            guard kind == other.kind else { return false }
            if kind == .sequence {
                return elements.count == other.elements.count
                    && zip(elements, other.elements).allSatisfy { $0.isEqual(to: $1) }
            }
            return entries.count == other.entries.count
                && entries.allSatisfy { entry in other[entry.keyText]?.isEqual(to: entry.value) ?? false }
        case (.integer(let left)?, .number(let right)?), (.number(let left)?, .integer(let right)?),
            (.number(let left)?, .number(let right)?):
            return DecimalParts(left).map { $0 == DecimalParts(right) } ?? (left == right)
        case (let left, let right):
            return left == right
        }
    }
}
