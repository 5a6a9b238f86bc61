import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

extension URLRequest {
    /// The request for URLSession, without its body when that is on disk.
    init(_ request: HTTPRequest) {
        self.init(url: request.url)
        httpMethod = request.method.rawValue
        httpBody = request.body?.data
        httpShouldHandleCookies = false
        // URLSession's timer must not be the first to fire: here it counts whole seconds, and only while nothing comes.
        timeoutInterval = 366 * 24 * 3600
        // One assignment, for setting them one by one rewrites the case of the names.
        var fields = ["Accept-Language": "*"]
        for (name, _) in request.headers {
            if name.lowercased() == "accept-language" { fields["Accept-Language"] = nil }
            fields[name] = request.headers[name]
        }
        #if canImport(FoundationNetworking)
            if request.needsOwnConnection { fields["Connection"] = "close" }
        #endif
        allHTTPHeaderFields = fields
    }
}

extension HTTPRequest {
    /// Whether the request must not go over a connection that has been used before. The server may close such a
    /// connection at any time; libcurl then sends the request again over a new one, even when the server has carried it
    /// out, and FoundationNetworking has no body left for that and waits for ever.
    var needsOwnConnection: Bool { !method.isIdempotent || (body?.count ?? 0) > 0 }
}

extension HTTPHeaders {
    /// The headers of a response, sorted by name because Foundation gives them in no order.
    init(_ response: HTTPURLResponse) {
        self.init()
        let fields = response.allHeaderFields.compactMap { field in
            (field.key as? String).flatMap { name in (field.value as? String).map { (name, $0) } }
        }
        for (name, value) in fields.sorted(by: { $0.0 < $1.0 }) {
            // FoundationNetworking leaves the blanks behind a value.
            append(name, [0x20, 0x09].contains(value.utf8.last) ? value.trimmingCharacters(in: .whitespaces) : value)
        }
    }
}
