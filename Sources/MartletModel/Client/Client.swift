package import MartletSource

/// A Swift client, ready to be written down: final names, types and order; text of the document still unencoded.
package struct Client: Sendable {
    /// The type that callers start from, such as `LaunchDarklyClient`.
    package let name: Identifier
    package let title: SpecText
    package let description: SpecText?
    package let version: SpecText
    /// In document order.
    package let declarations: [Declaration]
    /// In document order of their first operations.
    package let apis: [API]
    /// Where the API is served, then where single operations are.
    package let servers: [ServerSet]
    package let credentials: [Credential]
    /// The headers of responses; `nil` when the document describes none.
    package let responseHeaders: ResponseHeaders?
    /// What the API sends of its own accord; `nil` for nothing.
    package let webhooks: Webhooks?
    /// The models that steps of a JSON Patch can be about, with their properties.
    package let patchables: Set<TypeName>
}

/// The operations of one tag, as methods of a type.
package struct API: Sendable {
    /// The type's name, such as `AccessTokensApi`.
    package let name: Identifier
    /// The client's property, such as `accessTokens`.
    package let accessor: Identifier
    package let title: SpecText
    package let description: SpecText?
    package internal(set) var methods: [Method]

    /// The enums that methods take and give.
    package var choices: [ContentChoice] {
        methods.filter { $0.variantOf == nil }.flatMap { method -> [ContentChoice] in
            let bodies = method.arguments.compactMap { argument -> ContentChoice? in
                guard case .bodyChoice(let cases) = argument.place, case .named(let name) = argument.type else {
                    return nil
                }
                return ContentChoice(name: name, cases: cases)
            }
            if case .choice(let choice) = method.result.kind { return bodies + [choice] }
            return bodies
        }
    }
}

/// A security scheme that operations use, and the client's argument for it.
package struct Credential: Sendable {
    package enum Kind: Sendable {
        /// An API key in a header, a query parameter or a cookie of that name.
        case header(SpecText), query(SpecText), cookie(SpecText)
        case basic
        /// A token: of `bearer`, OAuth 2 or OpenID Connect.
        case bearer
        /// Another authentication scheme of HTTP, as it stands in the header.
        case http(SpecText)
        /// A certificate that the transport presents; there is no argument for it.
        case mutualTLS
    }

    /// The argument and the name of the scheme's constant, such as `apiKey`.
    package let name: Identifier
    package let scheme: SpecText
    package let kind: Kind
    package let description: SpecText?
    /// How a token is got, where the document says so.
    package let flows: [Flow]
    /// Whether no client can be made without it: there is no other one, and some operation needs it.
    package internal(set) var isRequired = false

    /// A way to get a token.
    package struct Flow: Sendable {
        /// What OpenAPI calls it, such as `clientCredentials`.
        package let name: String
        package let tokenURL: SpecText?
        /// Scopes with what they permit.
        package let scopes: [(name: SpecText, description: SpecText?)]
    }

    /// Whether the client has an argument for it.
    package var isArgument: Bool {
        if case .mutualTLS = kind { false } else { true }
    }
}

/// What the documented headers of responses are, one property each.
package struct ResponseHeaders: Sendable {
    /// The type's name, `ResponseHeaders` unless that is taken.
    package let name: Identifier
    package let properties: [Property]

    package struct Property: Sendable {
        package let name: Identifier
        package let header: SpecText
        package let type: TypeReference
        /// Whether the value is JSON, as `content` says, and not in the style `simple`.
        package let isJSON: Bool
        package let explode: Bool
        package let isDeprecated: Bool
        package let description: SpecText?
    }

    /// The property of a header; names of headers are case-insensitive (RFC 9110, section 5.1).
    package func property(for header: SpecText) -> Property? {
        let name = header.unencoded.lowercased()
        return properties.first { $0.header.unencoded.lowercased() == name }
    }
}

/// What the API sends of its own accord: webhooks, and the callbacks of operations.
package struct Webhooks: Sendable {
    /// The type's name, such as `PetstoreWebhooks`.
    package let name: Identifier
    package let events: [Event]

    package struct Event: Sendable {
        /// The function that decodes it.
        package let name: Identifier
        /// What the document calls it.
        package let title: SpecText
        package let type: TypeReference
        package let description: SpecText?
        package let isDeprecated: Bool
        /// The method whose callback it is; `nil` for a webhook.
        package let method: Identifier?
    }
}
