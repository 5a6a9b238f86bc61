import Foundation

extension Configuration {
    /// A policy for following redirects.
    public enum RedirectPolicy: Sendable, Hashable {
        /// No redirect is followed: each one is an ``ApiError`` of kind `redirect` with the response's headers and
        /// body.
        case never
        /// GET and HEAD requests follow redirects to the same scheme, host and port, at most `limit` times in a row.
        /// All other redirects are errors.
        case sameOrigin(limit: Int)
        /// GET and HEAD requests also follow redirects to other origins, such as a storage service, without
        /// credentials.
        ///
        /// Beyond the server's origin, and even if a later redirect leads back there, requests have no credentials and
        /// only the headers `Accept`, `Accept-Encoding`, `Range` and `User-Agent`, and
        /// ``Configuration/attemptMiddleware`` does not intercept them. A redirect from https to http is an error.
        case anyOrigin(limit: Int)
    }
}

extension Configuration.RedirectPolicy {
    /// Returns the URL of a redirect; `nil` if the response is not a redirect that may be followed.
    /// - Parameters:
    ///   - count: The number of redirects that have been followed before.
    ///   - insecure: The hosts that may be reached over plain http.
    func target(
        of request: HTTPRequest,
        statusCode: Int,
        headers: HTTPHeaders,
        count: Int,
        insecure: Configuration.InsecureHTTP
    ) -> URL? {
        guard count < limit, [301, 302, 303, 307, 308].contains(statusCode),
            [.get, .head].contains(request.method), let location = headers["Location"], !location.isEmpty,
            let target = URL(string: location, relativeTo: request.url)?.absoluteURL, target.user() == nil,
            target.hasSameOrigin(as: request.url)
                || leavesOrigin && target.isAsSecure(as: request.url) && insecure.allows(target)
        else { return nil }
        return target
    }

    private var limit: Int {
        switch self {
        case .never: 0
        case .sameOrigin(let limit), .anyOrigin(let limit): limit
        }
    }

    private var leavesOrigin: Bool {
        if case .anyOrigin = self { true } else { false }
    }
}

extension URL {
    /// Whether both URLs have the same scheme, host and port (RFC 6454, section 4).
    func hasSameOrigin(as other: URL) -> Bool {
        // Most URLs that are compared are the same.
        self == other
            || scheme?.lowercased() == other.scheme?.lowercased()
                && host(percentEncoded: true)?.lowercased() == other.host(percentEncoded: true)?.lowercased()
                && effectivePort == other.effectivePort
    }

    /// Whether this is an https URL, or an http URL if the other is one as well.
    fileprivate func isAsSecure(as other: URL) -> Bool {
        guard let scheme = scheme?.lowercased(), !(host(percentEncoded: true) ?? "").isEmpty else { return false }
        return scheme == "https" || scheme == "http" && other.scheme?.lowercased() == "http"
    }

    private var effectivePort: Int? { port ?? (scheme?.lowercased() == "https" ? 443 : 80) }
}
