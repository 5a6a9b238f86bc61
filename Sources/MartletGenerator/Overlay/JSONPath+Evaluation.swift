import MartletSource

extension JSONPath {
    /// A selected node.
    struct Match {
        let node: EditableNode
        /// The node that contains it; `nil` for the root.
        let parent: EditableNode?
        /// The number of nodes that contain it.
        let depth: Int
    }

    /// The evaluation of a query. A short query can visit very many nodes: a filter can search the whole document for each
    /// node of it.
    final class Evaluation {
        /// How often a query can visit each value of the document, on average.
        static let limit = 100

        let root: EditableNode
        private var visits = 0
        private lazy var mostVisits = 100_000 + Self.limit * root.count

        init(_ root: EditableNode) { self.root = root }

        /// Whether the query has visited too many nodes. Its result then is of no use.
        var isExhausted: Bool { visits > 100_000 && visits > mostVisits }

        func visit(_ count: Int) { visits += count }
    }

    /// The nodes that the query selects, each once.
    ///
    /// - Throws: An error if it visits too many nodes.
    func matches(in root: EditableNode) throws(TooManyNodes) -> [Match] {
        let evaluation = Evaluation(root)
        let matches = Self.matches(segments, from: root, evaluation)
        if evaluation.isExhausted { throw TooManyNodes() }
        return matches
    }

    /// A query visits too many nodes.
    struct TooManyNodes: Error {}

    /// What the segments before the first one that selects nothing select, and how many there are.
    func longestMatch(in root: EditableNode) -> (matches: [Match], count: Int) {
        let evaluation = Evaluation(root)
        var matches = [Match(node: root, parent: nil, depth: 0)]
        for (index, segment) in segments.enumerated() {
            let next = Self.matches(segment, of: matches, evaluation, isSet: true)
            if next.isEmpty { return (matches, index) }
            matches = next
        }
        return (matches, segments.count)
    }

    /// - Parameter isSet: Whether a node that is selected several times is returned only once.
    static func matches(
        _ segments: [Segment],
        from start: EditableNode,
        _ evaluation: Evaluation,
        isSet: Bool = true
    ) -> [Match] {
        segments.reduce([Match(node: start, parent: nil, depth: 0)]) { matches, segment in
            self.matches(segment, of: matches, evaluation, isSet: isSet)
        }
    }

    private static func matches(
        _ segment: Segment,
        of matches: [Match],
        _ evaluation: Evaluation,
        isSet: Bool
    ) -> [Match] {
        let nodes = segment.isDescendant ? matches.flatMap { descendants(of: $0, evaluation) } : matches
        let selected = nodes.flatMap { match in
            segment.selectors.flatMap { self.selected($0, in: match.node, evaluation) }.map {
                Match(node: $0, parent: match.node, depth: match.depth + 1)
            }
        }
        var known: Set<ObjectIdentifier> = []
        return isSet ? selected.filter { known.insert(ObjectIdentifier($0.node)).inserted } : selected
    }

    private static func descendants(of match: Match, _ evaluation: Evaluation) -> [Match] {
        evaluation.visit(1)
        if evaluation.isExhausted { return [] }
        return [match]
            + match.node.children.flatMap {
                descendants(of: Match(node: $0, parent: match.node, depth: match.depth + 1), evaluation)
            }
    }

    private static func selected(
        _ selector: Selector,
        in node: EditableNode,
        _ evaluation: Evaluation
    ) -> [EditableNode] {
        if evaluation.isExhausted { return [] }
        let found = nodes(selector, in: node, evaluation)
        evaluation.visit(found.count + 1)
        return found
    }

    private static func nodes(_ selector: Selector, in node: EditableNode, _ evaluation: Evaluation) -> [EditableNode] {
        switch selector {
        case .name(let name): return node[SpecText(name)].map { [$0] } ?? []
        case .wildcard: return node.children
        case .filter(let condition): return node.children.filter { holds(condition, $0, evaluation) }
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
        func normalized(_ index: Int) -> Int { index < 0 ? count + index : index }
        if step > 0 {
            let lower = min(max(normalized(start ?? 0), 0), count)
            let upper = min(max(normalized(end ?? count), 0), count)
            return Array(stride(from: lower, to: upper, by: step))
        }
        let upper = min(max(normalized(start ?? count - 1), -1), count - 1)
        let lower = end.map { min(max(normalized($0), -1), count - 1) } ?? -1
        return Array(stride(from: upper, to: lower, by: step))
    }
}
