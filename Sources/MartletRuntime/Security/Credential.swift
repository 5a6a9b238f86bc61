import Foundation

/// A secret that authenticates the caller, such as an API key or a token. It never appears in descriptions, dumps,
/// errors or logs.
///
/// ```swift
/// configuration.credentials["ApiKey"] = "api-…"
/// configuration.credentials["Token"] = Credential { try await keychain.token() }
/// configuration.credentials["Login"] = .basic(username: "ada", password: password)
/// ```
public struct Credential: Sendable, ExpressibleByStringLiteral {
    private enum Origin: Sendable {
        case value(String)
        case provider(@Sendable () async throws -> String, invalidate: (@Sendable (String) async -> Void)?)
    }

    private let origin: Origin

    /// Other forms of the secret that must be redacted because the secret contains them encoded.
    private var parts: [String] = []

    /// The text before the value, separated by a space, such as `Bearer`; `nil` for the prefix of the security scheme,
    /// and empty for none.
    public var prefix: String?

    /// Creates a credential with a fixed value.
    ///
    /// - Parameters:
    ///   - value: The secret; visible ASCII characters only. Other characters are reported as an error when a request
    ///     is sent.
    ///   - prefix: The text before the value, such as `Bearer`; `nil` for the prefix of the security scheme.
    public init(_ value: String, prefix: String? = nil) {
        origin = .value(value)
        self.prefix = prefix
    }

    /// Creates a credential whose value may change: the provider is called before each attempt that needs it.
    ///
    /// - Parameters:
    ///   - prefix: The text before the value, such as `Bearer`; `nil` for the prefix of the security scheme.
    ///   - provider: A closure that returns the secret. Its duration counts towards the time limit of the call. If it
    ///     throws, nothing is sent, and the call fails with an ``ApiError``: of kind `transport`, `tls` or `timeout` if
    ///     the closure threw an ``ApiError`` of that kind, and of kind `credentialUnavailable` otherwise.
    public init(prefix: String? = nil, _ provider: @escaping @Sendable () async throws -> String) {
        origin = .provider(provider, invalidate: nil)
        self.prefix = prefix
    }

    /// Creates a credential that can be renewed: if the server answers 401, the value is invalidated, the provider is
    /// called again and the request is sent once more.
    ///
    /// - Parameters:
    ///   - prefix: The text before the value, such as `Bearer`; `nil` for the prefix of the security scheme.
    ///   - provider: A closure that returns the secret, as for ``init(prefix:_:)``.
    ///   - invalidate: A closure that receives the rejected secret. Several calls may report the same secret, even
    ///     after it has been replaced; the closure must keep a newer secret.
    public init(
        prefix: String? = nil,
        provider: @escaping @Sendable () async throws -> String,
        invalidate: @escaping @Sendable (_ failed: String) async -> Void
    ) {
        origin = .provider(provider, invalidate: invalidate)
        self.prefix = prefix
    }

    /// Creates a credential with a fixed value and the prefix of the security scheme.
    public init(stringLiteral value: String) { self.init(value) }

    /// Creates the credential for basic authentication (RFC 7617).
    ///
    /// - Parameters:
    ///   - username: The user name; it must not contain a colon.
    ///   - password: The password.
    public static func basic(username: String, password: String) -> Credential {
        var credential = Credential(Data("\(username):\(password)".utf8).base64EncodedString())
        credential.parts = [password]
        return credential
    }

    /// Whether the secret is empty.
    var isEmpty: Bool {
        if case .value(let value) = origin { value.isEmpty } else { false }
    }

    /// The secret, if it is known without calling a provider.
    package var secret: String? {
        if case .value(let value) = origin { value } else { nil }
    }

    /// All values that must be redacted, as far as they are known without calling a provider.
    var secrets: [String] { [secret].compactMap { $0 } + parts }

    /// Returns the secret; calls the provider if there is one.
    package func value() async throws -> String {
        switch origin {
        case .value(let value): value
        case .provider(let provider, _): try await provider()
        }
    }

    /// Notifies the source that the server rejected a secret.
    /// - Returns: Whether the source can provide another one.
    func invalidate(_ failed: String) async -> Bool {
        guard case .provider(_, let invalidate?) = origin else { return false }
        await invalidate(failed)
        return true
    }
}

extension Credential: ApiModel.SelfRedacting {
    /// No properties: the secret is never shown.
    public var shownProperties: KeyValuePairs<String, Any> { [:] }

    /// The text `<redacted>`.
    public var description: String { Redaction.placeholder }
}

extension Credential {
    /// A type that provides a credential to a client: `String`, ``Credential`` and
    /// ``OAuthTokens``. Other types must not conform; they make a ``Credential`` instead, with a closure that returns
    /// the secret.
    public protocol Source: Sendable {}
}

extension String: Credential.Source {}
extension Credential: Credential.Source {}
