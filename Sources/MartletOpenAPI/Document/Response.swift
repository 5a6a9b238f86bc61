package import MartletSource

/// What an operation answers with (Response Object, 4.17).
package struct Response: Sendable {
    package var description: SpecText?
    package let headers: [Named<Header>]
    /// In document order; empty when the response has no body.
    package let content: [MediaType]
    package let links: [Named<Link>]
    package let location: Location
}

/// A response under the status that it stands for (Responses Object, 4.16).
package struct StatusResponse: Sendable {
    package let status: StatusPattern
    package let response: Response
    package let location: Location
}

/// How the values of a response lead to another operation (Link Object, 4.20).
package struct Link: Sendable {
    package var description: SpecText?
    /// The `operationId` or `operationRef` that the link leads to.
    package let operation: SpecText?
    package let location: Location
}
