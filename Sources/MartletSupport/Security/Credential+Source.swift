public import MartletRuntime

extension Credential {
    /// Creates the credential of a source. With a source of any other type, every request fails with an ``ApiError`` of
    /// kind `credentialUnavailable`.
    public init(from source: any Credential.Source) {
        switch source {
        case let secret as String: self.init(secret)
        case let credential as Credential: self = credential
        case let tokens as OAuthTokens: self = tokens.credential
        default: self.init { throw Self.unknownSource(source) }
        }
    }

    private static func unknownSource(_ source: any Credential.Source) -> ApiError {
        ApiError(.credentialUnavailable, "\(type(of: source)) is not a String, a Credential or OAuthTokens")
    }
}
