import MartletModel
import MartletSource

/// Writes values as Swift expressions, for the examples in documentation: the document's own examples where it has some.
struct ExampleExpression {
    private let declarations: [Identifier: Declaration]
    /// How deep values go before optional parts are left out; a document may lead from type to type without end.
    private static let deepest = 6

    init(_ declarations: [Declaration]) {
        self.declarations = Dictionary(declarations.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// An expression of a type.
    ///
    /// - Parameters:
    ///   - example: the value that the document gives; parts of it that don't fit the type are replaced.
    ///   - name: what stands in for text that has no example.
    func expression(_ type: TypeReference, _ example: Node?, name: SpecText) -> String {
        expression(type, example, name, [], depth: 0)
    }

    private func expression(
        _ type: TypeReference,
        _ example: Node?,
        _ name: SpecText,
        _ scope: [Declaration],
        depth: Int
    ) -> String {
        switch type {
        case .string:
            if case .string(let text) = example?.scalar { return SwiftLiteral.string(text) }
            return SwiftLiteral.string(name)
        case .boolean:
            return example?.scalar == .bool(false) ? "false" : "true"
        case .int32:
            return integer(example, Int32.self)
        case .int64:
            return integer(example, Int64.self)
        case .float, .double:
            return number(example) ?? "1.5"
        case .json:
            return example.map { json($0, depth: depth) } ?? "\"value\""
        case .array(let element):
            guard depth < Self.deepest else { return "[]" }
            let examples = example.map { Array($0.elements.prefix(3)) } ?? []
            let items = examples.map { expression(element, $0, name, scope, depth: depth + 1) }
            if items.isEmpty { return "[\(expression(element, nil, name, scope, depth: depth + 1))]" }
            return "[\(items.joined(separator: ", "))]"
        case .dictionary(let value):
            guard depth < Self.deepest, let example, !example.entries.isEmpty else { return "[:]" }
            let items = example.entries.prefix(3).map {
                "\(SwiftLiteral.string($0.keyText)): \(expression(value, $0.value, name, scope, depth: depth + 1))"
            }
            return "[\(items.joined(separator: ", "))]"
        case .named(let identifier):
            guard let declaration = scope.last(where: { $0.name == identifier }) ?? declarations[identifier] else {
                return ".null"
            }
            return expression(declaration, example, name, scope, depth: depth)
        }
    }

    private func expression(
        _ declaration: Declaration,
        _ example: Node?,
        _ name: SpecText,
        _ scope: [Declaration],
        depth: Int
    ) -> String {
        let example = example ?? declaration.example
        switch declaration.kind {
        case .alias(let type):
            return expression(type, example, name, scope, depth: depth)
        case .enumeration(let enumeration):
            let member = enumeration.cases.first { $0.value == example?.text } ?? enumeration.cases.first
            return member.map { ".\($0.name.text)" } ?? ".unrecognized(\"\")"
        case .structure(let structure):
            let arguments = structure.properties.compactMap { property -> String? in
                let part = example?[property.wireName]
                guard property.isRequired || (part != nil && depth < Self.deepest) else { return nil }
                let value = expression(
                    property.type,
                    part ?? property.example,
                    property.wireName,
                    scope + structure.nested,
                    depth: depth + 1
                )
                return "\(property.name.text): \(value)"
            }
            let isNested = scope.contains { $0.name == declaration.name }
            return "\(isNested ? ".init" : declaration.name.code)(\(arguments.joined(separator: ", ")))"
        }
    }

    private func integer<Value: FixedWidthInteger>(_ example: Node?, _ type: Value.Type) -> String {
        if case .integer(let text) = example?.scalar, let literal = SwiftLiteral.integer(text, as: type) {
            return literal
        }
        return "1"
    }

    private func number(_ example: Node?) -> String? {
        switch example?.scalar {
        case .integer(let text), .number(let text): SwiftLiteral.number(text)
        default: nil
        }
    }

    /// Any value as a literal of a `JSONValue`.
    private func json(_ node: Node, depth: Int) -> String {
        guard depth < Self.deepest else { return ".null" }
        switch node.kind {
        case .sequence:
            return "[\(node.elements.map { json($0, depth: depth + 1) }.joined(separator: ", "))]"
        case .mapping:
            let items = node.entries.map {
                "\(SwiftLiteral.string($0.keyText)): \(json($0.value, depth: depth + 1))"
            }
            return items.isEmpty ? "[:]" : "[\(items.joined(separator: ", "))]"
        case .scalar:
            switch node.scalar {
            case .bool(let value): return value ? "true" : "false"
            case .integer(let text): return SwiftLiteral.integer(text, as: Int64.self) ?? number(node) ?? ".null"
            case .number: return number(node) ?? ".null"
            case .string(let text): return SwiftLiteral.string(text)
            case .null, nil: return ".null"
            }
        }
    }
}
