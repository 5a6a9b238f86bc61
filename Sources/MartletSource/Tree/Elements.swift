/// The elements of a sequence, indexed from 0.
package struct Elements: RandomAccessCollection, Sendable {
    /// The document.
    let tree: Tree
    /// Where the elements stand in ``Arena/children``.
    let range: Range<Int>

    /// The index of the first element, 0.
    package var startIndex: Int { 0 }

    /// The number of elements.
    package var endIndex: Int { range.count }

    /// The element with that index, which must be below `count`.
    package subscript(position: Int) -> Node {
        Node(tree: tree, index: tree.arena.children[range.lowerBound + position])
    }
}
