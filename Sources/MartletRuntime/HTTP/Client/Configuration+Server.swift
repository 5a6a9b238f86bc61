import Foundation

extension Configuration {
    /// Returns a server's URL as text without trailing slashes.
    /// - Throws: ``ApiError`` of kind `invalidRequest` if requests cannot be sent to the URL. The error does not quote
    ///   it.
    static func checked(_ server: URL?) throws -> String {
        guard let server, let parts = URLComponents(url: server, resolvingAgainstBaseURL: true), let host = parts.host,
            let scheme = parts.scheme?.lowercased(), ["http", "https"].contains(scheme), !host.isEmpty,
            (1...65535).contains(parts.port ?? 443)
        else { throw unusableServer }
        guard parts.user == nil, parts.password == nil, parts.query == nil, parts.fragment == nil else {
            throw serverWithMore
        }
        guard scheme == "https" || isLoopback(host) else { throw plainServer }
        let text = server.absoluteString
        return String(text.prefix(upTo: text.lastIndex { $0 != "/" }.map { text.index(after: $0) } ?? text.endIndex))
    }

    /// Whether a host is a loopback host: `localhost`, `::1` and 127.0.0.0/8 (RFC 1122, section 3.2.1.3).
    private static func isLoopback(_ host: String) -> Bool {
        if ["localhost", "::1", "[::1]"].contains(host.lowercased()) { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts.first == "127" && parts.allSatisfy { UInt8($0) != nil }
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
    /// The error for a plain-text connection, which would expose the credentials.
    static let plainServer = ApiError(
        .invalidRequest,
        "plain http is allowed only for loopback hosts; the server's URL must be https"
    )
}
