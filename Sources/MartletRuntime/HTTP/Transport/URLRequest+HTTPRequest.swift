import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

extension URLRequest {
    /// Creates the request for URLSession, without a body that is on disk.
    init(_ request: HTTPRequest) {
        self.init(url: request.url)
        httpMethod = request.method.rawValue
        httpBody = request.body?.data
        httpShouldHandleCookies = false
        // URLSession's own timer must never fire first, because it counts only whole seconds of inactivity.
        timeoutInterval = 366 * 24 * 3600
        // The fields are assigned together, because setting them one by one changes the case of names.
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
    /// Whether the request must use a new connection. The server may close a used connection at any time. libcurl then
    /// sends the request again over a new one, even if the server has processed it; FoundationNetworking can no longer
    /// provide the body and waits forever.
    var needsOwnConnection: Bool { !method.isIdempotent || body.map { $0.count != 0 } ?? false }
}

extension HTTPHeaders {
    /// Creates headers from a response, sorted by name because Foundation returns them in no order.
    init(_ response: HTTPURLResponse) {
        self.init()
        let fields = response.allHeaderFields.compactMap { field in
            (field.key as? String).flatMap { name in (field.value as? String).map { (name, $0) } }
        }
        for (name, value) in fields.sorted(by: { $0.0 < $1.0 }) {
            // FoundationNetworking keeps white space after a value.
            append(name, [0x20, 0x09].contains(value.utf8.last) ? value.trimmingCharacters(in: .whitespaces) : value)
        }
    }
}
