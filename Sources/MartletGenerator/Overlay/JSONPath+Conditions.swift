import MartletSource

extension JSONPath {
    /// Whether a condition holds for a node (section 2.3.5.2).
    static func holds(_ condition: Condition, _ node: EditableNode, _ evaluation: Evaluation) -> Bool {
        switch condition {
        case .or(let parts): return parts.contains { holds($0, node, evaluation) }
        case .and(let parts): return parts.allSatisfy { holds($0, node, evaluation) }
        case .not(let inner): return !holds(inner, node, evaluation)
        case .exists(let query): return !matches(query, node, evaluation).isEmpty
        case .comparison(let left, let comparison, let right):
            return compare(value(left, node, evaluation), comparison, value(right, node, evaluation))
        case .pattern(let text, let pattern, let isWhole):
            guard case .string(let text) = value(text, node, evaluation),
                case .string(let pattern) = value(pattern, node, evaluation)
            else { return false }
            return IRegexp(pattern.raw(for: .grammar))?.matches(text.raw(for: .grammar), isWhole: isWhole) ?? false
        }
    }

    private static func matches(
        _ query: Query,
        _ node: EditableNode,
        _ evaluation: Evaluation,
        isSet: Bool = true
    ) -> [Match] {
        matches(query.segments, from: query.isAbsolute ? evaluation.root : node, evaluation, isSet: isSet)
    }

    /// The value of an operand.
    private enum Comparable: Equatable {
        case nothing
        case string(SpecText)
        case number(Double)
        case boolean(Bool)
        case null
        case container(EditableNode)

        init(_ node: EditableNode) {
            guard case .scalar = node.content else {
                self = .container(node)
                return
            }
            switch node.origin.scalar {
            case .string(let text): self = .string(text)
            // YAML has numbers that JSON lacks.
            case .integer(let text), .number(let text): self = Double(text).map { .number($0) } ?? .nothing
            case .bool(let value): self = .boolean(value)
            case .null, nil: self = .null
            }
        }

        static func == (left: Comparable, right: Comparable) -> Bool {
            switch (left, right) {
            case (.nothing, .nothing), (.null, .null): true
            case (.string(let left), .string(let right)): left == right
            case (.number(let left), .number(let right)): left == right
            case (.boolean(let left), .boolean(let right)): left == right
            case (.container(let left), .container(let right)): hasSameParts(left, right)
            default: false
            }
        }

        private static func hasSameParts(_ left: EditableNode, _ right: EditableNode) -> Bool {
            guard left.children.count == right.children.count else { return false }
            switch (left.content, right.content) {
            case (.sequence(let left), .sequence(let right)):
                return zip(left, right).allSatisfy { Comparable($0) == Comparable($1) }
            case (.mapping(let entries), .mapping):
                return entries.allSatisfy { entry in
                    entry.key.text.flatMap { right[$0] }.map { Comparable($0) == Comparable(entry.value) } ?? false
                }
            default: return false
            }
        }
    }

    private static func value(_ operand: Operand, _ node: EditableNode, _ evaluation: Evaluation) -> Comparable {
        switch operand {
        case .string(let text): return .string(SpecText(text))
        case .number(let number): return .number(number)
        case .boolean(let value): return .boolean(value)
        case .null: return .null
        case .value(let query):
            let found = matches(query, node, evaluation, isSet: false)
            return found.count == 1 ? Comparable(found[0].node) : .nothing
        case .count(let query): return .number(Double(matches(query, node, evaluation, isSet: false).count))
        case .length(let operand):
            switch value(operand, node, evaluation) {
            case .string(let text): return .number(Double(text.raw(for: .grammar).unicodeScalars.count))
            case .container(let node): return .number(Double(node.children.count))
            case .nothing, .number, .boolean, .null: return .nothing
            }
        }
    }

    private static func compare(_ left: Comparable, _ comparison: Comparison, _ right: Comparable) -> Bool {
        switch comparison {
        case .equal: left == right
        case .notEqual: left != right
        case .atMost: left == right || isLess(left, right)
        case .atLeast: left == right || isLess(right, left)
        case .less: isLess(left, right)
        case .greater: isLess(right, left)
        }
    }

    private static func isLess(_ left: Comparable, _ right: Comparable) -> Bool {
        switch (left, right) {
        case (.string(let left), .string(let right)): left < right
        case (.number(let left), .number(let right)): left < right
        default: false
        }
    }
}
