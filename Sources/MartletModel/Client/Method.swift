package import MartletOpenAPI
package import MartletSource

/// A method of an API.
package struct Method: Sendable {
    /// The operation's `operationId`, or else its HTTP method and path.
    package let operation: SpecText
    /// The name of the method that returns the value alone, such as `getToken`; the other one adds `WithHTTPInfo`.
    package let name: Identifier
    package let httpMethod: MartletOpenAPI.HTTPMethod
    package let path: PathTemplate
    /// The arguments, required ones first.
    package let arguments: [Argument]
    package let result: Result
    /// The documented failures, in document order.
    package let failures: [Failure]
    /// The type that distinguishes the failures; `nil` if the document describes none.
    package private(set) var failureEnum: FailureEnum?
    /// Alternative sets of credentials, of which one is sufficient; empty when no credential is required.
    package let security: [[Requirement]]
    package let summary: SpecText?
    package let description: SpecText?
    package let isDeprecated: Bool
    /// The header that lets the server recognize a repeated request (draft-ietf-httpapi-idempotency-key-header), when
    /// the operation declares it.
    package let idempotencyHeader: SpecText?
    /// The operation's main method, when this one is for a further content type of the response.
    package let variantOf: Identifier?
    /// How to request further pages, when the result is a page of a list.
    package private(set) var pagination: Pagination?
    /// The model that the body patches, when the body is a JSON Patch.
    package private(set) var patch: Patch?
    /// The documented headers of successful responses.
    package let headers: [SpecText]
    /// The links from values of the response to other operations (OpenAPI 3.2.0, 4.20, Link Object).
    package let links: [Link]
    /// The location of the operation in the document.
    package let location: Location

    /// The same method with what can only be found once all types are known.
    func with(_ pagination: Pagination?, _ patch: Patch?) -> Method {
        var method = self
        method.pagination = pagination
        method.patch = patch
        return method
    }

    /// The same method with a type for its failures.
    func with(_ failureEnum: FailureEnum) -> Method {
        var method = self
        method.failureEnum = failureEnum
        return method
    }

    /// A credential that a call needs, with the scopes or roles that it must have.
    package struct Requirement: Sendable {
        package let credential: Identifier
        package let scopes: [SpecText]
    }

    /// A failure response that the document describes.
    package struct Failure: Sendable {
        package let status: StatusPattern
        /// The type of the body; `nil` when no model describes it.
        package let type: TypeReference?
        package let description: SpecText
    }

    /// A body that is a JSON Patch (RFC 6902).
    package struct Patch: Sendable {
        package let model: TypeReference
        /// The argument that takes the patch itself.
        package let argument: Identifier
        /// The argument that takes typed steps instead.
        package let label: Identifier
    }

    package struct Link: Sendable {
        package let name: SpecText
        /// The `operationId` or `operationRef` of the linked operation.
        package let operation: SpecText?
        package let description: SpecText?
    }
}

/// The enum of the failures of an operation, within the type of the API.
package struct FailureEnum: Sendable {
    package struct Case: Sendable {
        package let name: Identifier
        package let failure: Method.Failure
    }

    package let name: Identifier
    /// The most specific statuses first.
    package let cases: [Case]
}

/// An argument of a method.
package struct Argument: Sendable {
    /// The place of the argument's value in the request.
    package enum Place: Sendable {
        case path(SpecText, Serialization)
        case query(SpecText, Serialization)
        case header(SpecText, Serialization)
        case cookie(SpecText, Serialization)
        /// The whole query string, as content (`in: querystring`).
        case queryString(Content)
        /// The body.
        case body(Content)
        /// The body, as one of several kinds of content.
        case bodyChoice([ContentChoice.Case])
        /// The media type of the body, when the document leaves a choice.
        case contentType
        /// The server: a case of the operation's own set of servers.
        case server
    }

    /// How a value is serialized as text.
    package enum Serialization: Hashable, Sendable {
        case style(Parameter.Style, explode: Bool, allowReserved: Bool, allowEmptyValue: Bool)
        case json
    }

    /// The default value of an argument in Swift.
    package enum Default: Sendable {
        case text(SpecText)
        /// A member of the argument's type, or a call of a static function whose parameters all have defaults.
        case member(Identifier, isCall: Bool)
    }

    package let label: Identifier
    package let place: Place
    /// The parameter's name in the document, if it has signs that its label lacks; `nil` for others.
    package var spelling: SpecText? {
        switch place {
        case .path(let name, _), .query(let name, _), .header(let name, _), .cookie(let name, _):
            name.utf8.contains {
                $0 > 0x20 && $0 < 0x7F && !Words.isLetter($0) && !Words.isDigit($0) && !Self.joins($0)
            }
                ? name : nil
        default: nil
        }
    }
    /// Whether a byte only joins words.
    private static func joins(_ byte: UInt8) -> Bool { "-._".utf8.contains(byte) }
    package let type: TypeReference
    package let isRequired: Bool
    /// The default value in Swift; `nil` for none.
    package let defaultValue: Default?
    /// The default that the document states, which the server applies.
    package let documentedDefault: Value?
    package let description: SpecText?
    /// Whether the parameter's value must not appear in descriptions, logs and errors.
    package let isSecret: Bool
    package let isDeprecated: Bool
    package let example: Value?
    /// What restricts the values besides their type.
    package let limits: [Limit]
    /// The location of the parameter or the body in the document; `nil` for what the document doesn't declare.
    package let location: Location?

    /// Whether null is sent as an empty value (`allowEmptyValue`).
    package var allowsEmptyValue: Bool {
        if case .query(_, .style(_, _, _, let allowEmptyValue)) = place { allowEmptyValue } else { false }
    }
}
