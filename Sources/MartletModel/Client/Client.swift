package import MartletSource

/// A Swift client, ready to be rendered: names, types and order are final; text of the document is not yet encoded.
package struct Client: Sendable {
    /// The name of the client's type, such as `LaunchDarklyClient`.
    package let name: Identifier
    package let title: SpecText
    package let description: SpecText?
    package let version: SpecText
    /// In document order.
    package let declarations: [Declaration]
    /// The types that another client declares and this one gives a name to, in document order.
    package let imported: [Declaration]
    /// In document order of their first operations.
    package let apis: [API]
    /// The servers of the document, followed by those of single operations.
    package let servers: [ServerSet]
    package let credentials: [Credential]
    /// The response headers that the document describes; `nil` when it describes none.
    package let responseHeaders: ResponseHeaders?
    /// The requests that the API sends to the client's owner; `nil` when there are none.
    package let webhooks: Webhooks?
    /// The models whose properties a JSON Patch (RFC 6902) can change.
    package let patchableModels: Set<TypeName>
    /// The models with an identity.
    package let identifiableModels: Set<TypeName>

    /// The types that the client declares, and those that it takes from another one.
    package var types: [Declaration] { declarations + imported }

    /// The client with nothing but some types.
    package func only(_ types: [Declaration]) -> Client {
        Client(
            name: name,
            title: title,
            description: description,
            version: version,
            declarations: types,
            imported: [],
            apis: [],
            servers: servers,
            credentials: [],
            responseHeaders: nil,
            webhooks: nil,
            patchableModels: [],
            identifiableModels: []
        )
    }

    /// The name of the type that has the methods of an API.
    package func owner(of api: API) -> Identifier { api.accessor == nil ? name : api.name }
}

/// The operations of one tag, as the methods of a type, or those without a tag, as methods of the client's.
package struct API: Sendable {
    /// The name of the type, such as `AccessTokensApi`; without a tag only that of the file and the page.
    package let name: Identifier
    /// The client's property for the API, such as `accessTokens`; `nil` without a tag.
    package let accessor: Identifier?
    package let title: SpecText
    package let description: SpecText?
    package let methods: [Method]

    /// The enums for request bodies and responses with several kinds of content.
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
    package enum Kind: Hashable, Sendable {
        /// An API key in the header, query parameter or cookie of this name.
        case header(SpecText), query(SpecText), cookie(SpecText)
        case basic
        /// A bearer token: of the scheme `bearer`, OAuth 2 or OpenID Connect.
        case bearer
        /// Another HTTP authentication scheme, as it is written in the header `Authorization`.
        case http(SpecText)
        /// A client certificate, which the transport presents; the client has no argument for it.
        case mutualTLS
    }

    /// The name of the argument and of the scheme's constant, such as `apiKey`.
    package let name: Identifier
    package let scheme: SpecText
    package let kind: Kind
    package let description: SpecText?
    /// The OAuth 2 flows that the document describes.
    package let flows: [Flow]
    /// Whether the client can't be made without it: it is the only credential, and some operation requires it.
    package internal(set) var isRequired = false

    /// An OAuth 2 flow: a way to obtain a token.
    package struct Flow: Sendable {
        /// OpenAPI's name for the flow, such as `clientCredentials`.
        package let name: String
        package let tokenURL: SpecText?
        /// The scopes, with descriptions.
        package let scopes: [(name: SpecText, description: SpecText?)]
    }

    /// Whether the client has an argument for the credential.
    package var isArgument: Bool {
        if case .mutualTLS = kind { false } else { true }
    }
}

/// A type with a property for each documented response header.
package struct ResponseHeaders: Sendable {
    /// The type's name, `ResponseHeaders` unless that is taken.
    package let name: Identifier
    package let properties: [Property]
    /// The first property for each header, by the header's name in lower case.
    private let indices: [SpecText: Int]

    init(name: Identifier, properties: [Property]) {
        self.name = name
        self.properties = properties
        indices = Dictionary(properties.enumerated().map { ($1.header.lowercased(), $0) }) { first, _ in first
        }
    }

    package struct Property: Sendable {
        package let name: Identifier
        package let header: SpecText
        package let type: TypeReference
        /// Whether the value is JSON, as `content` states, rather than text in the style `simple`.
        package let isJSON: Bool
        package let explode: Bool
        /// Whether the value must not appear in descriptions and logs.
        package let isSecret: Bool
        package let isDeprecated: Bool
        package let description: SpecText?
        /// The places of the header in the document's responses.
        package let locations: [Location]
    }

    /// The property for a header. Header names are case-insensitive (RFC 9110, section 5.1).
    package func property(for header: SpecText) -> Property? {
        indices[header.lowercased()].map { properties[$0] }
    }
}

/// The requests that the API sends to the client's owner: webhooks, and the callbacks of operations.
package struct Webhooks: Sendable {
    /// The type's name, such as `PetstoreWebhooks`.
    package let name: Identifier
    package let events: [Event]

    package struct Event: Sendable {
        /// The function that decodes the event.
        package let name: Identifier
        /// The event's name in the document.
        package let title: SpecText
        package let type: TypeReference
        package let description: SpecText?
        package let isDeprecated: Bool
        /// The method that the callback belongs to; `nil` for a webhook.
        package let method: Identifier?
        package let location: Location
    }
}
