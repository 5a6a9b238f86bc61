import Foundation

/// A secret that proves who calls, as an API key or a token. No description, dump, error or log shows it.
///
/// ```swift
/// configuration.credentials["ApiKey"] = "api-…"
/// configuration.credentials["Token"] = Credential { try await keychain.token() }
/// configuration.credentials["Login"] = .basic(username: "ada", password: password)
/// ```
public struct Credential: Sendable, ExpressibleByStringLiteral {
    private enum Source: Sendable {
        case value(String)
        case provider(@Sendable () async throws -> String, invalidate: (@Sendable (String) async -> Void)?)
    }

    private let source: Source

    /// What else must not show, since it stands within the secret in another form.
    private var parts: [String] = []

    /// What stands before the value, with a space between, as `Bearer`; nil for what the scheme asks for. An empty one is
    /// none.
    public var prefix: String?

    /// - Parameters:
    ///   - value: The secret: visible ASCII characters. Anything else is refused when a request is sent.
    ///   - prefix: What stands before it, as `Bearer`.
    public init(_ value: String, prefix: String? = nil) {
        source = .value(value)
        self.prefix = prefix
    }

    /// A secret that may change: it is asked for before each attempt of a call that needs it.
    ///
    /// - Parameter provider: Gives the secret. The time that it takes counts towards the call's. When it throws, nothing
    ///   is sent, and the caller gets an ``ApiError`` of kind `credentialUnavailable`, or of the same kind as an
    ///   ``ApiError`` of kind `transport`, `tls` or `timeout`.
    public init(prefix: String? = nil, _ provider: @escaping @Sendable () async throws -> String) {
        source = .provider(provider, invalidate: nil)
        self.prefix = prefix
    }

    /// A secret that can be renewed: when a server answers 401 to it, it is invalidated and asked for again, and the
    /// request is sent once more.
    ///
    /// - Parameters:
    ///   - provider: Gives the secret, as for ``init(prefix:_:)``.
    ///   - invalidate: Hears which secret was refused. Several calls may tell of the same one, and some of them after it
    ///     has been replaced; a newer secret must be kept then.
    public init(
        prefix: String? = nil,
        provider: @escaping @Sendable () async throws -> String,
        invalidate: @escaping @Sendable (_ failed: String) async -> Void
    ) {
        source = .provider(provider, invalidate: invalidate)
        self.prefix = prefix
    }

    /// A secret without a prefix of its own.
    public init(stringLiteral value: String) { self.init(value) }

    /// User and password for basic authentication (RFC 7617).
    /// - Parameter username: Without a colon, which would end it.
    public static func basic(username: String, password: String) -> Credential {
        var credential = Credential(Data("\(username):\(password)".utf8).base64EncodedString())
        credential.parts = [password]
        return credential
    }

    /// Whether there is nothing to send.
    var isEmpty: Bool {
        if case .value(let value) = source { value.isEmpty } else { false }
    }

    /// The secret itself, where it is known already.
    package var secret: String? {
        if case .value(let value) = source { value } else { nil }
    }

    /// All that no text may show, as far as it is known already.
    var secrets: [String] { [secret].compactMap { $0 } + parts }

    /// The secret itself, asked for if need be.
    package func value() async throws -> String {
        switch source {
        case .value(let value): value
        case .provider(let provider, _): try await provider()
        }
    }

    /// Tells the source that a server has refused a secret.
    /// - Returns: Whether the source can give another one.
    func invalidate(_ failed: String) async -> Bool {
        guard case .provider(_, let invalidate?) = source else { return false }
        await invalidate(failed)
        return true
    }
}

extension Credential: SelfRedacting {
    /// Nothing.
    public var shownProperties: KeyValuePairs<String, Any> { [:] }

    /// `<redacted>`
    public var description: String { Redaction.placeholder }
}

/// What can be given to a client as the proof of who calls: a `String`, a ``Credential``, or ``OAuthTokens``.
public protocol CredentialSource: Sendable {
    /// The proof.
    var credential: Credential { get }
}

extension String: CredentialSource {
    /// The string as a secret.
    public var credential: Credential { Credential(self) }
}

extension Credential: CredentialSource {
    /// The credential itself.
    public var credential: Credential { self }
}
