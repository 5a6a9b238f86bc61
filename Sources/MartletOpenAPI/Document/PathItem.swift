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

    /// An operation that is left out, with what settings can name it by.
    struct LeftOut {
        let method: HTTPMethod
        let operationID: SpecText?
        let tags: [SpecText]
        /// The location of the method's key.
        let location: Location

        init(_ operation: Operation) {
            method = operation.method
            operationID = operation.operationID
            tags = operation.tags
            location = operation.location
        }

        init(_ method: HTTPMethod, _ entry: Entry) {
            self.method = method
            operationID = entry.value["operationId"]?.text
            tags = entry.value["tags"]?.elements.compactMap(\.text) ?? []
            location = entry.key.location
        }
    }
}
