import Foundation

extension Configuration {
    /// Returns a server's URL as text without trailing slashes.
    /// - Parameter insecure: The hosts that may be reached over plain http.
    /// - Throws: ``ApiError`` of kind `invalidRequest` if requests cannot be sent to the URL. The error does not quote
    ///   it.
    static func checked(_ server: URL?, _ insecure: InsecureHTTP) throws -> String {
        guard let server, let parts = URLComponents(url: server, resolvingAgainstBaseURL: true), let host = parts.host,
            let scheme = parts.scheme?.lowercased(), ["http", "https"].contains(scheme), !host.isEmpty,
            (1...65535).contains(parts.port ?? 443)
        else { throw unusableServer }
        guard parts.user == nil, parts.password == nil, parts.query == nil, parts.fragment == nil else {
            throw serverWithMore
        }
        guard insecure.allows(server) else { throw plainServer }
        let text = server.absoluteString
        return String(text.prefix(upTo: text.lastIndex { $0 != "/" }.map { text.index(after: $0) } ?? text.endIndex))
    }

    /// The error for a URL without a supported scheme, a host or a valid port.
    static let unusableServer = ApiError(
        .invalidRequest,
        "the server must be an http or https URL with a host and a port from 1 to 65535"
    )
    /// The error for a URL with components that would be ignored or could be misplaced secrets.
    static let serverWithMore = ApiError(
        .invalidRequest,
        "the server's URL must not have a user, a password, a query or a fragment"
    )
    /// The error for a plain-text connection that the configuration does not allow.
    static let plainServer = ApiError(
        .invalidRequest,
        "plain http is allowed only for loopback hosts and those of configuration.allowsInsecureHTTP; use https"
    )
    /// The error for credentials over a plain-text connection that the configuration does not allow.
    static let plainCredentials = ApiError(
        .invalidRequest,
        "a credential would be sent over plain http; use https, or configuration.allowsInsecureHTTP with "
            + "includingCredentials"
    )
}
