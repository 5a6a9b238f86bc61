package import MartletSource

/// The values of nodes, each made once: many properties may refer to a schema with one large example.
final class ValueCache {
    private var values: [Location: Value] = [:]
    private var long: [Location: Bool] = [:]

    /// The length in bytes beyond which a default is left out: each property that refers to its schema would repeat it.
    static let maximumDefault = 16 << 10

    /// The value of a node.
    func value(of node: Node) -> Value {
        let location = node.location
        if let value = values[location] { return value }
        let value = Value(node)
        values[location] = value
        return value
    }

    /// Whether a default is too long for the client.
    func isLong(_ node: Node) -> Bool {
        if let known = long[node.location] { return known }
        var room = Self.maximumDefault
        let isLong = !node.fits(&room)
        long[node.location] = isLong
        return isLong
    }
}

extension Node {
    /// Whether the texts of a node, its keys and its parts have room; what they take is subtracted.
    fileprivate func fits(_ room: inout Int) -> Bool {
        room -= 1 + (text?.utf8.count ?? 0)
        if room < 0 { return false }
        for element in elements where !element.fits(&room) { return false }
        for entry in entries {
            room -= entry.keyText.utf8.count
            if !entry.value.fits(&room) { return false }
        }
        return true
    }
}

extension Diagnostic.Message {
    /// - Parameter limit: The greatest length in bytes.
    package static func longDefault(_ limit: Int) -> Self {
        Self(.limit, "a default of more than \(limit) bytes is left out of the client")
    }
}
