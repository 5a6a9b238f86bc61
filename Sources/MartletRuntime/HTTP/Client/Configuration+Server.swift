import Foundation

extension Configuration {
    /// A server's URL as text, ready for a path that begins with a slash.
    /// - Throws: ``ApiError`` of kind `invalidRequest` for a URL that is no base for requests. The error does not quote
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

    /// Whether a request to this host stays on this machine: `localhost`, `::1` and 127.0.0.0/8 (RFC 1122, section
    /// 3.2.1.3).
    private static func isLoopback(_ host: String) -> Bool {
        if ["localhost", "::1", "[::1]"].contains(host.lowercased()) { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts.first == "127" && parts.allSatisfy { UInt8($0) != nil }
    }

    /// A URL without what a request needs.
    static let unusableServer = ApiError(
        .invalidRequest,
        "the server must be an http or https URL with a host and a port from 1 to 65535"
    )
    /// A URL with parts that would be lost, or be secrets in the wrong place.
    static let serverWithMore = ApiError(
        .invalidRequest,
        "the server's URL must not have a user, a password, a query or a fragment"
    )
    /// A connection on which anyone could read the credentials.
    static let plainServer = ApiError(
        .invalidRequest,
        "plain http is for loopback hosts alone; the server's URL must be https"
    )
}
