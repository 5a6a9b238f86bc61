/// A complete document, shared by all of its nodes.
final class Tree: Sendable {
    /// The path of the document, for locations.
    let path: String
    /// The storage of the nodes.
    let arena: Arena
    /// The text of every key, by number.
    let keys: [SpecText]

    /// Creates a tree from the storage that a reader has filled.
    init(path: String, arena: Arena) {
        self.path = path
        self.arena = arena
        keys = arena.keys.ranges.map { SpecText(String(decoding: arena.text[$0], as: UTF8.self)) }
    }
}
