package import MartletSource

/// The HTTP methods that a path item can hold (4.7.9.1).
package enum HTTPMethod: String, CaseIterable, Sendable {
    case get, put, post, delete, options, head, patch, trace
}

/// One call of the API (Operation Object, 4.7.10).
package struct Operation: Sendable {
    package let method: HTTPMethod
    package let operationID: SpecText?
    package let tags: [SpecText]
    package let summary: SpecText?
    package let description: SpecText?
    package let isDeprecated: Bool
    package let parameters: [OrReference<Parameter>]
    package let requestBody: OrReference<RequestBody>?
    /// In document order.
    package let responses: [StatusResponse]
    /// `nil` when the document's requirements hold; empty when the operation needs no credentials.
    package let security: [SecurityRequirement]?
    /// The first thing in the operation that martlet can't generate a call for yet.
    package let unsupported: Unsupported?
    /// Where the method's key stands.
    package let location: Location
}
