import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

extension URLRequest {
    /// The request for URLSession.
    init(_ request: HTTPRequest) {
        self.init(url: request.url)
        httpMethod = request.method.rawValue
        httpBody = request.body
        httpShouldHandleCookies = false
        // URLSession's timer must not be the first to fire: here it counts whole seconds, and only while nothing comes.
        timeoutInterval = request.timeout.boundedSeconds.rounded(.up) + 5
        // One assignment, for setting them one by one rewrites the case of the names.
        var fields = ["Accept-Language": "*"]
        for (name, _) in request.headers {
            if name.lowercased() == "accept-language" { fields["Accept-Language"] = nil }
            fields[name] = request.headers[name]
        }
        allHTTPHeaderFields = fields
    }
}

extension Duration {
    /// The seconds, at most a year: timers here overflow long before `Duration` does.
    var boundedSeconds: Double {
        let (seconds, attoseconds) = components
        return min(Double(seconds) + Double(attoseconds) * 1e-18, 365 * 24 * 3600)
    }
}

extension HTTPHeaders {
    /// The headers of a response, sorted by name because Foundation gives them in no order.
    init(_ response: HTTPURLResponse) {
        self.init()
        let fields = response.allHeaderFields.compactMap { field in
            (field.key as? String).flatMap { name in (field.value as? String).map { (name, $0) } }
        }
        for (name, value) in fields.sorted(by: { $0.0 < $1.0 }) { append(name, value) }
    }
}
