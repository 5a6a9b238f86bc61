/// A complete document, shared by all of its nodes.
final class Tree: Sendable {
    /// The path of the document, for locations.
    let path: String
    /// The storage of the nodes.
    let arena: Arena
    /// The paths of the nodes that come from other files, by index.
    let foreignPaths: [UInt32: String]
    /// The text of every key, by number.
    let keys: [SpecText]

    /// Creates a tree from the storage that a reader has filled.
    init(path: String, arena: Arena, foreignPaths: [UInt32: String] = [:]) {
        self.path = path
        self.foreignPaths = foreignPaths
        self.arena = arena
        keys = arena.keys.ranges.map { SpecText(String(decoding: arena.text[$0], as: UTF8.self)) }
    }
}
