/// The entries of a mapping in document order, indexed from 0.
package struct Entries: RandomAccessCollection, Sendable {
    /// The document.
    let tree: Tree
    /// Where the keys and values stand in ``Arena/children``, by turns.
    let range: Range<Int>

    /// The index of the first entry, 0.
    package var startIndex: Int { 0 }

    /// The number of entries.
    package var endIndex: Int { range.count / 2 }

    /// The entry with that index, which must be below `count`.
    package subscript(position: Int) -> Entry {
        let key = range.lowerBound + 2 * position
        let children = tree.arena.children
        return Entry(key: Node(tree: tree, index: children[key]), value: Node(tree: tree, index: children[key + 1]))
    }

    /// The index of the first entry whose key has that number (``Entry/keyNumber``), found from front to back.
    package func index(ofKey number: Int) -> Int? {
        var position = range.lowerBound
        while position < range.upperBound {
            if tree.arena.record(tree.arena.children[position]).number == UInt32(truncatingIfNeeded: number) {
                return (position - range.lowerBound) / 2
            }
            position += 2
        }
        return nil
    }
}
