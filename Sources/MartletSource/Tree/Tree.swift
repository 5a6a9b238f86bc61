/// A finished document, shared by all nodes that point into it.
final class Tree: Sendable {
    /// The document's path, for locations.
    let path: String
    /// The nodes.
    let arena: Arena
    /// The text of every key, by number.
    let keys: [SpecText]

    /// Freezes what has been read.
    init(path: String, arena: Arena) {
        self.path = path
        self.arena = arena
        keys = arena.keys.ranges.map { SpecText(String(decoding: arena.text[$0], as: UTF8.self)) }
    }
}
