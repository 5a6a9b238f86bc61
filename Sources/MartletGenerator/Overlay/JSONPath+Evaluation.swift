import MartletSource

extension JSONPath {
    /// A selected node, and the one that contains it; `nil` for the root.
    typealias Match = (node: EditableNode, parent: EditableNode?)

    /// The nodes that the query selects, each once.
    func matches(in root: EditableNode) -> [Match] {
        var known: Set<ObjectIdentifier> = []
        return Self.matches(segments, from: [(root, nil)], root).filter {
            known.insert(ObjectIdentifier($0.node)).inserted
        }
    }

    /// How many segments of the query select something.
    func matchingSegments(in root: EditableNode) -> Int {
        segments.indices.last { !Self.matches(Array(segments[...$0]), from: [(root, nil)], root).isEmpty }.map {
            $0 + 1
        } ?? 0
    }

    private static func matches(_ segments: [Segment], from start: [Match], _ root: EditableNode) -> [Match] {
        segments.reduce(start) { matches, segment in
            let nodes = segment.isDescendant ? matches.flatMap { descendants(of: $0.node) } : matches.map(\.node)
            return nodes.flatMap { node in segment.selectors.flatMap { selected($0, in: node, root).map { ($0, node) } }
            }
        }
    }

    private static func descendants(of node: EditableNode) -> [EditableNode] {
        [node] + node.children.flatMap { descendants(of: $0) }
    }

    private static func selected(_ selector: Selector, in node: EditableNode, _ root: EditableNode) -> [EditableNode] {
        switch selector {
        case .name(let name): return node[SpecText(name)].map { [$0] } ?? []
        case .wildcard: return node.children
        case .filter(let condition): return node.children.filter { holds(condition, $0, root) }
        case .index(let index):
            guard case .sequence(let elements) = node.content else { return [] }
            let position = index < 0 ? elements.count + index : index
            return elements.indices.contains(position) ? [elements[position]] : []
        case .slice(let start, let end, let step):
            guard case .sequence(let elements) = node.content, step != 0 else { return [] }
            return slice(elements.count, start, end, step).map { elements[$0] }
        }
    }

    /// The indices of a slice (section 2.3.4.2.2).
    private static func slice(_ count: Int, _ start: Int?, _ end: Int?, _ step: Int) -> [Int] {
        func normalized(_ index: Int) -> Int { index < 0 ? count + max(index, -count - 1) : min(index, count) }
        if step > 0 {
            let lower = max(normalized(start ?? 0), 0)
            return Array(stride(from: lower, to: max(normalized(end ?? count), lower), by: step))
        }
        let upper = min(normalized(start ?? count - 1), count - 1)
        let lower = end.map { max(normalized($0), -1) } ?? -1
        return Array(stride(from: upper, to: min(lower, upper), by: step))
    }

    private static func holds(_ condition: Condition, _ node: EditableNode, _ root: EditableNode) -> Bool {
        switch condition {
        case .or(let parts): return parts.contains { holds($0, node, root) }
        case .and(let parts): return parts.allSatisfy { holds($0, node, root) }
        case .not(let inner): return !holds(inner, node, root)
        case .exists(let query): return !nodes(query, node, root).isEmpty
        case .comparison(let left, let comparison, let right):
            return compare(value(left, node, root), comparison, value(right, node, root))
        }
    }

    private static func nodes(_ query: Query, _ node: EditableNode, _ root: EditableNode) -> [EditableNode] {
        matches(query.segments, from: [(query.isAbsolute ? root : node, nil)], root).map(\.node)
    }

    /// What an operand stands for; `nil` if its query selects no single value.
    private enum Comparable: Equatable {
        case string(SpecText)
        case number(Double)
        case boolean(Bool)
        case null
        case other
    }

    private static func value(_ operand: Operand, _ node: EditableNode, _ root: EditableNode) -> Comparable? {
        switch operand {
        case .string(let text): return .string(SpecText(text))
        case .number(let number): return .number(number)
        case .boolean(let value): return .boolean(value)
        case .null: return .null
        case .query(let query):
            let found = nodes(query, node, root)
            guard found.count == 1 else { return nil }
            switch found[0].origin.scalar {
            case .string(let text): return .string(text)
            case .integer(let text), .number(let text): return Double(text).map { .number($0) } ?? .other
            case .bool(let value): return .boolean(value)
            case .null: return .null
            case nil: return .other
            }
        }
    }

    private static func compare(_ left: Comparable?, _ comparison: Comparison, _ right: Comparable?) -> Bool {
        switch comparison {
        case .equal: return left == right
        case .notEqual: return left != right
        case .atMost: return left == right || isLess(left, right)
        case .atLeast: return left == right || isLess(right, left)
        case .less: return isLess(left, right)
        case .greater: return isLess(right, left)
        }
    }

    private static func isLess(_ left: Comparable?, _ right: Comparable?) -> Bool {
        switch (left, right) {
        case (.string(let left), .string(let right)): left < right
        case (.number(let left), .number(let right)): left < right
        default: false
        }
    }
}
