public import MartletRuntime

extension Credential {
    /// Creates the credential that a source provides. For a type that must not be one, requests fail and say so.
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
