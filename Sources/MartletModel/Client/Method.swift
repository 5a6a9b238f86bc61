package import MartletOpenAPI
package import MartletSource

/// A method of an API.
package struct Method: Sendable {
    /// The operation: its `operationId`, or method and path.
    package let operation: SpecText
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
    /// The header that lets the server tell a repeated request from a new one
    /// (draft-ietf-httpapi-idempotency-key-header), where the operation declares it.
    package let idempotencyHeader: SpecText?
    /// The operation's content of this form, for the method that is not the first one of an operation.
    package let variantOf: Identifier?
    /// How the method's result goes on, if it is a page of a list.
    package internal(set) var pagination: Pagination?
    /// The model that the body is a JSON Patch of, and the body's argument.
    package internal(set) var patch: Patch?
    /// The documented headers of successful responses.
    package let headers: [SpecText]
    /// How values of the response lead to other operations.
    package let links: [Link]

    /// A failure that the document describes.
    package struct Failure: Sendable {
        package let status: StatusPattern
        /// `nil` when there is no body that a type describes.
        package let type: TypeReference?
        package let description: SpecText
    }

    /// A body that is a JSON Patch (RFC 6902).
    package struct Patch: Sendable {
        package let model: TypeReference
        /// The argument that takes the raw patch.
        package let argument: Identifier
        /// The argument that takes typed steps in its place.
        package let label: Identifier
    }

    package struct Link: Sendable {
        package let name: SpecText
        /// The `operationId` or `operationRef` that the link leads to.
        package let operation: SpecText?
        package let description: SpecText?
    }
}

/// An argument of a method.
package struct Argument: Sendable {
    /// Where the argument's value goes.
    package enum Place: Sendable {
        case path(SpecText, Writing)
        case query(SpecText, Writing)
        case header(SpecText, Writing)
        case cookie(SpecText, Writing)
        /// The whole query, as content.
        case queryString(Content)
        /// The body, as content of that type.
        case body(Content)
        /// The body, as one of several kinds of content.
        case bodyChoice([ContentChoice.Case])
        /// The type of the body's content, where the document leaves a choice.
        case contentType
        /// Where the operation is served: a member of that set.
        case server
    }

    /// How a value becomes text.
    package enum Writing: Sendable {
        case style(Parameter.Style, explode: Bool, allowReserved: Bool, allowEmptyValue: Bool)
        case json
    }

    /// What stands for an argument that is left out.
    package enum Default: Sendable {
        case text(SpecText)
        /// A member of the argument's type, or a function there that can do without arguments.
        case member(Identifier, isCall: Bool)
    }

    package let label: Identifier
    /// The name within the method: the label, unless the method's own variables have it.
    package let variable: Identifier
    package let place: Place
    package let type: TypeReference
    package let isRequired: Bool
    /// What stands for the argument when the caller leaves it out; `nil` for nothing.
    package let defaultValue: Default?
    /// The default that the document states, which the server applies.
    package let documentedDefault: Value?
    package let description: SpecText?
    package let isDeprecated: Bool
    package let example: Value?

    /// Whether null stands for an empty value.
    package var allowsEmptyValue: Bool {
        if case .query(_, .style(_, _, _, let allowEmptyValue)) = place { allowEmptyValue } else { false }
    }
}
