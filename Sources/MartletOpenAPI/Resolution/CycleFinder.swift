/// Finds the strongly connected components of a graph, with Tarjan's algorithm. It is iterative, so that a document
/// can't exhaust the stack.
package enum CycleFinder {
    /// Finds the nodes that are part of a cycle.
    ///
    /// - Parameter edges: For each node, its successors.
    /// - Returns: For each node, the number of its strongly connected component; `nil` if the node isn't part of a
    ///   cycle.
    package static func cycles(edges: [[Int]]) -> [Int?] {
        var groups = [Int?](repeating: nil, count: edges.count)
        var numbers = [Int?](repeating: nil, count: edges.count)
        var lowest = [Int](repeating: 0, count: edges.count)
        var isOpen = [Bool](repeating: false, count: edges.count)
        var open: [Int] = []
        var calls: [(node: Int, edge: Int)] = []
        var count = 0

        for root in edges.indices where numbers[root] == nil {
            calls.append((root, 0))
            while let call = calls.last {
                let node = call.node
                if numbers[node] == nil {
                    numbers[node] = count
                    lowest[node] = count
                    count += 1
                    open.append(node)
                    isOpen[node] = true
                }
                if call.edge < edges[node].count {
                    calls[calls.count - 1].edge += 1
                    let next = edges[node][call.edge]
                    if let number = numbers[next] {
                        if isOpen[next] { lowest[node] = min(lowest[node], number) }
                    } else {
                        calls.append((next, 0))
                    }
                    continue
                }
                calls.removeLast()
                if let caller = calls.last?.node { lowest[caller] = min(lowest[caller], lowest[node]) }
                guard lowest[node] == numbers[node], let start = open.lastIndex(of: node) else { continue }
                let isCycle = open.count - start > 1 || edges[node].contains(node)
                for member in open[start...] {
                    isOpen[member] = false
                    if isCycle { groups[member] = node }
                }
                open.removeSubrange(start...)
            }
        }
        return groups
    }
}
