import MartletSource

/// The operations of one path (Path Item Object, 4.9).
package struct PathItem: Sendable {
    /// In document order, those of another path item that this one refers to first.
    package internal(set) var operations: [Operation] = []
    /// Parameters that all operations of the path share.
    package let parameters: [Parameter]
    /// Servers for all operations of the path; empty when the document's hold.
    package let servers: [Server]
    /// The operations that can't be decoded.
    var leftOut: [LeftOut] = []

    struct LeftOut {
        let method: HTTPMethod
        /// Where the method's key stands.
        let location: Location
    }
}
