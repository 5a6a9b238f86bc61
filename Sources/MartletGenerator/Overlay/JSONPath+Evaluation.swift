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

    /// The nodes that the query selects, each once.
    func matches(in root: EditableNode) -> [Match] { Self.matches(segments, from: root, root) }

    /// How many segments of the query select something.
    func matchingSegments(in root: EditableNode) -> Int {
        segments.indices.last { !Self.matches(Array(segments[...$0]), from: root, root).isEmpty }.map { $0 + 1 } ?? 0
    }

    /// - Parameter isSet: Whether a node that is selected several times is returned only once.
    static func matches(
        _ segments: [Segment],
        from start: EditableNode,
        _ root: EditableNode,
        isSet: Bool = true
    ) -> [Match] {
        segments.reduce([Match(node: start, parent: nil, depth: 0)]) { matches, segment in
            let nodes = segment.isDescendant ? matches.flatMap(descendants) : matches
            let selected = nodes.flatMap { match in
                segment.selectors.flatMap { self.selected($0, in: match.node, root) }.map {
                    Match(node: $0, parent: match.node, depth: match.depth + 1)
                }
            }
            var known: Set<ObjectIdentifier> = []
            return isSet ? selected.filter { known.insert(ObjectIdentifier($0.node)).inserted } : selected
        }
    }

    private static func descendants(of match: Match) -> [Match] {
        [match]
            + match.node.children.flatMap {
                descendants(of: Match(node: $0, parent: match.node, depth: match.depth + 1))
            }
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
