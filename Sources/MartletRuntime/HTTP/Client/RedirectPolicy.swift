import Foundation

/// A policy for following redirects.
public enum RedirectPolicy: Sendable, Hashable {
    /// No redirect is followed: each one is an ``ApiError`` of kind `redirect` with the response's headers and body.
    case never
    /// GET and HEAD requests follow redirects to the same scheme, host and port, at most `limit` times in a row. All
    /// other redirects are errors.
    case sameOrigin(limit: Int)
}

extension RedirectPolicy {
    /// Returns the URL of a redirect; nil if the response is not a redirect that may be followed.
    /// - Parameter count: The number of redirects that have been followed before.
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
    /// Whether both URLs have the same scheme, host and port (RFC 6454, section 4).
    func hasSameOrigin(as other: URL) -> Bool {
        scheme?.lowercased() == other.scheme?.lowercased()
            && host(percentEncoded: true)?.lowercased() == other.host(percentEncoded: true)?.lowercased()
            && effectivePort == other.effectivePort
    }

    private var effectivePort: Int? { port ?? (scheme?.lowercased() == "https" ? 443 : 80) }
}
