import Foundation

/// Whether redirects are followed.
public enum RedirectPolicy: Sendable, Hashable {
    /// A redirect is an error, with everything that came.
    case never
    /// A GET or HEAD is sent again to where the redirect points, when that has the same scheme, host and port, at most
    /// so many times in a row. Every other redirect is an error.
    case sameOrigin(limit: Int)
}

extension RedirectPolicy {
    /// The place to go on to, by a response to a request; nil when it is not to be followed.
    /// - Parameter count: How many redirects have been followed before.
    func target(of request: HTTPRequest, statusCode: Int, headers: HTTPHeaders, count: Int) -> URL? {
        guard case .sameOrigin(let limit) = self, count < limit, [301, 302, 303, 307, 308].contains(statusCode),
            [.get, .head].contains(request.method), let location = headers["Location"], !location.isEmpty,
            let target = URL(string: location, relativeTo: request.url)?.absoluteURL, target.user() == nil,
            target.hasSameOrigin(as: request.url)
        else { return nil }
        return target
    }
}

extension URL {
    /// Whether scheme, host and port are the same (RFC 6454, section 4).
    func hasSameOrigin(as other: URL) -> Bool {
        scheme?.lowercased() == other.scheme?.lowercased()
            && host(percentEncoded: true)?.lowercased() == other.host(percentEncoded: true)?.lowercased()
            && effectivePort == other.effectivePort
    }

    private var effectivePort: Int? { port ?? (scheme?.lowercased() == "https" ? 443 : 80) }
}
