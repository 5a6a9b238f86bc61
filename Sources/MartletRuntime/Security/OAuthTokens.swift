public import Foundation

/// A source of OAuth 2 access tokens, which requests them when needed and caches them until shortly before they expire
/// (RFC 6749).
///
/// ```swift
/// let tokens = OAuthTokens(
///     clientCredentials: .init(tokenURL: url, clientID: "ci", clientSecret: secret, scopes: ["read"])
/// )
/// let client = BoxClient(oauth: tokens)
/// ```
/// Concurrent calls that need a new token share one request.
public actor OAuthTokens: Credential.Source {
    /// The settings of an OAuth client, which all its token requests share.
    public struct Client: Sendable {
        /// The way in which the client authenticates itself (RFC 6749, section 2.3.1).
        public enum Authentication: Sendable, Hashable {
            /// In the `Authorization` header, which every server must support.
            case header
            /// In the form, for servers that require it.
            case form
        }

        /// The URL of the token endpoint; `https`, or `http` on a loopback host or one of ``allowsInsecureHTTP``.
        public var tokenURL: URL?
        /// The client identifier.
        public var clientID: String
        /// The client secret; `nil` for a public client.
        public var clientSecret: String?
        /// The scopes to request; empty for the server's default.
        public var scopes: [String]
        /// The way in which the client authenticates itself.
        public var authentication: Authentication
        /// Additional fields of the form, such as `audience`.
        public var fields: [String: String]
        /// The hosts whose token endpoint may be reached over plain http, besides loopback hosts. Because requests for
        /// tokens contain credentials, the value must be one with ``Configuration/InsecureHTTP/includingCredentials``.
        public var allowsInsecureHTTP: Configuration.InsecureHTTP

        /// Creates the settings of an OAuth client.
        public init(
            tokenURL: URL?,
            clientID: String,
            clientSecret: String? = nil,
            scopes: [String] = [],
            authentication: Authentication = .header,
            fields: [String: String] = [:],
            allowsInsecureHTTP: Configuration.InsecureHTTP = .never
        ) {
            self.tokenURL = tokenURL
            self.clientID = clientID
            self.clientSecret = clientSecret
            self.scopes = scopes
            self.authentication = authentication
            self.fields = fields
            self.allowsInsecureHTTP = allowsInsecureHTTP
        }
    }

    /// The current refresh token; `nil` for the client credentials grant. It changes if the server issues a new one
    /// (RFC 6749, section 6).
    public private(set) var refreshToken: String?

    private let client: Client
    private let configuration: Configuration
    private let onChange: (@Sendable (_ refreshToken: String) async -> Void)?
    private var current: (token: String, end: ContinuousClock.Instant)?
    private var underway: Task<String, any Error>?

    /// The time before its expiry at which a token is no longer used.
    private static let margin: Duration = .seconds(30)

    /// Creates a token source for the client credentials grant (RFC 6749, section 4.4).
    /// - Parameters:
    ///   - client: The settings of the OAuth client.
    ///   - transport: The transport for requests to the token endpoint.
    public init(clientCredentials client: Client, transport: any Transport = URLSessionTransport.shared) {
        self.init(client, refreshToken: nil, transport: transport)
    }

    /// Creates a token source for a user's refresh token (RFC 6749, section 6).
    ///
    /// If the server issues a new refresh token, it replaces the current one.
    /// - Parameters:
    ///   - refreshToken: The refresh token.
    ///   - client: The settings of the OAuth client.
    ///   - transport: The transport for requests to the token endpoint.
    ///   - onChange: A closure that saves a new refresh token. Calls that wait for an access token continue when it
    ///     returns. The server may reject the previous refresh token from then on.
    public init(
        refreshToken: String,
        client: Client,
        transport: any Transport = URLSessionTransport.shared,
        onChange: (@Sendable (_ refreshToken: String) async -> Void)? = nil
    ) {
        self.init(client, refreshToken: refreshToken, transport: transport, onChange: onChange)
    }

    /// Creates a token source with a given environment.
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
        // The request adds the path and the query, which must remain as they are.
        var origin = client.tokenURL.flatMap { URLComponents(url: $0, resolvingAgainstBaseURL: true) }
        origin?.percentEncodedPath = ""
        origin?.percentEncodedQuery = nil
        var configuration = Configuration(server: origin?.url, transport: transport)
        configuration.environment = environment
        configuration.allowsInsecureHTTP = client.allowsInsecureHTTP
        self.configuration = configuration
    }

    /// A credential that requests a token when needed, and a new one if the server rejects it.
    public nonisolated var credential: Credential {
        Credential {
            try await self.accessToken()
        } invalidate: {
            await self.invalidate($0)
        }
    }

    /// Returns a valid access token, requesting one if necessary.
    /// - Throws: `CancellationError` if the task was cancelled; ``ApiError`` if the server issues no token.
    public func accessToken() async throws -> String {
        if let (token, end) = current, configuration.environment.now() < end { return token }
        let request = underway ?? Task { try await self.renewed() }
        underway = request
        return try await Self.value(of: request)
    }

    /// Requests and caches a token, even if all waiting tasks have been cancelled: a refresh token that replaces the
    /// previous one must not be lost.
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

    /// Returns the value of a task. Cancellation ends the wait but not the task.
    private static func value(of request: Task<String, any Error>) async throws -> String {
        let (results, continuation) = AsyncStream.makeStream(of: Result<String, any Error>.self)
        Task {
            continuation.yield(await request.result)
            continuation.finish()
        }
        for await result in results { return try result.get() }
        throw CancellationError()
    }

    /// Discards an access token that a server rejected, so that a new one is requested. A newer token is kept.
    public func invalidate(_ failed: String) {
        if current?.token == failed { current = nil }
    }
}

/// The successful response of the token endpoint (RFC 6749, section 5.1).
private struct Grant: Decodable, Sendable {
    let accessToken: String
    let expiresIn: Double?
    let refreshToken: String?

    init(from decoder: any Decoder) throws {
        let object = try decoder.container(keyedBy: PropertyKey.self)
        accessToken = try object.decode(String.self, forKey: PropertyKey("access_token"))
        refreshToken = try object.decodeIfPresent(String.self, forKey: PropertyKey("refresh_token"))
        let lifetime = try object.decodeIfPresent(JSONValue.self, forKey: PropertyKey("expires_in"))
        // Some servers send the number as a string, which may be `nan`.
        let seconds = lifetime.flatMap { $0.double ?? $0.string.flatMap { Double($0) } }
        expiresIn = seconds.flatMap { $0.isFinite ? $0 : nil }
    }

    static func requested(
        _ client: OAuthTokens.Client,
        _ refreshToken: String?,
        _ configuration: Configuration
    ) async throws -> Grant {
        // The check that precedes every request does not recognize credentials in a form.
        guard client.tokenURL.map({ client.allowsInsecureHTTP.allows($0, withCredentials: true) }) ?? true else {
            throw plainTokenURL
        }
        var configuration = configuration
        // Requests do not use these credentials; they are added because the values of configured credentials are
        // redacted in errors.
        for (name, secret) in [("client_secret", client.clientSecret), ("refresh_token", refreshToken)] {
            guard let secret else { continue }
            configuration.credentials[name] = Credential(secret)
            configuration.credentials["\(name) in a form"] = Credential(PercentEncoding.form(secret))
        }
        var form = client.fields
        form["grant_type"] = refreshToken == nil ? "client_credentials" : "refresh_token"
        form["refresh_token"] = refreshToken
        form["scope"] = client.scopes.isEmpty ? nil : client.scopes.joined(separator: " ")
        let scheme = Credential.Scheme(name: "token endpoint", place: .header("Authorization"), prefix: "Basic")
        var security: [[Credential.Scheme]] = []
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
        var request = ApiClient.Request(.post, client.tokenURL?.path(percentEncoded: true) ?? "", security: security)
        if let query = client.tokenURL?.query(percentEncoded: true), !query.isEmpty { request.query = [query] }
        let fields = form.sorted { $0.key < $1.key }
            .map { "\(PercentEncoding.form($0.key))=\(PercentEncoding.form($0.value))" }
        request.body = HTTPBody(Data(fields.joined(separator: "&").utf8))
        request.headers["Content-Type"] = "application/x-www-form-urlencoded"
        return try await ApiClient(configuration: configuration).send(request, options: RequestOptions()).body
    }

    /// The error for a token endpoint without TLS that the client's settings do not allow.
    private static let plainTokenURL = ApiError(
        .invalidRequest,
        "credentials would be sent to the token endpoint over plain http; use https, or allowsInsecureHTTP of "
            + "OAuthTokens.Client with includingCredentials"
    )
}

extension OAuthTokens.Client: ApiModel.SelfRedacting {
    /// The token endpoint, the client identifier and the scopes; no secret and no form fields.
    public var shownProperties: KeyValuePairs<String, Any> {
        ["tokenURL": tokenURL?.withoutSecrets ?? "none", "clientID": clientID, "scopes": scopes]
    }
}

extension OAuthTokens: ApiModel.SelfRedacting {
    /// The token endpoint and the client identifier; no tokens.
    public nonisolated var shownProperties: KeyValuePairs<String, Any> {
        ["tokenURL": client.tokenURL?.withoutSecrets ?? "none", "clientID": client.clientID]
    }
}
