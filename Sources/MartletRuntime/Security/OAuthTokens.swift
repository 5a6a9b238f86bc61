public import Foundation

/// Access tokens of OAuth 2, asked for when they are needed and kept while they hold (RFC 6749).
///
/// ```swift
/// let tokens = OAuthTokens(
///     clientCredentials: .init(tokenURL: url, clientID: "ci", clientSecret: secret, scopes: ["read"])
/// )
/// let client = BoxClient(oauth: tokens)
/// ```
/// Calls that need a token at the same time share one request for it.
public actor OAuthTokens: CredentialSource {
    /// What is the same for every request to the token endpoint.
    public struct Client: Sendable {
        /// How the client proves who it is (RFC 6749, section 2.3.1).
        public enum Authentication: Sendable, Hashable {
            /// In the header `Authorization`, which every server has to accept.
            case header
            /// In the form, for servers that ask for it.
            case form
        }

        /// The token endpoint: `https`, or a loopback host.
        public var tokenURL: URL?
        /// The name of the client.
        public var clientID: String
        /// The client's secret; nil for a public client.
        public var clientSecret: String?
        /// What the token is to permit; empty for what the server gives without being asked.
        public var scopes: [String]
        /// How the client proves who it is.
        public var authentication: Authentication
        /// Further fields of the form, as `audience`.
        public var fields: [String: String]

        /// What is the same for every request to the token endpoint.
        public init(
            tokenURL: URL?,
            clientID: String,
            clientSecret: String? = nil,
            scopes: [String] = [],
            authentication: Authentication = .header,
            fields: [String: String] = [:]
        ) {
            self.tokenURL = tokenURL
            self.clientID = clientID
            self.clientSecret = clientSecret
            self.scopes = scopes
            self.authentication = authentication
            self.fields = fields
        }
    }

    /// The refresh token that will be used next; nil for tokens of the client itself. It changes when the server gives
    /// another one (RFC 6749, section 6).
    public private(set) var refreshToken: String?

    private let client: Client
    private let configuration: Configuration
    private let onChange: (@Sendable (_ refreshToken: String) async -> Void)?
    private var current: (token: String, end: ContinuousClock.Instant)?
    private var underway: Task<String, any Error>?

    /// How long before its end a token is not used any more.
    private static let margin: Duration = .seconds(30)

    /// Tokens for the client itself (RFC 6749, section 4.4).
    /// - Parameter transport: What carries the requests to the token endpoint.
    public init(clientCredentials client: Client, transport: any Transport = URLSessionTransport.shared) {
        self.init(client, refreshToken: nil, transport: transport)
    }

    /// Tokens for a user, who has given a refresh token (RFC 6749, section 6). When the server gives another one, that
    /// is used from then on.
    /// - Parameters:
    ///   - transport: What carries the requests to the token endpoint.
    ///   - onChange: Saves another refresh token that the server has given. The calls that wait for an access token go on
    ///     when it returns. A server may refuse the token that came before from then on.
    public init(
        refreshToken: String,
        client: Client,
        transport: any Transport = URLSessionTransport.shared,
        onChange: (@Sendable (_ refreshToken: String) async -> Void)? = nil
    ) {
        self.init(client, refreshToken: refreshToken, transport: transport, onChange: onChange)
    }

    /// Tokens in surroundings of their own.
    package init(
        _ client: Client,
        refreshToken: String?,
        transport: any Transport,
        environment: Environment = Environment(),
        onChange: (@Sendable (_ refreshToken: String) async -> Void)? = nil
    ) {
        self.client = client
        self.refreshToken = refreshToken
        self.onChange = onChange
        // The request adds path and query, which have to stay as they are.
        var origin = client.tokenURL.flatMap { URLComponents(url: $0, resolvingAgainstBaseURL: true) }
        origin?.percentEncodedPath = ""
        origin?.percentEncodedQuery = nil
        var configuration = Configuration(server: origin?.url, transport: transport)
        configuration.environment = environment
        self.configuration = configuration
    }

    /// A credential that asks for a token when one is needed, and for another one when a server refuses it.
    public nonisolated var credential: Credential {
        Credential {
            try await self.accessToken()
        } invalidate: {
            await self.invalidate($0)
        }
    }

    /// A token that holds for a while.
    /// - Throws: `CancellationError`, or ``ApiError`` when the server gives none.
    public func accessToken() async throws -> String {
        if let (token, end) = current, configuration.environment.now() < end { return token }
        let request = underway ?? Task { try await self.renewed() }
        underway = request
        return try await Self.value(of: request)
    }

    /// Asks for a token and keeps it, even when all who wanted it have been cancelled: a refresh token that the server
    /// has replaced must not get lost.
    private func renewed() async throws -> String {
        defer { underway = nil }
        let grant = try await Grant.requested(client, refreshToken, configuration)
        let lifetime = grant.expiresIn.map { Duration.seconds(min(max($0, 0), 31_536_000)) - Self.margin }
        current = (grant.accessToken, configuration.environment.now().advanced(by: lifetime ?? .seconds(300)))
        if let next = grant.refreshToken, next != refreshToken {
            refreshToken = next
            await onChange?(next)
        }
        return grant.accessToken
    }

    /// What a task gives. When the one who waits is cancelled, the wait ends, and the task goes on.
    private static func value(of request: Task<String, any Error>) async throws -> String {
        let (results, continuation) = AsyncStream.makeStream(of: Result<String, any Error>.self)
        Task {
            continuation.yield(await request.result)
            continuation.finish()
        }
        for await result in results { return try result.get() }
        throw CancellationError()
    }

    /// Forgets an access token that a server has refused, so that another one is asked for. A newer token is kept.
    public func invalidate(_ failed: String) {
        if current?.token == failed { current = nil }
    }
}

/// What the token endpoint answers (RFC 6749, section 5.1).
private struct Grant: Decodable, Sendable {
    let accessToken: String
    let expiresIn: Double?
    let refreshToken: String?

    init(from decoder: any Decoder) throws {
        let object = try ObjectDecoder(decoder)
        accessToken = try object.required("access_token")
        refreshToken = try object.optional("refresh_token")
        // Some servers write the number as text.
        let lifetime: JSONValue? = try object.optional("expires_in")
        expiresIn = lifetime.flatMap { try? Double($0.parameterText) }
    }

    static func requested(
        _ client: OAuthTokens.Client,
        _ refreshToken: String?,
        _ configuration: Configuration
    ) async throws -> Grant {
        var configuration = configuration
        // Of no use to requests, but what the configuration has as credentials shows in no error.
        for (name, secret) in [("client_secret", client.clientSecret), ("refresh_token", refreshToken)] {
            guard let secret else { continue }
            configuration.credentials[name] = Credential(secret)
            configuration.credentials["\(name) in a form"] = Credential(PercentEncoding.form(secret))
        }
        var form = client.fields
        form["grant_type"] = refreshToken == nil ? "client_credentials" : "refresh_token"
        form["refresh_token"] = refreshToken
        form["scope"] = client.scopes.isEmpty ? nil : client.scopes.joined(separator: " ")
        let scheme = SecurityScheme.basic("token endpoint")
        var security: [[SecurityScheme]] = []
        switch (client.authentication, client.clientSecret) {
        case (.header, let secret?):
            security = [[scheme]]
            configuration.credentials[scheme.name] = .basic(
                username: PercentEncoding.form(client.clientID),
                password: PercentEncoding.form(secret)
            )
        case (_, let secret):
            form["client_id"] = client.clientID
            form["client_secret"] = secret
        }
        var request = ApiRequest(.post, client.tokenURL?.path(percentEncoded: true) ?? "", security: security)
        if let query = client.tokenURL?.query(percentEncoded: true), !query.isEmpty { request.query = [query] }
        try request.setBody(form: form)
        return try await ApiClient(configuration: configuration).send(request, options: RequestOptions()).body
    }
}

extension OAuthTokens.Client: SelfRedacting {
    /// All but the secret and the form.
    public var shownProperties: KeyValuePairs<String, Any> {
        ["tokenURL": tokenURL?.withoutSecrets ?? "none", "clientID": clientID, "scopes": scopes]
    }
}

extension OAuthTokens: SelfRedacting {
    /// Whose tokens they are, and where they come from; none of the tokens.
    public nonisolated var shownProperties: KeyValuePairs<String, Any> {
        ["tokenURL": client.tokenURL?.withoutSecrets ?? "none", "clientID": client.clientID]
    }
}
