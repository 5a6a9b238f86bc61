import MartletSource

/// The operations of a path (OpenAPI 3.2.0, 4.9, Path Item Object).
package struct PathItem: Sendable {
    /// The operations in document order. Those of a path item that this one refers to come first.
    package internal(set) var operations: [Operation] = []
    /// The parameters that all operations of the path share.
    package let parameters: [Parameter]
    /// The servers of all operations of the path; empty if those of the document apply.
    package let servers: [Server]
    /// The operations that are left out because they have errors.
    var leftOut: [LeftOut] = []

    struct LeftOut {
        let method: HTTPMethod
        /// The location of the method's key.
        let location: Location
    }
}
