package import MartletSource

/// The target of a reference.
package struct ReferenceTarget: Sendable {
    package let node: Node
    /// The path of the file that contains the node, relative to the folder of the root document.
    package let path: String
    /// The pointer to the node from the root of its file; `nil` if the reference uses an anchor.
    package let pointer: Pointer?
    /// The name that an anchor or an `$id` gives the target; `nil` if the pointer or the file does.
    let name: SpecText?
    /// A warning about the reference, if it is invalid but its meaning is clear.
    var warning: Diagnostic.Message?
}
