import MartletSource

/// The content of a tree without places and styles: numbers by value, objects without order.
indirect enum TreeValue: Hashable {
    case null
    case bool(Bool)
    case number(Double)
    case string(SpecText)
    case list([TreeValue])
    case object([SpecText: TreeValue])

    /// Takes the content of a node; of two entries with one key, the first.
    init(_ node: Node) {
        switch node.scalar {
        case .null: self = .null
        case .bool(let bool): self = .bool(bool)
        case .integer(let text), .number(let text): self = .number(Self.number(text.unencoded))
        case .string(let text): self = .string(text)
        case nil where node.kind == .sequence: self = .list(node.elements.map(TreeValue.init))
        case nil:
            let entries = node.entries.map { ($0.keyText, TreeValue($0.value)) }
            self = .object(Dictionary(entries) { first, _ in first })
        }
    }

    private static func number(_ text: String) -> Double {
        switch text {
        case ".inf": .infinity
        case "-.inf": -.infinity
        default: Double(text) ?? .nan
        }
    }
}

extension TreeValue: ExpressibleByStringLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral,
    ExpressibleByFloatLiteral
{
    init(stringLiteral value: String) { self = .string(SpecText(value)) }
    init(floatLiteral value: Double) { self = .number(value) }
    init(arrayLiteral elements: TreeValue...) { self = .list(elements) }
    init(dictionaryLiteral elements: (SpecText, TreeValue)...) {
        self = .object(Dictionary(elements) { first, _ in first })
    }
}
