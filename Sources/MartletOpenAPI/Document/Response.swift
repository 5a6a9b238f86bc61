package import MartletSource

/// What an operation answers with (Response Object, 4.7.17).
package struct Response: Sendable {
    package let description: SpecText
    /// In document order; empty when the response has no body.
    package let content: [MediaType]
    package let location: Location
}

/// A response under the status that it stands for (Responses Object, 4.7.16).
package struct StatusResponse: Sendable {
    package let status: StatusPattern
    package let response: OrReference<Response>
    package let location: Location
}
