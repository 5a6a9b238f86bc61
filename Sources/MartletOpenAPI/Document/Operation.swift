package import MartletSource

/// An operation of the API (OpenAPI 3.2.0, 4.10, Operation Object).
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
    /// Requests that the API sends in the course of the operation.
    package internal(set) var callbacks: [Named<Callback>]
    /// The security requirements; `nil` if those of the document apply, empty if the operation needs no credentials.
    package let security: [SecurityRequirement]?
    /// The servers of the operation; empty if those of the path or the document apply.
    package let servers: [Server]
    /// The location of the method's key.
    package let location: Location
}

/// A request method (RFC 9110, section 9.1).
package struct HTTPMethod: Hashable, Sendable {
    package let name: SpecText

    /// The methods that are fixed fields of a path item (OpenAPI 3.2.0, 4.9.1).
    static let fixed: [(FieldName, SpecText)] = [
        (.get, "GET"), (.put, "PUT"), (.post, "POST"), (.delete, "DELETE"), (.options, "OPTIONS"), (.head, "HEAD"),
        (.patch, "PATCH"), (.trace, "TRACE"), (.query, "QUERY"),
    ]
}
