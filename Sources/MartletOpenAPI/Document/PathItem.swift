/// The operations of one path (Path Item Object, 4.7.9).
package struct PathItem: Sendable {
    /// In document order.
    package let operations: [Operation]
    /// Parameters that all operations of the path share.
    package let parameters: [OrReference<Parameter>]
}
