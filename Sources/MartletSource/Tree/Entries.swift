/// The entries of a mapping in document order, indexed from 0.
package struct Entries: RandomAccessCollection, Sendable {
    /// The tree of the document.
    let tree: Tree
    /// The range of the keys and values in ``Arena/children``, where they alternate.
    let range: Range<Int>

    /// The index of the first entry, 0.
    package var startIndex: Int { 0 }

    /// The number of entries.
    package var endIndex: Int { range.count / 2 }

    /// The entry at an index, which must be less than `count`.
    package subscript(position: Int) -> Entry {
        let key = range.lowerBound + 2 * position
        let children = tree.arena.children
        return Entry(key: Node(tree: tree, index: children[key]), value: Node(tree: tree, index: children[key + 1]))
    }

    /// The index of the first entry with a key number (``Entry/keyNumber``); `nil` if there is none.
    ///
    /// - Complexity: O(*n*), where *n* is the number of entries.
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
