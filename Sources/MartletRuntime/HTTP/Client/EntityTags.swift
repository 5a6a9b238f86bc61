extension HTTPHeaders {
    /// The entity tag of a response, which identifies a version of its content (RFC 9110, section 8.8.3).
    public var entityTag: String? { self["ETag"] }
}

extension RequestOptions {
    /// Options for a call that succeeds only if the server's version differs from this one (RFC 9110, section 13.1.2).
    /// Otherwise, it throws an ``ApiError`` of kind `notModified`.
    public static func ifNoneMatch(_ entityTag: String) -> RequestOptions {
        RequestOptions(headers: ["If-None-Match": entityTag])
    }

    /// Options for a call that succeeds only if the server still has this version (RFC 9110, section 13.1.1).
    /// Otherwise, it fails with status 412. This prevents lost updates.
    public static func ifMatch(_ entityTag: String) -> RequestOptions {
        RequestOptions(headers: ["If-Match": entityTag])
    }
}

extension Middleware {
    /// A middleware that caches responses with an `ETag` in memory, and revalidates them with the server on each use
    /// (RFC 9111, section 4.3).
    ///
    /// ```swift
    /// configuration.middleware.append(.entityTags())
    /// ```
    /// A cached response is never out of date, and the server always decides whether the credentials are sufficient.
    /// Add the middleware to ``Configuration/middleware``, with a separate instance for each account. Streamed bodies
    /// and responses with `Cache-Control: no-store` are not cached.
    /// - Parameter capacity: The maximum number of responses; the oldest is dropped first.
    public static func entityTags(capacity: Int = 100) -> Middleware {
        let kept = Locked<KeptResponses>(KeptResponses(capacity: capacity))
        return Middleware { request, next in
            guard request.method == .get, ["If-None-Match", "Range"].allSatisfy({ request.headers[$0] == nil }) else {
                return try await next(request)
            }
            let known = kept.withLock { $0.response(to: request) }
            var conditional = request
            if let known { conditional.headers["If-None-Match"] = known.headers.entityTag }
            let response = try await next(conditional)
            if response.statusCode == 304, var known {
                known.headers.replace(with: response.headers)
                return HTTPResponse.Stream(known)
            }
            if let complete = response.complete { kept.withLock { $0.keep(complete, to: request) } }
            return response
        }
    }
}

/// Cached responses with entity tags, the oldest first.
private struct KeptResponses {
    let capacity: Int
    private var entries: [(request: HTTPRequest, response: HTTPResponse)] = []

    init(capacity: Int) { self.capacity = capacity }

    func response(to request: HTTPRequest) -> HTTPResponse? {
        entries.first { $0.request.url == request.url && $0.response.answers(request, as: $0.request) }?.response
    }

    mutating func keep(_ response: HTTPResponse, to request: HTTPRequest) {
        entries.removeAll { $0.request.url == request.url && $0.response.answers(request, as: $0.request) }
        let control = response.headers.values(of: "Cache-Control").joined(separator: ",").lowercased()
        guard response.statusCode == 200, response.headers.entityTag != nil, !control.contains("no-store"),
            capacity > 0
        else { return }
        if entries.count >= capacity { entries.removeFirst() }
        entries.append((request, response))
    }
}

extension HTTPResponse {
    /// Whether a response to one request can be used for another request to the same URL: both requests have the same
    /// `Accept` header, and the same values of the headers that the response names in `Vary` (RFC 9111, section 4.1).
    fileprivate func answers(_ request: HTTPRequest, as other: HTTPRequest) -> Bool {
        let names = headers.values(of: "Vary").flatMap { $0.split { ", ".contains($0) } }.map(String.init)
        return !names.contains("*")
            && (names + ["Accept"]).allSatisfy { request.headers[$0] == other.headers[$0] }
    }
}
