package import MartletOpenAPI
package import MartletSource

/// A method of an API.
package struct Method: Sendable {
    /// The plain method, such as `getToken`; the other one adds `WithHTTPInfo`.
    package let name: Identifier
    package let httpMethod: MartletOpenAPI.HTTPMethod
    package let path: PathTemplate
    /// Required ones first.
    package let arguments: [Argument]
    package let result: Result
    /// What the document says of failures, in its order.
    package let failures: [Failure]
    /// Credentials of which any one list is enough; empty when none are needed.
    package let security: [[Identifier]]
    package let summary: SpecText?
    package let description: SpecText?
    package let isDeprecated: Bool

    /// What a successful call gives.
    package struct Result: Sendable {
        /// The statuses that the document lists; `nil` when any 2xx will do.
        package let statuses: [Int]?
        /// `nil` when there is no body.
        package let type: TypeReference?
        package let description: SpecText
    }

    /// A failure that the document describes.
    package struct Failure: Sendable {
        package let status: StatusPattern
        /// `nil` when there is no body that a type describes.
        package let type: TypeReference?
        package let description: SpecText
    }
}

/// An argument of a method.
package struct Argument: Sendable {
    /// Where the argument's value goes.
    package enum Place: Sendable {
        case path(SpecText)
        case query(SpecText)
        case header(SpecText)
        /// The body, as content of that type.
        case body(contentType: SpecText)
    }

    package let label: Identifier
    /// The name within the method: the label, unless the method's own variables have it.
    package let variable: Identifier
    package let place: Place
    package let type: TypeReference
    package let isRequired: Bool
    package let description: SpecText?
    package let example: Node?
}
