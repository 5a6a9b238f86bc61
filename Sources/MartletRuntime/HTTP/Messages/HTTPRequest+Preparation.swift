import Foundation

extension HTTPRequest {
    /// Creates the request to send, without credentials, from the operation, the call's options and the configuration.
    ///
    /// If headers have the same name, the options take precedence over the operation, and the operation over the
    /// configuration. A POST, PUT or PATCH request without a body is sent with an empty JSON body, because some servers
    /// require it (``HTTPRequest/Method/announcesEmptyBody``).
    /// - Throws: ``ApiError`` of kind `invalidRequest`.
    init(_ request: ApiClient.Request, options: RequestOptions, configuration: Configuration, server: String) throws {
        guard request.method.rawValue.isToken else { throw Self.invalidMethod }
        let timeout = options.timeout ?? configuration.timeout
        let inactivityTimeout = options.inactivityTimeout ?? configuration.inactivityTimeout
        let attemptTimeout = options.attemptTimeout ?? configuration.attemptTimeout ?? timeout
        guard min(timeout, inactivityTimeout, attemptTimeout) > .zero else { throw Self.invalidTimeout }
        var body = options.body ?? request.body
        guard body == nil || !request.method.forbidsBody else { throw Self.forbiddenBody(request.method) }
        if body == nil, request.method.announcesEmptyBody { body = HTTPBody() }

        var headers: HTTPHeaders = ["User-Agent": configuration.userAgent]
        headers.replace(with: configuration.headers)
        headers.replace(with: request.headers)
        if let contentType = options.contentType ?? options.body?.contentType {
            headers["Content-Type"] = contentType
        } else if body != nil, request.headers["Content-Type"] == nil, options.body != nil || !request.leavesBodyOut {
            headers["Content-Type"] = "application/json"
        }
        if let type = options.accepting { headers["Accept"] = type }
        headers.replace(with: options.headers)
        if (options.compression ?? configuration.compression) == .gzip, headers["Content-Encoding"] == nil,
            let compressed = body?.compressed()
        {
            body = compressed
            headers["Content-Encoding"] = "gzip"
        }

        self.init(
            method: request.method,
            url: try Self.url(of: request, options: options, server: server),
            headers: headers,
            body: body,
            timeout: timeout,
            inactivityTimeout: inactivityTimeout,
            maxResponseBytes: options.maxResponseBytes ?? configuration.maxResponseBytes,
            maxResponseHeaders: configuration.maxResponseHeaders
        )
        operation = request.operation
        secrets = request.secrets + request.secrets.map(\.percentEncoded)
        if !secrets.isEmpty { self.headers = headers.hiding(Redaction(secrets: secrets)) }
    }

    /// Returns the URL of the server, path and query.
    private static func url(of request: ApiClient.Request, options: RequestOptions, server: String) throws -> URL {
        guard !request.path.utf8.contains(UInt8(ascii: "{")) else { throw unfilledPath(request) }
        let query = request.query + options.query.map { "\($0.name.percentEncoded)=\($0.value.percentEncoded)" }
        let isWhole = request.path.isEmpty || request.path.hasPrefix("/")
        var text = server + (isWhole ? "" : "/") + request.path
        if !query.isEmpty { text += (text.utf8.contains(UInt8(ascii: "?")) ? "&" : "?") + query.joined(separator: "&") }
        guard var url = URL(string: text), url.fragment == nil else { throw unusablePath(request) }
        if let link = options.link {
            guard let target = URL(string: link, relativeTo: url)?.absoluteURL, target.user() == nil,
                target.hasSameOrigin(as: url)
            else { throw foreignLink(request) }
            url = target
            text = target.absoluteString
        }
        // Parameters cannot be dot segments, but the template or the server may contain one, which HTTP libraries
        // remove.
        guard !hasDotSegment(text) else { throw dotSegment(request) }
        return url
    }

    /// Returns whether a segment of a URL's path is `.` or `..`, even if its dots are percent-encoded.
    private static func hasDotSegment(_ url: String) -> Bool {
        var rest = url.utf8[...]
        while let slash = rest.firstIndex(of: UInt8(ascii: "/")), !rest[..<slash].contains(UInt8(ascii: "?")) {
            rest = rest[rest.index(after: slash)...]
            guard let first = rest.first, first == UInt8(ascii: ".") || first == UInt8(ascii: "%") else { continue }
            let segment = rest.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") }
            if [".", ".."].contains(String(Substring(segment)).removingPercentEncoding) { return true }
        }
        return false
    }

    /// The error for a method that would break the request line.
    static let invalidMethod = ApiError(.invalidRequest, "the method is not a token of RFC 9110")
    /// The error for a timeout of zero or less.
    static let invalidTimeout = ApiError(.invalidRequest, "timeouts must be greater than zero")

    /// The error for a body in a request that must not have one (RFC 9110, section 9.3).
    static func forbiddenBody(_ method: Method) -> ApiError {
        ApiError(.invalidRequest, "a \(method.rawValue) request must not have a body")
    }

    /// The error for a `{name}` that was not replaced in the path.
    static func unfilledPath(_ request: ApiClient.Request) -> ApiError {
        ApiError(.invalidRequest, "a path parameter of \(request) has no value")
    }

    /// The error for a template that is not a valid path.
    static func unusablePath(_ request: ApiClient.Request) -> ApiError {
        ApiError(.invalidRequest, "the path of \(request) is not valid in a URL")
    }

    /// The error for a link to the next page that would send the credentials elsewhere.
    static func foreignLink(_ request: ApiClient.Request) -> ApiError {
        ApiError(
            .invalidRequest,
            "the link to the next page of \(request) leads to another scheme, host or port, and is not followed"
        )
    }

    /// The error for a template or server with a segment that HTTP libraries remove (RFC 3986, section 5.2.4).
    static func dotSegment(_ request: ApiClient.Request) -> ApiError {
        ApiError(.invalidRequest, "the path of \(request) has a segment \".\" or \"..\"")
    }
}
