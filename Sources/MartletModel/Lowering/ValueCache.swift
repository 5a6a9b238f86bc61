import MartletSource

/// The values of nodes, each made once: many properties may refer to a schema with one large example.
final class ValueCache {
    private var values: [Location: Value] = [:]

    /// The value of a node.
    func value(of node: Node) -> Value {
        let location = node.location
        if let value = values[location] { return value }
        let value = Value(node)
        values[location] = value
        return value
    }
}
