package import MartletOpenAPI
package import MartletSource

/// A request or response body in one form.
package struct Content: Sendable {
    package enum Form: String, CaseIterable, Sendable {
        case json
        /// `application/x-www-form-urlencoded`
        case form
        case multipart
        /// A sequence of JSON texts: JSON Lines, or a JSON text sequence (RFC 7464).
        case sequence
        /// Server-sent events.
        case events
        case text
        case bytes
    }

    package let form: Form
    /// The media types as the document writes them; at least one.
    package let contentTypes: [SpecText]
    /// The type of the value: of one element for a sequence, of the data for events.
    package let type: TypeReference
    /// How form properties are serialized, for those that don't use the default.
    package let encoding: [PropertyEncoding]
    /// Whether the whole value must not appear in descriptions, logs and errors.
    package let isSecret: Bool

    /// The type of the argument that takes the body.
    package var argumentType: TypeReference { form == .sequence ? .array(type) : type }

    /// The content without null, where no content and null are the same to the caller.
    var wrapped: Content {
        guard case .optional(let wrapped) = type else { return self }
        return Content(
            form: form, contentTypes: contentTypes, type: wrapped, encoding: encoding, isSecret: isSecret)
    }

    /// How a form property is serialized (OpenAPI 3.2.0, 4.15, Encoding Object).
    package struct PropertyEncoding: Hashable, Sendable {
        package enum Serialization: Hashable, Sendable {
            case style(Parameter.Style, explode: Bool, allowReserved: Bool)
            /// As content of this media type, if one is stated.
            case content(SpecText?)
        }

        package let property: SpecText
        package let serialization: Serialization
        /// The headers of the property's multipart part whose values the document fixes.
        package let headers: [Header]

        package struct Header: Hashable, Sendable {
            package let name: SpecText
            package let value: SpecText
        }
    }
}

/// An enum with a case for each of several kinds of content.
package struct ContentChoice: Sendable {
    package struct Case: Sendable {
        package let name: Identifier
        /// The body; `nil` for none.
        package let content: Content?
        /// In a response, the status that selects the case.
        package let status: StatusPattern?
        package let description: SpecText?
    }

    package let name: TypeName
    package let cases: [Case]

    package init(name: TypeName, cases: [Case]) {
        self.name = name
        self.cases = cases
    }
}

/// The value that a successful call returns.
package struct Result: Sendable {
    package enum Kind: Sendable {
        case none
        case content(Content)
        /// Content, or nothing.
        case optional(Content)
        /// One of several kinds of content, selected by the status.
        case choice(ContentChoice)
    }

    /// The statuses of a result that the document lists; `nil` when every 2xx is accepted.
    package let statuses: [Int]?
    package let kind: Kind
    package let description: SpecText

    /// The media types that the response may have.
    package var contentTypes: [SpecText] {
        contents.reduce(into: []) { types, content in types += content.contentTypes.filter { !types.contains($0) } }
    }

    /// Whether the value must not appear in descriptions, logs and errors.
    package var isSecret: Bool { contents.contains(where: \.isSecret) }

    private var contents: [Content] {
        switch kind {
        case .none: []
        case .content(let content), .optional(let content): [content]
        case .choice(let choice): choice.cases.compactMap(\.content)
        }
    }
}
