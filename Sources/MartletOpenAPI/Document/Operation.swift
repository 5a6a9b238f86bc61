package import MartletSource

/// One call of the API (Operation Object, 4.10).
package struct Operation: Sendable {
    package let method: HTTPMethod
    package let operationID: SpecText?
    package let tags: [SpecText]
    package let summary: SpecText?
    package let description: SpecText?
    package let isDeprecated: Bool
    package let parameters: [Parameter]
    package let requestBody: RequestBody?
    /// In document order.
    package let responses: [StatusResponse]
    /// Requests that the API makes in the course of the operation.
    package internal(set) var callbacks: [Named<Callback>]
    /// `nil` when the document's requirements hold; empty when the operation needs no credentials.
    package let security: [SecurityRequirement]?
    /// Servers for this operation; empty when the path's or the document's hold.
    package let servers: [Server]
    /// Where the method's key stands.
    package let location: Location
}

/// The request method of an operation, in upper case as HTTP spells it (RFC 9110, section 9.1).
package struct HTTPMethod: Hashable, Sendable {
    package let name: SpecText

    /// The methods that a path item has fields for (4.9.1).
    static let fixed: [(FieldName, SpecText)] = [
        (.get, "GET"), (.put, "PUT"), (.post, "POST"), (.delete, "DELETE"), (.options, "OPTIONS"), (.head, "HEAD"),
        (.patch, "PATCH"), (.trace, "TRACE"), (.query, "QUERY"),
    ]
}
