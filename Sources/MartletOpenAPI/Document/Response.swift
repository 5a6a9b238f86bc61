package import MartletSource

/// A response of an operation (OpenAPI 3.2.0, 4.17, Response Object).
package struct Response: Sendable {
    package var description: SpecText?
    /// The name of the component that references lead to; `nil` for what is inline.
    package var component: SpecText?
    package let headers: [Named<Header>]
    /// The content types in document order; empty if the response has no body.
    package let content: [MediaType]
    package let links: [Named<Link>]
    package let location: Location
}

/// A response and its status (OpenAPI 3.2.0, 4.16, Responses Object).
package struct StatusResponse: Sendable {
    package let status: StatusPattern
    package let response: Response
    package let location: Location
}

/// A link from a response to another operation (OpenAPI 3.2.0, 4.20, Link Object).
package struct Link: Sendable {
    package var description: SpecText?
    /// The `operationId` or `operationRef` of the other operation.
    package let operation: SpecText?
    let operationID: SpecText?
    package let location: Location
}
