/// A secret that proves who calls, as an API key or a token. No description, dump, error or log shows it.
public struct Credential: Sendable, Hashable, ExpressibleByStringLiteral {
    private let value: String

    /// What stands before the value, with a space between, as `Bearer`; nil for the bare value.
    public var prefix: String?

    /// - Parameters:
    ///   - value: The secret: visible ASCII characters. Anything else is refused when a request is sent.
    ///   - prefix: What stands before it, as `Bearer`.
    public init(_ value: String, prefix: String? = nil) {
        self.value = value
        self.prefix = prefix
    }

    /// A secret without a prefix.
    public init(stringLiteral value: String) { self.init(value) }

    /// The secret itself, for the one who sends or redacts it.
    package var secret: String { value }

    /// What the header says.
    var headerValue: String { prefix.map { "\($0) \(value)" } ?? value }
}

extension Credential: SelfRedacting {
    /// Nothing.
    public var shownProperties: KeyValuePairs<String, Any> { [:] }

    /// `<redacted>`
    public var description: String { Redaction.placeholder }
}
