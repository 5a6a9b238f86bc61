package import MartletSource

/// Where a reference leads.
package struct ReferenceTarget: Sendable {
    package let node: Node
    /// The path of the file that the node is in, relative to the folder of the first document.
    package let path: String
    /// The way to the node from the root of its file; `nil` when an anchor or an identifier names it.
    package let pointer: Pointer?
    /// What is wrong with the reference, though it's clear enough what it means.
    var doubt: Diagnostic.Message?
}
