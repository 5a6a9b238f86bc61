/// The elements of a sequence, indexed from 0.
package struct Elements: RandomAccessCollection, Sendable {
    /// The tree of the document.
    let tree: Tree
    /// The range of the elements in ``Arena/children``.
    let range: Range<Int>

    /// The index of the first element, 0.
    package var startIndex: Int { 0 }

    /// The number of elements.
    package var endIndex: Int { range.count }

    /// The element at an index, which must be less than `count`.
    package subscript(position: Int) -> Node {
        Node(tree: tree, index: tree.arena.children[range.lowerBound + position])
    }
}
