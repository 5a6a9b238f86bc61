/// The operations of one path (Path Item Object, 4.9).
package struct PathItem: Sendable {
    /// In document order.
    package let operations: [Operation]
    /// Parameters that all operations of the path share.
    package let parameters: [Parameter]
    /// Servers for all operations of the path; empty when the document's hold.
    package let servers: [Server]
}
