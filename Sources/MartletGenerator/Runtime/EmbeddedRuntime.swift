// Refreshed from Sources/MartletRuntime and Sources/MartletSupport with: swift run martlet-dev embed
// swift-format-ignore-file

/// The runtime, for modules that have it among their own files.
enum EmbeddedRuntime {
    /// The text of each file by its name, without `.swift`.
    static let sources: [(name: String, text: String)] = [
        ("ApiClient", #"""
import Foundation

nonisolated extension MartletRuntime {
    /// A client that sends the requests of generated operations and decodes their responses.
    ///
    /// Copies of a client share its transport and its retry budget.
    public struct ApiClient: Sendable {
        /// The settings that all calls share.
        public let configuration: Configuration

        private let budget: RetryBudget
        private let server: Result<String, any Error>

        /// Creates a client.
        ///
        /// The initializer sends nothing. An invalid configuration is reported by the first call.
        /// - Parameters:
        ///   - configuration: The settings that all calls share.
        ///   - secretProperties: The names of JSON properties, and of headers in lower case, whose values never appear in
        ///     errors, such as those with `format: password`.
        public init(configuration: Configuration, secretProperties: [String] = []) {
            var configuration = configuration
            configuration.secretProperties.formUnion(secretProperties)
            self.init(configuration, RetryBudget(configuration.retry.budget))
        }

        private init(_ configuration: Configuration, _ budget: RetryBudget) {
            self.configuration = configuration
            self.budget = budget
            server = Result {
                try Configuration.checked(configuration.server, configuration.allowsInsecureHTTP)
            }
        }

        /// Returns a client with changed settings, which shares this client's transport and retry budget.
        ///
        /// - Parameter change: A closure that changes the settings.
        public func with(_ change: (inout Configuration) -> Void) -> ApiClient {
            var configuration = configuration
            change(&configuration)
            return ApiClient(configuration, budget)
        }

        func call(_ request: Request, _ options: RequestOptions, isStreaming: Bool = false) throws -> Call {
            try Call(
                options.security.map(request.requiring) ?? request,
                options: options,
                configuration: configuration,
                server: request.server.map { try Configuration.checked($0.url, configuration.allowsInsecureHTTP) }
                    ?? server.get(),
                budget: budget,
                isStreaming: isStreaming
            )
        }

        /// Sends a request and decodes a successful response.
        ///
        /// - Parameters:
        ///   - request: The request of the operation.
        ///   - options: The settings that this call overrides.
        ///   - read: A closure that decodes the response's body.
        /// - Returns: The decoded response.
        /// - Throws: `CancellationError` if the task was cancelled; otherwise ``ApiError``.
        public func send<Body: Sendable>(
            _ request: Request,
            options: RequestOptions,
            read: (inout ResponseReader) throws -> Body
        ) async throws -> ApiResponse<Body> {
            guard let file = options.saveTo else { return try await call(request, options).run(read) }
            return try await call(request, options, isStreaming: true).run(savingTo: file, read)
        }

        /// Sends a request and decodes the JSON body of a successful response.
        ///
        /// - Parameters:
        ///   - request: The request of the operation.
        ///   - options: The settings that this call overrides.
        /// - Returns: The decoded response.
        /// - Throws: `CancellationError` if the task was cancelled; otherwise ``ApiError``.
        public func send<Body: Decodable & Sendable>(
            _ request: Request,
            options: RequestOptions
        ) async throws -> ApiResponse<Body> {
            try await send(request, options: options) { try $0.json() }
        }

        /// Sends a request whose successful response has no body.
        ///
        /// If the server sends a body anyway, ``ApiResponse/rawBody`` holds it; it is not decoded.
        /// - Parameters:
        ///   - request: The request of the operation.
        ///   - options: The settings that this call overrides.
        /// - Returns: The response.
        /// - Throws: `CancellationError` if the task was cancelled; otherwise ``ApiError``.
        public func send(_ request: Request, options: RequestOptions) async throws -> ApiResponse<Void> {
            try await send(request, options: options) { _ in }
        }

        /// Sends a request and returns the response's head; the body is read as it arrives.
        ///
        /// If the connection breaks after the head has arrived, reading the body throws an error; the call is not retried.
        /// - Parameters:
        ///   - request: The request of the operation.
        ///   - options: The settings that this call overrides.
        /// - Returns: The head of a successful response, and its body as a stream.
        /// - Throws: `CancellationError` if the task was cancelled; otherwise ``ApiError``. Reading the body throws the
        ///   same errors.
        public func stream(_ request: Request, options: RequestOptions) async throws -> HTTPResponse.Stream {
            try await call(request, options, isStreaming: true).runStreaming(isTyped: false)
        }
    }
}

public typealias ApiClient = MartletRuntime.ApiClient

"""#),
        ("ApiClient+Download", #"""
public import Foundation

nonisolated extension MartletRuntime.ApiClient {
    /// Sends a request and writes the body of a successful response to a file as it arrives, with constant memory use.
    ///
    /// The file appears only when it is complete: data is first written to a temporary file in the same directory,
    /// which is opened before the request is sent. An existing file at that URL is replaced.
    ///
    /// If the connection breaks within the body and the response has a strong `ETag`, the rest of the body is requested
    /// (`Range`; RFC 9110, section 14.2), up to the maximum number of attempts of the retry policy.
    /// - Parameters:
    ///   - request: The request of the operation.
    ///   - file: The URL of the file.
    ///   - options: The settings that this call overrides.
    ///   - progress: A closure that is called as parts are written, at most ten times a second, and at the end.
    /// - Returns: The response, with the file's URL as its body.
    /// - Throws: `CancellationError` if the task was cancelled; otherwise ``ApiError``, of kind `file` if the file
    ///   cannot be written.
    public func download(
        _ request: Request,
        to file: URL,
        options: MartletRuntime.RequestOptions,
        progress: (@Sendable (MartletRuntime.HTTPResponse.Progress) -> Void)?
    ) async throws -> MartletRuntime.ApiResponse<URL> {
        let (response, _) = try await call(request, options, isStreaming: true)
            .save(to: file, isTyped: true, keepsJSON: false, progress: progress) { offset, tag in
                try await rest(of: request, from: offset, tag, options)
            }
        return MartletRuntime.ApiResponse(body: file, statusCode: response.statusCode, headers: response.headers, rawBody: Data())
    }

    /// Requests the rest of a body, or the whole body if it has changed on the server (RFC 9110, section 13.1.5).
    private func rest(
        of request: Request,
        from offset: Int,
        _ tag: String,
        _ options: MartletRuntime.RequestOptions
    ) async throws -> MartletRuntime.HTTPResponse.Stream {
        var options = options
        options.headers["Range"] = "bytes=\(offset)-"
        options.headers["If-Range"] = tag
        // The range counts the bytes that were written, without content encoding.
        options.headers["Accept-Encoding"] = "identity"
        let stream = try await call(request.accepting(status: 206), options, isStreaming: true)
            .runStreaming(isTyped: true)
        let range = stream.headers["Content-Range"] ?? ""
        guard stream.statusCode != 206 || range.lowercased().hasPrefix("bytes \(offset)-") else {
            throw MartletRuntime.ApiError(.decoding, "\(request) sent another range than the requested one", delivery: .answered)
        }
        return stream
    }
}

nonisolated extension MartletRuntime {
    /// A body that was written to a file.
    struct SavedBody: Sendable {
        let file: URL
        let count: Int
    }
}

nonisolated extension MartletRuntime.Call {
    /// Sends the request and writes the body of a successful response to a file as it arrives.
    ///
    /// - Parameters:
    ///   - isTyped: Whether the response's media type must be one that the document describes.
    ///   - keepsJSON: Whether the returned response has the body, if that is JSON.
    ///   - progress: A closure that is called as parts are written, at most ten times a second, and at the end.
    ///   - rest: A closure that requests the rest of a body from an offset, provided that the body still has an entity
    ///     tag.
    /// - Throws: `CancellationError` or ``ApiError``.
    func save(
        to file: URL,
        isTyped: Bool,
        keepsJSON: Bool,
        progress: (@Sendable (MartletRuntime.HTTPResponse.Progress) -> Void)?,
        rest: ((Int, String) async throws -> MartletRuntime.HTTPResponse.Stream)? = nil
    ) async throws -> (MartletRuntime.HTTPResponse, MartletRuntime.SavedBody) {
        let partial = try MartletRuntime.PartialFile(for: file, id: configuration.environment.uuid(), operation)
        do {
            var stream = try await runStreaming(isTyped: isTyped)
            var head = stream
            var response = MartletRuntime.HTTPResponse(statusCode: stream.statusCode, headers: stream.headers)
            let isKept = keepsJSON && stream.headers["Content-Type"].map { MartletRuntime.MediaType($0).isJSON } ?? true
            let limit = options.maxResponseBytes ?? (isKept ? configuration.maxResponseBytes : .max)
            var received = 0
            var reports = MartletRuntime.ProgressReports(
                progress,
                MartletRuntime.HTTPResponse.Progress.init(receivedBytes:totalBytes:),
                configuration.environment.now
            )
            var attempts = 1
            while true {
                do {
                    for try await part in stream.body {
                        received += part.count
                        guard received <= limit else { throw MartletRuntime.ApiError.responseTooLarge(limit) }
                        try partial.write(part)
                        if isKept { response.body += part }
                        reports.next(received, of: head.headers.bodyLength)?()
                    }
                    break
                } catch let error as MartletRuntime.ApiError where error.isInterruption && attempts < policy.maxAttempts {
                    guard let rest, let tag = head.headers.resumptionTag, operation.method == .get, received > 0 else {
                        throw error
                    }
                    attempts += 1
                    let pause = policy.bound(before: attempts) * configuration.environment.random()
                    try await configuration.environment.sleep(pause)
                    stream = try await rest(received, tag)
                    guard stream.statusCode != 206 else { continue }
                    // The server has another version, or sends only whole ones.
                    try partial.restart()
                    received = 0
                    head = stream
                    response = MartletRuntime.HTTPResponse(statusCode: stream.statusCode, headers: stream.headers)
                }
            }
            reports.last(received, of: head.headers.bodyLength)?()
            try partial.complete()
            return (response, MartletRuntime.SavedBody(file: file, count: received))
        } catch {
            partial.discard()
            throw error
        }
    }
}

nonisolated extension MartletRuntime.HTTPHeaders {
    /// The entity tag with which the rest of the body can be requested: a strong one (RFC 9110, section 13.1.5), of a
    /// body without content encoding, on a server that does not refuse ranges.
    fileprivate var resumptionTag: String? {
        guard self["Content-Encoding"] == nil, self["Accept-Ranges"]?.lowercased() != "none", let entityTag,
            entityTag.hasPrefix("\"")
        else { return nil }
        return entityTag
    }
}

"""#),
        ("ApiClient+Every", #"""
nonisolated extension MartletRuntime.ApiClient {
    /// Selects the method that returns the pages of a list: `getTokens(every: .page)`.
    public enum EveryPage: Sendable {
        /// Each page in turn.
        case page
    }
}

nonisolated extension MartletRuntime.ApiClient {
    /// Selects the method that returns all elements of a list: `getTokens(every: .element)`.
    public enum EveryElement: Sendable {
        /// Each element of each page in turn.
        case element
    }
}

"""#),
        ("ApiClient+Operation", #"""
nonisolated extension MartletRuntime.ApiClient {
    /// An operation of the API, as the document names it, for logs, metrics and traces. It contains no values.
    public struct Operation: Sendable, Hashable {
        /// The `operationId`, or the HTTP method and path if there is none.
        public let id: String

        /// The HTTP method.
        public let method: MartletRuntime.HTTPRequest.Method

        /// The path template, such as `/api/v2/tokens/{id}`.
        public let path: String
    }
}

nonisolated extension MartletRuntime.ApiClient.Operation: CustomStringConvertible {
    /// The method and the path template, such as `GET /api/v2/tokens/{id}`.
    public var description: String { "\(method.rawValue) \(path)" }
}

"""#),
        ("ApiClient+Request", #"""
import Foundation

nonisolated extension MartletRuntime.ApiClient {
    /// The request of an operation: its path and parameters, body and security requirements. ``ApiClient`` adds the
    /// server, credentials and defaults when it sends the request.
    public struct Request: Sendable {
        /// The operation. It identifies the request in messages, because parameter values may be secrets.
        let operation: Operation

        /// The security requirements: one of the inner lists must be satisfied, with all of its schemes.
        private(set) var security: [[MartletRuntime.Credential.Scheme]]

        /// The media types of the responses that the document describes; empty if it describes none with a body.
        let accept: [String]

        /// The statuses for which the document defines a result; `nil` for any from 200 to 299.
        private(set) var successStatuses: [Int]?

        /// The name of the header that identifies repeated requests to the server; `nil` if the operation has none.
        let idempotencyHeader: String?

        /// The server of the operation; `nil` for the client's server.
        private(set) var server: ServerURL?

        /// The path with the parameters set so far, percent-encoded.
        var path: String

        /// The components of the query in order, percent-encoded.
        var query: [String] = []

        /// The headers of the operation.
        var headers = MartletRuntime.HTTPHeaders()

        /// The body; `nil` for none.
        var body: MartletRuntime.HTTPBody?

        /// The values of parameters and of the body that never appear in descriptions, logs or errors.
        var secrets: [String] = []

        /// Whether the body of a successful response never appears in descriptions, logs or errors.
        let hidesResult: Bool

        /// Whether the caller left the optional body out.
        var leavesBodyOut = false

        /// Creates a request without parameters and body.
        ///
        /// - Parameters:
        ///   - method: The HTTP method.
        ///   - path: The path template of the document, such as `/api/v2/tokens/{id}`.
        ///   - operationID: The `operationId`; `nil` for the method and the path.
        ///   - security: The security requirements: one of the inner lists must be satisfied, with all of its schemes.
        ///     An empty inner list allows calls without credentials; an empty outer list requires none.
        ///   - accept: The media types for the `Accept` header, one of which the response must have; empty to send no
        ///     such header.
        ///   - success: The statuses for which the document defines a result; `nil` for any from 200 to 299. If there
        ///     is only one, every other status from 200 to 299 is treated like it.
        ///   - idempotencyHeader: The name of the header that identifies repeated requests to the server, such as
        ///     `Idempotency-Key`. Each call gets a unique key that all its attempts share; a call with a key may be
        ///     retried whatever its method.
        ///   - hidesResult: Whether the result is a secret, which never appears in descriptions, logs or errors.
        public init(
            _ method: MartletRuntime.HTTPRequest.Method,
            _ path: String,
            operationID: String? = nil,
            security: [[MartletRuntime.Credential.Scheme]] = [],
            accept: [String] = ["application/json"],
            success: [Int]? = nil,
            idempotencyHeader: String? = nil,
            hidesResult: Bool = false
        ) {
            operation = Operation(id: operationID ?? "\(method.rawValue) \(path)", method: method, path: path)
            self.path = path
            self.security = security
            self.accept = accept
            successStatuses = success
            self.idempotencyHeader = idempotencyHeader
            self.hidesResult = hidesResult
            headers["Accept"] = accept.isEmpty ? nil : accept.joined(separator: ", ")
        }

        /// The HTTP method.
        var method: MartletRuntime.HTTPRequest.Method { operation.method }

        /// Returns the request with one more status that is a success.
        func accepting(status: Int) -> Request {
            var request = self
            request.successStatuses?.append(status)
            return request
        }

        /// Returns the request with other security requirements: all of these schemes.
        func requiring(_ schemes: [MartletRuntime.Credential.Scheme]) -> Request {
            var request = self
            request.security = [schemes]
            return request
        }

        /// Sets the server of the operation, which replaces the client's server for this request.
        public mutating func setServer(_ url: URL?) { server = ServerURL(url: url) }

        /// The URL of a server; `nil` if the text was not a valid URL.
        struct ServerURL: Sendable {
            let url: URL?
        }
    }
}

nonisolated extension MartletRuntime.ApiClient.Request {
    /// - Throws: An error if a cookie contains a semicolon, which would end it, or a control character (RFC 6265,
    ///   section 4.1.1).
    static func checkCookie(_ text: String) throws {
        guard text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: ";") }) else {
            throw MartletRuntime.ApiError(.invalidRequest, "a cookie must not contain a semicolon or a control character")
        }
    }

    /// The error for a value that `JSONEncoder` cannot encode.
    static let unencodableBody =
        "the body cannot be encoded as JSON; it may contain NaN or an infinite number"
}

nonisolated extension MartletRuntime.ApiClient.Request: MartletRuntime.ApiModel.SelfRedacting {
    /// The method and the path template; parameters and body may be secrets.
    public var shownProperties: KeyValuePairs<String, Any> { ["method": method.rawValue, "path": operation.path] }

    /// The operation, such as `GET /api/v2/tokens/{id}`, for errors and logs.
    public var description: String { operation.description }
}

"""#),
        ("ApiClient+ResponseReader", #"""
public import Foundation

nonisolated extension MartletRuntime.ApiClient {
    /// Validates a response against the operation's description, and decodes its body.
    ///
    /// Generated operations use it for bodies other than plain JSON:
    /// ```swift
    /// try await client.send(request, options: options) { try $0.text() }
    /// ```
    public struct ResponseReader {
        /// The request of the operation.
        let request: Request

        /// The response.
        let response: MartletRuntime.HTTPResponse

        /// The file that contains the body; `nil` if the body was not saved.
        let saved: MartletRuntime.SavedBody?

        /// The media type or range that the caller asked for instead of those of the operation.
        let accepting: String?

        /// The redaction for texts of the response.
        let redaction: MartletRuntime.Redaction

        /// The treatment of array elements that do not match the document.
        let mode: MartletRuntime.Configuration.DecodingMode

        /// The maximum nesting depth of arrays and objects.
        let maxDepth: Int

        /// The problems of elements that lenient decoding left out.
        private(set) var issues: [MartletRuntime.Configuration.DecodingMode.Issue] = []

        init(
            request: Request,
            response: MartletRuntime.HTTPResponse,
            saved: MartletRuntime.SavedBody? = nil,
            accepting: String? = nil,
            redaction: MartletRuntime.Redaction,
            mode: MartletRuntime.Configuration.DecodingMode = .strict,
            maxDepth: Int = MartletRuntime.JSONDocument.defaultMaxDepth
        ) {
            self.maxDepth = maxDepth
            self.request = request
            self.response = response
            self.saved = saved
            self.accepting = accepting
            let isSecret = request.hidesResult && request.isSuccess(response.statusCode)
            self.redaction = isSecret ? redaction.hidingBodies : redaction
            self.mode = mode
        }

        /// The status code: one of those that the document defines, or any from 200 to 299 if it defines a single one.
        public var statusCode: Int { response.statusCode }

        /// Whether the body is empty.
        public var isEmpty: Bool { response.body.isEmpty && saved?.count ?? 0 == 0 }

        /// Checks that the document defines a result for the status.
        /// - Throws: ``ApiError`` of kind `redirect`, `notModified`, `status` or `undocumentedStatus`.
        func checkStatus() throws {
            let status = response.statusCode
            switch status {
            case _ where request.isSuccess(status): break
            case 200..<300: throw error(.undocumentedStatus, "answered \(status), which the document does not list")
            case 304: throw error(.notModified, "answered 304: not modified")
            case 300..<400:
                throw error(
                    .redirect, "answered \(status)\(target); configuration.redirects determines what is followed")
            default:
                throw error(.status, response.body.isEmpty ? "answered \(status)" : "answered \(status): \(excerpt)")
            }
        }

        /// Decodes the JSON body of a successful response.
        ///
        /// A missing `Content-Type` counts as JSON. Because the body may contain a secret that the configuration does
        /// not know, such as a new token, errors quote only selected parts of it.
        /// - Throws: ``ApiError`` of kind `unexpectedContentType` or `decoding`.
        public mutating func json<Body: Decodable>() throws -> Body {
            if let contentType, !MartletRuntime.MediaType(contentType).isJSON {
                if let accepting, MartletRuntime.MediaType(contentType).isCovered(by: MartletRuntime.MediaType(accepting)) {
                    return try null(insteadOf: contentType)
                }
                guard request.accept.contains("*/*") else { throw unexpectedContentType(contentType, "not JSON") }
            }
            guard !isEmpty else { throw emptyBody() }
            let content = try content()
            do {
                guard mode == .lenient else {
                    return try MartletRuntime.JSONDocument.decode(Body.self, from: content, maxDepth: maxDepth)
                }
                var decoding = MartletRuntime.LenientDecoding(content, redaction, maxDepth: maxDepth)
                defer { issues = decoding.issues }
                return try decoding.decode(Body.self)
            } catch {
                throw unexpectedBody(error)
            }
        }

        /// Decodes the body of a successful response as text, in the character set of the response, or in UTF-8 if it
        /// specifies none.
        /// - Throws: ``ApiError`` of kind `unexpectedContentType` or `decoding`.
        public func text() throws -> String {
            try checkContentType()
            let charset = contentType.flatMap { MartletRuntime.MediaType.parameter("charset", of: $0) } ?? "utf-8"
            guard let encoding = String.Encoding(charset: charset) else {
                throw error(
                    .unexpectedContentType,
                    "answered \(statusCode) in a character set that is not supported: "
                        + redaction.excerpt(of: charset.utf8, limit: 100)
                )
            }
            guard let text = String(data: try content(), encoding: encoding) else {
                throw error(.decoding, "answered \(statusCode) with a text that is not \(charset)")
            }
            return text
        }

        /// Returns the bytes of a successful response's body.
        /// - Throws: ``ApiError`` of kind `unexpectedContentType`.
        public func data() throws -> Data {
            try checkContentType()
            return try content()
        }

        /// Checks that there can be a body, and that its media type is one that the caller or the document asks for, or
        /// is missing.
        /// - Throws: ``ApiError`` of kind `unexpectedContentType` or `undocumentedStatus`.
        func checkContentType() throws {
            // These statuses have no body (RFC 9110, sections 15.3.5 and 15.3.6).
            if !request.lists(statusCode), [204, 205].contains(statusCode) { throw emptyBody() }
            guard let contentType else { return }
            let type = MartletRuntime.MediaType(contentType)
            let accept = accepting.map { [$0] } ?? request.accept
            guard accept.contains(where: { type.isCovered(by: MartletRuntime.MediaType($0)) }) else {
                throw unexpectedContentType(contentType, "not \(accept.joined(separator: " or "))")
            }
        }

        /// Returns the body, which is read from the file if it is not in memory.
        private func content() throws -> Data {
            guard let saved, response.body.isEmpty else { return response.body }
            do {
                return try Data(contentsOf: saved.file)
            } catch {
                throw self.error(.file, "was saved to a file that cannot be read", underlying: error)
            }
        }

        /// Returns the value for a body that is not JSON because the caller asked for another media type.
        private func null<Body: Decodable>(insteadOf contentType: String) throws -> Body {
            guard let null = try? MartletRuntime.JSONDocument.decode(Body.self, from: Data("null".utf8)) else {
                throw unexpectedContentType(contentType, "which is not JSON and does not fit the operation's result")
            }
            return null
        }

        /// Creates the caller's response.
        func response<Body>(with body: Body) -> MartletRuntime.ApiResponse<Body> {
            MartletRuntime.ApiResponse(
                body: body,
                statusCode: response.statusCode,
                headers: response.headers.hiding(redaction),
                rawBody: response.body,
                issues: issues,
                isSecret: redaction.hidesBodies
            )
        }

        private var contentType: String? { response.headers["Content-Type"] }

        /// A clause with the target of a redirect, without its query; empty for any other response.
        private var target: String {
            guard let location = response.headers["Location"], let url = URL(string: location) else { return "" }
            let text = url.host(percentEncoded: true) == nil ? url.path(percentEncoded: true) : url.withoutSecrets
            return " with a redirect to \(redaction.excerpt(of: text.utf8, limit: 200))"
        }

        private var excerpt: String {
            saved == nil ? redaction.excerpt(ofBody: response.body) : "the body is in the file"
        }

        /// The error for a body that does not match the document.
        func unexpectedBody(_ error: any Error) -> MartletRuntime.ApiError {
            let reason = redaction.reason(of: error, in: response.body)
            return self.error(
                .decoding,
                "answered \(response.statusCode) with an unexpected body: \(reason)",
                underlying: error
            )
        }

        /// The error for a missing body, which says so if the document does not list the status.
        private func emptyBody() -> MartletRuntime.ApiError {
            let isListed = request.lists(statusCode)
            return error(
                isListed ? .decoding : .undocumentedStatus,
                "answered \(statusCode)\(isListed ? "" : ", which the document does not list,") with an empty body"
                    + " where a body is required"
            )
        }

        private func unexpectedContentType(_ contentType: String, _ objection: String) -> MartletRuntime.ApiError {
            let type = redaction.excerpt(of: contentType.utf8, limit: 100)
            return error(
                .unexpectedContentType,
                "answered \(response.statusCode) with \(type), \(objection)\(isEmpty ? "" : ": \(excerpt)")"
            )
        }

        private func error(_ kind: MartletRuntime.ApiError.Kind, _ text: String, underlying: (any Error)? = nil) -> MartletRuntime.ApiError {
            MartletRuntime.ApiError(kind, "\(request) \(text)", response: response, underlying: underlying)
        }
    }
}

nonisolated extension MartletRuntime.ApiClient.Request {
    /// Whether the document defines a result for a status.
    func lists(_ statusCode: Int) -> Bool {
        successStatuses?.contains(statusCode) ?? (200..<300).contains(statusCode)
    }

    /// Whether a status is a success: the document defines a result for it, or defines only one result, which then
    /// applies to every status from 200 to 299.
    func isSuccess(_ statusCode: Int) -> Bool {
        lists(statusCode) || successStatuses?.count == 1 && (200..<300).contains(statusCode)
    }
}

nonisolated extension String.Encoding {
    /// Creates an encoding that Foundation supports on every platform, by its IANA name.
    fileprivate init?(charset: String) {
        switch charset.lowercased() {
        case "utf-8", "utf8": self = .utf8
        case "us-ascii", "ascii": self = .ascii
        case "iso-8859-1", "latin1": self = .isoLatin1
        case "iso-8859-2", "latin2": self = .isoLatin2
        case "windows-1252", "cp1252": self = .windowsCP1252
        case "utf-16": self = .utf16
        case "utf-16be": self = .utf16BigEndian
        case "utf-16le": self = .utf16LittleEndian
        case "utf-32": self = .utf32
        case "shift_jis": self = .shiftJIS
        case "euc-jp": self = .japaneseEUC
        default: return nil
        }
    }
}

"""#),
        ("ApiError", #"""
public import Foundation

nonisolated extension MartletRuntime {
    /// An error that made a call fail, for any reason other than cancellation.
    ///
    /// Its descriptions contain no credentials, even if the server returned one, and at most 512 bytes of a body. ``body``
    /// and ``headers`` are unredacted.
    public struct ApiError: Error, Sendable {
        /// How far the request got, as far as the client can determine.
        public enum Delivery: Sendable, Hashable {
            /// The request did not reach the server.
            case notSent
            /// The request may have reached the server, and the server may have processed it.
            case unknown
            /// The server responded to the request.
            case answered
        }

        /// The category of the error.
        public let kind: Kind

        /// A description of the error: one sentence with the operation and, for a failure status, the start of the body.
        public internal(set) var message: String

        /// The status code; `nil` if no response arrived.
        public let statusCode: Int?

        /// The response's headers; empty if no response arrived.
        public let headers: HTTPHeaders

        /// The response's body, unredacted; empty if there was none.
        public let body: Data

        /// The underlying error of the transport, the encoder or the decoder, if any. Its descriptions are not redacted.
        public let underlying: (any Error)?

        /// How far the request got in the last attempt.
        public let delivery: Delivery

        /// The record of the call.
        var call: CallRecord?

        /// Creates an error without a response, such as a `timeout` or `responseTooLarge` error of a custom transport.
        ///
        /// - Parameters:
        ///   - kind: The category of the error.
        ///   - message: A description of the error.
        ///   - delivery: How far the request got; `nil` for the default of `kind`.
        ///   - underlying: The cause, if any.
        public init(_ kind: Kind, _ message: String, delivery: Delivery? = nil, underlying: (any Error)? = nil) {
            self.init(kind, message, response: nil, delivery: delivery, underlying: underlying)
        }

        /// Creates an error about a response. `message` must be redacted already.
        init(
            _ kind: Kind,
            _ message: String,
            response: HTTPResponse?,
            delivery: Delivery? = nil,
            underlying: (any Error)? = nil
        ) {
            self.kind = kind
            self.message = message
            statusCode = response?.statusCode
            headers = response?.headers ?? [:]
            body = response?.body ?? Data()
            self.underlying = underlying
            self.delivery =
                switch kind {
                case .invalidRequest, .missingCredential, .credentialUnavailable: .notSent
                case _ where response != nil: .answered
                default: delivery ?? (kind == .tls ? .notSent : .unknown)
                }
        }

        /// Decodes the body as a model, such as the one that the document defines for this status.
        ///
        /// The result is often `nil`: intermediaries send HTML, and some servers send no body.
        /// - Returns: The model; `nil` if the body is not valid for it.
        public func decoded<Model: Decodable>(_ type: Model.Type) -> Model? {
            try? JSONDocument.decode(type, from: body)
        }
    }
}

nonisolated extension MartletRuntime.ApiError: MartletRuntime.ApiModel.SelfRedacting {
    /// All properties except the values of headers, the bytes of the body and the descriptions of the underlying error.
    public var shownProperties: KeyValuePairs<String, Any> {
        [
            "kind": kind,
            "message": message,
            "statusCode": statusCode.map { "\($0)" } ?? "none",
            "headers": headers.map(\.name),
            "body": "\(body.count) bytes",
            "delivery": delivery,
            "attempts": attempts,
            "requestID": requestID ?? "none",
            "underlying": underlying.map { "\(type(of: $0))" } ?? "none",
        ]
    }

    /// The same text as ``message``.
    public var description: String { message }
}

public typealias ApiError = MartletRuntime.ApiError

"""#),
        ("ApiError+Call", #"""
nonisolated extension MartletRuntime.ApiError {
    /// The number of attempts, including attempts that failed before anything was sent; 0 if the call was rejected
    /// before the first attempt.
    public var attempts: Int { call?.attempts ?? 0 }

    /// The reason why the call was not retried; `nil` if the call was rejected before the first attempt, or if the
    /// error is in a successful response.
    public var retryStop: RetryStop? { call?.stop }

    /// The time that the server asks the client to wait before the next attempt; `nil` if the server does not specify
    /// one.
    public var retryAfter: Duration? { call?.serverWait }

    /// Whether an attempt before the last one ended without a response, so that the server may have processed it.
    ///
    /// If a DELETE request is retried after such an attempt and the server answers 404, the deletion most likely
    /// succeeded.
    public var followsAmbiguousAttempt: Bool { call?.hadAmbiguousAttempt ?? false }

    /// The call's identifier, as in ``Configuration/LogEntry/requestID`` and in the header
    /// ``Configuration/requestIDHeader``.
    public var requestID: String? { call?.requestID }

    /// The operation that failed; `nil` if the call failed before it was prepared.
    public var operation: MartletRuntime.ApiClient.Operation? { call?.operation }

    /// The request after the last middleware, without credentials; `nil` if the call failed before that point.
    public var request: MartletRuntime.HTTPRequest? { call?.request }

    /// Whether the connection broke or was silent, so that the rest of a stream may be available.
    var isInterruption: Bool { [.transport, .timeout].contains(kind) && statusCode == nil }

    /// Returns the request as a `curl` command line, to repeat it by hand.
    ///
    /// An error holds no credentials; their values are always replaced with `<redacted>`.
    /// - Parameter showingSecrets: Whether to show query values, secret headers other than credentials, and the body.
    /// - Returns: The command line; `nil` if ``request`` is `nil`.
    public func curl(showingSecrets: Bool = false) -> String? {
        guard var request else { return nil }
        for name in call?.credentialHeaders ?? [] { request.headers.setSecret(name, MartletRuntime.Redaction.placeholder) }
        return request.curl(showingSecrets: showingSecrets)
    }
}

"""#),
        ("ApiError+Foundation", #"""
import Foundation
#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

nonisolated extension MartletRuntime.ApiError {
    /// Converts an error of a middleware to an `ApiError`. A `URLError` becomes an error of the same kind as from a
    /// transport.
    init(middleware error: any Error, redaction: MartletRuntime.Redaction) {
        if error is MartletRuntime.ApiError || error is URLError {
            self.init(transport: error, redaction: redaction)
        } else {
            self.init(.middleware, redaction.excerpt(of: Self.text(of: error).utf8), underlying: error)
        }
    }

    /// Converts an error of a transport to an `ApiError`.
    init(transport error: any Error, redaction: MartletRuntime.Redaction) {
        if let error = error as? MartletRuntime.ApiError {
            self = error
            // Errors about a response have been redacted already.
            if statusCode == nil { message = redaction.excerpt(of: message.utf8) }
        } else {
            let text = redaction.excerpt(of: Self.text(of: error).utf8)
            let code = (error as? URLError)?.code
            if code == .timedOut {
                self.init(.timeout, text, delivery: .unknown, underlying: error)
            } else if let delivery = Self.handshakeDelivery(code, text) {
                self.init(.tls, text, delivery: delivery, underlying: error)
            } else {
                let delivery: Delivery = Self.isUnsent(code, text) ? .notSent : .unknown
                self.init(.transport, text, delivery: delivery, underlying: error)
            }
        }
    }

    /// The codes of errors that occur before a connection exists.
    private static let unsent: Set<URLError.Code> = [
        .cannotFindHost, .cannotConnectToHost, .dnsLookupFailed, .notConnectedToInternet, .badURL, .dataNotAllowed,
        .internationalRoamingOff, .callIsActive, .appTransportSecurityRequiresSecureConnection,
    ]

    /// Whether the error occurred before a connection existed.
    private static func isUnsent(_ code: URLError.Code?, _ text: String) -> Bool {
        guard let code, unsent.contains(code) else { return false }
        #if canImport(FoundationNetworking)
            // FoundationNetworking also uses this code for a fault on a host's second address after its first address
            // refused the connection. The text is libcurl's description of the fault itself.
            if code == .cannotConnectToHost { return text.hasPrefix("Failed to connect to ") }
        #endif
        return true
    }

    /// The codes of errors that reject the server's certificate.
    private static let untrusted: Set<URLError.Code> = [
        .serverCertificateHasBadDate, .serverCertificateUntrusted, .serverCertificateHasUnknownRoot,
        .serverCertificateNotYetValid,
    ]

    /// The codes of TLS errors that may occur after the request was sent: in TLS 1.3, the server verifies the client's
    /// certificate after the handshake is complete for the client (RFC 8446, section 2).
    private static let insecure: Set<URLError.Code> = [
        .clientCertificateRejected, .clientCertificateRequired, .secureConnectionFailed,
    ]

    /// Returns how far the request got if the TLS handshake failed; `nil` for all other errors.
    ///
    /// FoundationNetworking reports every TLS error with the code `unknown` and libcurl's message, which depends on
    /// libcurl's TLS library. Read and write errors occur after the handshake.
    private static func handshakeDelivery(_ code: URLError.Code?, _ text: String) -> Delivery? {
        guard let code else { return nil }
        if untrusted.contains(code) { return .notSent }
        if insecure.contains(code) { return .unknown }
        let isLater = ["SSL_read", "SSL_write", "recv error", "send error"].contains(where: text.contains)
        let words = [
            "SSL connect", "TLS connect", "SSL_connect", "SSL routines", "SSL:", "gnutls_handshake", "certificate",
        ]
        return code == .unknown && !isLater && words.contains(where: text.contains) ? .notSent : nil
    }

    /// The description of an error. For errors that are neither a `LocalizedError` nor a Foundation error,
    /// `localizedDescription` is only the type and a number, so `String(describing:)` is used.
    private static func text(of error: any Error) -> String {
        if let text = (error as? any LocalizedError)?.errorDescription { return text }
        let isOfFoundation = error is any CustomNSError || type(of: error) is NSError.Type
        return isOfFoundation ? error.localizedDescription : String(describing: error)
    }
}

"""#),
        ("ApiError+Kind", #"""
nonisolated extension MartletRuntime.ApiError {
    /// The category of an error. Later versions may add categories.
    ///
    /// ```swift
    /// do { … } catch ApiError.Kind.timeout { … }
    /// ```
    public struct Kind: Sendable, Hashable {
        /// An argument, a header, the server's URL or the request as a whole is invalid. Nothing was sent.
        public static let invalidRequest = Kind(1, "invalidRequest")
        /// The operation requires a credential, and none of the alternatives that the document allows is complete:
        /// neither ``Configuration/credentials``, nor headers, nor middleware provide it. Nothing was sent.
        public static let missingCredential = Kind(2, "missingCredential")
        /// The source of a credential failed, for example because a token endpoint rejected the request;
        /// ``ApiError/underlying`` is the cause. Nothing was sent. If the source could not be reached, the kind is
        /// `transport`, `tls` or `timeout` instead.
        public static let credentialUnavailable = Kind(3, "credentialUnavailable")
        /// A connection to the server or to the source of a credential could not be made, or it broke before the
        /// response was complete. ``ApiError/delivery`` tells how far the request got.
        public static let transport = Kind(4, "transport")
        /// The TLS handshake failed: a certificate is not trusted, or client and server have no protocol version or
        /// cipher in common. ``ApiError/delivery`` is `notSent`, unless the system does not report whether the client
        /// had completed the handshake. Errors after the handshake are `transport` errors.
        public static let tls = Kind(5, "tls")
        /// The response was not complete within the time limit.
        public static let timeout = Kind(6, "timeout")
        /// A local file cannot be written: the destination of a download, or the temporary file of a request body. The
        /// disk may be full, or permission may be missing.
        public static let file = Kind(7, "file")
        /// The response exceeds ``Configuration/maxResponseBytes`` or ``Configuration/maxResponseHeaders``.
        public static let responseTooLarge = Kind(8, "responseTooLarge")
        /// A streamed body arrived faster than it was read, over a transport without back pressure.
        public static let slowConsumer = Kind(9, "slowConsumer")
        /// The server answered with a redirect (3xx) that was not followed. By default, none is followed, so that
        /// credentials are never sent to another location; see ``Configuration/redirects``. The message contains the
        /// target.
        public static let redirect = Kind(10, "redirect")
        /// The server answered with a status code that does not indicate success.
        public static let status = Kind(11, "status")
        /// The server answered with a success status code that the document does not define for the operation. It was
        /// not treated as a defined one, because the document defines several or because the required body is missing.
        public static let undocumentedStatus = Kind(12, "undocumentedStatus")
        /// The media type of a successful response is not JSON, or not one that the document describes.
        public static let unexpectedContentType = Kind(13, "unexpectedContentType")
        /// The JSON body of a successful response does not match the document.
        public static let decoding = Kind(14, "decoding")

        /// The server answered 304: the caller's copy is still current (RFC 9110, section 15.4.5). ``ApiError/headers``
        /// contains the response's headers, such as `ETag`.
        public static let notModified = Kind(15, "notModified")

        /// The stream of a request's body failed, has a length other than announced, or has already been read;
        /// ``ApiError/underlying`` is the cause. The server has not received a complete request.
        public static let requestBody = Kind(16, "requestBody")

        /// A middleware threw an error of its own, which is ``ApiError/underlying``.
        public static let middleware = Kind(17, "middleware")

        /// The number of the category, which never changes; the code of an `NSError`.
        public let code: Int
        private let name: String

        private init(_ code: Int, _ name: String) {
            self.code = code
            self.name = name
        }

        /// Whether an error is an ``ApiError`` of a category, for patterns of `catch`.
        public static func ~= (kind: Kind, error: any Error) -> Bool { (error as? MartletRuntime.ApiError)?.kind == kind }
    }
}

nonisolated extension MartletRuntime.ApiError.Kind: CustomStringConvertible {
    /// The name of the category, such as `timeout`.
    public var description: String { name }
}

"""#),
        ("ApiError+ProblemDetails", #"""
import Foundation

nonisolated extension MartletRuntime.ApiError {
    /// The details of an error in the `application/problem+json` format (RFC 9457).
    ///
    /// All members are optional. As the RFC requires, a member with an unexpected type is ignored (RFC 9457, section
    /// 3.1).
    public struct ProblemDetails: Decodable, Sendable, Hashable {
        /// A URI that identifies the problem type.
        public var type: String?
        /// A summary of the problem type, for people.
        public var title: String?
        /// The status code that the origin server generated.
        public var status: Int?
        /// An explanation of this occurrence of the problem, for people.
        public var detail: String?
        /// A URI that identifies this occurrence of the problem.
        public var instance: String?
        /// All other members.
        public var extensions: [String: MartletRuntime.JSONValue] = [:]

        /// Decodes any JSON object.
        /// - Throws: `DecodingError` if the value is not an object.
        public init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: MartletRuntime.PropertyKey.self)
            func member<Value: Decodable>(_ name: String) -> Value? {
                try? container.decodeIfPresent(Value.self, forKey: MartletRuntime.PropertyKey(name))
            }
            type = member("type")
            title = member("title")
            status = member("status")
            detail = member("detail")
            instance = member("instance")
            let known: Set = ["type", "title", "status", "detail", "instance"]
            for key in container.allKeys where !known.contains(key.stringValue) {
                extensions[key.stringValue] = try? container.decode(MartletRuntime.JSONValue.self, forKey: key)
            }
        }
    }
}

nonisolated extension MartletRuntime.ApiError {
    /// The body as problem details; `nil` if the response's media type is not `application/problem+json`, or the body
    /// is not valid.
    public var problem: ProblemDetails? {
        let type = headers["Content-Type"]?.prefix { $0 != ";" }.trimmingCharacters(in: .whitespaces).lowercased()
        return type == "application/problem+json" ? decoded(ProblemDetails.self) : nil
    }
}

"""#),
        ("ApiError+RetryStop", #"""
nonisolated extension MartletRuntime.ApiError {
    /// The reason why a call was not retried.
    public enum RetryStop: Sendable, Hashable {
        /// Another attempt would fail in the same way.
        case permanent
        /// The policy allows only one attempt.
        case disabled
        /// The server may have processed the request, and it is not safe to repeat.
        case notRepeatable
        /// The body is a stream that has been read and is not repeatable.
        case bodyUsed
        /// The maximum number of attempts was reached.
        case attemptsUsedUp
        /// The client's ``Configuration/RetryPolicy/budget`` was used up by other calls.
        case budgetUsedUp
        /// The pause would have extended beyond the deadline of the call.
        case deadline
        /// The server asked for a longer wait than ``Configuration/RetryPolicy/maxRetryAfter``.
        case waitTooLong
    }
}

nonisolated extension MartletRuntime.ApiError.RetryStop: CustomStringConvertible {
    /// A clause for error messages, such as `all attempts were made`.
    public var description: String {
        switch self {
        case .permanent: "another attempt would not help"
        case .disabled: "the policy allows one attempt"
        case .notRepeatable: "it may have been processed and is not safe to repeat"
        case .bodyUsed: "its body is a stream that can be read only once"
        case .attemptsUsedUp: "all attempts were made"
        case .budgetUsedUp: "the client's budget for retries is used up"
        case .deadline: "the next attempt would be too late"
        case .waitTooLong: "the server asks to wait too long"
        }
    }
}

"""#),
        ("ApiError+UserText", #"""
public import Foundation

nonisolated extension MartletRuntime.ApiError: LocalizedError, CustomNSError {
    /// A sentence in English for the users of an app, without technical terms. For developers, see ``message``.
    public var errorDescription: String? {
        switch kind {
        case .invalidRequest, .requestBody, .middleware: "The request could not be made."
        case .missingCredential, .credentialUnavailable: "Signing in is required."
        case .transport where delivery == .notSent: "The server could not be reached."
        case .transport: "The connection was lost."
        case .tls: "No secure connection to the server could be made."
        case .timeout: "The server did not answer in time."
        case .file: "The file could not be saved."
        case .status: Self.text(of: statusCode ?? 0)
        default: "The server sent an unexpected answer."
        }
    }

    private static func text(of statusCode: Int) -> String {
        switch statusCode {
        case 401: "Signing in is required."
        case 403: "Access was denied."
        case 404, 410: "This does not exist."
        case 409, 412: "This has been changed in the meantime."
        case 429: "There were too many requests. Try again later."
        case 500...: "The server has a problem. Try again later."
        default: "The server rejected the request."
        }
    }

    /// The domain of the error as an `NSError`: `MartletRuntime.ApiError`.
    public static var errorDomain: String { "MartletRuntime.ApiError" }

    /// The ``Kind/code`` of the error's category.
    public var errorCode: Int { kind.code }

    /// The texts for users and developers.
    public var errorUserInfo: [String: Any] {
        [NSLocalizedDescriptionKey: errorDescription ?? message, "NSDebugDescription": message]
    }
}

"""#),
        ("ApiModel", #"""
nonisolated extension MartletRuntime {
    /// The protocols and types that generated models have in common.
    public enum ApiModel {}
}

public typealias ApiModel = MartletRuntime.ApiModel

"""#),
        ("ApiModel+HoldsUUIDs", #"""
public import Foundation

nonisolated extension MartletRuntime.ApiModel {
    /// A `UUID`, or a collection of them. Foundation encodes UUIDs in upper case; RFC 9562, section 4, requires lower
    /// case. The types of this package conform; other types must not.
    public protocol HoldsUUIDs: Encodable, Hashable {}
}

nonisolated extension UUID: MartletRuntime.ApiModel.HoldsUUIDs {}

nonisolated extension Array: MartletRuntime.ApiModel.HoldsUUIDs where Element: MartletRuntime.ApiModel.HoldsUUIDs {}

nonisolated extension Dictionary: MartletRuntime.ApiModel.HoldsUUIDs where Key == String, Value: MartletRuntime.ApiModel.HoldsUUIDs {}

nonisolated extension Optional: MartletRuntime.ApiModel.HoldsUUIDs where Wrapped: MartletRuntime.ApiModel.HoldsUUIDs {}

nonisolated extension MartletRuntime.Nullable: MartletRuntime.ApiModel.HoldsUUIDs where Value: MartletRuntime.ApiModel.HoldsUUIDs {}

nonisolated extension MartletRuntime {
    /// The same types, with a member that users of `Array` and `UUID` do not see.
    fileprivate protocol UUIDHolder: Encodable {
        /// The same value with texts in place of UUIDs.
        associatedtype Lowercased: Encodable

        /// The same value with the UUIDs in lower-case hexadecimal.
        var withTexts: Lowercased { get }
    }
}

nonisolated extension UUID: MartletRuntime.UUIDHolder {
    fileprivate var withTexts: String { text }
}

nonisolated extension Array: MartletRuntime.UUIDHolder where Element: MartletRuntime.UUIDHolder {
    fileprivate var withTexts: [Element.Lowercased] { map(\.withTexts) }
}

nonisolated extension Dictionary: MartletRuntime.UUIDHolder where Key == String, Value: MartletRuntime.UUIDHolder {
    fileprivate var withTexts: [String: Value.Lowercased] { mapValues(\.withTexts) }
}

nonisolated extension Optional: MartletRuntime.UUIDHolder where Wrapped: MartletRuntime.UUIDHolder {
    fileprivate var withTexts: Wrapped.Lowercased? { map(\.withTexts) }
}

nonisolated extension MartletRuntime.Nullable: MartletRuntime.UUIDHolder where Value: MartletRuntime.UUIDHolder {
    fileprivate var withTexts: MartletRuntime.Nullable<Value.Lowercased> { MartletRuntime.Nullable<Value.Lowercased>(value?.withTexts) }
}

nonisolated extension Encodable {
    /// The same value with the UUIDs in lower-case hexadecimal.
    var withLowercasedUUIDs: any Encodable { (self as? any MartletRuntime.UUIDHolder)?.withTexts ?? self }
}

"""#),
        ("ApiModel+KnownCases", #"""
nonisolated extension MartletRuntime.ApiModel {
    /// The cases of an enum that the document defines, in the document's order.
    ///
    /// Generated enums store one, which finds the case of a raw value in constant time.
    public struct KnownCases<Value: OpenEnum>: RandomAccessCollection, ExpressibleByArrayLiteral, Sendable {
        private let cases: [Value]
        private let casesByRawValue: [Value.RawValue: Value]

        /// Creates the collection; if several cases have the same raw value, the first is used.
        public init(arrayLiteral cases: Value...) {
            self.cases = cases
            casesByRawValue = Dictionary(cases.map { ($0.rawValue, $0) }) { first, _ in first }
        }

        /// The index of the first case: 0.
        public var startIndex: Int { 0 }

        /// The index after the last case.
        public var endIndex: Int { cases.count }

        /// The case at an index.
        public subscript(position: Int) -> Value { cases[position] }

        /// Returns the case with a raw value; `nil` if there is none.
        func `case`(of rawValue: Value.RawValue) -> Value? { casesByRawValue[rawValue] }
    }
}

"""#),
        ("ApiModel+Object", #"""
nonisolated extension MartletRuntime.ApiModel {
    /// A JSON object whose list of properties defines how it is encoded, compared and hashed.
    ///
    /// The protocol reduces compile time: a generated model with an `encode(to:)` of its own and with synthesized `==`
    /// and `hash(into:)` takes 1.5 times as long to compile.
    public protocol Object: Encodable, Hashable {
        /// Lists the properties by their JSON names, each together with the same property of another object, until
        /// adding one throws.
        func listProperties(beside other: Self, in object: inout Properties) throws
    }
}

nonisolated extension MartletRuntime.ApiModel.Object {
    /// Encodes the properties, except those that are `nil` and, in a request, those that are read-only.
    /// - Throws: `EncodingError` if one of them cannot be encoded as JSON, such as NaN.
    public func encode(to encoder: any Encoder) throws { try encode(to: encoder, omitsParts: false) }

    func encode(to encoder: any Encoder, omitsParts: Bool) throws {
        if let encoder = encoder as? MartletRuntime.JSONTextEncoder {
            return try encoder.encodeProperties(of: self, omitsParts: omitsParts)
        }
        var object = MartletRuntime.ApiModel.Properties(for: .encoding(MartletRuntime.PropertyEncoder(encoder)), omitsParts: omitsParts)
        try listProperties(beside: self, in: &object)
    }

    /// Returns whether all properties are equal.
    public static func == (left: Self, right: Self) -> Bool {
        var object = MartletRuntime.ApiModel.Properties(for: .comparing)
        do {
            try left.listProperties(beside: right, in: &object)
            return true
        } catch {
            return false
        }
    }

    /// Hashes all properties.
    public func hash(into hasher: inout Hasher) {
        var object = MartletRuntime.ApiModel.Properties(for: .hashing, hasher)
        // Hashing does not throw.
        try? listProperties(beside: self, in: &object)
        hasher = object.hasher
    }
}

"""#),
        ("ApiModel+OpenEnum", #"""
nonisolated extension MartletRuntime.ApiModel {
    /// A type for an extensible set of values: values that the document does not define are valid too, so that a server
    /// can add values without breaking clients.
    ///
    /// A value is encoded and decoded as its raw value; unknown values are encoded unchanged. Two values are equal if
    /// their raw values are equal.
    public protocol OpenValue: RawRepresentable, Codable, Hashable, Sendable where RawValue: Hashable & Sendable {
        /// Creates the value for a raw value; never fails.
        init(rawValue: RawValue)
    }
}

nonisolated extension MartletRuntime.ApiModel.OpenValue {
    /// Returns whether the raw values are equal.
    public static func == (left: Self, right: Self) -> Bool { left.rawValue == right.rawValue }

    /// Hashes the raw value.
    public func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }
}

nonisolated extension MartletRuntime.ApiModel.OpenValue where RawValue == MartletRuntime.JSONValue {
    /// Decodes any JSON value.
    public init(from decoder: any Decoder) throws { self.init(rawValue: try MartletRuntime.JSONValue(from: decoder)) }

    /// Encodes the raw value.
    public func encode(to encoder: any Encoder) throws { try rawValue.encode(to: encoder) }
}

nonisolated extension MartletRuntime.ApiModel {
    /// An enum with a case for each value that the document defines, and `unrecognized` for all others.
    public protocol OpenEnum: OpenValue {
        /// The cases that the document defines, in the document's order.
        static var knownCases: KnownCases<Self> { get }

        /// A value that the document does not define.
        static func unrecognized(_ value: RawValue) -> Self
    }
}

nonisolated extension MartletRuntime.ApiModel.OpenEnum {
    /// Creates the case with the raw value, or `unrecognized(rawValue)`; never fails.
    public init(rawValue: RawValue) {
        if let known = Self.knownCases.case(of: rawValue) {
            self = known
        } else {
            MartletRuntime.Misfits.note()
            self = .unrecognized(rawValue)
        }
    }
}

"""#),
        ("ApiModel+OpenUnion", #"""
nonisolated extension MartletRuntime.ApiModel {
    /// A value of one of several types, generated as an enum with associated values.
    public protocol OpenUnion: Codable, Hashable, Sendable {
        /// Creates a value that matches none of the types.
        static func unrecognized(_ value: MartletRuntime.JSONValue) -> Self
    }
}

"""#),
        ("ApiModel+Properties", #"""
nonisolated extension MartletRuntime.ApiModel {
    /// The list of a JSON object's properties, which a generated model provides for encoding, comparing and hashing.
    /// Each property is listed together with the same property of another object, which only a comparison uses.
    ///
    /// Nothing in this type is inlinable, so that each generic function is compiled once in this module instead of once
    /// per model in the user's module.
    public struct Properties {
        /// The purpose of listing the properties.
        enum Purpose {
            /// Writing JSON.
            case writing(MartletRuntime.JSONText)
            /// Encoding with any other encoder.
            case encoding(MartletRuntime.PropertyEncoder)
            case hashing
            /// Comparing with another object, until a property is not equal.
            case comparing
        }

        private let purpose: Purpose
        /// The hasher that receives the properties.
        private(set) var hasher: Hasher
        /// Whether the properties of the object's parts are not encoded.
        private let omitsParts: Bool

        init(for purpose: Purpose, _ hasher: Hasher = Hasher(), omitsParts: Bool = false) {
            self.purpose = purpose
            self.hasher = hasher
            self.omitsParts = omitsParts
        }

        /// Adds a property.
        public mutating func add<Value: Encodable & Hashable>(_ key: String, _ value: Value, _ other: Value) throws {
            try add(
                value, other, { try $0.writeMember(key, value) }, { try $0.encode(value, forKey: MartletRuntime.PropertyKey(key)) })
        }

        /// Adds a property that is omitted from JSON if it is `nil`.
        public mutating func add<Value: Encodable & Hashable>(_ key: String, _ value: Value?, _ other: Value?) throws {
            try add(
                { if let value { try $0.writeMember(key, value) } },
                { if let value { try $0.encode(value, forKey: MartletRuntime.PropertyKey(key)) } },
                hash: { Self.hash(value, into: &$0) { $1.combine($0) } },
                isEqual: { Self.areEqual(value, other) { $0 == $1 } }
            )
        }

        /// Adds a property that is encoded as null if it is `nil`.
        public mutating func addOrNull<Value: Encodable & Hashable>(_ key: String, _ value: Value?, _ other: Value?)
            throws
        {
            try add(
                value,
                other,
                { try $0.writeMember(key, MartletRuntime.Nullable(value)) },
                { try $0.encode(MartletRuntime.Nullable(value), forKey: MartletRuntime.PropertyKey(key)) }
            )
        }

        /// Whether read-only properties are listed. Requests must not contain them (OpenAPI 3.2.0, section 4.24.5.2);
        /// other encoded data, such as a cache of responses, does.
        public var includesReadOnly: Bool {
            switch purpose {
            case .writing(let text): !text.isForRequest
            case .encoding(let encoder): !encoder.isForRequest
            default: true
            }
        }

        /// Adds properties with arbitrary names.
        public mutating func add<Value: Encodable & Hashable>(others values: [String: Value], _ others: [String: Value])
            throws
        {
            try add(
                values,
                others,
                { text in for (key, value) in values { try text.writeMember(key, value) } },
                { container in
                    for (key, value) in values.sorted(by: { $0.key < $1.key }) {
                        try container.encode(value, forKey: MartletRuntime.PropertyKey(key))
                    }
                }
            )
        }

        /// Adds the properties of a part of the object.
        public mutating func add<Part: Encodable & Hashable>(part: Part, _ other: Part) throws {
            switch purpose {
            case .writing(let text): if !omitsParts { try text.write(part: part) }
            case .encoding(let encoder): if !omitsParts { try encoder.encode(part: part) }
            default: try add(part, other, { _ in }, { _ in })
            }
        }

        /// Writes, encodes, hashes or compares a property.
        @inline(__always)
        mutating func add<Value: Hashable>(
            _ value: Value,
            _ other: Value,
            _ write: (MartletRuntime.JSONText) throws -> Void,
            _ encode: (inout KeyedEncodingContainer<MartletRuntime.PropertyKey>) throws -> Void
        ) throws {
            try add(write, encode, hash: { $0.combine(value) }, isEqual: { value == other })
        }

        /// Writes, encodes, hashes or compares a property.
        ///
        /// Inlined into the functions of this module, because it runs for each property.
        @inline(__always)
        mutating func add(
            _ write: (MartletRuntime.JSONText) throws -> Void,
            _ encode: (inout KeyedEncodingContainer<MartletRuntime.PropertyKey>) throws -> Void,
            hash: (inout Hasher) -> Void,
            isEqual: () -> Bool
        ) throws {
            switch purpose {
            case .writing(let text): try write(text)
            case .encoding(let encoder): try encode(&encoder.container)
            case .hashing: hash(&hasher)
            case .comparing: if !isEqual() { throw MartletRuntime.Difference.error }
            }
        }
    }
}

nonisolated extension MartletRuntime.ApiModel.Properties {
    @inline(__always)
    static func hash<Value>(_ value: Value?, into hasher: inout Hasher, _ hash: (Value, inout Hasher) -> Void) {
        hasher.combine(value != nil)
        if let value { hash(value, &hasher) }
    }

    @inline(__always)
    static func areEqual<Value>(_ left: Value?, _ right: Value?, _ areEqual: (Value, Value) -> Bool) -> Bool {
        guard let left else { return right == nil }
        guard let right else { return false }
        return areEqual(left, right)
    }
}

nonisolated extension MartletRuntime {
    /// A property that is not equal, which ends a comparison.
    fileprivate struct Difference: Error {
        /// A shared instance: creating an error allocates memory.
        static let error: any Error = Difference()
    }
}

"""#),
        ("ApiModel+Secret", #"""
nonisolated extension MartletRuntime.ApiModel {
    /// A value that never appears in descriptions, dumps or logs, for generated types that contain a secret.
    public protocol Secret: SelfRedacting {}
}

nonisolated extension MartletRuntime.ApiModel.Secret {
    /// No properties: the value is never shown.
    public var shownProperties: KeyValuePairs<String, Any> { [:] }

    /// The text `<redacted>`.
    public var description: String { MartletRuntime.Redaction.placeholder }
}

"""#),
        ("ApiModel+SelfRedacting", #"""
nonisolated extension MartletRuntime.ApiModel {
    /// A type whose textual representations contain only selected properties: interpolation, `print`, `dump`, `Mirror`
    /// and quotations in errors.
    ///
    /// A conforming type lists the properties to show, and all textual representations are derived from the list. A new
    /// stored property is not shown until it is listed.
    public protocol SelfRedacting: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
        /// The properties to show, in order.
        var shownProperties: KeyValuePairs<String, Any> { get }
    }
}

nonisolated extension MartletRuntime.ApiModel.SelfRedacting {
    /// The shown properties as `TypeName(label: value, …)`.
    public var description: String {
        "\(Self.self)(\(shownProperties.map { "\($0.key): \($0.value)" }.joined(separator: ", ")))"
    }

    /// The same text as `description`.
    public var debugDescription: String { description }

    /// A mirror of the shown properties only.
    public var customMirror: Mirror {
        Mirror(self, children: shownProperties, displayStyle: .struct, ancestorRepresentation: .suppressed)
    }
}

"""#),
        ("ApiResponse", #"""
public import Foundation

nonisolated extension MartletRuntime {
    /// A successful response and its decoded body.
    public struct ApiResponse<Body: Sendable>: Sendable {
        /// The decoded body; `Void` for an operation without a response body.
        public let body: Body

        /// The status code: from 200 to 299, or that of a redirect that the document defines as the result.
        public let statusCode: Int

        /// The response's headers.
        public let headers: HTTPHeaders

        /// The body as the server sent it, after content decoding such as gzip. Empty for a stream, and for a body other
        /// than JSON that was written to the file of ``RequestOptions/saveTo``.
        public let rawBody: Data

        /// The problems of elements that ``Configuration/DecodingMode/lenient`` decoding left out of the body.
        public let issues: [Configuration.DecodingMode.Issue]

        /// Whether the body is left out of descriptions.
        private let isSecret: Bool

        /// Creates a response, for use in tests.
        public init(
            body: Body,
            statusCode: Int,
            headers: HTTPHeaders,
            rawBody: Data,
            issues: [Configuration.DecodingMode.Issue] = []
        ) {
            self.init(
                body: body, statusCode: statusCode, headers: headers, rawBody: rawBody, issues: issues, isSecret: false)
        }

        init(
            body: Body,
            statusCode: Int,
            headers: HTTPHeaders,
            rawBody: Data,
            issues: [Configuration.DecodingMode.Issue],
            isSecret: Bool
        ) {
            self.body = body
            self.statusCode = statusCode
            self.headers = headers
            self.rawBody = rawBody
            self.issues = issues
            self.isSecret = isSecret
        }
    }
}

nonisolated extension MartletRuntime.ApiResponse: MartletRuntime.ApiModel.SelfRedacting {
    /// All properties except the raw bytes, which may contain values that the model redacts.
    public var shownProperties: KeyValuePairs<String, Any> {
        let body: Any = isSecret ? MartletRuntime.Redaction.placeholder : body
        return ["body": body, "statusCode": statusCode, "headers": headers, "rawBody": "\(rawBody.count) bytes"]
    }
}

public typealias ApiResponse = MartletRuntime.ApiResponse

"""#),
        ("AttemptFailure", #"""
nonisolated extension MartletRuntime {
    /// The reason why an attempt did not succeed.
    enum AttemptFailure: Sendable {
        /// No response arrived.
        case error(ApiError)
        /// A response arrived, with the wait that the server asks for.
        case response(statusCode: Int, wait: Duration?)

        /// Whether the server may have processed the request without confirming it.
        var isAmbiguous: Bool {
            switch self {
            case .error(let error): error.delivery == .unknown
            case .response: false
            }
        }

        /// The wait that the server asks for.
        var serverWait: Duration? {
            switch self {
            case .error: nil
            case .response(_, let wait): wait
            }
        }
    }
}

"""#),
        ("BodyFeed", #"""
import Foundation

nonisolated extension MartletRuntime {
    /// The bytes of a body with streams, for a transport that asks for bytes and cannot wait for them, such as libcurl.
    final class BodyFeed: Sendable {
        private struct State {
            var buffer = Data()
            var end: Result<Void, any Error>?
            /// The task that waits for room in the buffer.
            var writer: CheckedContinuation<Void, any Error>?
            /// Whether the transport waits for bytes.
            var isStarved = false
            var task: Task<Void, Never>?
        }

        private let state = Locked(State())
        private let body: HTTPBody
        private let capacity: Int
        private let onMore: @Sendable () -> Void

        /// Creates a feed. The body is not read before the first bytes are requested.
        ///
        /// - Parameters:
        ///   - body: The body.
        ///   - capacity: The number of buffered bytes at which the streams are no longer read.
        ///   - onMore: A closure that is called on any thread when ``next(upTo:)`` returned no bytes and there are more
        ///     now.
        init(_ body: HTTPBody, capacity: Int = 1 << 18, onMore: @escaping @Sendable () -> Void) {
            self.body = body
            self.capacity = capacity
            self.onMore = onMore
        }

        /// Returns the next bytes, at most `limit`, none if there are none yet; `nil` at the end.
        ///
        /// - Throws: The error of reading the body.
        func next(upTo limit: Int) throws -> Data? {
            let (part, writer) = try state.withLock { state -> (Data?, CheckedContinuation<Void, any Error>?) in
                if state.task == nil, state.end == nil { state.task = Task { await self.fill() } }
                if state.buffer.isEmpty {
                    if let end = state.end {
                        try end.get()
                        return (nil, nil)
                    }
                    state.isStarved = true
                    return (Data(), nil)
                }
                let part = Data(state.buffer.prefix(limit))
                state.buffer = state.buffer.dropFirst(limit)
                return (part, state.buffer.count < capacity ? state.writer.take() : nil)
            }
            writer?.resume()
            return part
        }

        /// Stops reading the body.
        func cancel() {
            let task = state.withLock { state in
                state.buffer = Data()
                return state.task
            }
            end(.failure(CancellationError()))
            task?.cancel()
        }

        private func fill() async {
            do {
                try await body.write { try await add($0) }
                end(.success(()))
            } catch {
                end(.failure(error))
            }
        }

        private func add(_ data: Data) async throws {
            let isAwaited = state.withLock { state in
                state.buffer.append(data)
                defer { state.isStarved = false }
                return state.isStarved
            }
            if isAwaited { onMore() }
            try await withCheckedThrowingContinuation { (writer: CheckedContinuation<Void, any Error>) in
                let result: Result<Void, any Error>? = state.withLock { state in
                    if let end = state.end { return end }
                    if state.buffer.count < capacity { return .success(()) }
                    state.writer = writer
                    return nil
                }
                if let result { writer.resume(with: result) }
            }
        }

        private func end(_ result: Result<Void, any Error>) {
            let (writer, isAwaited) = state.withLock { state in
                guard state.end == nil else { return (nil as CheckedContinuation<Void, any Error>?, false) }
                state.end = result
                return (state.writer.take(), state.isStarved)
            }
            writer?.resume(throwing: CancellationError())
            if isAwaited { onMore() }
        }
    }
}

"""#),
        ("BodyPipe", #"""
import Foundation

nonisolated extension MartletRuntime {
    /// A pipe that carries a response body from a transport's thread to a reading task.
    final class BodyPipe: Sendable {
        private struct State {
            var buffer = Data()
            var end: Result<Void, any Error>?
            var reader: CheckedContinuation<Data?, any Error>?
            var wantsMore = false

            mutating func takeBuffer() -> Data {
                defer { buffer = Data() }
                return buffer
            }
        }

        private let state = Locked(State())
        private let capacity: Int
        private let onDrain: @Sendable () -> Void
        private let onCancel: @Sendable () -> Void

        /// Creates an empty pipe.
        ///
        /// - Parameters:
        ///   - capacity: The number of bytes at which the pipe is full.
        ///   - onDrain: A closure that is called on the reader's thread when a full pipe has been emptied.
        ///   - onCancel: A closure that is called at most once, on any thread, when the rest of the body is no longer
        ///     needed.
        init(capacity: Int, onDrain: @escaping @Sendable () -> Void, onCancel: @escaping @Sendable () -> Void) {
            self.capacity = capacity
            self.onDrain = onDrain
            self.onCancel = onCancel
        }

        /// Returns whether the writer should wait. If so, `onDrain` will be called once.
        func isFull() -> Bool {
            state.withLock { state in
                state.wantsMore = state.buffer.count >= capacity
                return state.wantsMore
            }
        }

        /// The number of bytes that have not been read.
        var count: Int { state.withLock(\.buffer.count) }

        /// Writes bytes, even if the pipe is full.
        func write(_ data: Data) {
            guard !data.isEmpty else { return }
            let reader: CheckedContinuation<Data?, any Error>? = state.withLock { state in
                guard state.end == nil else { return nil }
                guard let reader = state.reader.take() else {
                    state.buffer.append(data)
                    return nil
                }
                return reader
            }
            reader?.resume(returning: data)
        }

        /// Ends the body. Bytes already written can still be read, unless it ends with an error.
        func finish(_ end: Result<Void, any Error>) {
            let reader: CheckedContinuation<Data?, any Error>? = state.withLock { state in
                guard state.end == nil else { return nil }
                state.end = end
                return state.reader.take()
            }
            reader?.resume(with: end.map { nil })
        }

        /// Returns all available bytes, waiting for at least one; `nil` at the end. Only one task may read at a time.
        ///
        /// - Throws: `CancellationError` if the task was cancelled; the error passed to ``finish(_:)``.
        func next() async throws -> Data? {
            if let result = read(nil) { return try result.get() }
            return try await withTaskCancellationHandler {
                try await withCheckedThrowingContinuation { continuation in
                    if let result = read(continuation) { continuation.resume(with: result) }
                }
            } onCancel: {
                cancel()
            }
        }

        /// Returns the available bytes; if there are none, `reader` is resumed later.
        private func read(_ reader: CheckedContinuation<Data?, any Error>?) -> Result<Data?, any Error>? {
            if Task.isCancelled { cancel() }
            var hasDrained = false
            defer { if hasDrained { onDrain() } }
            return state.withLock { state in
                if !state.buffer.isEmpty {
                    hasDrained = state.wantsMore
                    state.wantsMore = false
                    return .success(state.takeBuffer())
                }
                if let end = state.end { return end.map { nil } }
                guard let reader else { return nil }
                guard state.reader == nil else { return .failure(Self.twoReaders) }
                state.reader = reader
                return nil
            }
        }

        /// Ends the body because the rest is no longer needed. Buffered bytes are discarded, and the reader gets an error
        /// so that it does not mistake the body for complete.
        func cancel() {
            let (reader, wasOpen) = state.withLock { state in
                let wasOpen = state.end == nil
                if wasOpen || !state.buffer.isEmpty { state.end = .failure(CancellationError()) }
                state.buffer = Data()
                return (state.reader.take(), wasOpen)
            }
            reader?.resume(throwing: CancellationError())
            if wasOpen { onCancel() }
        }

        /// The reading end of a pipe. The pipe is cancelled when its outlet is released.
        final class Outlet: Sendable {
            let pipe: BodyPipe

            /// Creates the reading end of a pipe.
            init(_ pipe: BodyPipe) { self.pipe = pipe }

            deinit { pipe.cancel() }
        }

        /// The error for a body that two tasks read at the same time.
        static let twoReaders = ApiError(.invalidRequest, "only one task at a time can read the body of a response")
    }
}

"""#),
        ("CalendarDate", #"""
public import Foundation

nonisolated extension MartletRuntime {
    /// A date of the Gregorian calendar without a time zone: the `full-date` of RFC 3339, section 5.6.
    public struct CalendarDate: Hashable, Sendable {
        /// The year, from 0 to 9999.
        public let year: Int
        /// The month, from 1 to 12.
        public let month: Int
        /// The day of the month, from 1 to at most 31.
        public let day: Int

        /// Creates a date from its components.
        /// - Returns: `nil` if the date does not exist.
        public init?(year: Int, month: Int, day: Int) {
            guard (0...9999).contains(year), (1...12).contains(month), day >= 1,
                day <= Self.days(inMonth: month, of: year)
            else { return nil }
            self.year = year
            self.month = month
            self.day = day
        }

        /// Creates the date that is nearest to components which may be out of range, such as 30 February.
        public init(clampingYear year: Int, month: Int, day: Int) {
            self.year = min(max(year, 0), 9999)
            self.month = min(max(month, 1), 12)
            self.day = min(max(day, 1), Self.days(inMonth: self.month, of: self.year))
        }

        /// Creates the date of a point in time in a time zone. Outside of the years 0 to 9999, the nearest date in that
        /// range is used.
        public init(_ date: Date, in timeZone: TimeZone) {
            let days = (date.timeIntervalSince1970 + Double(timeZone.secondsFromGMT(for: date))) / 86_400
            let known = min(max(days.rounded(.down), Double(Self.days.lowerBound)), Double(Self.days.upperBound))
            self.init(shiftedDays: (Int(exactly: known) ?? 0) + Self.shift)
        }

        /// The current date in the current time zone.
        public static var today: CalendarDate { CalendarDate(Date(), in: .current) }

        /// Returns the start of the day in a time zone. It may be inaccurate if daylight saving time starts at midnight on
        /// that day.
        public func start(in timeZone: TimeZone) -> Date {
            let utc = Double(daysSince1970) * 86_400
            let offset = timeZone.secondsFromGMT(for: Date(timeIntervalSince1970: utc))
            return Date(timeIntervalSince1970: utc - Double(offset))
        }
    }
}

nonisolated extension MartletRuntime.CalendarDate: Comparable {
    /// Returns whether a date is earlier than another.
    public static func < (left: MartletRuntime.CalendarDate, right: MartletRuntime.CalendarDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
}

nonisolated extension MartletRuntime.CalendarDate: LosslessStringConvertible {
    /// Creates a date from a text such as `2026-11-24`; `nil` for any other text.
    public init?(_ description: String) {
        var text = MartletRuntime.DateTimeText(description)
        guard let date = text.readDate(), text.isAtEnd else { return nil }
        self = date
    }

    /// The date as text, such as `2026-11-24`.
    public var description: String {
        var text = MartletRuntime.DateTimeText()
        text.append(self)
        return text.string
    }
}

nonisolated extension MartletRuntime.CalendarDate: Codable {
    /// Decodes a string such as `2026-11-24`.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let date = MartletRuntime.CalendarDate(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a date such as 2026-11-24")
        }
        self = date
    }

    /// Encodes a string such as `2026-11-24`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

nonisolated extension MartletRuntime.CalendarDate {
    /// The number of days since 1 January 1970, computed in eras of 400 years that start on 1 March of the year 0, so
    /// that leap days are last.
    var daysSince1970: Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - Self.shift
    }

    /// Creates the date of a day; the reverse of ``daysSince1970``. `nil` outside of the years 0 to 9999.
    init?(daysSince1970 days: Int) {
        guard Self.days.contains(days) else { return nil }
        self.init(shiftedDays: days + Self.shift)
    }

    /// The range of days for the years 0 to 9999.
    private static let days = -719_528...2_932_896
    /// The number of days from the start of the era to 1970.
    private static let shift = 719_468

    /// Creates the date of a day in the years 0 to 9999.
    /// - Parameter days: The number of days since the start of the era.
    private init(shiftedDays days: Int) {
        let era = (days >= 0 ? days : days - 146_096) / 146_097
        let dayOfEra = days - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        year = yearOfEra + era * 400 + (shiftedMonth < 10 ? 0 : 1)
        month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    }

    private static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

public typealias CalendarDate = MartletRuntime.CalendarDate

"""#),
        ("Call", #"""
import Foundation

nonisolated extension MartletRuntime {
    /// A call of an operation, from its description to its response: middleware around attempts.
    final class Call: Sendable {
        /// The request of the operation.
        let operation: ApiClient.Request
        /// The settings that this call overrides.
        let options: RequestOptions
        /// The settings that all calls share.
        let configuration: Configuration
        /// The budget that retries are charged to.
        let budget: RetryBudget
        /// Whether the caller reads the body of a success as a stream.
        let isStreaming: Bool

        /// The start of the call.
        let begin: ContinuousClock.Instant
        /// The time by which the call must be complete.
        let deadline: ContinuousClock.Instant
        /// The request before any middleware, without credentials.
        let request: HTTPRequest
        /// The caller's headers for which the operation takes a credential. Each attempt adds them, like credentials.
        let givenCredentials: HTTPHeaders
        /// The state of the call so far.
        let record: Locked<CallRecord>

        /// Validates and prepares the call.
        /// - Throws: ``ApiError`` of kind `invalidRequest`.
        init(
            _ operation: ApiClient.Request,
            options: RequestOptions,
            configuration: Configuration,
            server: String,
            budget: RetryBudget,
            isStreaming: Bool = false
        ) throws {
            self.operation = operation
            self.options = options
            self.configuration = configuration
            self.budget = budget
            self.isStreaming = isStreaming
            let environment = configuration.environment
            // Most calls need no identifier, and the system's random numbers are slow.
            let id = configuration.requestIDHeader.map { _ in environment.uuid().text }
            var request = try HTTPRequest(operation, options: options, configuration: configuration, server: server)
            if isStreaming { request.maxResponseBytes = options.maxResponseBytes ?? .max }
            var givenCredentials = HTTPHeaders()
            for name in operation.security.lazy.joined().compactMap(\.header) {
                guard let value = request.headers[name] else { continue }
                givenCredentials.setSecret(name, value)
                request.headers[name] = nil
            }
            self.givenCredentials = givenCredentials
            if let header = configuration.requestIDHeader { request.headers[header] = id }
            if let header = operation.idempotencyHeader, request.headers[header] == nil {
                request.headers[header] = environment.uuid().text
            }
            self.request = request
            begin = environment.now()
            deadline = begin.advanced(by: request.timeout.bounded)
            let given = givenCredentials.secrets + request.headers.secrets + request.secrets
            record = Locked(
                CallRecord(
                    requestID: id,
                    operation: operation.operation,
                    credentialHeaders: givenCredentials.map(\.name),
                    secrets: configuration.credentials.values.flatMap(\.secrets) + given + given.map(\.percentEncoded),
                    secretProperties: configuration.secretProperties
                )
            )
        }

        /// The redaction for all secrets of the call so far.
        var redaction: Redaction { record.withLock { $0.redaction() } }

        /// The retry policy of this call.
        var policy: Configuration.RetryPolicy { options.retry ?? configuration.retry }

        /// Sends the request and decodes the complete response.
        /// - Throws: `CancellationError` or ``ApiError``.
        func run<Body>(_ read: (inout ApiClient.ResponseReader) throws -> Body) async throws -> ApiResponse<Body> {
            try await reported {
                let response = try await pass(request, through: configuration.middleware[...], to: attempts)
                    .collected(upTo: request.maxResponseBytes)
                let result = try decoded(reader(of: response), read)
                end(.success(statusCode: response.statusCode))
                return result
            }
        }

        /// Writes the body of a successful response to a file, and decodes it.
        /// - Throws: `CancellationError` or ``ApiError``.
        func run<Body>(
            savingTo file: URL,
            _ read: (inout ApiClient.ResponseReader) throws -> Body
        ) async throws -> ApiResponse<Body> {
            let (response, saved) = try await save(to: file, isTyped: false, keepsJSON: true, progress: nil)
            return try await reported { try decoded(reader(of: response, saved), read) }
        }

        private func decoded<Body>(
            _ reader: ApiClient.ResponseReader,
            _ read: (inout ApiClient.ResponseReader) throws -> Body
        ) throws -> ApiResponse<Body> {
            var reader = reader
            try reader.checkStatus()
            let body = try read(&reader)
            return reader.response(with: body)
        }

        /// Sends the request and returns a successful response whose body is not read yet.
        ///
        /// - Parameter isTyped: Whether the response's media type must be one that the document describes.
        /// - Throws: `CancellationError` or ``ApiError``.
        func runStreaming(isTyped: Bool) async throws -> HTTPResponse.Stream {
            try await reported {
                var stream = try await pass(request, through: configuration.middleware[...], to: attempts)
                if !operation.isSuccess(stream.statusCode) { try reader(of: await failure(stream)).checkStatus() }
                if isTyped {
                    let head = HTTPResponse(statusCode: stream.statusCode, headers: stream.headers)
                    try reader(of: head).checkContentType()
                }
                stream.headers = stream.headers.hiding(redaction)
                let statusCode = stream.statusCode
                stream.body.mapError = { [self] error in completed(ApiError(transport: error, redaction: redaction)) }
                stream.body.tally = StreamTally { [self] end, count in
                    record.withLock { $0.receivedBytes += count }
                    switch end {
                    case .success: self.end(.success(statusCode: statusCode))
                    case .failure(let error as ApiError): self.end(.failure(error))
                    case .failure: self.end(.cancelled)
                    }
                }
                return stream
            }
        }

        /// Creates a reader of a response.
        func reader(of response: HTTPResponse, _ saved: SavedBody? = nil) -> ApiClient.ResponseReader {
            ApiClient.ResponseReader(
                request: operation,
                response: response,
                saved: saved,
                accepting: options.accepting,
                redaction: redaction,
                mode: options.decoding ?? configuration.decoding,
                maxDepth: configuration.maxNestingDepth
            )
        }

        /// Returns a failure's response, with the part of its body that arrives before the deadline.
        private func failure(_ stream: HTTPResponse.Stream) async throws -> HTTPResponse {
            let body = Locked(Data())
            let limit = configuration.maxResponseBytes
            do {
                try await withTimeLimit(deadline - configuration.environment.now(), tooLate) {
                    for try await part in stream.body {
                        let isTooLarge = body.withLock { body in
                            guard part.count <= limit - body.count else { return true }
                            body += part
                            return false
                        }
                        if isTooLarge { throw ApiError.responseTooLarge(limit) }
                    }
                }
            } catch let error as ApiError where error.kind == .timeout {
                // The status is more informative than the timeout.
            }
            let received = body.withLock { $0 }
            record.withLock { $0.receivedBytes += received.count }
            return HTTPResponse(statusCode: stream.statusCode, headers: stream.headers, body: received)
        }

        /// Passes the request through the middleware, and after the last one to `end`.
        func pass(
            _ request: HTTPRequest,
            through middleware: ArraySlice<Middleware>,
            to end: @escaping @Sendable (HTTPRequest) async throws -> HTTPResponse.Stream
        ) async throws -> HTTPResponse.Stream {
            guard let first = middleware.first else { return try await end(request) }
            return try await first.intercept(request) { [self] in
                try await pass($0, through: middleware.dropFirst(), to: end)
            }
        }

        private func reported<Result>(_ body: () async throws -> Result) async throws -> Result {
            do {
                try Task.checkCancellation()
                return try await body()
            } catch {
                // Custom transports may report a cancellation with an error of their own.
                guard !(error is CancellationError), !Task.isCancelled else {
                    end(.cancelled)
                    throw CancellationError()
                }
                let error = completed(error)
                end(.failure(error))
                throw error
            }
        }

        /// Logs the end of the call.
        private func end(_ outcome: Configuration.LogEntry.CallSummary.Outcome) {
            guard configuration.log != nil else { return }
            let record = record.withLock { $0 }
            let summary = Configuration.LogEntry.CallSummary(
                outcome: outcome,
                attempts: record.attempts,
                sentBytes: record.sentBytes,
                receivedBytes: record.receivedBytes,
                duration: configuration.environment.now() - begin
            )
            log(.end(summary), record.request ?? request, record.attempts, since: begin)
        }

        /// Adds the record of the call to an error.
        private func completed(_ error: any Error) -> ApiError {
            let redaction = redaction
            let record = record.withLock { record in
                _ = record.requestID(configuration.environment.uuid)
                return record
            }
            var known = ApiError(middleware: error, redaction: redaction)
            if known.statusCode == nil, !known.message.hasPrefix("\(operation) ") {
                known.message = "\(operation) failed: \(known.message)"
            }
            known.call = record
            if let remark = record.remark { known.message += " (\(remark))" }
            return known
        }
    }
}

"""#),
        ("Call+Attempts", #"""
import Foundation

nonisolated extension MartletRuntime.Call {
    /// Sends the request, and retries it according to the policy.
    ///
    /// If the server answers 401 and a credential can be renewed, one more attempt is made regardless of the policy.
    /// - Returns: A response of any status.
    /// - Throws: `CancellationError`, or the error of the last attempt.
    func attempts(at request: MartletRuntime.HTTPRequest) async throws -> MartletRuntime.HTTPResponse.Stream {
        var lastCost: Int?
        var attempt = 1
        var hasRenewed = false
        while true {
            record.withLock {
                $0.attempts += 1
                $0.request = request
            }
            let begin = configuration.environment.now()
            var proofs = Proofs()
            let result = await result(of: request, attempt: attempt, begin: begin, proofs: &proofs)
            if !hasRenewed, case .success(let response) = result, response.statusCode == 401,
                await invalidate(proofs.all), request.body?.isUnused ?? true
            {
                hasRenewed = true
                log(.retry(after: .zero), request, attempt, since: begin)
                attempt += 1
                continue
            }
            guard let failure = failure(of: result) else {
                let response = try result.get()
                budget.giveBack(lastCost)
                return response
            }
            let tries = hasRenewed ? attempt - 1 : attempt
            guard let (pause, cost) = retry(after: failure, of: request, attempt: tries) else {
                return try result.get()
            }
            log(.retry(after: pause), request, attempt, since: begin)
            try await configuration.environment.sleep(pause)
            lastCost = cost
            attempt += 1
        }
    }

    private func result(
        of request: MartletRuntime.HTTPRequest,
        attempt: Int,
        begin: ContinuousClock.Instant,
        proofs: inout Proofs
    ) async -> Result<MartletRuntime.HTTPResponse.Stream, any Error> {
        log(.request, request, attempt, since: begin)
        do {
            var request = request
            for (name, value) in givenCredentials { request.headers.setSecret(name, value) }
            proofs = try await self.proofs(for: request)
            let response = try await exchange(request, proofs, begin: begin)
            log(
                .response(statusCode: response.statusCode, headers: response.headers.hiding(redaction)),
                request,
                attempt,
                since: begin
            )
            return .success(response)
        } catch let error as CancellationError {
            return .failure(error)
        } catch {
            if Task.isCancelled { return .failure(CancellationError()) }
            let error = MartletRuntime.ApiError(middleware: error, redaction: redaction)
            log(.failure(error), request, attempt, since: begin)
            return .failure(error)
        }
    }

    /// Returns why an attempt failed; `nil` for a success, a redirect or a cancellation.
    private func failure(of result: Result<MartletRuntime.HTTPResponse.Stream, any Error>) -> MartletRuntime.AttemptFailure? {
        switch result {
        case .success(let response):
            guard response.statusCode >= 400 else { return nil }
            let wait = policy.serverWait(
                statusCode: response.statusCode,
                headers: response.headers,
                now: configuration.environment.date()
            )
            return .response(statusCode: response.statusCode, wait: wait)
        case .failure(let error): return (error as? MartletRuntime.ApiError).map { .error($0) }
        }
    }

    /// Returns the pause before the next attempt and its cost, or `nil` and records the reason if there must be no
    /// further attempt.
    private func retry(
        after failure: MartletRuntime.AttemptFailure,
        of request: MartletRuntime.HTTPRequest,
        attempt: Int
    ) -> (pause: Duration, cost: Int)? {
        let policy = policy
        let environment = configuration.environment
        let hasKey = operation.idempotencyHeader.map { request.headers[$0] != nil } ?? false
        let cost = MartletRuntime.RetryBudget.cost(after: failure)
        // Clients that a server told to wait for the same time must not return simultaneously; hence the random part.
        let pause = (failure.serverWait ?? .zero) + policy.bound(before: attempt + 1) * environment.random()
        let stop: MartletRuntime.ApiError.RetryStop? =
            if let objection = policy.objection(to: failure, method: request.method, hasKey: hasKey) {
                objection
            } else if let body = request.body, !body.isUnused {
                .bodyUsed
            } else if attempt >= policy.maxAttempts {
                .attemptsUsedUp
            } else if let wait = failure.serverWait, wait > policy.maxRetryAfter {
                .waitTooLong
            } else if environment.now().advanced(by: pause) >= deadline {
                .deadline
            } else {
                budget.take(cost) ? nil : .budgetUsedUp
            }
        record.withLock {
            $0.serverWait = failure.serverWait
            $0.stop = stop
            if stop == nil, failure.isAmbiguous { $0.hadAmbiguousAttempt = true }
        }
        return stop == nil ? (pause, cost) : nil
    }

    func log(
        _ event: @autoclosure () -> MartletRuntime.Configuration.LogEntry.Event,
        _ request: MartletRuntime.HTTPRequest,
        _ attempt: Int,
        since begin: ContinuousClock.Instant
    ) {
        guard let log = configuration.log else { return }
        log(
            MartletRuntime.Configuration.LogEntry(
                requestID: record.withLock { $0.requestID(configuration.environment.uuid) },
                operation: operation.operation,
                attempt: attempt,
                request: request,
                event: event(),
                elapsed: configuration.environment.now() - begin
            )
        )
    }
}

"""#),
        ("Call+Credentials", #"""
import Foundation

nonisolated extension MartletRuntime.Call {
    /// The credentials that an attempt adds to a request.
    struct Proofs: Sendable {
        var all: [MartletRuntime.Proof] = []
        /// Whether these are all credentials that the operation requires. If not, attempt middleware may add the rest.
        var areComplete = true
    }

    /// Returns the credentials for an attempt, obtained anew each time: those of the first security requirement that
    /// names a scheme and is fully satisfied, or none if the operation allows anonymous calls (OpenAPI 3.2.0, section
    /// 4.30).
    ///
    /// A value that the request already has, such as a header of the configuration, counts as a credential. A header in
    /// the call's options replaces a credential, so that a single call can use another one.
    /// - Throws: ``ApiError`` if a credential is unavailable; `CancellationError`.
    func proofs(for request: MartletRuntime.HTTPRequest) async throws -> Proofs {
        func isGiven(_ scheme: MartletRuntime.Credential.Scheme) -> Bool { scheme.header.map { options.headers[$0] != nil } ?? false }
        func credential(_ scheme: MartletRuntime.Credential.Scheme) -> MartletRuntime.Credential? {
            isGiven(scheme) ? nil : configuration.credentials[scheme.name].flatMap { $0.isEmpty ? nil : $0 }
        }
        let alternatives = operation.security.filter { !$0.isEmpty }
        var proofs = Proofs()
        var chosen = alternatives.first { $0.allSatisfy { credential($0) != nil || $0.isMet(by: request) } }
        if chosen == nil, alternatives.count == operation.security.count, !alternatives.isEmpty {
            proofs.areComplete = false
            chosen = alternatives.first { $0.contains { credential($0) != nil } }
        }
        for scheme in chosen ?? [] {
            guard let credential = credential(scheme), scheme.place != .connection else { continue }
            proofs.all.append(try await proof(scheme, credential))
        }
        record.withLock { $0.add(proofs.all) }
        return proofs
    }

    /// Whether the request has all credentials that the operation requires.
    func isAuthorized(_ request: MartletRuntime.HTTPRequest) -> Bool {
        operation.security.contains { $0.allSatisfy { $0.isMet(by: request) } }
    }

    private func proof(_ scheme: MartletRuntime.Credential.Scheme, _ credential: MartletRuntime.Credential) async throws -> MartletRuntime.Proof {
        let secret: String
        do {
            if let known = credential.secret {
                secret = known
            } else {
                secret = try await withTimeLimit(deadline - configuration.environment.now(), tooLate) {
                    try await credential.value()
                }
            }
        } catch let error as CancellationError {
            throw error
        } catch {
            throw Self.unavailableCredential(scheme, operation, error)
        }
        let prefix = credential.prefix ?? scheme.prefix ?? ""
        let value = prefix.isEmpty ? secret : "\(prefix) \(secret)"
        return MartletRuntime.Proof(place: scheme.place, value: value, secret: secret, credential: credential)
    }

    /// Notifies the sources of these credentials that the server rejected them.
    /// - Returns: Whether one of them can be renewed.
    func invalidate(_ proofs: [MartletRuntime.Proof]) async -> Bool {
        var isRenewable = false
        for proof in proofs where await proof.credential.invalidate(proof.secret) { isRenewable = true }
        return isRenewable
    }

    /// The error if no security requirement is satisfied.
    static func missingCredential(_ request: MartletRuntime.ApiClient.Request) -> MartletRuntime.ApiError {
        let names = request.security.map { $0.map(\.name).joined(separator: " and ") }.joined(separator: ", or ")
        return MartletRuntime.ApiError(.missingCredential, "\(request) needs a credential for \(names)")
    }

    /// The error if the source of a credential failed. An error other than ``ApiError`` may contain secrets, so its
    /// text is not quoted.
    static func unavailableCredential(
        _ scheme: MartletRuntime.Credential.Scheme,
        _ request: MartletRuntime.ApiClient.Request,
        _ error: any Error
    ) -> MartletRuntime.ApiError {
        let cause = error as? MartletRuntime.ApiError
        let isOutage = cause.map { [.transport, .tls, .timeout].contains($0.kind) && $0.statusCode == nil } ?? false
        let reason = cause.map { ": \($0.message)" } ?? ""
        return MartletRuntime.ApiError(
            isOutage ? cause?.kind ?? .transport : .credentialUnavailable,
            "\(request) needs a credential for \(scheme.name), which is unavailable\(reason)",
            delivery: .notSent,
            underlying: error
        )
    }
}

nonisolated extension MartletRuntime.Credential.Scheme {
    /// The name of the header that carries the credential; `nil` if another place does.
    var header: String? {
        if case .header(let name) = place { name } else { nil }
    }

    /// Whether a request already has a credential for this scheme.
    fileprivate func isMet(by request: MartletRuntime.HTTPRequest) -> Bool {
        switch place {
        case .header(let name): !(request.headers[name] ?? "").isEmpty
        case .query(let name): request.url.queryPairs.contains { $0.name == name.percentEncoded }
        case .cookie(let name):
            request.headers.values(of: "Cookie").flatMap { $0.split(separator: ";") }
                .contains { $0.drop { $0 == " " }.hasPrefix("\(name)=") }
        case .connection: true
        }
    }
}

"""#),
        ("Call+Exchange", #"""
import Foundation

nonisolated extension MartletRuntime.Call {
    /// Sends the request once, with credentials and within the remaining time, and follows redirects if the policy
    /// allows.
    /// - Throws: ``ApiError`` of kind `invalidRequest` or `missingCredential` if the request must not be sent; the
    ///   errors of the transport.
    func exchange(
        _ request: MartletRuntime.HTTPRequest,
        _ proofs: Proofs,
        begin: ContinuousClock.Instant
    ) async throws -> MartletRuntime.HTTPResponse.Stream {
        var request = request
        var count = 0
        var isAway = false
        while true {
            let response =
                isAway
                ? try await send(request, begin: begin) : try await sendHome(request, proofs, begin: begin)
            let target = configuration.redirects.target(
                of: request,
                statusCode: response.statusCode,
                headers: response.headers,
                count: count,
                insecure: configuration.allowsInsecureHTTP
            )
            guard let target else { return response }
            isAway = isAway || !target.hasSameOrigin(as: self.request.url)
            request.url = target
            if isAway { request.dropSecrets() }
            count += 1
        }
    }

    /// Sends a request to the configured server, with credentials. Right before sending, it checks that no middleware
    /// has changed the destination.
    private func sendHome(
        _ request: MartletRuntime.HTTPRequest,
        _ proofs: Proofs,
        begin: ContinuousClock.Instant
    ) async throws -> MartletRuntime.HTTPResponse.Stream {
        guard request.url.hasSameOrigin(as: self.request.url) else { throw Self.otherOrigin }
        var outgoing = request
        for proof in proofs.all { try proof.add(to: &outgoing) }
        return try await pass(outgoing, through: configuration.attemptMiddleware[...]) { [self] request in
            guard proofs.areComplete || isAuthorized(request) else { throw Self.missingCredential(operation) }
            guard request.url.hasSameOrigin(as: self.request.url) else { throw Self.otherOrigin }
            let hasCredentials = proofs.all.contains { $0.place != .connection } || !request.headers.secrets.isEmpty
            guard configuration.allowsInsecureHTTP.allows(request.url, withCredentials: hasCredentials) else {
                throw MartletRuntime.Configuration.plainCredentials
            }
            return try await send(request, begin: begin)
        }
    }

    /// Passes a request to the transport.
    private func send(_ request: MartletRuntime.HTTPRequest, begin: ContinuousClock.Instant) async throws -> MartletRuntime.HTTPResponse.Stream {
        try request.headers.validate()
        // A middleware may have added secrets, such as a signature.
        record.withLock { $0.hide(request.headers.secrets) }
        var request = request
        var end = deadline
        if let limit = options.attemptTimeout ?? configuration.attemptTimeout {
            end = min(end, begin.advanced(by: limit.bounded))
        }
        request.timeout = end - configuration.environment.now()
        guard request.timeout > .zero else { throw tooLate }
        return try await metered(request) { request in
            do {
                return try await exchange(request)
            } catch let error as CancellationError {
                throw error
            } catch {
                throw MartletRuntime.ApiError(transport: error, redaction: redaction)
            }
        }
    }

    private func exchange(_ request: MartletRuntime.HTTPRequest) async throws -> MartletRuntime.HTTPResponse.Stream {
        guard isStreaming else {
            let response = try await configuration.transport.send(request)
            record.withLock { $0.receivedBytes += response.body.count }
            return MartletRuntime.HTTPResponse.Stream(response)
        }
        var response = try await configuration.transport.stream(request)
        if request.method != .head, ![204, 304].contains(response.statusCode) {
            response.body.expectedCount = response.headers.bodyLength
        }
        response.body.mapError = { [self] error in MartletRuntime.ApiError(transport: error, redaction: redaction) }
        return response
    }

    /// Passes a request to a function, counts the bytes of its body, and reports their progress.
    private func metered(
        _ request: MartletRuntime.HTTPRequest,
        _ send: (MartletRuntime.HTTPRequest) async throws -> MartletRuntime.HTTPResponse.Stream
    ) async throws -> MartletRuntime.HTTPResponse.Stream {
        guard let body = request.body, options.uploadProgress != nil || body.count == nil else {
            let count = request.body?.count ?? 0
            record.withLock { $0.sentBytes += count }
            return try await send(request)
        }
        var request = request
        let meter = MartletRuntime.UploadMeter(
            total: body.count, report: options.uploadProgress, now: configuration.environment.now)
        request.uploadMeter = meter
        defer { record.withLock { $0.sentBytes += body.count ?? meter.count } }
        let response = try await send(request)
        meter.end()
        return response
    }

    /// The error if the deadline passed before anything was sent.
    var tooLate: MartletRuntime.ApiError {
        MartletRuntime.ApiError(
            .timeout, "the timeout of \(request.timeout.text) expired before the request was sent", delivery: .notSent)
    }

    /// The error if a middleware changed the destination of the request.
    static let otherOrigin = MartletRuntime.ApiError(
        .invalidRequest,
        "the request was changed to go to another scheme, host or port than the server's"
    )
}

nonisolated extension MartletRuntime.HTTPRequest {
    /// Removes all headers that another server does not need, and marks the whole query as secret, because the URLs of
    /// storage services contain signatures.
    fileprivate mutating func dropSecrets() {
        let kept = ["Accept", "Accept-Encoding", "Range", "User-Agent"]
        headers = headers.reduce(into: MartletRuntime.HTTPHeaders()) { headers, field in
            if kept.contains(where: field.name.matches) { headers.append(field.name, field.value) }
        }
        secretQueryNames = Set(url.queryPairs.map { String($0.name) })
    }
}

"""#),
        ("CallRecord", #"""
import Foundation

nonisolated extension MartletRuntime {
    /// The state of a call so far, attached to the error that it ends with.
    struct CallRecord: Sendable {
        /// The call's identifier; `nil` until something needs it.
        private(set) var requestID: String?

        /// The operation.
        let operation: ApiClient.Operation

        /// The names of the headers that carry credentials.
        private(set) var credentialHeaders: [String] = []

        /// The number of attempts that have started.
        var attempts = 0

        /// The number of body bytes that the attempts sent.
        var sentBytes = 0

        /// The number of body bytes that the attempts received, after content decoding.
        var receivedBytes = 0

        /// The last request, without credentials.
        var request: HTTPRequest?

        /// The reason why there was no further attempt.
        var stop: ApiError.RetryStop?

        /// The wait that the server last asked for.
        var serverWait: Duration?

        /// Whether the server may have processed an attempt before the last one.
        var hadAmbiguousAttempt = false

        /// The values that never appear in logs or errors.
        private var secrets: [String]

        /// The names of JSON properties whose values never appear in logs or errors.
        private let secretProperties: Set<String>

        /// The cached redaction of ``secrets``, created on first use.
        private var madeRedaction: Redaction?

        /// Creates the record of a call before its first attempt.
        init(
            requestID: String?,
            operation: ApiClient.Operation,
            credentialHeaders: [String],
            secrets: [String],
            secretProperties: Set<String>
        ) {
            self.requestID = requestID
            self.operation = operation
            self.credentialHeaders = credentialHeaders
            self.secrets = secrets
            self.secretProperties = secretProperties
        }

        /// Returns the call's identifier.
        /// - Parameter make: A function that creates it, if it does not exist yet.
        mutating func requestID(_ make: () -> UUID) -> String {
            let id = requestID ?? make().text
            requestID = id
            return id
        }

        /// Adds the credentials of an attempt to the secrets.
        mutating func add(_ proofs: [Proof]) {
            credentialHeaders += proofs.compactMap(\.header).filter { !credentialHeaders.contains($0) }
            hide(proofs.flatMap(\.secrets))
        }

        /// Adds values that must never appear in logs or errors.
        mutating func hide(_ values: [String]) {
            let new = values.filter { !secrets.contains($0) }
            guard !new.isEmpty else { return }
            secrets += new
            madeRedaction = nil
        }

        /// The redaction for all secrets of the call.
        mutating func redaction() -> Redaction {
            let redaction = madeRedaction ?? Redaction(secrets: secrets, properties: secretProperties)
            madeRedaction = redaction
            return redaction
        }

        /// A remark about the attempts for an error's message; `nil` if there was one attempt and no reason to retry it.
        var remark: String? {
            var clauses: [String] = []
            if attempts > 1 { clauses.append("\(attempts) attempts") }
            if let stop, stop != .permanent, stop != .disabled { clauses.append("not tried again: \(stop)") }
            if hadAmbiguousAttempt { clauses.append("an earlier attempt may have been processed") }
            return clauses.isEmpty ? nil : clauses.joined(separator: "; ")
        }
    }
}

"""#),
        ("CandidateDecoder", #"""
nonisolated extension MartletRuntime {
    /// Decodes a JSON value as one of several candidate types.
    struct CandidateDecoder {
        private let decoder: any Decoder
        /// The properties; `nil` if the value is not an object.
        let object: ObjectDecoder?

        init(_ decoder: any Decoder) {
            self.decoder = decoder
            object = try? ObjectDecoder(decoder)
        }

        /// Returns the value decoded as a type, and the number of its misfits; `nil` if it does not match the type.
        func candidate<Value: Decodable>() -> (result: Value, misfits: Int)? {
            guard let node = decoder as? JSONNodeDecoder else { return try? Misfits.count { try decoded() } }
            return node.document.memory.value(at: node.index) {
                try? Misfits.count { try node.document.value(at: node.index) }
            }
        }

        /// Decodes the value as a type.
        /// - Throws: `DecodingError` if it is not of the type.
        func decoded<Value: Decodable>() throws -> Value { try decoder.singleValueContainer().decode(Value.self) }

        /// Records that the value matches none of a union's types.
        func noteUnrecognized(as union: any ApiModel.OpenUnion.Type) {
            guard let node = decoder as? JSONNodeDecoder else { return }
            node.document.memory.noteUnrecognized(at: node.index, as: union)
        }

        /// Whether a union was decoded from the value without matching any of its types.
        func isUnrecognized<Union: ApiModel.OpenUnion>(_ union: Union) -> Bool {
            if let node = decoder as? JSONNodeDecoder {
                return node.document.memory.isUnrecognized(at: node.index, as: Union.self)
            }
            return (try? decoded() as JSONValue).map { union == .unrecognized($0) } ?? false
        }

        /// Returns the number of properties other than those with the given names; 0 if `names` is `nil`.
        func count(besides names: [String]?) -> Int {
            guard let names, let object else { return 0 }
            return object.names.count { !names.contains($0) }
        }
    }
}

"""#),
        ("Configuration", #"""
public import Foundation

nonisolated extension MartletRuntime {
    /// The settings that all calls of a client share.
    public struct Configuration: Sendable {
        /// The base URL of the API, such as `https://app.launchdarkly.com`. A path in the URL is kept.
        ///
        /// The scheme must be `https`; `http` is allowed only for loopback hosts and those of ``allowsInsecureHTTP``. The
        /// URL must not have a user, a password, a query or a fragment. Invalid URLs and `nil`, which `URL(string:)`
        /// returns for malformed text, are reported as errors when a request is sent.
        public var server: URL?

        /// The hosts that may be reached over plain http, besides loopback hosts.
        public var allowsInsecureHTTP = InsecureHTTP.never

        /// The credentials, by the names of the document's security schemes.
        public var credentials: [String: Credential]

        /// Headers for all requests, such as `LD-API-Version`. A header that the operation sets itself takes precedence.
        public var headers: HTTPHeaders

        /// The time limit of a call, including all attempts, pauses and waits for credentials; greater than zero. Fractions
        /// of a second are honored.
        ///
        /// For a call whose body is streamed, the limit applies until the response's head has arrived.
        public var timeout: Duration

        /// The time limit of one attempt, including the wait for a credential; greater than zero. `nil` for the remaining
        /// time of ``timeout``.
        public var attemptTimeout: Duration?

        /// The maximum time without traffic on a connection; greater than zero.
        public var inactivityTimeout: Duration = Configuration.defaultTimeout

        /// The value of the `User-Agent` header.
        public var userAgent: String

        /// The maximum size of a response's body in bytes, after content decoding. Streamed bodies are limited only by
        /// ``RequestOptions/maxResponseBytes``.
        public var maxResponseBytes: Int

        /// The maximum number of header fields of a response.
        public var maxResponseHeaders = Configuration.defaultMaxResponseHeaders

        /// The maximum nesting depth of arrays and objects in a decoded body; a deeper body is an ``ApiError`` of kind
        /// `decoding`. Bodies up to the default depth can be decoded on a stack of 512 KiB; a greater depth needs a larger
        /// stack.
        public var maxNestingDepth = Configuration.defaultMaxNestingDepth

        /// The retry policy.
        public var retry = RetryPolicy.standard

        /// The policy for following redirects.
        public var redirects = RedirectPolicy.never

        /// The treatment of array elements that do not match the document.
        public var decoding = DecodingMode.strict

        /// The content encoding of the bodies of requests.
        public var compression = HTTPBody.Compression.none

        /// The middleware that intercepts each call once, without credentials; the first is the outermost.
        public var middleware: [Middleware] = []

        /// The middleware that intercepts each request right before it is sent, with credentials; the first is the
        /// outermost.
        ///
        /// It runs for each attempt and each redirect that is followed. Use it to sign and trace requests. A credential
        /// that it adds satisfies the operation's security requirement.
        public var attemptMiddleware: [Middleware] = []

        /// A closure that receives an entry for each event of a call, on any thread. It must return quickly.
        public var log: (@Sendable (LogEntry) -> Void)?

        /// The name of the header that sends the ``ApiError/requestID`` of a call to the server, such as `X-Request-ID`;
        /// `nil` for none.
        public var requestIDHeader: String?

        /// The transport that sends the requests.
        public var transport: any Transport

        /// The names of JSON properties whose values never appear in logs or errors.
        var secretProperties: Set<String> = []

        /// The clocks and random sources.
        var environment = Environment()

        /// The default `User-Agent` header: `martlet`.
        public static let defaultUserAgent = "martlet"

        /// The default time limit of a call and of inactivity: 60 seconds.
        public static let defaultTimeout: Duration = .seconds(60)

        /// The default maximum size of a response's body: 16 MiB.
        public static let defaultMaxResponseBytes = 16 * 1024 * 1024

        /// The default maximum number of header fields: 1,000.
        public static let defaultMaxResponseHeaders = 1000

        /// The default maximum nesting depth: 128.
        public static let defaultMaxNestingDepth = 128

        /// Creates a configuration; all settings but the server have defaults.
        public init(
            server: URL?,
            credentials: [String: Credential] = [:],
            headers: HTTPHeaders = [:],
            timeout: Duration = Configuration.defaultTimeout,
            userAgent: String = Configuration.defaultUserAgent,
            maxResponseBytes: Int = Configuration.defaultMaxResponseBytes,
            transport: any Transport = URLSessionTransport.shared
        ) {
            self.server = server
            self.credentials = credentials
            self.headers = headers
            self.timeout = timeout
            self.userAgent = userAgent
            self.maxResponseBytes = maxResponseBytes
            self.transport = transport
        }
    }
}

nonisolated extension MartletRuntime.Configuration: MartletRuntime.ApiModel.SelfRedacting {
    /// The main settings, without the credentials' values and the parts of the server's URL that may be secret.
    public var shownProperties: KeyValuePairs<String, Any> {
        [
            "server": server?.withoutSecrets ?? "none",
            "credentials": credentials.keys.sorted(),
            "headers": headers,
            "timeout": timeout,
            "userAgent": userAgent,
            "maxResponseBytes": maxResponseBytes,
            "retry": retry,
            "middleware": middleware.count,
            "attemptMiddleware": attemptMiddleware.count,
            "transport": "\(type(of: transport))",
        ]
    }
}

public typealias Configuration = MartletRuntime.Configuration

"""#),
        ("Configuration+DecodingMode", #"""
nonisolated extension MartletRuntime.Configuration {
    /// The treatment of array elements that do not match the document.
    public enum DecodingMode: Sendable, Hashable {
        /// An invalid element makes the whole body an error of kind `decoding`.
        case strict
        /// Invalid elements are left out, and ``ApiResponse/issues`` lists them with their problems.
        ///
        /// The smallest array element that contains the problem is left out. A problem outside of arrays is still an
        /// error, and so is a body with more than 100 problems, which does not match the document at all. In a stream,
        /// the values and the data of events count as elements too; ``JSONSequence/issues`` and
        /// ``ServerSentEvents/issues`` list their problems.
        case lenient
    }
}

"""#),
        ("Configuration+InsecureHTTP", #"""
import Foundation

nonisolated extension MartletRuntime.Configuration {
    /// The hosts that may be reached over plain http, which anyone on the network path can read and change.
    ///
    /// ```swift
    /// configuration.allowsInsecureHTTP = .hosts(["orders.svc.cluster.local", "192.168.1.5"])
    /// configuration.allowsInsecureHTTP = .always.includingCredentials
    /// ```
    /// Loopback hosts are always allowed, with credentials: `localhost`, `::1` and 127.0.0.0/8 (RFC 1122, section
    /// 3.2.1.3). Plain http never goes over a proxy. On Apple platforms, App Transport Security must allow it as well.
    public struct InsecureHTTP: Sendable, Hashable {
        private enum Scope: Sendable, Hashable {
            case hosts(Set<String>)
            case always
        }

        private var scope: Scope
        private var includesCredentials = false

        /// No host but loopback hosts.
        public static let never = InsecureHTTP(scope: .hosts([]))

        /// Every host.
        public static let always = InsecureHTTP(scope: .always)

        /// Exactly these hosts, by name or address, without port; case-insensitive.
        public static func hosts(_ hosts: [String]) -> InsecureHTTP {
            InsecureHTTP(scope: .hosts(Set(hosts.map { $0.lowercased() })))
        }

        /// The same hosts, to which credentials may be sent in clear text as well.
        ///
        /// Otherwise, a request with a credential is an ``ApiError`` of kind `invalidRequest`.
        public var includingCredentials: InsecureHTTP {
            var policy = self
            policy.includesCredentials = true
            return policy
        }

        /// Whether a request may be sent to a URL: always over https.
        func allows(_ url: URL, withCredentials hasCredentials: Bool = false) -> Bool {
            guard url.scheme?.lowercased() != "https" else { return true }
            var host = (url.host(percentEncoded: true) ?? "").lowercased()
            if host.utf8.first == UInt8(ascii: "[") { host = String(host.dropFirst().dropLast()) }
            if Self.isLoopback(host) { return true }
            guard includesCredentials || !hasCredentials else { return false }
            return switch scope {
            case .hosts(let hosts): hosts.contains(host)
            case .always: true
            }
        }

        private static func isLoopback(_ host: String) -> Bool {
            if host == "localhost" || host == "::1" { return true }
            guard host.hasPrefix("127.") else { return false }
            let parts = host.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
            return parts.count == 4 && parts.allSatisfy { UInt8(Substring($0)) != nil }
        }
    }
}

"""#),
        ("Configuration+LogEntry", #"""
nonisolated extension MartletRuntime.Configuration {
    /// An event of a call, passed to ``Configuration/log``.
    ///
    /// Its description is one line and contains no credentials, query values or bodies. ``request`` contains no
    /// credentials at all.
    public struct LogEntry: Sendable {
        /// The kind of an event, with its details.
        public enum Event: Sendable {
            /// An attempt starts.
            case request
            /// A response arrived; for a streamed response, its head.
            case response(statusCode: Int, headers: MartletRuntime.HTTPHeaders)
            /// The attempt ended without a response.
            case failure(MartletRuntime.ApiError)
            /// The call will be retried after a pause.
            case retry(after: Duration)
            /// The call has ended. This is the last event of every call whose request was valid.
            case end(CallSummary)
        }

        /// The call's identifier, as in ``ApiError/requestID``.
        public let requestID: String

        /// The operation.
        public let operation: MartletRuntime.ApiClient.Operation

        /// The number of the attempt, starting at 1; 0 if the call ended before the first.
        public let attempt: Int

        /// The request after the last middleware, without credentials.
        public let request: MartletRuntime.HTTPRequest

        /// The event.
        public let event: Event

        /// The time since the start of the attempt, or of the call if it has ended.
        public let elapsed: Duration
    }
}

nonisolated extension MartletRuntime.Configuration.LogEntry: MartletRuntime.ApiModel.SelfRedacting {
    /// All properties; query values and bodies are not shown.
    public var shownProperties: KeyValuePairs<String, Any> {
        [
            "requestID": requestID, "operation": operation.id, "attempt": attempt, "request": request, "event": event,
            "elapsed": elapsed,
        ]
    }

    /// A line such as `[id] GET https://host/path, attempt 1: 200 after 0.12 seconds`.
    public var description: String {
        let what =
            switch event {
            case .request: "sent"
            case .response(let statusCode, _): "\(statusCode) after \(elapsed.text)"
            case .failure(let error): "failed after \(elapsed.text): \(error.message)"
            case .retry(let pause): "trying again in \(pause.text)"
            case .end(let summary): "\(summary)"
            }
        return "[\(requestID)] \(request.method.rawValue) \(request.shownURL), attempt \(attempt): \(what)"
    }
}

"""#),
        ("Configuration+RedirectPolicy", #"""
import Foundation

nonisolated extension MartletRuntime.Configuration {
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

nonisolated extension MartletRuntime.Configuration.RedirectPolicy {
    /// Returns the URL of a redirect; `nil` if the response is not a redirect that may be followed.
    /// - Parameters:
    ///   - count: The number of redirects that have been followed before.
    ///   - insecure: The hosts that may be reached over plain http.
    func target(
        of request: MartletRuntime.HTTPRequest,
        statusCode: Int,
        headers: MartletRuntime.HTTPHeaders,
        count: Int,
        insecure: MartletRuntime.Configuration.InsecureHTTP
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

nonisolated extension URL {
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

"""#),
        ("Configuration+RetryPolicy", #"""
nonisolated extension MartletRuntime.Configuration {
    /// A policy that determines when calls are retried, how often, and after which pauses.
    ///
    /// Whether a call is retried depends on what may have happened (RFC 9110, section 9.2.2). *Repeatable* requests are
    /// GET, HEAD, PUT, DELETE, OPTIONS and TRACE requests, and requests with an idempotency key.
    ///
    /// | failure | retried |
    /// | --- | --- |
    /// | nothing was sent: unknown host, connection refused | always |
    /// | the connection broke, or the time limit was reached | if repeatable |
    /// | 429; 503 with `Retry-After` | always: the server rejected the request |
    /// | the other ``retriedStatuses``: 408, 500, 502, 503, 504 | if repeatable |
    /// | 409 | GET, PUT and DELETE, if ``retriesConflicts`` is set |
    /// | anything else, including TLS errors | never |
    ///
    /// The pause before a retry is random, up to a maximum that doubles with each attempt (full jitter). The wait that
    /// the server asks for in `Retry-After` or one of the ``resetHeaders``, whichever is longest, is added to it. A
    /// pause never extends beyond the deadline of the call, ``Configuration/timeout``. All calls of a client share a
    /// ``budget``, so that retries do not multiply the load on a server that is down.
    public struct RetryPolicy: Sendable, Hashable {
        /// The maximum number of attempts for a call, including the first; values below 1 are treated as 1.
        public var maxAttempts = 3

        /// The maximum pause before the first retry.
        public var baseDelay: Duration = .milliseconds(500)

        /// The maximum pause before any retry.
        public var maxDelay: Duration = .seconds(20)

        /// The maximum wait that a server may ask for. If it asks for more, the call fails immediately, and
        /// ``ApiError/retryAfter`` is the wait.
        public var maxRetryAfter: Duration = .seconds(60)

        /// Additional headers that state when to retry a response with status 429, besides `Retry-After`.
        public var resetHeaders: [ResetHeader] = []

        /// Whether responses with status 409 are retried, for services that return it for concurrent requests.
        public var retriesConflicts = false

        /// The initial and maximum number of retry tokens of a client. A retry takes 5 tokens, or 10 after a timeout; a
        /// successful call returns the tokens of its last retry, or 1. Only ``Configuration/retry`` determines the
        /// budget; the policy of a single call does not change it.
        public var budget = 500

        /// The statuses after which calls are retried, besides 409 if ``retriesConflicts`` is set.
        public static let retriedStatuses = [408, 429, 500, 502, 503, 504]

        /// Creates a policy with the default values.
        public init() {}

        /// The default policy.
        public static let standard = RetryPolicy()

        /// A policy without retries.
        public static let never: RetryPolicy = {
            var policy = RetryPolicy()
            policy.maxAttempts = 1
            return policy
        }()
    }
}

"""#),
        ("Configuration+Server", #"""
import Foundation

nonisolated extension MartletRuntime.Configuration {
    /// Returns a server's URL as text without trailing slashes.
    /// - Parameter insecure: The hosts that may be reached over plain http.
    /// - Throws: ``ApiError`` of kind `invalidRequest` if requests cannot be sent to the URL. The error does not quote
    ///   it.
    static func checked(_ server: URL?, _ insecure: InsecureHTTP) throws -> String {
        guard let server, let parts = URLComponents(url: server, resolvingAgainstBaseURL: true), let host = parts.host,
            let scheme = parts.scheme?.lowercased(), ["http", "https"].contains(scheme), !host.isEmpty,
            (1...65535).contains(parts.port ?? 443)
        else { throw unusableServer }
        guard parts.user == nil, parts.password == nil, parts.query == nil, parts.fragment == nil else {
            throw serverWithMore
        }
        guard insecure.allows(server) else { throw plainServer }
        let text = server.absoluteString
        return String(text.prefix(upTo: text.lastIndex { $0 != "/" }.map { text.index(after: $0) } ?? text.endIndex))
    }

    /// The error for a URL without a supported scheme, a host or a valid port.
    static let unusableServer = MartletRuntime.ApiError(
        .invalidRequest,
        "the server must be an http or https URL with a host and a port from 1 to 65535"
    )
    /// The error for a URL with components that would be ignored or could be misplaced secrets.
    static let serverWithMore = MartletRuntime.ApiError(
        .invalidRequest,
        "the server's URL must not have a user, a password, a query or a fragment"
    )
    /// The error for a plain-text connection that the configuration does not allow.
    static let plainServer = MartletRuntime.ApiError(
        .invalidRequest,
        "plain http is allowed only for loopback hosts and those of configuration.allowsInsecureHTTP; use https"
    )
    /// The error for credentials over a plain-text connection that the configuration does not allow.
    static let plainCredentials = MartletRuntime.ApiError(
        .invalidRequest,
        "a credential would be sent over plain http; use https, or configuration.allowsInsecureHTTP with "
            + "includingCredentials"
    )
}

"""#),
        ("Credential", #"""
import Foundation

nonisolated extension MartletRuntime {
    /// A secret that authenticates the caller, such as an API key or a token. It never appears in descriptions, dumps,
    /// errors or logs.
    ///
    /// ```swift
    /// configuration.credentials["ApiKey"] = "api-…"
    /// configuration.credentials["Token"] = Credential { try await keychain.token() }
    /// configuration.credentials["Login"] = .basic(username: "ada", password: password)
    /// ```
    public struct Credential: Sendable, ExpressibleByStringLiteral {
        private enum Origin: Sendable {
            case value(String)
            case provider(@Sendable () async throws -> String, invalidate: (@Sendable (String) async -> Void)?)
        }

        private let origin: Origin

        /// Other forms of the secret that must be redacted because the secret contains them encoded.
        private var parts: [String] = []

        /// The text before the value, separated by a space, such as `Bearer`; `nil` for the prefix of the security scheme,
        /// and empty for none.
        public var prefix: String?

        /// Creates a credential with a fixed value.
        ///
        /// - Parameters:
        ///   - value: The secret; visible ASCII characters only. Other characters are reported as an error when a request
        ///     is sent.
        ///   - prefix: The text before the value, such as `Bearer`; `nil` for the prefix of the security scheme.
        public init(_ value: String, prefix: String? = nil) {
            origin = .value(value)
            self.prefix = prefix
        }

        /// Creates a credential whose value may change: the provider is called before each attempt that needs it.
        ///
        /// - Parameters:
        ///   - prefix: The text before the value, such as `Bearer`; `nil` for the prefix of the security scheme.
        ///   - provider: A closure that returns the secret. Its duration counts towards the time limit of the call. If it
        ///     throws, nothing is sent, and the call fails with an ``ApiError``: of kind `transport`, `tls` or `timeout` if
        ///     the closure threw an ``ApiError`` of that kind, and of kind `credentialUnavailable` otherwise.
        public init(prefix: String? = nil, _ provider: @escaping @Sendable () async throws -> String) {
            origin = .provider(provider, invalidate: nil)
            self.prefix = prefix
        }

        /// Creates a credential that can be renewed: if the server answers 401, the value is invalidated, the provider is
        /// called again and the request is sent once more.
        ///
        /// - Parameters:
        ///   - prefix: The text before the value, such as `Bearer`; `nil` for the prefix of the security scheme.
        ///   - provider: A closure that returns the secret, as for ``init(prefix:_:)``.
        ///   - invalidate: A closure that receives the rejected secret. Several calls may report the same secret, even
        ///     after it has been replaced; the closure must keep a newer secret.
        public init(
            prefix: String? = nil,
            provider: @escaping @Sendable () async throws -> String,
            invalidate: @escaping @Sendable (_ failed: String) async -> Void
        ) {
            origin = .provider(provider, invalidate: invalidate)
            self.prefix = prefix
        }

        /// Creates a credential with a fixed value and the prefix of the security scheme.
        public init(stringLiteral value: String) { self.init(value) }

        /// Creates the credential for basic authentication (RFC 7617).
        ///
        /// - Parameters:
        ///   - username: The user name; it must not contain a colon.
        ///   - password: The password.
        public static func basic(username: String, password: String) -> Credential {
            var credential = Credential(Data("\(username):\(password)".utf8).base64EncodedString())
            credential.parts = [password]
            return credential
        }

        /// Whether the secret is empty.
        var isEmpty: Bool {
            if case .value(let value) = origin { value.isEmpty } else { false }
        }

        /// The secret, if it is known without calling a provider.
        var secret: String? {
            if case .value(let value) = origin { value } else { nil }
        }

        /// All values that must be redacted, as far as they are known without calling a provider.
        var secrets: [String] { [secret].compactMap { $0 } + parts }

        /// Returns the secret; calls the provider if there is one.
        func value() async throws -> String {
            switch origin {
            case .value(let value): value
            case .provider(let provider, _): try await provider()
            }
        }

        /// Notifies the source that the server rejected a secret.
        /// - Returns: Whether the source can provide another one.
        func invalidate(_ failed: String) async -> Bool {
            guard case .provider(_, let invalidate?) = origin else { return false }
            await invalidate(failed)
            return true
        }
    }
}

nonisolated extension MartletRuntime.Credential: MartletRuntime.ApiModel.SelfRedacting {
    /// No properties: the secret is never shown.
    public var shownProperties: KeyValuePairs<String, Any> { [:] }

    /// The text `<redacted>`.
    public var description: String { MartletRuntime.Redaction.placeholder }
}

nonisolated extension MartletRuntime.Credential {
    /// A type that provides a credential to a client: `String`, ``Credential`` and
    /// ``OAuthTokens``. Other types must not conform; they make a ``Credential`` instead, with a closure that returns
    /// the secret.
    public protocol Source: Sendable {}
}

nonisolated extension String: MartletRuntime.Credential.Source {}

nonisolated extension MartletRuntime.Credential: MartletRuntime.Credential.Source {}

public typealias Credential = MartletRuntime.Credential

"""#),
        ("Credential+Scheme", #"""
nonisolated extension MartletRuntime.Credential {
    /// A security scheme of the document, with the place of its credential in a request (OpenAPI 3.2.0, section 4.27,
    /// Security Scheme Object).
    public struct Scheme: Sendable, Hashable {
        /// The place of a credential in a request.
        enum Place: Sendable, Hashable {
            case header(String)
            case query(String)
            case cookie(String)
            /// The connection authenticates the caller; the request carries nothing.
            case connection
        }

        /// The key of the credential in ``Configuration/credentials``.
        public let name: String

        let place: Place

        /// The text before the credential, such as `Bearer`, unless the credential has its own prefix.
        let prefix: String?

        /// Creates a scheme.
        init(name: String, place: Place, prefix: String?) {
            self.name = name
            self.place = place
            self.prefix = prefix
        }
    }
}

"""#),
        ("Credential+Source", #"""
nonisolated extension MartletRuntime.Credential {
    /// Creates the credential of a source. With a source of any other type, every request fails with an ``ApiError`` of
    /// kind `credentialUnavailable`.
    public init(from source: any MartletRuntime.Credential.Source) {
        switch source {
        case let secret as String: self.init(secret)
        case let credential as MartletRuntime.Credential: self = credential
        case let tokens as MartletRuntime.OAuthTokens: self = tokens.credential
        default: self.init { throw Self.unknownSource(source) }
        }
    }

    private static func unknownSource(_ source: any MartletRuntime.Credential.Source) -> MartletRuntime.ApiError {
        MartletRuntime.ApiError(.credentialUnavailable, "\(type(of: source)) is not a String, a Credential or OAuthTokens")
    }
}

"""#),
        ("DateTime", #"""
public import Foundation

nonisolated extension MartletRuntime {
    /// A point in time in the format of RFC 3339, section 5.6, with nanosecond precision. The UTC offset and the number of
    /// fractional digits are preserved, so that a decoded value is encoded unchanged.
    ///
    /// Two values are equal if they are the same point in time, whatever their offsets.
    public struct DateTime: Sendable {
        /// The number of whole seconds since 1970 in UTC, without leap seconds.
        private let seconds: Int64
        /// The nanoseconds, from 0 to 999,999,999; a billion or more within a leap second.
        private let nanoseconds: Int32
        private let offset: Offset
        /// The number of fractional digits of the second, from 0 to 9.
        private let fractionDigits: UInt8

        private enum Offset: Hashable {
            /// The offset `Z`.
            case utc
            /// The offset `-00:00`: UTC with an unknown local offset (RFC 3339, section 4.3).
            case unknown
            /// No offset, against RFC 3339, as some servers send it.
            case missing
            case minutes(Int16)

            var minutes: Int16 {
                if case .minutes(let minutes) = self { minutes } else { 0 }
            }
        }

        /// Creates a point in time in UTC, with as many fractional digits as the date has, up to nine. Outside of the years
        /// 0 to 9999, the nearest point in time in that range is used.
        public init(_ date: Date) {
            let interval = min(max(date.timeIntervalSince1970, Self.earliest), Self.latest)
            let whole = interval.rounded(.down)
            seconds = Int64(exactly: whole) ?? 0
            // `Date` stores a `Double`, which is precise only to microseconds for current dates.
            let microseconds = Int32(exactly: ((interval - whole) * 1_000_000).rounded(.down)) ?? 0
            nanoseconds = microseconds * 1_000
            offset = .utc
            fractionDigits = microseconds == 0 ? 0 : microseconds % 1_000 == 0 ? 3 : 6
        }

        /// The point in time as a `Date`, with the precision of `Date`.
        public var date: Date {
            Date(timeIntervalSince1970: Double(seconds) + Double(nanoseconds) / 1_000_000_000)
        }

        /// The UTC offset in seconds; positive east of Greenwich.
        public var secondsFromUTC: Int { Int(offset.minutes) * 60 }

        /// The current point in time.
        public static var now: DateTime { DateTime(Date()) }

        private static let earliest = -62_167_219_200.0
        private static let latest = 253_402_300_799.0
    }
}

nonisolated extension MartletRuntime.DateTime: Comparable {
    /// Returns whether both are the same point in time.
    public static func == (left: MartletRuntime.DateTime, right: MartletRuntime.DateTime) -> Bool {
        left.seconds == right.seconds && left.nanoseconds == right.nanoseconds
    }

    /// Returns whether a point in time is earlier than another.
    public static func < (left: MartletRuntime.DateTime, right: MartletRuntime.DateTime) -> Bool {
        (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
    }
}

nonisolated extension MartletRuntime.DateTime: Hashable {
    /// Hashes the point in time.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(seconds)
        hasher.combine(nanoseconds)
    }
}

nonisolated extension MartletRuntime.DateTime: LosslessStringConvertible {
    /// Creates a point in time from a text such as `2026-11-24T08:47:00Z`, with any offset; `nil` for any other text.
    ///
    /// Fractional digits after the ninth are dropped. A space in place of the `T`, an offset without a colon, and a
    /// text without an offset, which is read as UTC and keeps having none, are accepted.
    public init?(_ description: String) {
        var text = MartletRuntime.DateTimeText(description)
        guard let date = text.readDate(), text.skip("T", "t", " "),
            let hour = text.readNumber(digits: 2, upTo: 23), text.skip(":"),
            let minute = text.readNumber(digits: 2, upTo: 59), text.skip(":"),
            let second = text.readNumber(digits: 2, upTo: 60)
        else { return nil }
        guard let fraction = text.readFraction() else { return nil }
        if text.skip("Z", "z") {
            offset = .utc
        } else if text.isAtEnd {
            offset = .missing
        } else {
            let isBehind = text.skip("-")
            guard isBehind || text.skip("+"), let hours = text.readNumber(digits: 2, upTo: 23) else { return nil }
            _ = text.skip(":")
            guard let minutes = text.readNumber(digits: 2, upTo: 59) else { return nil }
            let distance = Int16(hours * 60 + minutes)
            offset = isBehind && distance == 0 ? .unknown : .minutes(isBehind ? -distance : distance)
        }
        guard text.isAtEnd else { return nil }
        let minutes = Int64(date.daysSince1970) * 1_440 + Int64(hour * 60 + minute - Int(offset.minutes))
        seconds = minutes * 60 + Int64(min(second, 59))
        nanoseconds = fraction.nanoseconds + (second == 60 ? 1_000_000_000 : 0)
        fractionDigits = fraction.digits
    }

    /// The text in the format of RFC 3339, such as `2026-11-24T08:47:00.125+01:00`.
    public var description: String {
        let local = seconds + Int64(secondsFromUTC)
        let days = Int((Double(local) / 86_400).rounded(.down))
        let second = Int(local - Int64(days) * 86_400)
        var text = MartletRuntime.DateTimeText()
        // With its offset, the local year may not have four digits; in UTC, it does.
        guard let date = MartletRuntime.CalendarDate(daysSince1970: days) else { return MartletRuntime.DateTime(self.date).description }
        text.append(date)
        text.append("T")
        text.append(second / 3_600, digits: 2)
        text.append(":")
        text.append(second / 60 % 60, digits: 2)
        text.append(":")
        text.append(second % 60 + (nanoseconds >= 1_000_000_000 ? 1 : 0), digits: 2)
        text.append(fraction: Int(nanoseconds % 1_000_000_000), digits: Int(fractionDigits))
        switch offset {
        case .utc: text.append("Z")
        case .unknown: text.append("-00:00")
        case .missing: break
        case .minutes(let minutes):
            text.append(minutes < 0 ? "-" : "+")
            text.append(Int(minutes.magnitude) / 60, digits: 2)
            text.append(":")
            text.append(Int(minutes.magnitude) % 60, digits: 2)
        }
        return text.string
    }
}

nonisolated extension MartletRuntime.DateTime: Codable {
    /// Decodes a string in the format of RFC 3339.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let moment = MartletRuntime.DateTime(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "not a date and time such as 2026-11-24T08:47:00Z"
            )
        }
        self = moment
    }

    /// Encodes a string in the format of RFC 3339.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

public typealias DateTime = MartletRuntime.DateTime

"""#),
        ("DateTimeText", #"""
nonisolated extension MartletRuntime {
    /// A reader and writer of date and time texts.
    struct DateTimeText {
        private var bytes: [UInt8]
        private var position = 0

        /// Creates a reader of a text.
        init(_ text: String) { bytes = Array(text.utf8) }

        /// Creates a writer.
        init() {
            bytes = []
            bytes.reserveCapacity(35)
        }

        /// Whether the whole text has been read.
        var isAtEnd: Bool { position == bytes.count }

        /// The text written so far.
        var string: String { String(decoding: bytes, as: UTF8.self) }

        // MARK: - Reading

        /// Reads a date; `nil` if there is none, or if it does not exist.
        mutating func readDate() -> CalendarDate? {
            guard let year = readNumber(digits: 4, upTo: 9999), skip("-"), let month = readNumber(digits: 2, upTo: 12),
                skip("-"), let day = readNumber(digits: 2, upTo: 31)
            else { return nil }
            return CalendarDate(year: year, month: month, day: day)
        }

        /// Reads a number with an exact number of digits; `nil` if there is none, or if it is too large.
        mutating func readNumber(digits: Int, upTo largest: Int) -> Int? {
            guard position + digits <= bytes.count else { return nil }
            var number = 0
            for byte in bytes[position..<position + digits] {
                guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
                number = number * 10 + Int(byte - UInt8(ascii: "0"))
            }
            position += digits
            return number <= largest ? number : nil
        }

        /// Skips one of the characters if it is next; returns whether it was.
        mutating func skip(_ characters: Unicode.Scalar...) -> Bool {
            guard position < bytes.count, characters.contains(where: { $0.value == UInt32(bytes[position]) }) else {
                return false
            }
            position += 1
            return true
        }

        /// Reads a decimal point and digits, if there is a point; `nil` if no digit follows it. Digits after the ninth are
        /// dropped.
        mutating func readFraction() -> (nanoseconds: Int32, digits: UInt8)? {
            guard skip(".") else { return (0, 0) }
            var nanoseconds: Int32 = 0
            var digits: UInt8 = 0
            let start = position
            while position < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[position]) {
                if digits < 9 {
                    nanoseconds = nanoseconds * 10 + Int32(bytes[position] - UInt8(ascii: "0"))
                    digits += 1
                }
                position += 1
            }
            guard position > start else { return nil }
            for _ in digits..<9 { nanoseconds *= 10 }
            return (nanoseconds, digits)
        }

        // MARK: - Writing

        mutating func append(_ text: StaticString) {
            text.withUTF8Buffer { bytes.append(contentsOf: $0) }
        }

        /// Writes a number with leading zeros.
        mutating func append(_ number: Int, digits: Int) {
            var divisor = 1
            for _ in 1..<digits { divisor *= 10 }
            while divisor > 0 {
                bytes.append(UInt8(ascii: "0") + UInt8(number / divisor % 10))
                divisor /= 10
            }
        }

        mutating func append(_ date: CalendarDate) {
            append(date.year, digits: 4)
            append("-")
            append(date.month, digits: 2)
            append("-")
            append(date.day, digits: 2)
        }

        /// Writes a decimal point and the given number of digits of a fraction in nanoseconds; nothing for zero digits.
        mutating func append(fraction nanoseconds: Int, digits: Int) {
            guard digits > 0 else { return }
            append(".")
            var shortened = nanoseconds
            for _ in digits..<9 { shortened /= 10 }
            append(shortened, digits: digits)
        }
    }
}

"""#),
        ("DecimalText", #"""
public import Foundation

nonisolated extension MartletRuntime {
    /// A decimal number that is written as text, such as `"12.50"`: a string with the format `decimal` for which the
    /// configuration sets the type `Decimal`.
    public struct DecimalText: Hashable, Sendable {
        /// The number.
        public var value: Decimal

        /// Creates the text of a number.
        public init(_ value: Decimal = 0) { self.value = value }
    }
}

nonisolated extension MartletRuntime.DecimalText: Comparable {
    /// Returns whether a number is less than another.
    public static func < (left: MartletRuntime.DecimalText, right: MartletRuntime.DecimalText) -> Bool { left.value < right.value }
}

nonisolated extension MartletRuntime.DecimalText: ExpressibleByIntegerLiteral {
    /// Creates the text of an integer.
    public init(integerLiteral value: Int) { self.init(Decimal(value)) }
}

nonisolated extension MartletRuntime.DecimalText: LosslessStringConvertible {
    /// Creates a number from a text such as `12.50` or `1e3`; `nil` for any other text.
    public init?(_ description: String) {
        // `Decimal` also takes a text that only begins with a number.
        guard description.utf8.allSatisfy("+-.0123456789eE".utf8.contains), Double(description) != nil,
            let value = Decimal(string: description), value.isFinite
        else { return nil }
        self.init(value)
    }

    /// The number as text, such as `12.5`.
    public var description: String { value.description }
}

nonisolated extension MartletRuntime.DecimalText: Codable {
    /// Decodes a string such as `"12.50"`, or a number.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let number = try? container.decode(Decimal.self) {
            self.init(number)
        } else if let value = MartletRuntime.DecimalText(try container.decode(String.self)) {
            self = value
        } else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a decimal number")
        }
    }

    /// Encodes a string such as `"12.5"`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

public typealias DecimalText = MartletRuntime.DecimalText

"""#),
        ("DecodedStream", #"""
import Foundation

nonisolated extension MartletRuntime {
    /// A response body whose records are decoded as they arrive.
    struct DecodedStream: Sendable {
        /// The operation, for error messages.
        let request: ApiClient.Request
        let body: HTTPResponse.Stream.Body
        /// The media type of the response.
        let type: MediaType
        let maxRecordBytes: Int
        let redaction: Redaction
        let mode: Configuration.DecodingMode
        /// The maximum nesting depth of arrays and objects.
        let maxDepth: Int
        /// The problems of elements that lenient decoding left out so far.
        var issues = Locked<[Configuration.DecodingMode.Issue]>([])

        /// A function that waits and sends the request again, with the identifier of the last event; it returns
        /// `nil` if the server declines with status 204. `nil` if the request must not be repeated.
        var reopen: (@Sendable (_ lastEventID: String?, _ wait: Duration) async throws -> DecodedStream?)?

        /// Decodes a record; returns `nil` if lenient decoding leaves it out.
        /// - Throws: ``ApiError`` of kind `decoding` that names the record by its index in the stream.
        func decoded<Value: Decodable>(_ record: [UInt8], _ index: Int) throws -> Value? {
            let data = Data(record)
            do {
                guard mode == .lenient else {
                    return try JSONDocument.decode(Value.self, from: data, maxDepth: maxDepth)
                }
                var decoding = LenientDecoding(data, redaction, maxDepth: maxDepth)
                let value = try decoding.decode(Value.self)
                for issue in decoding.issues { add(issue, at: index) }
                return value
            } catch {
                if mode == .lenient, let error = error as? DecodingError,
                    issues.withLock(\.count) < LenientDecoding.maxIssues
                {
                    add(
                        Configuration.DecodingMode.Issue(path: "", message: redaction.reason(of: error, in: data)),
                        at: index)
                    return nil
                }
                throw ApiError(
                    .decoding,
                    "\(request) sent an unexpected value at index \(index): \(redaction.reason(of: error, in: data))",
                    delivery: .answered,
                    underlying: error
                )
            }
        }

        private func add(_ issue: Configuration.DecodingMode.Issue, at index: Int) {
            let path = "[\(index)]" + (issue.path.isEmpty ? "" : ".\(issue.path)")
            issues.withLock {
                $0.append(Configuration.DecodingMode.Issue(path: path, message: "[\(index)]: \(issue.message)"))
            }
        }

        /// The error for a value that may be incomplete: `12` may be the beginning of `123`.
        func truncated(at index: Int) -> ApiError {
            ApiError(.decoding, "\(request) sent an incomplete value at index \(index)", delivery: .answered)
        }
    }
}

nonisolated extension MartletRuntime.DecodedStream {
    /// Creates the stream of a complete response without a request, for tests.
    init(_ response: MartletRuntime.HTTPResponse) {
        request = MartletRuntime.ApiClient.Request(.get, "/")
        body = MartletRuntime.HTTPResponse.Stream.Body(response.body)
        type = MartletRuntime.MediaType(response.headers["Content-Type"] ?? "")
        maxRecordBytes = .max
        redaction = MartletRuntime.Redaction(secrets: [])
        mode = .strict
        maxDepth = MartletRuntime.JSONDocument.defaultMaxDepth
    }
}

nonisolated extension MartletRuntime.ApiClient {
    /// Sends a request whose successful response is a stream of events, and returns when the response's head has
    /// arrived.
    ///
    /// - Throws: `CancellationError` if the task was cancelled; otherwise ``ApiError``. Reading the events throws the
    ///   same errors.
    public func events<Payload>(
        _ request: Request,
        options: MartletRuntime.RequestOptions
    ) async throws -> MartletRuntime.ApiResponse<MartletRuntime.ServerSentEvents<Payload>> {
        try await records(request, options).map { MartletRuntime.ServerSentEvents($0) }
    }

    /// Sends a request whose successful response is a sequence of JSON values, and returns when the response's head has
    /// arrived.
    ///
    /// - Throws: `CancellationError` if the task was cancelled; otherwise ``ApiError``. Reading the values throws the
    ///   same errors.
    public func sequence<Element>(
        _ request: Request,
        options: MartletRuntime.RequestOptions
    ) async throws -> MartletRuntime.ApiResponse<MartletRuntime.JSONSequence<Element>> {
        try await records(request, options).map { MartletRuntime.JSONSequence($0) }
    }

    private func records(_ request: Request, _ options: MartletRuntime.RequestOptions) async throws -> MartletRuntime.ApiResponse<MartletRuntime.DecodedStream> {
        let call = try call(request, options, isStreaming: true)
        let sleep = configuration.environment.sleep
        return try await call.runStreaming(savingTo: options.saveTo).response { stream in
            var decoded = MartletRuntime.DecodedStream(
                request: request,
                body: stream.body,
                type: MartletRuntime.MediaType(stream.headers["Content-Type"] ?? request.accept.first ?? ""),
                maxRecordBytes: options.maxResponseBytes ?? configuration.maxResponseBytes,
                redaction: request.hidesResult ? call.redaction.hidingBodies : call.redaction,
                mode: options.decoding ?? configuration.decoding,
                maxDepth: configuration.maxNestingDepth
            )
            if request.method.isIdempotent {
                decoded.reopen = { id, wait in
                    try await sleep(wait)
                    var options = options
                    options.saveTo = nil
                    if let id, !id.isEmpty { options.headers["Last-Event-ID"] = id }
                    let response = try await records(request, options)
                    return response.statusCode == 204 ? nil : response.body
                }
            }
            return decoded
        }
    }
}

nonisolated extension MartletRuntime.Call {
    /// Sends the request and returns a successful response, whose body comes from the file if there is one.
    fileprivate func runStreaming(savingTo file: URL?) async throws -> MartletRuntime.HTTPResponse.Stream {
        guard let file else { return try await runStreaming(isTyped: true) }
        let (response, _) = try await save(to: file, isTyped: true, keepsJSON: false, progress: nil)
        let reader = MartletRuntime.Locked(MartletRuntime.HTTPBodyReader(try MartletRuntime.HTTPBody(file: file)))
        let parts = AsyncThrowingStream { try reader.withLock { try $0.next(upTo: 1 << 16) } }
        return MartletRuntime.HTTPResponse.Stream(
            statusCode: response.statusCode,
            headers: response.headers,
            body: MartletRuntime.HTTPResponse.Stream.Body(parts)
        )
    }
}

nonisolated extension MartletRuntime.HTTPResponse.Stream {
    /// Returns the caller's response, without the bytes of the body.
    func response<Body>(_ body: (Self) -> Body) -> MartletRuntime.ApiResponse<Body> {
        MartletRuntime.ApiResponse(body: body(self), statusCode: statusCode, headers: headers, rawBody: Data())
    }
}

nonisolated extension MartletRuntime.ApiResponse {
    /// Returns the response with a transformed body.
    func map<Other>(_ transform: (Body) -> Other) -> MartletRuntime.ApiResponse<Other> {
        MartletRuntime.ApiResponse<Other>(
            body: transform(body),
            statusCode: statusCode,
            headers: headers,
            rawBody: rawBody,
            issues: issues
        )
    }
}

"""#),
        ("DecodedValues", #"""
nonisolated extension MartletRuntime {
    /// A cache of values that have been decoded as one of several types, including failures.
    ///
    /// Each type of a union decodes its properties, and the types often have properties in common. Without a cache, each
    /// nested union would multiply the decoding time.
    final class DecodedValues: Sendable {
        private struct Key: Hashable {
            let index: Int
            let type: ObjectIdentifier
        }

        /// The cached values; `nil` for a value that is not of the type.
        private let values = Locked<[Key: (any Sendable)?]>([:])
        /// The values that match none of a union's types, with the union.
        private let unrecognized = Locked<Set<Key>>([])

        /// Returns the value at a node index as a type, decoding it on first use; `nil` if it is not of the type.
        func value<Value>(at index: Int, _ decode: () -> Value?) -> Value? {
            let key = Key(index: index, type: ObjectIdentifier(Value.self))
            if let known = values.withLock({ $0[key] }) { return (known as? Box<Value>)?.value }
            let value = decode()
            values.withLock { $0[key] = .some(value.map { Box($0) }) }
            return value
        }

        /// Records that the value at a node index matches none of a union's types.
        func noteUnrecognized(at index: Int, as union: any ApiModel.OpenUnion.Type) {
            unrecognized.withLock { _ = $0.insert(Key(index: index, type: ObjectIdentifier(union))) }
        }

        /// Whether the value at a node index, which has been decoded as a union, matches none of the union's types.
        func isUnrecognized(at index: Int, as union: any ApiModel.OpenUnion.Type) -> Bool {
            unrecognized.withLock { $0.contains(Key(index: index, type: ObjectIdentifier(union))) }
        }

        /// A decoded value. It is used only by the decoder that created it, on its thread.
        private struct Box<Value>: @unchecked Sendable {
            let value: Value

            init(_ value: Value) { self.value = value }
        }
    }
}

"""#),
        ("DecodingError+Sentence", #"""
import Foundation

nonisolated extension DecodingError {
    /// Returns a description of the error, with its location and the JSON there, such as `items[1]._id is missing among
    /// "name", "role"`.
    ///
    /// A successful response may contain a secret that the configuration does not know, such as a new token. For
    /// objects, therefore, only the names of members are shown. Strings are not shown where a string is expected, or
    /// under a name that suggests a secret. Of a secret property, only the name is shown.
    ///
    /// - Parameters:
    ///   - data: The JSON text.
    ///   - redaction: Replaces secrets in values before they are cut; it does not apply to the rest of the description.
    func sentence(about data: Data, _ redaction: MartletRuntime.Redaction) -> String {
        let place = path.text(hiding: redaction.properties)
        let isSecret = redaction.hidesBodies || path.contains { redaction.properties.contains($0.stringValue) }
        let document = isSecret ? nil : try? MartletRuntime.JSONDocument(data)
        switch self {
        case .keyNotFound where isSecret: return "\(place) lacks a member"
        case .keyNotFound(let key, let context):
            let there = document?.names(at: context.codingPath).map { " among \($0)" } ?? ""
            return "\((context.codingPath + [key]).text) is missing\(there)"
        case .valueNotFound: return "\(place) is null"
        case .typeMismatch(let type, let context):
            let isScalar = type == Bool.self || type is any Numeric.Type
            let there = document?.fragment(at: context.codingPath, showsText: isScalar, redaction)
            return "\(place) is not of type \(type)\(there.map { ": \($0)" } ?? "")"
        case .dataCorrupted where isSecret: return "\(place) does not match the document"
        case .dataCorrupted(let context):
            let there = document?.fragment(at: context.codingPath, showsText: true, redaction)
            let fragment = context.codingPath.isEmpty ? "" : there.map { ": \($0)" } ?? ""
            return "\(place): \(context.debugDescription)\(fragment)"
        @unknown default: return "it does not match the document"
        }
    }

    /// The path of the error; if something is missing, the path of its container.
    var path: [any CodingKey] {
        switch self {
        case .keyNotFound(_, let context), .valueNotFound(_, let context), .typeMismatch(_, let context),
            .dataCorrupted(let context):
            context.codingPath
        @unknown default: []
        }
    }
}

nonisolated extension [any CodingKey] {
    /// The path in the syntax of a program: `items[1]._id`.
    var text: String { text(hiding: []) }

    /// Returns the path without names inside of secret properties.
    ///
    /// - Parameter secretProperties: The names of secret properties.
    func text(hiding secretProperties: Set<String>) -> String {
        guard !isEmpty else { return "the body" }
        var text = ""
        var isSecret = false
        for key in self {
            if let index = key.intValue {
                text += "[\(index)]"
            } else {
                let name = isSecret ? MartletRuntime.Redaction.placeholder : key.stringValue
                text += text.isEmpty ? name : ".\(name)"
                isSecret = isSecret || secretProperties.contains(key.stringValue)
            }
        }
        return text
    }

    /// Whether a name in the path suggests a secret.
    fileprivate var soundsSecret: Bool {
        contains { key in
            let name = key.stringValue.lowercased()
            return ["token", "secret", "passw", "key", "credential", "auth"].contains(where: name.contains)
        }
    }
}

nonisolated extension MartletRuntime.JSONDocument {
    /// Returns the names of an object's first members; `nil` if there is no object.
    fileprivate func names(at path: [any CodingKey]) -> String? {
        guard let index = node(at: path) else { return nil }
        let names = members(of: index).map { String(decoding: text(in: range(of: $0.name)), as: UTF8.self) }
        return names.isEmpty ? nil : names.prefix(8).joined(separator: ", ") + (names.count > 8 ? ", …" : "")
    }

    /// Returns a short excerpt of the value at a path; `nil` if it must not be shown or does not exist.
    fileprivate func fragment(
        at path: [any CodingKey],
        showsText: Bool,
        _ redaction: MartletRuntime.Redaction
    ) -> String? {
        guard let index = node(at: path) else { return nil }
        switch nodes[index].kind {
        case .object: return "{\(names(at: path) ?? "")}"
        case .array: return "an array of \(elements(of: index).count)"
        case let kind where kind.isString && !showsText: return "a text"
        // A top-level scalar has no name that indicates whether it is a secret.
        case _ where path.isEmpty || path.soundsSecret: return nil
        default: return redaction.excerpt(of: text(in: range(of: index)), limit: 40)
        }
    }
}

nonisolated extension MartletRuntime.Redaction {
    /// Returns why a body could not be decoded, without secrets.
    func reason(of error: any Error, in body: Data) -> String {
        let sentence = (error as? DecodingError)?.sentence(about: body, self)
        return excerpt(of: (sentence ?? error.localizedDescription).utf8)
    }
}

"""#),
        ("DecodingMode+Issue", #"""
nonisolated extension MartletRuntime.Configuration.DecodingMode {
    /// The problem of an element that lenient decoding left out.
    public struct Issue: Sendable, Hashable {
        /// The path of the element in the body, such as `items[3]`.
        public let path: String

        /// A description of the problem, such as `items[3]._id is missing among "name"`. It contains no strings of the
        /// body.
        public let message: String
    }
}

nonisolated extension MartletRuntime.Configuration.DecodingMode.Issue: CustomStringConvertible {
    /// The same text as ``message``.
    public var description: String { message }
}

"""#),
        ("DeflateBlock", #"""
nonisolated extension MartletRuntime {
    /// A block of compressed data with dynamic Huffman codes (RFC 1951, section 3.2.7).
    struct DeflateBlock {
        /// A byte, or a reference to earlier bytes.
        private struct Symbol {
            /// The byte, or the length of the earlier bytes.
            let value: UInt16
            /// The distance back to the earlier bytes; 0 for a byte.
            let distance: UInt16
        }

        private var symbols: [Symbol] = []

        /// The maximum distance of a reference.
        static let maxDistance = 1 << 15 - 1
        private static let lengths = 3...258
        /// The maximum number of earlier positions that are tried for a reference.
        private static let maxTries = 32
        private static let endOfBlock = 256

        /// Finds the bytes of a block that occur earlier in the block, or in the bytes before it.
        init(_ block: [UInt8], after history: [UInt8]) {
            let bytes = history + block
            symbols.reserveCapacity(block.count / 3)
            // The last position of each hash of three bytes, and for each position the previous one with the same hash.
            var last = [Int32](repeating: -1, count: 1 << 15)
            var previous = [Int32](repeating: -1, count: bytes.count)
            bytes.withUnsafeBufferPointer { bytes in
                func note(_ place: Int) {
                    guard place + 2 < bytes.count else { return }
                    let hash = Self.hash(bytes, place)
                    previous[place] = last[hash]
                    last[hash] = Int32(place)
                }
                for place in 0..<history.count { note(place) }
                var place = history.count
                while place < bytes.count {
                    var length = 0
                    var distance = 0
                    if place + 2 < bytes.count {
                        let limit = min(Self.lengths.upperBound, bytes.count - place)
                        var candidate = Int(last[Self.hash(bytes, place)])
                        var tries = 0
                        while candidate >= 0, place - candidate <= Self.maxDistance, tries < Self.maxTries, length < limit {
                            var count = 0
                            while count < limit, bytes[candidate + count] == bytes[place + count] { count += 1 }
                            if count > length { (length, distance) = (count, place - candidate) }
                            candidate = Int(previous[candidate])
                            tries += 1
                        }
                    }
                    if length >= Self.lengths.lowerBound {
                        symbols.append(Symbol(value: UInt16(length), distance: UInt16(distance)))
                    } else {
                        symbols.append(Symbol(value: UInt16(bytes[place]), distance: 0))
                        length = 1
                    }
                    for _ in 0..<length {
                        note(place)
                        place += 1
                    }
                }
            }
        }

        private static func hash(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Int {
            let value = UInt32(bytes[place]) | UInt32(bytes[place + 1]) << 8 | UInt32(bytes[place + 2]) << 16
            return Int((value &* 0x9E37_79B1) >> 17)
        }

        /// Writes the block, which is not the last one.
        func write(to output: inout DeflateOutput) {
            var counts = [Int](repeating: 0, count: 286)
            var distanceCounts = [Int](repeating: 0, count: 30)
            counts[Self.endOfBlock] = 1
            for symbol in symbols {
                counts[Self.code(symbol).code] += 1
                if symbol.distance > 0 { distanceCounts[Self.distance(symbol).code] += 1 }
            }
            let code = HuffmanCode(counts, maxLength: 15)
            let distanceCode = HuffmanCode(distanceCounts, maxLength: 15)
            output.write(0b100, count: 3)
            Self.write([code, distanceCode], to: &output)
            for symbol in symbols {
                let (number, extra, bits) = Self.code(symbol)
                code.write(number, to: &output)
                output.write(extra, count: bits)
                guard symbol.distance > 0 else { continue }
                let (distance, more, count) = Self.distance(symbol)
                distanceCode.write(distance, to: &output)
                output.write(more, count: count)
            }
            code.write(Self.endOfBlock, to: &output)
        }

        /// Writes the lengths of the two codes, which are compressed themselves. Only runs of zeros are shortened.
        private static func write(_ codes: [HuffmanCode], to output: inout DeflateOutput) {
            let minima = [257, 1]
            let used = zip(codes, minima).map { code, minimum in
                max(minimum, (code.lengths.lastIndex { $0 > 0 } ?? 0) + 1)
            }
            let lengths = zip(codes, used).flatMap { code, count in code.lengths[..<count] }
            var items: [(symbol: Int, extra: UInt32, bits: Int)] = []
            var place = 0
            while place < lengths.count {
                let zeros = min(138, lengths[place...].prefix { $0 == 0 }.count)
                switch zeros {
                case 11...: items.append((18, UInt32(zeros - 11), 7))
                case 3...: items.append((17, UInt32(zeros - 3), 3))
                default: items.append((Int(lengths[place]), 0, 0))
                }
                place += zeros >= 3 ? zeros : 1
            }
            var counts = [Int](repeating: 0, count: 19)
            for item in items { counts[item.symbol] += 1 }
            let code = HuffmanCode(counts, maxLength: 7)
            let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
            output.write(UInt32(used[0] - 257), count: 5)
            output.write(UInt32(used[1] - 1), count: 5)
            output.write(UInt32(order.count - 4), count: 4)
            for symbol in order { output.write(UInt32(code.lengths[symbol]), count: 3) }
            for item in items {
                code.write(item.symbol, to: &output)
                output.write(item.extra, count: item.bits)
            }
        }

        /// Returns the code of a byte or of a length, with its extra bits (RFC 1951, section 3.2.5).
        private static func code(_ symbol: Symbol) -> (code: Int, extra: UInt32, bits: Int) {
            let value = Int(symbol.value)
            if symbol.distance == 0 { return (value, 0, 0) }
            if value == lengths.upperBound { return (285, 0, 0) }
            let rest = value - lengths.lowerBound
            if rest < 8 { return (257 + rest, 0, 0) }
            let bits = rest.bitWidth - 1 - rest.leadingZeroBitCount - 2
            return (257 + 4 * (bits + 1) + (rest >> bits & 3), UInt32(rest & (1 << bits - 1)), bits)
        }

        /// Returns the code of a distance, with its extra bits.
        private static func distance(_ symbol: Symbol) -> (code: Int, extra: UInt32, bits: Int) {
            let rest = Int(symbol.distance) - 1
            if rest < 4 { return (rest, 0, 0) }
            let bits = rest.bitWidth - 1 - rest.leadingZeroBitCount - 1
            return (2 * (bits + 1) + (rest >> bits & 1), UInt32(rest & (1 << bits - 1)), bits)
        }
    }
}

"""#),
        ("DelegateQueue", #"""
#if canImport(FoundationNetworking)
    import Foundation

nonisolated extension MartletRuntime {
        /// An operation queue that calls the delegate of FoundationNetworking immediately, on the thread that reads from
        /// the sockets.
        ///
        /// On a regular queue, FoundationNetworking keeps reading even if its delegate falls behind, and stores all data in
        /// operations: a fast server fills the memory before a limit can take effect. With this queue, FoundationNetworking
        /// waits for its delegate. The delegate must therefore not wait for FoundationNetworking; calls that could do so go
        /// through ``SessionCalls``. The class has no state of its own.
        final class DelegateQueue: OperationQueue, @unchecked Sendable {
            /// Runs an operation immediately.
            override func addOperation(_ block: @escaping @Sendable () -> Void) { block() }
        }
}

#endif

"""#),
        ("Duration+Seconds", #"""
nonisolated extension Duration {
    /// The duration, limited to a year: timers overflow long before `Duration` does.
    var bounded: Duration { min(self, .seconds(365 * 24 * 3600)) }

    /// The duration in seconds, limited to a year.
    var boundedSeconds: Double {
        let (seconds, attoseconds) = bounded.components
        return Double(seconds) + Double(attoseconds) * 1e-18
    }

    /// The duration as text with millisecond precision, such as `0.3 seconds`.
    var text: String {
        let milliseconds = (boundedSeconds * 1000).rounded()
        return "\(milliseconds / 1000) seconds"
    }
}

"""#),
        ("ElementIndex", #"""
nonisolated extension MartletRuntime {
    /// The index of an array element as a coding key.
    struct ElementIndex: CodingKey {
        private let index: Int

        /// Creates a key for a zero-based index.
        init(_ index: Int) { self.index = index }

        /// The index.
        var intValue: Int? { index }

        /// The index in digits.
        var stringValue: String { "\(index)" }

        /// Creates a key for an index.
        init?(intValue: Int) { index = intValue }

        /// Always `nil`: elements have no names.
        init?(stringValue: String) { nil }
    }
}

"""#),
        ("EntityTags", #"""
nonisolated extension MartletRuntime.HTTPHeaders {
    /// The entity tag of a response, which identifies a version of its content (RFC 9110, section 8.8.3).
    public var entityTag: String? { self["ETag"] }
}

nonisolated extension MartletRuntime.RequestOptions {
    /// Options for a call that succeeds only if the server's version differs from this one (RFC 9110, section 13.1.2).
    /// Otherwise, it throws an ``ApiError`` of kind `notModified`.
    public static func ifNoneMatch(_ entityTag: String) -> MartletRuntime.RequestOptions {
        MartletRuntime.RequestOptions(headers: ["If-None-Match": entityTag])
    }

    /// Options for a call that succeeds only if the server still has this version (RFC 9110, section 13.1.1).
    /// Otherwise, it fails with status 412. This prevents lost updates.
    public static func ifMatch(_ entityTag: String) -> MartletRuntime.RequestOptions {
        MartletRuntime.RequestOptions(headers: ["If-Match": entityTag])
    }
}

nonisolated extension MartletRuntime.Middleware {
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
    public static func entityTags(capacity: Int = 100) -> MartletRuntime.Middleware {
        let kept = MartletRuntime.Locked<MartletRuntime.KeptResponses>(MartletRuntime.KeptResponses(capacity: capacity))
        return MartletRuntime.Middleware { request, next in
            guard request.method == .get, ["If-None-Match", "Range"].allSatisfy({ request.headers[$0] == nil }) else {
                return try await next(request)
            }
            let known = kept.withLock { $0.response(to: request) }
            var conditional = request
            if let known { conditional.headers["If-None-Match"] = known.headers.entityTag }
            let response = try await next(conditional)
            if response.statusCode == 304, var known {
                known.headers.replace(with: response.headers)
                return MartletRuntime.HTTPResponse.Stream(known)
            }
            if let complete = response.complete { kept.withLock { $0.keep(complete, to: request) } }
            return response
        }
    }
}

nonisolated extension MartletRuntime {
    /// Cached responses with entity tags, the oldest first.
    fileprivate struct KeptResponses {
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
}

nonisolated extension MartletRuntime.HTTPResponse {
    /// Whether a response to one request can be used for another request to the same URL: both requests have the same
    /// `Accept` header, and the same values of the headers that the response names in `Vary` (RFC 9111, section 4.1).
    fileprivate func answers(_ request: MartletRuntime.HTTPRequest, as other: MartletRuntime.HTTPRequest) -> Bool {
        let names = headers.values(of: "Vary").flatMap { $0.split { ", ".contains($0) } }.map(String.init)
        return !names.contains("*")
            && (names + ["Accept"]).allSatisfy { request.headers[$0] == other.headers[$0] }
    }
}

"""#),
        ("Environment", #"""
import Foundation

nonisolated extension MartletRuntime {
    /// The clocks and random sources of a client, replaceable in tests.
    struct Environment: Sendable {
        /// The current time of the clock that deadlines are measured with.
        var now: @Sendable () -> ContinuousClock.Instant = { .now }

        /// Waits for a duration; throws if the task is cancelled meanwhile.
        var sleep: @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }

        /// The current date, for comparison with dates that servers send.
        var date: @Sendable () -> Date = { Date() }

        /// A random number in `0..<1`.
        var random: @Sendable () -> Double = { .random(in: 0..<1) }

        /// A random UUID.
        var uuid: @Sendable () -> UUID = { .randomVersion4() }

        /// Creates the real environment.
        init() {}
    }
}

nonisolated extension UUID {
    /// A UUID of version 4 (RFC 9562, section 5.4). On Linux, `UUID()` opens a file on each call.
    fileprivate static func randomVersion4() -> UUID {
        let version: UInt64 = 0x4000
        let variant: UInt64 = 0x8000_0000_0000_0000
        let halves = (
            (UInt64.random(in: 0...(.max)) & ~0xF000 | version).bigEndian,
            (UInt64.random(in: 0...(.max)) & ~0xC000_0000_0000_0000 | variant).bigEndian
        )
        return withUnsafeBytes(of: halves) { UUID(uuid: $0.loadUnaligned(as: uuid_t.self)) }
    }
}

"""#),
        ("Error+Path", #"""
nonisolated extension Error {
    /// The same error with a key in front of its path.
    func within(_ key: any CodingKey) -> any Error {
        guard case .invalidValue(let value, let context)? = self as? EncodingError else { return self }
        return EncodingError.invalidValue(
            value,
            .init(
                codingPath: [key] + context.codingPath,
                debugDescription: context.debugDescription,
                underlyingError: context.underlyingError
            )
        )
    }
}

"""#),
        ("EventParser", #"""
import Foundation

nonisolated extension MartletRuntime {
    /// A server-sent event before its data is decoded.
    struct RawEvent: Equatable {
        var name = ""
        var data: [UInt8] = []
        var id: String?
        var retry: Int64?
    }

    /// A parser of event streams (HTML Standard, section 9.2.6, Interpreting an event stream).
    struct EventParser: RecordParser {
        private var line: [UInt8] = []
        private var event = RawEvent()
        private var hasData = false
        private var isAfterReturn = false
        private var isAtStart = true

        mutating func parse(_ part: Data, _ found: (RawEvent) -> Void) {
            for byte in part {
                defer { isAfterReturn = byte == UInt8(ascii: "\r") }
                switch byte {
                case UInt8(ascii: "\n") where isAfterReturn: break
                case UInt8(ascii: "\n"), UInt8(ascii: "\r"): endLine(found)
                default: line.append(byte)
                }
            }
        }

        /// An incomplete event at the end of the stream is discarded.
        mutating func finish(_ found: (RawEvent) -> Void) {}

        var pendingBytes: Int { line.count + event.data.count }

        private mutating func endLine(_ found: (RawEvent) -> Void) {
            if isAtStart, line.starts(with: [0xEF, 0xBB, 0xBF]) { line.removeFirst(3) }
            isAtStart = false
            defer { line.removeAll(keepingCapacity: true) }
            guard !line.isEmpty else { return endEvent(found) }
            let name = line.prefix { $0 != UInt8(ascii: ":") }
            var value = line.dropFirst(name.count + 1)
            if value.first == UInt8(ascii: " ") { value = value.dropFirst() }
            switch String(decoding: name, as: UTF8.self) {
            case "event": event.name = String(decoding: value, as: UTF8.self)
            case "data":
                if hasData { event.data.append(UInt8(ascii: "\n")) }
                event.data += value
                hasData = true
            case "id" where !value.contains(0): event.id = String(decoding: value, as: UTF8.self)
            // Only digits are valid; `Int` would accept a sign as well.
            case "retry" where value.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }:
                event.retry = UInt32(String(decoding: value, as: UTF8.self)).map { Int64($0) } ?? event.retry
            default: break
            }
        }

        private mutating func endEvent(_ found: (RawEvent) -> Void) {
            // An identifier applies to all events until the next identifier. Fields that arrive without an event are
            // delivered with the next event.
            defer {
                event = RawEvent(id: event.id, retry: hasData ? nil : event.retry)
                hasData = false
            }
            if hasData { found(event) }
        }
    }
}

"""#),
        ("Exchange", #"""
import Foundation
#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

nonisolated extension MartletRuntime {
    /// A single exchange over URLSession. It ends once, with the response, a time limit or cancellation, whichever is
    /// first. A lock protects it.
    final class Exchange: @unchecked Sendable {
        /// Calls URLSession.
        private let calls: SessionCalls
        /// Enforces the time limits.
        private let timekeeper: Timekeeper
        /// The file with the request's body, which must exist until the exchange has ended.
        private let file: UploadFile?
        /// The meter of the body's progress.
        private let meter: UploadMeter?

        /// Guards all properties below.
        private let lock = NSLock()
        private var watch: Watch
        private var receiver: (any ResponseReceiver)?
        private var task: URLSessionTask?
        private var hasHead = false
        private var isSuspended = false
        private var outcome: Result<Void, any Error>?

        /// Whether the task is about to complete by itself and must no longer be cancelled.
        private var isTransferOver = false

        /// Creates an exchange that has not started.
        /// - Parameter watch: The running time limits.
        init(
            _ watch: Watch,
            _ file: UploadFile?,
            _ meter: UploadMeter?,
            calls: SessionCalls,
            timekeeper: Timekeeper
        ) {
            self.watch = watch
            self.file = file
            self.meter = meter
            self.calls = calls
            self.timekeeper = timekeeper
        }

        /// Starts the exchange for `receiver`, unless it has already been cancelled. Time limits apply even if URLSession
        /// is busy.
        func start(_ request: HTTPRequest, _ receiver: any ResponseReceiver, in sessions: Sessions) {
            let (earlyEnd, next) = lock.withLock {
                if outcome == nil { self.receiver = receiver }
                return (outcome, watch.next)
            }
            if case .failure(let error) = earlyEnd { return receiver.end(error) }
            if let next { timekeeper.watch(self, from: next) }
            calls.perform { [self] in
                guard lock.withLock({ outcome == nil }) else { return }
                do {
                    let task = try sessions.task(for: request, file, self)
                    let isOver = lock.withLock {
                        self.task = task
                        return outcome != nil
                    }
                    if isOver { calls.later { task.cancel() } } else { task.resume() }
                } catch {
                    finish(.failure(error))
                }
            }
        }

        /// Receives the head of the response.
        func receive(_ head: HTTPURLResponse) {
            // FoundationNetworking delivers interim responses too (RFC 9110, section 15.2).
            guard head.statusCode >= 200 else { return }
            attempt { receiver in
                guard !hasHead else { return }
                hasHead = true
                try receiver.receive(statusCode: head.statusCode, headers: HTTPHeaders(head))
                if receiver.isStreaming { watch.noteHead() }
            }
        }

        /// Receives a part of the body.
        func receive(_ data: Data) {
            attempt { receiver in
                try receiver.receive(data)
                #if !canImport(FoundationNetworking)
                    // FoundationNetworking cannot pause: it would restart the request.
                    guard !isSuspended, receiver.isFull else { return }
                    isSuspended = true
                    watch.pause()
                    calls.later { [task] in task?.suspend() }
                #endif
            }
        }

        /// Records how much of the request's body has been sent.
        func noteSent(_ count: Int64) {
            lock.withLock { watch.noteActivity(.now) }
            meter?.set(Int(clamping: count))
        }

        /// Resumes the task after the reader has made room.
        func drain() {
            lock.withLock {
                guard isSuspended, outcome == nil else { return }
                isSuspended = false
                watch.resume(.now)
                calls.later { [task] in task?.resume() }
                if let next = watch.next { timekeeper.watch(self, from: next) }
            }
        }

        /// Returns whether the redirect may be declined. If so, the task completes with the redirect as its response.
        ///
        /// FoundationNetworking traps if a cancelled task receives an answer, and if an answered task is cancelled.
        /// Declining ends the task just as cancelling does, so only one of the two is needed.
        func mayDeclineRedirect() -> Bool {
            lock.withLock {
                guard outcome == nil else { return false }
                isTransferOver = true
                return true
            }
        }

        /// Ends the exchange with the response that asks for credentials, which FoundationNetworking would lose.
        func challenged(with response: HTTPURLResponse?) {
            lock.withLock { isTransferOver = true }
            complete(head: response)
        }

        /// Ends the exchange because the server is not trusted; the task then ends by itself.
        func reject(_ error: ApiError) {
            lock.withLock { isTransferOver = true }
            finish(.failure(error))
        }

        /// Ends the exchange with the result of the task.
        func complete(head: HTTPURLResponse?, error: (any Error)? = nil) {
            if let head, error == nil { receive(head) }
            lock.withLock { isTransferOver = true }
            finish(error.map { .failure($0) } ?? .success(()))
        }

        /// Ends the exchange as cancelled.
        func cancel() { finish(.failure(CancellationError())) }

        /// Ends the exchange because the transport is closed, which cancels the task.
        func close() {
            lock.withLock { isTransferOver = true }
            finish(.failure(ApiError.transportClosed))
        }

        private func attempt(_ action: (any ResponseReceiver) throws -> Void) {
            let result = lock.withLock {
                guard outcome == nil, let receiver else { return Result<Void, any Error>.success(()) }
                watch.noteActivity(.now)
                return Result { try action(receiver) }
            }
            if case .failure = result { finish(result) }
        }

        /// Ends the exchange if a time limit is exceeded.
        /// - Returns: The time of the next check; `nil` for none.
        func checkTime(_ now: ContinuousClock.Instant) -> ContinuousClock.Instant? {
            let (error, next) = lock.withLock { (watch.error(now), outcome == nil ? watch.next : nil) }
            guard let error else { return next }
            finish(.failure(error))
            return nil
        }

        private func finish(_ outcome: Result<Void, any Error>) {
            let (receiver, isTransferOver) = lock.withLock {
                guard self.outcome == nil else { return (nil as (any ResponseReceiver)?, true) }
                self.outcome = outcome
                return (self.receiver.take(), self.isTransferOver)
            }
            timekeeper.forget(self)
            // The file is removed before the caller continues, because the caller may end the process.
            file?.remove()
            if case .failure(let error) = outcome { receiver?.end(error) } else { receiver?.end(nil) }
            if !isTransferOver {
                calls.later { [self] in lock.withLock { task }?.cancel() }
            }
        }
    }
}

"""#),
        ("Exports", #"""
@_exported public import struct Foundation.Data
@_exported public import struct Foundation.Date
@_exported public import struct Foundation.Decimal
@_exported public import struct Foundation.URL
@_exported public import struct Foundation.UUID

"""#),
        ("FormEncoding", #"""
import Foundation

nonisolated extension MartletRuntime {
    /// The encoding of a form property (OpenAPI 3.2.0, section 4.15, Encoding Object).
    public struct FormEncoding: Sendable {
        let style: ParameterStyle?
        let explode: Bool
        let allowReserved: Bool
        let contentType: String?
        let headers: HTTPHeaders

        /// Returns an encoding by style, like that of a query parameter.
        public static func style(
            _ style: ParameterStyle = .form,
            explode: Bool = true,
            allowReserved: Bool = false
        ) -> FormEncoding {
            FormEncoding(style: style, explode: explode, allowReserved: allowReserved, contentType: nil, headers: [:])
        }

        /// Returns an encoding by media type: JSON for a JSON media type, and text otherwise.
        ///
        /// - Parameters:
        ///   - contentType: The media type; `nil` for the default of the value.
        ///   - headers: The headers of the part in a multipart form.
        public static func content(_ contentType: String?, headers: HTTPHeaders = [:]) -> FormEncoding {
            FormEncoding(style: nil, explode: true, allowReserved: false, contentType: contentType, headers: headers)
        }
    }

    /// The properties of a form with their encodings.
    struct FormFields {
        private let encoding: [String: FormEncoding]

        init(_ encoding: [String: FormEncoding]) { self.encoding = encoding }

        /// Returns the `name=value` pairs of `application/x-www-form-urlencoded`.
        ///
        /// Without an encoding, a scalar is text, an array one pair per element, and an object JSON (OpenAPI 3.0.4, section
        /// 4.8.14.4).
        /// - Parameter encode: A function that encodes a text for its place.
        func pairs(of form: ParameterTree, _ encode: (String) -> String) throws -> [String] {
            try members(of: form).flatMap { name, value in
                if let encoding = encoding[name], let style = encoding.style {
                    return try withoutActuallyEscaping(encode) { encode in
                        try StyledText(
                            style: style,
                            explode: encoding.explode,
                            encode: encoding.allowReserved ? PercentEncoding.reservedInQuery : encode
                        ).pairs(name, value)
                    }
                }
                return try texts(name, value).map { "\(encode(name))=\(encode($0))" }
            }
        }

        private func texts(_ name: String, _ value: ParameterTree) throws -> [String] {
            if let contentType = encoding[name]?.contentType, MediaType(contentType).isJSON {
                return [String(decoding: try value.json, as: UTF8.self)]
            }
            if case .array(let elements) = value { return try ParameterTree.present(elements).map { try $0.text } }
            return [try value.text]
        }

        /// Appends the properties to a multipart form, one part for each value and each element of an array.
        func append(_ form: ParameterTree, to parts: inout HTTPBody.MultipartForm) throws {
            for (name, value) in try members(of: form) {
                let encoding = encoding[name]
                if let encoding, let style = encoding.style {
                    // The first `=` separates name and value because the text is encoded up to this point; the part itself
                    // is not encoded.
                    let styled = StyledText(style: style, explode: encoding.explode, encode: PercentEncoding.strict)
                    for pair in try styled.pairs(name, value) {
                        let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                        let texts = sides.map { $0.removingPercentEncoding ?? String($0) }
                        parts.append(texts[0], texts.count == 2 ? texts[1] : "")
                    }
                } else if case .array(let elements) = value {
                    for element in ParameterTree.present(elements) { try append(name, element, encoding, to: &parts) }
                } else {
                    try append(name, value, encoding, to: &parts)
                }
            }
        }

        private func append(
            _ name: String,
            _ value: ParameterTree,
            _ encoding: FormEncoding?,
            to parts: inout HTTPBody.MultipartForm
        ) throws {
            let contentType = encoding?.contentType
            var headers = encoding?.headers ?? [:]
            switch value {
            case .file(let content):
                headers.replace(with: content.headers)
                try parts.append(
                    name,
                    body: content.body,
                    filename: content.filename ?? "file",
                    contentType: content.contentType ?? contentType ?? "application/octet-stream",
                    headers: headers
                )
            case .array, .object:
                try parts.append(
                    name,
                    body: HTTPBody(try value.json),
                    contentType: contentType ?? "application/json",
                    headers: headers
                )
            case .scalar:
                let isJSON = contentType.map { MediaType($0).isJSON } ?? false
                let body = isJSON ? try value.json : Data(try value.text.utf8)
                try parts.append(name, body: HTTPBody(body), contentType: contentType, headers: headers)
            }
        }

        /// Returns the members of a form that are present.
        private func members(of form: ParameterTree) throws -> [(name: String, value: ParameterTree)] {
            guard case .object(let members) = form else { throw Self.noObject }
            return ParameterTree.present(members)
        }

        /// The error for a form that would be made of a value other than an object.
        static let noObject = ApiError(.invalidRequest, "only an object can be encoded as a form")
    }
}

"""#),
        ("GeneratedCode", #"""
nonisolated extension MartletRuntime.ApiClient {
    /// Marks version 1 of the interface between generated code and this runtime.
    ///
    /// A generated client refers to the version that it was written for, so that it does not compile against an
    /// incompatible runtime. A change of the runtime that breaks generated code renames this type to the next version.
    public enum GeneratedCode1 {}
}

"""#),
        ("GzipEncoder", #"""
import Foundation

nonisolated extension MartletRuntime {
    /// A compressor that writes the gzip format (RFC 1952). Foundation has none on Linux.
    struct GzipEncoder {
        private var output = DeflateOutput()
        /// The bytes before the current block that it may refer to.
        private var history: [UInt8] = []
        /// The bytes that have not been compressed yet.
        private var pending: [UInt8] = []
        private var checksum = CRC32()
        private var count: UInt32 = 0

        /// The number of bytes that are compressed at once.
        private static let blockSize = 1 << 17

        /// Starts a file without a name or a date.
        init() {
            // The magic number, deflate, no flags, no date, no hint, an unknown system.
            output.bytes = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]
        }

        /// Adds bytes.
        /// - Returns: The compressed bytes that are complete, which may be none.
        mutating func add(_ data: Data) -> Data {
            checksum.add(data)
            count &+= UInt32(truncatingIfNeeded: data.count)
            pending += data
            while pending.count >= Self.blockSize {
                compress(Array(pending.prefix(Self.blockSize)))
                pending.removeFirst(Self.blockSize)
            }
            return output.takeBytes()
        }

        /// Ends the file.
        /// - Returns: The remaining compressed bytes.
        mutating func finish() -> Data {
            if !pending.isEmpty { compress(pending) }
            pending = []
            // An empty block with the fixed codes is the last one.
            output.write(0b011, count: 3)
            output.write(0, count: 7)
            output.align()
            for number in [checksum.value, count] {
                for shift in stride(from: UInt32(0), to: 32, by: 8) { output.write(number >> shift & 0xFF, count: 8) }
            }
            return output.takeBytes()
        }

        private mutating func compress(_ block: [UInt8]) {
            DeflateBlock(block, after: history).write(to: &output)
            history = Array((history + block).suffix(DeflateBlock.maxDistance))
        }
    }

    /// The checksum of RFC 1952, section 8.
    fileprivate struct CRC32 {
        private var state: UInt32 = 0xFFFF_FFFF

        private static let table: [UInt32] = (0..<256).map { byte in
            (0..<8).reduce(UInt32(byte)) { value, _ in value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
        }

        var value: UInt32 { ~state }

        mutating func add(_ data: Data) {
            var state = state
            Self.table.withUnsafeBufferPointer { table in
                for byte in data { state = table[Int((state ^ UInt32(byte)) & 0xFF)] ^ state >> 8 }
            }
            self.state = state
        }
    }

    /// The bits of a compressed file, the lowest bit of each byte first (RFC 1951, section 3.1.1).
    struct DeflateOutput {
        /// The complete bytes.
        var bytes: [UInt8] = []
        private var bits: UInt64 = 0
        private var count = 0

        /// Writes the lowest bits of a number, at most 32.
        mutating func write(_ value: UInt32, count more: Int) {
            bits |= UInt64(value) << UInt64(count)
            count += more
            while count >= 8 {
                bytes.append(UInt8(truncatingIfNeeded: bits))
                bits >>= 8
                count -= 8
            }
        }

        /// Fills the last byte with zeros.
        mutating func align() {
            if count > 0 { write(0, count: 8 - count) }
        }

        /// Returns the complete bytes, and keeps the rest.
        mutating func takeBytes() -> Data {
            defer { bytes = [] }
            return Data(bytes)
        }
    }
}

"""#),
        ("HTTPBody", #"""
public import Foundation

nonisolated extension MartletRuntime {
    /// The body of a request: bytes in memory, files on disk, streams, or a concatenation of these.
    ///
    /// Files and streams are read as they are sent, so that memory use is independent of their size. Bytes and files can be
    /// read repeatedly for retries; for streams, see ``init(stream:count:contentType:isRepeatable:)-(Parts,_,_,_)``.
    public struct HTTPBody: Sendable, Hashable {
        /// A part of a body: bytes in memory, a whole file, or a stream.
        ///
        /// Not an enum, so that bytes can be appended in place.
        struct Part: Sendable, Hashable {
            /// The bytes; empty for a file and a stream.
            var bytes = Data()
            /// The URL of the file; `nil` for bytes in memory and a stream.
            var file: URL?
            /// The length of the file in bytes when it was added.
            var fileCount = 0
            /// The stream; `nil` for bytes in memory and a file.
            var stream: ByteStream?

            /// Whether the part consists of bytes in memory.
            var isInMemory: Bool { file == nil && stream == nil }

            /// The length in bytes; `nil` if it is unknown.
            var count: Int? {
                if let stream { return stream.count }
                return file == nil ? bytes.count : fileCount
            }
        }

        /// The parts in order.
        private(set) var parts: [Part] = []

        /// The length of the body in bytes; `nil` if it has a stream of unknown length.
        public private(set) var count: Int? = 0

        /// The media type of the body, such as `image/png`; `nil` for the one that the operation describes.
        public var contentType: String?

        /// Creates an empty body.
        public init() {}

        /// Creates a body from bytes in memory.
        /// - Parameters:
        ///   - data: The bytes.
        ///   - contentType: The media type; `nil` for the one that the operation describes.
        public init(_ data: Data, contentType: String? = nil) {
            append(data)
            self.contentType = contentType
        }

        /// Creates a body from a file.
        ///
        /// - Parameters:
        ///   - file: The URL of a file. If its length changes before the request has been sent, the request fails with an
        ///     ``ApiError`` of kind `invalidRequest`.
        ///   - contentType: The media type; `nil` for the one that the operation describes.
        /// - Throws: ``ApiError`` of kind `invalidRequest` if the file does not exist.
        public init(file: URL, contentType: String? = nil) throws {
            try append(file: file)
            self.contentType = contentType
        }

        /// Creates a body from a stream.
        init(stream: ByteStream, contentType: String?) {
            append(Part(stream: stream))
            self.contentType = contentType
        }

        /// Appends bytes.
        public mutating func append(_ data: Data) {
            guard !data.isEmpty else { return }
            if let last = parts.indices.last, parts[last].isInMemory {
                parts[last].bytes.append(data)
                count = count.map { $0 + data.count }
            } else {
                append(Part(bytes: data))
            }
        }

        private mutating func append(_ part: Part) {
            parts.append(part)
            count = if let count, let more = part.count { count + more } else { nil }
        }

        /// Appends a file; see ``init(file:contentType:)``.
        /// - Throws: ``ApiError`` of kind `invalidRequest` if the file does not exist.
        public mutating func append(file: URL) throws {
            let attributes = try? FileManager.default.attributesOfItem(atPath: file.path)
            guard file.isFileURL, attributes?[.type] as? FileAttributeType == .typeRegular,
                let size = (attributes?[.size] as? NSNumber).flatMap({ Int(exactly: $0.int64Value) })
            else { throw Self.noFile }
            append(Part(file: file, fileCount: size))
        }

        /// Appends the bytes, files and streams of another body.
        public mutating func append(_ other: HTTPBody) {
            for part in other.parts {
                if part.isInMemory { append(part.bytes) } else { append(part) }
            }
        }

        /// The bytes; `nil` if the body contains a file or a stream.
        public var data: Data? {
            guard let first = parts.first else { return Data() }
            return parts.count == 1 && first.isInMemory ? first.bytes : nil
        }

        /// The URL of the file if the body consists of exactly one file.
        var file: URL? {
            parts.count == 1 ? parts[0].file : nil
        }

        /// The error for a missing or irregular file. The message does not contain the path, which may reveal personal
        /// data.
        static let noFile = ApiError(.invalidRequest, "a file of the body does not exist")
    }
}

nonisolated extension Optional<MartletRuntime.HTTPBody> {
    /// Returns whether the body is in memory and consists of the given bytes, for use in tests.
    public static func == (body: Self, data: Data) -> Bool { body?.data == data }
}

nonisolated extension MartletRuntime.HTTPBody: MartletRuntime.ApiModel.SelfRedacting {
    /// The length of the body.
    public var shownProperties: KeyValuePairs<String, Any> { ["count": count.map { "\($0)" } ?? "unknown"] }

    /// The length, such as `12 bytes`.
    public var description: String { count.map { "\($0) bytes" } ?? "a stream of bytes" }
}

public typealias HTTPBody = MartletRuntime.HTTPBody

"""#),
        ("HTTPBody+Compression", #"""
import Foundation

nonisolated extension MartletRuntime.HTTPBody {
    /// The content encoding in which the bodies of requests are sent.
    public enum Compression: Sendable, Hashable {
        /// Bodies are sent as they are.
        case none
        /// Bodies are compressed with gzip (RFC 9110, section 8.4.1.3). Use it only if the server accepts compressed
        /// requests; most servers answer with status 415.
        ///
        /// A body in memory is sent as it is if compression does not make it shorter. Files and streams are compressed
        /// while they are sent, so that their length is not known in advance. A request with its own `Content-Encoding`
        /// header is not changed.
        case gzip
    }

    /// Returns the compressed body; `nil` if that is not shorter.
    func compressed() -> MartletRuntime.HTTPBody? {
        guard let data else {
            let stream = MartletRuntime.ByteStream(count: nil, isRepeatable: isRepeatable) { send in
                var encoder = MartletRuntime.GzipEncoder()
                try await write { data in
                    let part = encoder.add(data)
                    if !part.isEmpty { try await send(part) }
                }
                try await send(encoder.finish())
            }
            return MartletRuntime.HTTPBody(stream: stream, contentType: contentType)
        }
        var encoder = MartletRuntime.GzipEncoder()
        let compressed = encoder.add(data) + encoder.finish()
        return compressed.count < data.count ? MartletRuntime.HTTPBody(compressed, contentType: contentType) : nil
    }
}

"""#),
        ("HTTPBody+File", #"""
public import Foundation

nonisolated extension MartletRuntime.HTTPBody {
    /// The content of a file to send: bytes in memory, or a file on disk that is read as it is sent.
    ///
    /// ```swift
    /// try await client.pets.uploadPhoto(id: 7, photo: HTTPBody.File(file: url))
    /// try await client.pets.uploadPhoto(id: 7, photo: HTTPBody.File(png, filename: "photo.png", contentType:
    /// "image/png"))
    /// ```
    public struct File: Sendable, Hashable {
        /// The bytes or the file on disk.
        public var body: MartletRuntime.HTTPBody

        /// The file name; `nil` for none. In a form, which requires a name, `nil` means `file`.
        public var filename: String?

        /// The media type; `nil` for the one that the document defines, or `application/octet-stream` if it defines
        /// none.
        public var contentType: String?

        /// Additional headers of the file's part in a form.
        public var headers: MartletRuntime.HTTPHeaders

        /// Whether the bytes were decoded from a text that is not Base64, so that they are encoded as that text.
        private var isText = false

        /// Creates the content from bytes in memory.
        public init(_ data: Data, filename: String? = nil, contentType: String? = nil, headers: MartletRuntime.HTTPHeaders = [:]) {
            self.init(body: MartletRuntime.HTTPBody(data), filename: filename, contentType: contentType, headers: headers)
        }

        /// Creates the content from a file on disk.
        ///
        /// - Parameters:
        ///   - file: The URL of the file, whose length must not change until the request has been sent.
        ///   - filename: The file name for the server; `nil` for the name on disk.
        ///   - contentType: The media type; `nil` for the default.
        ///   - headers: Additional headers of the file's part in a form.
        /// - Throws: ``ApiError`` of kind `invalidRequest` if the file does not exist.
        public init(
            file: URL,
            filename: String? = nil,
            contentType: String? = nil,
            headers: MartletRuntime.HTTPHeaders = [:]
        ) throws {
            self.init(
                body: try MartletRuntime.HTTPBody(file: file),
                filename: filename ?? file.lastPathComponent,
                contentType: contentType,
                headers: headers
            )
        }

        /// Creates the content from a body.
        public init(
            body: MartletRuntime.HTTPBody,
            filename: String? = nil,
            contentType: String? = nil,
            headers: MartletRuntime.HTTPHeaders = [:]
        ) {
            self.body = body
            self.filename = filename
            self.contentType = contentType
            self.headers = headers
        }

        /// The bytes as text, for formats that cannot contain bytes: in Base64, or as the text that they were decoded
        /// from.
        /// - Throws: ``ApiError`` of kind `invalidRequest` for a file on disk, which is not read into memory.
        var text: String {
            get throws {
                guard let data = body.data else { throw Self.fileInText }
                return isText ? String(decoding: data, as: UTF8.self) : data.base64EncodedString()
            }
        }

        /// The error for a file on disk where bytes must be encoded as text.
        static let fileInText = MartletRuntime.ApiError(
            .invalidRequest, "a file on disk can be sent in a form, but not encoded as text")
    }
}

nonisolated extension MartletRuntime.HTTPBody.File: Codable {
    /// Decodes the bytes from a Base64 string. From any other string, the bytes are those of its text.
    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        let data = Data(base64Encoded: text)
        self.init(data ?? Data(text.utf8))
        isText = data == nil
    }

    /// Encodes the bytes in Base64, or as the text that they were decoded from. Forms send the bytes themselves.
    /// - Throws: ``ApiError`` of kind `invalidRequest` for a file on disk.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(try text)
    }
}

"""#),
        ("HTTPBody+MultipartForm", #"""
public import Foundation

nonisolated extension MartletRuntime.HTTPBody {
    /// A `multipart/form-data` body (RFC 7578), whose files are read as they are sent.
    ///
    /// ```swift
    /// var form = HTTPBody.MultipartForm()
    /// form.append("name", "avatar")
    /// try form.append("file", file: url, contentType: "image/png")
    /// RequestOptions(body: form.body, contentType: form.contentType)
    /// ```
    public struct MultipartForm: Hashable, Sendable {
        /// The delimiter of the parts, long and random so that no part contains it.
        public let boundary: String

        /// The media type, without the boundary.
        private let mediaType: String

        private var parts = MartletRuntime.HTTPBody()

        /// Creates a form without parts.
        /// - Parameters:
        ///   - boundary: The delimiter of the parts.
        ///   - mediaType: A `multipart` media type whose parts have names.
        public init(boundary: String = "martlet-\(UUID().uuidString)", mediaType: String = "multipart/form-data") {
            self.boundary = boundary
            self.mediaType = mediaType
        }

        /// The value of the `Content-Type` header.
        public var contentType: String { "\(mediaType); boundary=\(boundary)" }

        /// The body with all parts added so far.
        public var body: MartletRuntime.HTTPBody {
            var body = parts
            body.append(Data("--\(boundary)--\r\n".utf8))
            return body
        }

        /// Adds a text field.
        /// - Parameters:
        ///   - name: The name of the field.
        ///   - text: The value of the field.
        public mutating func append(_ name: String, _ text: String) {
            append(name, data: Data(text.utf8), contentType: nil)
        }

        /// Adds a field with bytes.
        /// - Parameters:
        ///   - name: The name of the field.
        ///   - data: The value of the field.
        ///   - filename: The file name; `nil` if the field is not a file.
        ///   - contentType: The media type; `nil` for none, which means `text/plain`. Control characters are removed.
        public mutating func append(_ name: String, data: Data, filename: String? = nil, contentType: String?) {
            append(head(name, filename, contentType, [:]), MartletRuntime.HTTPBody(data))
        }

        /// Adds a file.
        /// - Parameters:
        ///   - name: The name of the field.
        ///   - file: The URL of the file.
        ///   - filename: The file name for the server; `nil` for the name on disk.
        ///   - contentType: The media type.
        /// - Throws: ``ApiError`` of kind `invalidRequest` if the file does not exist.
        public mutating func append(
            _ name: String,
            file: URL,
            filename: String? = nil,
            contentType: String = "application/octet-stream"
        ) throws {
            append(head(name, filename ?? file.lastPathComponent, contentType, [:]), try MartletRuntime.HTTPBody(file: file))
        }

        /// Adds a part with additional headers.
        /// - Throws: ``ApiError`` of kind `invalidRequest` if a header is invalid.
        mutating func append(
            _ name: String,
            body: MartletRuntime.HTTPBody,
            filename: String? = nil,
            contentType: String?,
            headers: MartletRuntime.HTTPHeaders
        ) throws {
            try headers.validate()
            append(head(name, filename, contentType, headers), body)
        }

        private mutating func append(_ head: String, _ body: MartletRuntime.HTTPBody) {
            parts.append(Data(head.utf8))
            parts.append(body)
            parts.append(Data("\r\n".utf8))
        }

        private func head(_ name: String, _ filename: String?, _ contentType: String?, _ headers: MartletRuntime.HTTPHeaders) -> String
        {
            var lines = ["--\(boundary)", "Content-Disposition: form-data; name=\"\(name.inQuotes)\""]
            if let filename { lines[1] += "; filename=\"\(filename.inQuotes)\"" }
            if let contentType {
                lines.append(
                    "Content-Type: \(contentType.filter { $0.asciiValue.map { $0 >= 0x20 && $0 != 0x7F } ?? true })"
                )
            }
            lines += headers.map { "\($0.name): \($0.value)" }
            return lines.joined(separator: "\r\n") + "\r\n\r\n"
        }
    }
}

nonisolated extension String {
    /// The name for use in a quoted string. As in browsers, quotes and line breaks are percent-encoded (HTML Standard,
    /// multipart/form-data encoding algorithm), and so are other control characters, which are invalid in a field (RFC
    /// 9110, section 5.5).
    fileprivate var inQuotes: String {
        unicodeScalars.map { scalar in
            switch scalar {
            case "\"", "\u{7F}", "\0"..<" ":
                "%" + (scalar.value < 0x10 ? "0" : "") + String(scalar.value, radix: 16, uppercase: true)
            default: String(scalar)
            }
        }.joined()
    }
}

"""#),
        ("HTTPBody+Progress", #"""
nonisolated extension MartletRuntime.HTTPBody {
    /// The progress of sending a request's body; see ``RequestOptions/uploadProgress``.
    public struct Progress: Sendable, Hashable {
        /// The number of bytes that have been passed to the system or to the network library, which may buffer some of
        /// them.
        public let sentBytes: Int

        /// The total number of bytes; `nil` if it is unknown.
        public let totalBytes: Int?

        /// The part that has been sent, from 0 to 1; `nil` if the total is unknown.
        public var fraction: Double? { totalBytes.map { MartletRuntime.ProgressReports.fraction(of: sentBytes, in: $0) } }

        /// Creates a progress value, for use in tests.
        public init(sentBytes: Int, totalBytes: Int?) {
            self.sentBytes = sentBytes
            self.totalBytes = totalBytes
        }
    }
}

"""#),
        ("HTTPBody+Stream", #"""
public import Foundation

nonisolated extension MartletRuntime.HTTPBody {
    /// Creates a body from parts that become available while the body is sent.
    ///
    /// ```swift
    /// let body = HTTPBody(stream: parts, count: 5_000_000, contentType: "video/mp4")
    /// ```
    /// `CurlTransport` sends each part as it arrives, and asks for more only when the connection takes more.
    /// ``URLSessionTransport`` writes the whole stream to a temporary file first. Either way, the time that the stream
    /// takes counts towards the time limits of the call, but not as inactivity.
    ///
    /// If the stream throws, or has another length than `count`, the call fails with an ``ApiError`` of kind
    /// `requestBody`.
    /// - Parameters:
    ///   - parts: The parts of the body, such as `Data` or `[UInt8]`.
    ///   - count: The length of the body in bytes; `nil` if it is unknown. A body of unknown length is sent in chunks
    ///     (RFC 9112, section 7.1) by `CurlTransport`; some servers answer that with status 411.
    ///   - contentType: The media type; `nil` for the one that the operation describes.
    ///   - isRepeatable: Whether each iteration of the sequence starts at the beginning. If not, a call is not retried
    ///     after the first part has been requested.
    public init<Parts: AsyncSequence & Sendable>(
        stream parts: Parts,
        count: Int? = nil,
        contentType: String? = nil,
        isRepeatable: Bool = false
    ) where Parts.Element: DataProtocol {
        self.init(
            stream: MartletRuntime.ByteStream(count: count, isRepeatable: isRepeatable) { send in
                for try await part in parts { try await send(Data(part)) }
            },
            contentType: contentType
        )
    }

    /// Creates a body from bytes that become available while the body is sent, such as `URL.resourceBytes`.
    ///
    /// The bytes are sent in parts of 16 KiB; see ``init(stream:count:contentType:isRepeatable:)-(Parts,_,_,_)`` for
    /// the rest.
    /// - Parameters:
    ///   - bytes: The bytes of the body.
    ///   - count: The length of the body in bytes; `nil` if it is unknown.
    ///   - contentType: The media type; `nil` for the one that the operation describes.
    ///   - isRepeatable: Whether each iteration of the sequence starts at the beginning.
    public init<Bytes: AsyncSequence & Sendable>(
        stream bytes: Bytes,
        count: Int? = nil,
        contentType: String? = nil,
        isRepeatable: Bool = false
    ) where Bytes.Element == UInt8 {
        self.init(
            stream: MartletRuntime.ByteStream(count: count, isRepeatable: isRepeatable) { send in
                var part = Data()
                for try await byte in bytes {
                    part.append(byte)
                    guard part.count == 1 << 14 else { continue }
                    try await send(part)
                    part = Data()
                }
                try await send(part)
            },
            contentType: contentType
        )
    }

    /// Whether a part of the body becomes available only while it is sent.
    var hasStream: Bool { parts.contains { $0.stream != nil } }

    /// Whether the body can be read any number of times.
    var isRepeatable: Bool { parts.allSatisfy { $0.stream?.isRepeatable ?? true } }

    /// Whether all bytes of the body are still available.
    var isUnused: Bool { parts.allSatisfy { $0.stream?.isUnused ?? true } }

    /// Passes all bytes to a function, in order and as they become available.
    /// - Throws: ``ApiError`` if the body cannot be read; the errors of `send`.
    func write(to send: (Data) async throws -> Void) async throws {
        for part in parts {
            if let stream = part.stream {
                try await stream.write(to: send)
            } else {
                var reader = MartletRuntime.HTTPBodyReader(part)
                while let data = try reader.next(upTo: 1 << 16) { try await send(data) }
            }
        }
    }
}

nonisolated extension MartletRuntime {
    /// The bytes of a body that become available while they are sent.
    final class ByteStream: Sendable {
        /// The number of bytes; `nil` if it is unknown.
        let count: Int?

        /// Whether the stream can be read any number of times.
        let isRepeatable: Bool

        private let read: @Sendable (_ send: (Data) async throws -> Void) async throws -> Void
        private let isStarted = Locked(false)

        /// Creates a stream.
        /// - Parameters:
        ///   - count: The number of bytes; `nil` if it is unknown.
        ///   - isRepeatable: Whether `read` can be called more than once.
        ///   - read: A function that passes all bytes to a function, its argument.
        init(
            count: Int?,
            isRepeatable: Bool,
            read: @escaping @Sendable (_ send: (Data) async throws -> Void) async throws -> Void
        ) {
            self.count = count
            self.isRepeatable = isRepeatable
            self.read = read
        }

        /// Whether all bytes are still available.
        var isUnused: Bool { isRepeatable || !isStarted.withLock { $0 } }

        /// Passes all bytes to a function.
        /// - Throws: ``ApiError`` of kind `requestBody`; `CancellationError`; the errors of `send`.
        func write(to send: (Data) async throws -> Void) async throws {
            let wasStarted = isStarted.withLock { isStarted in
                defer { isStarted = true }
                return isStarted
            }
            guard isRepeatable || !wasStarted else { throw Self.used }
            var written = 0
            var sendingError: (any Error)?
            do {
                try await read { data in
                    written += data.count
                    if let count, written > count { throw Self.wrongLength(count) }
                    do {
                        if !data.isEmpty { try await send(data) }
                    } catch {
                        sendingError = error
                        throw error
                    }
                }
                // An `AsyncStream` also ends without an error when its task is cancelled.
                try Task.checkCancellation()
            } catch {
                if let sendingError { throw sendingError }
                if Task.isCancelled { throw CancellationError() }
                // Other errors may come from another request, whose response is the stream.
                if let error = error as? ApiError, [.requestBody, .invalidRequest].contains(error.kind) { throw error }
                throw Self.broken(error)
            }
            if let count, written < count { throw Self.wrongLength(count) }
        }

        /// The error for a stream that can be read only once.
        static let used = ApiError(.requestBody, "the stream of the body has been read already, and is not repeatable")

        /// The error for a stream that ends too early or too late.
        static func wrongLength(_ count: Int) -> ApiError {
            ApiError(.requestBody, "the stream of the body does not have the announced length of \(count) bytes")
        }

        /// The error for a stream that throws an error, whose text may contain anything.
        static func broken(_ error: any Error) -> ApiError {
            ApiError(.requestBody, "the stream of the body failed", underlying: error)
        }
    }
}

nonisolated extension MartletRuntime.ByteStream: Hashable {
    /// Whether both are the same stream.
    static func == (left: MartletRuntime.ByteStream, right: MartletRuntime.ByteStream) -> Bool { left === right }

    /// Hashes the identity of the stream.
    func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

"""#),
        ("HTTPBodyReader", #"""
import Foundation

nonisolated extension MartletRuntime {
    /// A reader of a body without streams, which keeps one part at a time in memory.
    struct HTTPBodyReader {
        private var remaining: ArraySlice<HTTPBody.Part>
        private var file: (handle: FileHandle, count: Int)?
        /// The unread bytes of the current part.
        private var bytes = Data()

        /// The number of bytes read so far.
        private(set) var offset = 0

        /// Creates a reader at the beginning of a body.
        init(_ body: HTTPBody) {
            remaining = body.parts[...]
        }

        /// Creates a reader at the beginning of a part.
        init(_ part: HTTPBody.Part) { remaining = [part] }

        /// Returns the next bytes, at most `limit`; `nil` at the end.
        /// - Throws: ``ApiError`` of kind `invalidRequest` if a file cannot be read, or if its length has changed.
        mutating func next(upTo limit: Int) throws -> Data? {
            while true {
                if let (handle, count) = file {
                    guard count > 0 else {
                        file = nil
                        try? handle.close()
                        continue
                    }
                    guard let data = try? handle.read(upToCount: min(limit, count)), !data.isEmpty else {
                        throw Self.changedFile
                    }
                    file = (handle, count - data.count)
                    offset += data.count
                    return data
                }
                if !bytes.isEmpty {
                    let part = bytes.prefix(limit)
                    bytes = bytes.dropFirst(limit)
                    offset += part.count
                    return part
                }
                guard let part = remaining.popFirst() else { return nil }
                guard part.stream == nil else { throw Self.unreadableStream }
                bytes = part.bytes
                if let url = part.file { file = (try Self.open(url, count: part.fileCount), part.fileCount) }
            }
        }

        private static func open(_ url: URL, count: Int) throws -> FileHandle {
            guard let handle = try? FileHandle(forReadingFrom: url), let end = try? handle.seekToEnd(),
                end == UInt64(count), (try? handle.seek(toOffset: 0)) != nil
            else { throw changedFile }
            return handle
        }

        /// The error for a stream, which only ``HTTPBody/write(to:)`` reads.
        static let unreadableStream = ApiError(.requestBody, "a stream of the body can only be read asynchronously")

        /// The error for a file that changed after the body was created, when its length has already been announced.
        static let changedFile = ApiError(.invalidRequest, "a file of the body has changed or cannot be read")
    }
}

"""#),
        ("HTTPDate", #"""
import Foundation

nonisolated extension MartletRuntime {
    /// A parser of dates in HTTP headers (RFC 9110, section 5.6.7), which are in English and in GMT regardless of the
    /// locale.
    enum HTTPDate {
        /// Parses a date in any of the three formats: `Sun, 06 Nov 1994 08:49:37 GMT`, `Sunday, 06-Nov-94 08:49:37 GMT` and
        /// `Sun Nov  6 08:49:37 1994`; returns `nil` for other text. The day of the week is not verified.
        /// - Parameter now: The current date, which determines the century of a two-digit year: the date is at most 50
        ///   years in the future.
        static func parse(_ text: String, now: Date) -> Date? {
            let words = text.split { " ,-".contains($0) }
            guard words.count >= 5, days.contains(where: words[0].hasPrefix) else { return nil }
            switch words.count {
            case 6 where words[5] == "GMT":
                return date(year: words[3], month: words[2], day: words[1], time: words[4], now: now)
            case 5: return date(year: words[4], month: words[1], day: words[2], time: words[3], now: now)
            default: return nil
            }
        }

        private static let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        private static let months = [
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ]

        private static func date(year: Substring, month: Substring, day: Substring, time: Substring, now: Date) -> Date? {
            let clock = time.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
            guard clock.count == 3, let hour = clock[0], let minute = clock[1], let second = clock[2],
                (0...23).contains(hour), (0...59).contains(minute), (0...60).contains(second),
                let month = months.firstIndex(of: String(month)), let day = Int(day),
                let number = Int(year), [2, 4].contains(year.count), number >= 0
            else { return nil }
            func date(_ year: Int) -> Date? {
                CalendarDate(year: year, month: month + 1, day: day).map { date in
                    let seconds = Int64(date.daysSince1970) * 86_400 + Int64(hour * 3600 + minute * 60 + second)
                    return Date(timeIntervalSince1970: Double(seconds))
                }
            }
            guard year.count == 2 else { return date(number) }
            let limit = now.addingTimeInterval(50 * 365.25 * 86_400)
            return [2100, 2000, 1900].lazy.compactMap { date($0 + number) }.first { $0 <= limit }
        }
    }
}

"""#),
        ("HTTPHeaders", #"""
nonisolated extension MartletRuntime {
    /// A list of header fields in the order in which they were added. Names are case-insensitive (RFC 9110, section 5.1)
    /// and may occur more than once.
    ///
    /// Descriptions do not contain the values of `Authorization`, `Proxy-Authorization`, `Cookie` and `Set-Cookie`, nor the
    /// value of any header that carries a ``Credential``.
    public struct HTTPHeaders: Sendable {
        /// A single field.
        struct Field: Sendable {
            let name: String
            let value: String
            let isSecret: Bool
        }

        /// The fields in order.
        private(set) var fields: [Field] = []

        /// Creates an empty list.
        public init() {}

        /// The values of a name, joined with `", "` (RFC 9110, section 5.3); `nil` if there are none. Setting a value
        /// replaces all fields of the name; setting `nil` removes them.
        public subscript(name: String) -> String? {
            get {
                guard let first = fields.firstIndex(where: { $0.name.matches(name) }) else { return nil }
                return fields[(first + 1)...].reduce(fields[first].value) { joined, field in
                    field.name.matches(name) ? "\(joined), \(field.value)" : joined
                }
            }
            set {
                remove(name)
                if let newValue { append(name, newValue) }
            }
        }

        /// Returns the values of a name, one for each field, in order.
        public func values(of name: String) -> [String] { fields.filter { $0.name.matches(name) }.map(\.value) }

        /// The number of fields.
        public var count: Int { fields.count }

        /// Appends a field, keeping those of the same name.
        public mutating func append(_ name: String, _ value: String) {
            let isSecret = Self.secretNames.contains(where: name.matches)
            fields.append(Field(name: name, value: value, isSecret: isSecret))
        }

        /// Replaces all fields of a name with a single one whose value never appears in descriptions.
        mutating func setSecret(_ name: String, _ value: String) {
            remove(name)
            fields.append(Field(name: name, value: value, isSecret: true))
        }

        /// Returns the fields, with all values that contain a secret also excluded from descriptions, because a server may
        /// return a secret, and those of headers that the document declares as secrets.
        func hiding(_ redaction: Redaction) -> HTTPHeaders {
            if redaction.isEmpty { return self }
            var headers = self
            headers.fields = fields.map { field in
                let isSecret =
                    field.isSecret || redaction.holdsSecret(field.value)
                    || !redaction.properties.isEmpty && redaction.properties.contains(field.name.lowercased())
                return Field(name: field.name, value: field.value, isSecret: isSecret)
            }
            return headers
        }

        /// Adds all fields of `other`, replacing those of the same names.
        mutating func replace(with other: HTTPHeaders) {
            for field in other.fields { remove(field.name) }
            fields += other.fields
        }

        /// The announced length of the body after content decoding; `nil` if there is none, and for an encoded body, whose
        /// `Content-Length` is the encoded length (RFC 9110, section 8.6).
        var bodyLength: Int? { self["Content-Encoding"] == nil ? self["Content-Length"].flatMap { Int($0) } : nil }

        /// The values that never appear in descriptions, and their parts after a prefix such as `Bearer`.
        var secrets: [String] {
            fields.filter(\.isSecret).flatMap { field in
                [field.value]
                    + (field.value.utf8.contains(0x20) ? field.value.split(separator: " ").suffix(1).map(String.init) : [])
            }
        }

        /// The names of fields that always carry credentials.
        private static let secretNames = ["Authorization", "Proxy-Authorization", "Cookie", "Set-Cookie"]

        private mutating func remove(_ name: String) {
            fields.removeAll { $0.name.matches(name) }
        }
    }
}

nonisolated extension MartletRuntime.HTTPHeaders: ExpressibleByDictionaryLiteral {
    /// Creates a list from a literal, in the literal's order; a repeated name adds another field.
    public init(dictionaryLiteral elements: (String, String)...) {
        for (name, value) in elements { append(name, value) }
    }
}

nonisolated extension MartletRuntime.HTTPHeaders: Sequence {
    /// Returns an iterator over the fields in order, including the values of secret ones.
    public func makeIterator() -> some IteratorProtocol<(name: String, value: String)> {
        fields.lazy.map { (name: $0.name, value: $0.value) }.makeIterator()
    }
}

nonisolated extension MartletRuntime.HTTPHeaders: Hashable {
    /// Returns whether both lists have the same values in the same order for each name. The order of different names is
    /// ignored.
    public static func == (left: MartletRuntime.HTTPHeaders, right: MartletRuntime.HTTPHeaders) -> Bool { left.valuesByName == right.valuesByName }

    /// Hashes the values by name.
    public func hash(into hasher: inout Hasher) { hasher.combine(valuesByName) }

    private var valuesByName: [String: [String]] {
        Dictionary(grouping: fields) { $0.name.lowercased() }.mapValues { $0.map(\.value) }
    }
}

nonisolated extension MartletRuntime.HTTPHeaders: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    private var shown: [(name: String, value: String)] {
        fields.map { ($0.name, $0.isSecret ? MartletRuntime.Redaction.placeholder : $0.value) }
    }

    /// The fields, such as `["name": "value"]`, with secret values replaced.
    public var description: String { "[\(shown.map { "\"\($0.name)\": \"\($0.value)\"" }.joined(separator: ", "))]" }

    /// The same text as ``description``.
    public var debugDescription: String { description }

    /// A mirror of the fields, with secret values replaced.
    public var customMirror: Mirror {
        Mirror(self, children: shown.map { (label: $0.name, value: $0.value) }, displayStyle: .dictionary)
    }
}

nonisolated extension String {
    /// Whether two field names are equal, ignoring case. For ASCII names, this bit distinguishes only the case of
    /// letters.
    func matches(_ other: String) -> Bool {
        utf8.count == other.utf8.count
            && zip(utf8, other.utf8).allSatisfy { left, right in
                left == right
                    || (left ^ right == 0x20 && (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(left | 0x20))
            }
    }
}

public typealias HTTPHeaders = MartletRuntime.HTTPHeaders

"""#),
        ("HTTPHeaders+Decoding", #"""
import Foundation

nonisolated extension MartletRuntime.HTTPHeaders {
    /// The serialization of a header value (OpenAPI 3.2.0, section 4.21).
    public enum Format: Sendable {
        /// The style `simple`: `3,4` and `R,100,G,200`.
        case simple
        /// The style `simple`, exploded: `R=100,G=200`.
        case exploded
        /// JSON.
        case json
    }

    /// Decodes the value of a header.
    ///
    /// - Parameters:
    ///   - name: The name of the header, case-insensitive.
    ///   - format: The serialization of the value.
    /// - Returns: The value; `nil` if the header is missing or invalid, because an invalid header must not make a
    ///   successful call fail.
    public func decoded<Value: Decodable>(_ name: String, as format: Format = .simple) -> Value? {
        guard let text = self[name] else { return nil }
        if format == .json { return try? MartletRuntime.JSONDocument.decode(Value.self, from: Data(text.utf8)) }
        // The text may represent several kinds of JSON; the first that decodes as the requested type is used.
        return Self.readings(of: text, exploded: format == .exploded).lazy.compactMap { json in
            try? MartletRuntime.JSONDocument.decode(Value.self, from: Data(json.utf8))
        }.first
    }

    /// Returns the JSON texts that a header value can represent: a string, a number or a Boolean, or a list or an
    /// object of these.
    private static func readings(of text: String, exploded: Bool) -> [String] {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false).map {
            $0.trimmingCharacters(in: .whitespaces)
        }
        let pairs: [(String, String)] =
            if exploded {
                parts.map { part in
                    let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                    return (String(pair[0]), pair.count == 2 ? String(pair[1]) : "")
                }
            } else {
                stride(from: 0, to: parts.count - 1, by: 2).map { (parts[$0], parts[$0 + 1]) }
            }
        func list(_ element: (String) -> String) -> String { "[\(parts.map(element).joined(separator: ","))]" }
        func object(_ value: (String) -> String) -> String {
            "{\(pairs.map { "\(quoted($0)):\(value($1))" }.joined(separator: ","))}"
        }
        return [quoted(text), plain(text), list(quoted), list(plain), object(plain), object(quoted)]
    }

    /// Returns a number or a Boolean unchanged, and any other text as a JSON string.
    private static func plain(_ text: String) -> String {
        switch try? MartletRuntime.JSONDocument.decode(MartletRuntime.JSONValue.self, from: Data(text.utf8)) {
        case .bool, .integer, .decimal, .number: text
        default: Int64(text).map { "\($0)" } ?? quoted(text)
        }
    }

    private static func quoted(_ text: String) -> String {
        // A string can always be encoded as JSON.
        (try? MartletRuntime.JSONText.encode(text)).map { String(decoding: $0, as: UTF8.self) } ?? "null"
    }
}

"""#),
        ("HTTPHeaders+Link", #"""
nonisolated extension MartletRuntime.HTTPHeaders {
    /// Returns the target of the first link with a relation type, from the `Link` fields (RFC 8288, section 3).
    ///
    /// ```
    /// Link: <https://api.example.com/items?page=2>; rel="next", <…>; rel="last"
    /// ```
    /// - Parameter relation: The relation type, such as `next`; case-insensitive.
    /// - Returns: The URL as it appears in the field, absolute or relative; `nil` if there is no such link.
    public func link(_ relation: String) -> String? {
        for field in values(of: "Link") {
            var rest = field.utf8[...]
            while let link = Self.takeLink(from: &rest) {
                let relations = link.relations.split(separator: " ").map { $0.lowercased() }
                if relations.contains(relation.lowercased()) { return link.target }
            }
        }
        return nil
    }

    /// Parses one link and the comma after it.
    private static func takeLink(
        from rest: inout Substring.UTF8View
    ) -> (target: String, relations: String)? {
        guard let start = rest.firstIndex(of: UInt8(ascii: "<")),
            let end = rest[start...].firstIndex(of: UInt8(ascii: ">"))
        else { return nil }
        let target = String(rest[start...].dropFirst().prefix { $0 != UInt8(ascii: ">") }) ?? ""
        rest = rest[end...].dropFirst()
        var relations = ""
        while let parameter = takeParameter(from: &rest) {
            // Only the first `rel` parameter counts (RFC 8288, section 3.3).
            if parameter.name == "rel", relations.isEmpty { relations = parameter.value }
        }
        return (target, relations)
    }

    /// Parses `; name=value` or `; name="value"`; returns `nil` at the end of the link.
    private static func takeParameter(from rest: inout Substring.UTF8View) -> (name: String, value: String)? {
        rest = rest.drop { " \t".utf8.contains($0) }
        guard rest.first == UInt8(ascii: ";") else { return nil }
        rest = rest.dropFirst().drop { " \t".utf8.contains($0) }
        let name = rest.prefix { !"=;, \t".utf8.contains($0) }
        rest = rest.dropFirst(name.count).drop { " \t".utf8.contains($0) }
        var value: [UInt8] = []
        if rest.first == UInt8(ascii: "=") {
            rest = rest.dropFirst().drop { " \t".utf8.contains($0) }
            if rest.first == UInt8(ascii: "\"") {
                rest = rest.dropFirst()
                while let byte = rest.popFirst(), byte != UInt8(ascii: "\"") {
                    if byte == UInt8(ascii: "\\"), let escaped = rest.popFirst() {
                        value.append(escaped)
                    } else {
                        value.append(byte)
                    }
                }
            } else {
                value = Array(rest.prefix { !";, \t".utf8.contains($0) })
                rest = rest.dropFirst(value.count)
            }
        }
        return ((String(name) ?? "").lowercased(), String(decoding: value, as: UTF8.self))
    }
}

"""#),
        ("HTTPHeaders+Validation", #"""
nonisolated extension MartletRuntime.HTTPHeaders {
    /// Checks that all fields can be sent unchanged and do not affect the framing of the message.
    ///
    /// On Linux, URLSession silently drops values with line breaks, does not validate names, and lets the caller
    /// contradict the length of the body. Values consist of visible ASCII characters with spaces and tabs between them
    /// (RFC 9110, section 5.5); other characters have no agreed encoding in a header and are rejected.
    /// - Throws: ``ApiError`` of kind `invalidRequest` that names the field but never contains its value.
    func validate() throws {
        for field in fields {
            guard field.name.isToken else { throw Self.invalidName() }
            guard !Self.framing.contains(where: field.name.matches) else { throw Self.framingField(field.name) }
            guard field.value.isFieldValue else { throw Self.invalidValue(field.name) }
        }
    }

    /// The fields that only the transport sets (RFC 9112, section 6).
    private static let framing = ["Connection", "Content-Length", "Host", "Transfer-Encoding"]

    /// The error for an invalid name. It does not contain the name, which is a secret if name and value were swapped.
    static func invalidName() -> MartletRuntime.ApiError {
        MartletRuntime.ApiError(.invalidRequest, "a header name is not a token of RFC 9110")
    }

    /// The error for a field that only the transport sets.
    static func framingField(_ name: String) -> MartletRuntime.ApiError {
        MartletRuntime.ApiError(.invalidRequest, "the header \(name) is set by the transport and must not be specified")
    }

    /// The error for a value that would be dropped or changed, or would add fields.
    static func invalidValue(_ name: String) -> MartletRuntime.ApiError {
        MartletRuntime.ApiError(
            .invalidRequest,
            "the value of the header \(name) has a control or non-ASCII character or begins or ends with a space"
        )
    }
}

nonisolated extension String {
    /// Whether the text is a token (RFC 9110, section 5.6.2).
    var isToken: Bool {
        !isEmpty
            && utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"):
                    true
                default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
                }
            }
    }

    /// Whether the text is a field value (RFC 9110, section 5.5) in ASCII.
    var isFieldValue: Bool {
        let blanks = [UInt8(ascii: " "), UInt8(ascii: "\t")]
        guard let first = utf8.first, let last = utf8.last else { return true }
        return !blanks.contains(first) && !blanks.contains(last)
            && utf8.allSatisfy { (0x20...0x7E).contains($0) || $0 == UInt8(ascii: "\t") }
    }
}

"""#),
        ("HTTPRequest", #"""
public import Foundation

nonisolated extension MartletRuntime {
    /// A complete and validated HTTP request.
    ///
    /// A ``Middleware`` receives it without credentials (unless it is one of ``Configuration/attemptMiddleware``), a
    /// ``Transport`` with them.
    public struct HTTPRequest: Sendable, Hashable {
        /// The HTTP method.
        public var method: Method

        /// The absolute URL, with the scheme `http` or `https`.
        public var url: URL

        /// The header fields, including secrets, which descriptions of the request do not contain.
        public var headers: HTTPHeaders

        /// The body; `nil` for none, which differs from an empty body.
        public var body: HTTPBody?

        /// The time limit from the start of the exchange to the last byte of the response, or to the end of its head if the
        /// body is streamed; greater than zero.
        public var timeout: Duration

        /// The maximum time without network traffic; greater than zero. The time in which a streamed body waits for its
        /// reader does not count.
        public var inactivityTimeout: Duration

        /// The maximum size of the response's body in bytes, after content decoding.
        public var maxResponseBytes: Int

        /// The maximum number of header fields of the response.
        public var maxResponseHeaders: Int

        /// The operation that is called; `nil` for a request that was not made from an operation.
        public internal(set) var operation: ApiClient.Operation?

        /// The meter of the body's progress; `nil` if it is not observed.
        var uploadMeter: UploadMeter?

        /// The percent-encoded names of the query parameters whose values are credentials.
        var secretQueryNames: Set<String> = []

        /// The values of parameters and of the body that descriptions never contain.
        var secrets: [String] = []

        /// Creates a request. The values are not validated.
        public init(
            method: Method,
            url: URL,
            headers: HTTPHeaders = [:],
            body: HTTPBody? = nil,
            timeout: Duration = Configuration.defaultTimeout,
            inactivityTimeout: Duration = Configuration.defaultTimeout,
            maxResponseBytes: Int = Configuration.defaultMaxResponseBytes,
            maxResponseHeaders: Int = Configuration.defaultMaxResponseHeaders
        ) {
            self.method = method
            self.url = url
            self.headers = headers
            self.body = body
            self.timeout = timeout
            self.inactivityTimeout = inactivityTimeout
            self.maxResponseBytes = maxResponseBytes
            self.maxResponseHeaders = maxResponseHeaders
        }

        /// Creates a request with a body of bytes in memory and the default limits.
        public init(method: Method, url: URL, headers: HTTPHeaders = [:], body: Data) {
            self.init(method: method, url: url, headers: headers, body: HTTPBody(body))
        }
    }
}

nonisolated extension MartletRuntime.HTTPRequest: MartletRuntime.ApiModel.SelfRedacting {
    /// All properties except the query and the bytes of the body.
    public var shownProperties: KeyValuePairs<String, Any> {
        [
            "method": method.rawValue,
            "url": shownURL,
            "headers": headers,
            "body": body.map { "\($0)" } ?? "none",
        ]
    }
}

nonisolated extension MartletRuntime.HTTPRequest {
    /// The URL without the components that may be secret, and without secret values in the path.
    var shownURL: String {
        secrets.isEmpty ? url.withoutSecrets : MartletRuntime.Redaction(secrets: secrets).replacingSecrets(in: url.withoutSecrets)
    }
}

nonisolated extension URL {
    /// The scheme, host, port and path, without the components that may be secret: user, password, query and fragment.
    var withoutSecrets: String {
        "\(scheme ?? "")://\(host(percentEncoded: true) ?? "")\(port.map { ":\($0)" } ?? "")\(path(percentEncoded: true))"
    }
}

public typealias HTTPRequest = MartletRuntime.HTTPRequest

"""#),
        ("HTTPRequest+Curl", #"""
import Foundation

nonisolated extension MartletRuntime.HTTPRequest {
    /// Returns the request as a `curl` command line for a POSIX shell.
    ///
    /// - Parameter showingSecrets: Whether to show values that may be secret: the values of the query and of secret
    ///   headers, and the body. Otherwise, values are replaced with `<redacted>`, and the body with its length.
    public func curl(showingSecrets: Bool = false) -> String {
        var words = ["curl", "--path-as-is", "--request", method.rawValue.quoted]
        for field in headers.fields {
            let value = field.isSecret && !showingSecrets ? MartletRuntime.Redaction.placeholder : field.value
            // In curl's syntax, a semicolon in place of the colon sends a field without a value.
            words += ["--header", (value.isEmpty ? "\(field.name);" : "\(field.name): \(value)").quoted]
        }
        if let body {
            let data = showingSecrets ? body.data.flatMap { String(data: $0, encoding: .utf8) } : nil
            if let file = body.file, showingSecrets {
                words += ["--data-binary", "@\(file.path)".quoted]
            } else {
                words += ["--data-raw", (data ?? "<\(body)>").quoted]
            }
        }
        words.append((showingSecrets ? url.absoluteString : shownURL + url.queryNames).quoted)
        return words.joined(separator: " ")
    }
}

nonisolated extension URL {
    /// The query after its question mark, with its values replaced; empty if there is none.
    fileprivate var queryNames: String {
        guard let query = query(percentEncoded: true) else { return "" }
        let fields = query.split(separator: "&").map { "\($0.prefix { $0 != "=" })=\(MartletRuntime.Redaction.placeholder)" }
        return "?\(fields.joined(separator: "&"))"
    }
}

nonisolated extension String {
    /// The text quoted as a single word of a POSIX shell.
    fileprivate var quoted: String { "'\(replacingOccurrences(of: "'", with: #"'\''"#))'" }
}

"""#),
        ("HTTPRequest+Method", #"""
nonisolated extension MartletRuntime.HTTPRequest {
    /// An HTTP request method (RFC 9110, section 9). Methods are case-sensitive: `GET` and `get` are different.
    public struct Method: RawRepresentable, Hashable, Sendable {
        /// The method's name; must be a token (RFC 9110, section 5.6.2).
        public let rawValue: String

        /// Creates a method. ``ApiClient`` reports a name that is not a token as an error.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The method `GET`.
        public static let get = Method(rawValue: "GET")
        /// The method `POST`.
        public static let post = Method(rawValue: "POST")
        /// The method `PUT`.
        public static let put = Method(rawValue: "PUT")
        /// The method `PATCH`.
        public static let patch = Method(rawValue: "PATCH")
        /// The method `DELETE`.
        public static let delete = Method(rawValue: "DELETE")
        /// The method `HEAD`.
        public static let head = Method(rawValue: "HEAD")
        /// The method `OPTIONS`.
        public static let options = Method(rawValue: "OPTIONS")
        /// The method `TRACE`.
        public static let trace = Method(rawValue: "TRACE")

        /// Whether requests must not have a body. RFC 9110 defines no meaning for it, and URLSession fails or drops it.
        var forbidsBody: Bool { [.get, .head, .trace].contains(self) }

        /// Whether a request without a body is sent with `Content-Type: application/json` and `Content-Length: 0`.
        /// LaunchDarkly's reset endpoint answers 415 without the former.
        var announcesEmptyBody: Bool { [.post, .put, .patch].contains(self) }
    }
}

"""#),
        ("HTTPRequest+Preparation", #"""
import Foundation

nonisolated extension MartletRuntime.HTTPRequest {
    /// Creates the request to send, without credentials, from the operation, the call's options and the configuration.
    ///
    /// If headers have the same name, the options take precedence over the operation, and the operation over the
    /// configuration. A POST, PUT or PATCH request without a body is sent with an empty JSON body, because some servers
    /// require it (``HTTPRequest/Method/announcesEmptyBody``).
    /// - Throws: ``ApiError`` of kind `invalidRequest`.
    init(_ request: MartletRuntime.ApiClient.Request, options: MartletRuntime.RequestOptions, configuration: MartletRuntime.Configuration, server: String) throws {
        guard request.method.rawValue.isToken else { throw Self.invalidMethod }
        let timeout = options.timeout ?? configuration.timeout
        let inactivityTimeout = options.inactivityTimeout ?? configuration.inactivityTimeout
        let attemptTimeout = options.attemptTimeout ?? configuration.attemptTimeout ?? timeout
        guard min(timeout, inactivityTimeout, attemptTimeout) > .zero else { throw Self.invalidTimeout }
        var body = options.body ?? request.body
        guard body == nil || !request.method.forbidsBody else { throw Self.forbiddenBody(request.method) }
        if body == nil, request.method.announcesEmptyBody { body = MartletRuntime.HTTPBody() }

        var headers: MartletRuntime.HTTPHeaders = ["User-Agent": configuration.userAgent]
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
        if !secrets.isEmpty { self.headers = headers.hiding(MartletRuntime.Redaction(secrets: secrets)) }
    }

    /// Returns the URL of the server, path and query.
    private static func url(of request: MartletRuntime.ApiClient.Request, options: MartletRuntime.RequestOptions, server: String) throws -> URL {
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
    static let invalidMethod = MartletRuntime.ApiError(.invalidRequest, "the method is not a token of RFC 9110")
    /// The error for a timeout of zero or less.
    static let invalidTimeout = MartletRuntime.ApiError(.invalidRequest, "timeouts must be greater than zero")

    /// The error for a body in a request that must not have one (RFC 9110, section 9.3).
    static func forbiddenBody(_ method: Method) -> MartletRuntime.ApiError {
        MartletRuntime.ApiError(.invalidRequest, "a \(method.rawValue) request must not have a body")
    }

    /// The error for a `{name}` that was not replaced in the path.
    static func unfilledPath(_ request: MartletRuntime.ApiClient.Request) -> MartletRuntime.ApiError {
        MartletRuntime.ApiError(.invalidRequest, "a path parameter of \(request) has no value")
    }

    /// The error for a template that is not a valid path.
    static func unusablePath(_ request: MartletRuntime.ApiClient.Request) -> MartletRuntime.ApiError {
        MartletRuntime.ApiError(.invalidRequest, "the path of \(request) is not valid in a URL")
    }

    /// The error for a link to the next page that would send the credentials elsewhere.
    static func foreignLink(_ request: MartletRuntime.ApiClient.Request) -> MartletRuntime.ApiError {
        MartletRuntime.ApiError(
            .invalidRequest,
            "the link to the next page of \(request) leads to another scheme, host or port, and is not followed"
        )
    }

    /// The error for a template or server with a segment that HTTP libraries remove (RFC 3986, section 5.2.4).
    static func dotSegment(_ request: MartletRuntime.ApiClient.Request) -> MartletRuntime.ApiError {
        MartletRuntime.ApiError(.invalidRequest, "the path of \(request) has a segment \".\" or \"..\"")
    }
}

"""#),
        ("HTTPRequest+Proxy", #"""
#if canImport(FoundationNetworking)
    import Foundation

    nonisolated extension MartletRuntime.HTTPRequest {
        /// Rejects a plain http request that libcurl would send over a proxy from the environment, because a proxy
        /// could read it. Unlike other programs, libcurl reads only the lower-case variable `http_proxy`.
        /// - Throws: ``ApiError`` of kind `invalidRequest`.
        func checkProxy() throws {
            let proxies = ["http_proxy", "all_proxy", "ALL_PROXY"]
            guard url.scheme?.lowercased() == "http", proxies.contains(where: { Self.variable($0) != nil }) else {
                return
            }
            let host = url.host(percentEncoded: true)?.lowercased() ?? ""
            let excluded = (Self.variable("no_proxy") ?? Self.variable("NO_PROXY") ?? "").lowercased()
                .split { ", ".contains($0) }
            guard excluded == ["*"] || excluded.contains(Substring(host)) else { throw Self.plainProxy }
        }

        /// Returns the current value of an environment variable, as libcurl reads it; `nil` if it is unset or empty.
        private static func variable(_ name: String) -> String? {
            getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
        }

        /// The error for a plain http request that would go over a proxy.
        static let plainProxy = MartletRuntime.ApiError(
            .invalidRequest,
            "plain http would go over the proxy that http_proxy or all_proxy names; add the host to no_proxy"
        )
    }

#endif

"""#),
        ("HTTPResponse", #"""
public import Foundation

nonisolated extension MartletRuntime {
    /// A complete HTTP response, as returned by a ``Transport``.
    public struct HTTPResponse: Sendable, Hashable {
        /// The status code, which may be any.
        public var statusCode: Int

        /// The header fields.
        public var headers: HTTPHeaders

        /// The body after content decoding; empty if there is none.
        public var body: Data

        /// Creates a response.
        public init(statusCode: Int, headers: HTTPHeaders = [:], body: Data = Data()) {
            self.statusCode = statusCode
            self.headers = headers
            self.body = body
        }
    }
}

nonisolated extension MartletRuntime.HTTPResponse: MartletRuntime.ApiModel.SelfRedacting {
    /// All properties except the bytes of the body.
    public var shownProperties: KeyValuePairs<String, Any> {
        ["statusCode": statusCode, "headers": headers, "body": "\(body.count) bytes"]
    }
}

public typealias HTTPResponse = MartletRuntime.HTTPResponse

"""#),
        ("HTTPResponse+Progress", #"""
nonisolated extension MartletRuntime.HTTPResponse {
    /// The progress of a download.
    public struct Progress: Sendable, Hashable {
        /// The number of bytes that have been written.
        public let receivedBytes: Int

        /// The total number of bytes; `nil` if the server does not announce it.
        public let totalBytes: Int?

        /// The part that has been written, from 0 to 1; `nil` if the total is unknown.
        public var fraction: Double? { totalBytes.map { MartletRuntime.ProgressReports.fraction(of: receivedBytes, in: $0) } }

        /// Creates a progress value, for use in tests.
        public init(receivedBytes: Int, totalBytes: Int?) {
            self.receivedBytes = receivedBytes
            self.totalBytes = totalBytes
        }
    }
}

"""#),
        ("HTTPResponse+Stream", #"""
nonisolated extension MartletRuntime.HTTPResponse {
    /// A response whose head has arrived and whose body is still arriving.
    ///
    /// ```swift
    /// let stream = try await transport.stream(request)
    /// for try await part in stream.body { file.write(part) }
    /// ```
    public struct Stream: Sendable {
        /// The status code, which may be any.
        public var statusCode: Int

        /// The header fields.
        public var headers: MartletRuntime.HTTPHeaders

        /// The body after content decoding, in parts as they arrive.
        public var body: Body

        /// Creates a response.
        public init(statusCode: Int, headers: MartletRuntime.HTTPHeaders, body: Body) {
            self.statusCode = statusCode
            self.headers = headers
            self.body = body
        }

        /// Creates a response that is already complete. ``collected(upTo:)`` returns it without copying.
        public init(_ response: MartletRuntime.HTTPResponse) {
            self.init(statusCode: response.statusCode, headers: response.headers, body: Body(response.body))
        }

        /// The whole response; `nil` if the body is still arriving.
        var complete: MartletRuntime.HTTPResponse? {
            body.complete.map { MartletRuntime.HTTPResponse(statusCode: statusCode, headers: headers, body: $0) }
        }

        /// Reads the body to its end.
        ///
        /// - Parameter limit: The maximum size of the body in bytes.
        /// - Returns: The complete response.
        /// - Throws: ``ApiError`` of kind `responseTooLarge` if the body exceeds the limit; the errors of reading it.
        public func collected(upTo limit: Int = .max) async throws -> MartletRuntime.HTTPResponse {
            MartletRuntime.HTTPResponse(statusCode: statusCode, headers: headers, body: try await body.collected(upTo: limit))
        }
    }
}

nonisolated extension MartletRuntime.HTTPResponse.Stream: MartletRuntime.ApiModel.SelfRedacting {
    /// The status code and the header fields.
    public var shownProperties: KeyValuePairs<String, Any> { ["statusCode": statusCode, "headers": headers] }
}

"""#),
        ("HuffmanCode", #"""
nonisolated extension MartletRuntime {
    /// A Huffman code of limited length (RFC 1951, section 3.2.2). Symbols are numbered from 0.
    struct HuffmanCode {
        /// The length of each symbol's code in bits; 0 for a symbol that does not occur.
        let lengths: [UInt8]
        /// The code of each symbol, with the first bit in the lowest place.
        private let codes: [UInt16]

        /// Creates a code.
        /// - Parameters:
        ///   - counts: How often each symbol occurs.
        ///   - maxLength: The maximum length in bits, at most 15. All symbols must have a code of that length.
        init(_ counts: [Int], maxLength: Int) {
            var lengths = [UInt8](repeating: 0, count: counts.count)
            let symbols = counts.indices.filter { counts[$0] > 0 }.sorted { counts[$0] < counts[$1] }
            let numbers = Self.limited(Self.depths(of: symbols.map { counts[$0] }), maxLength)
            // The longest codes are those of the rarest symbols.
            var rest = symbols[...]
            for length in stride(from: maxLength, to: 0, by: -1) {
                for symbol in rest.prefix(numbers[length]) { lengths[symbol] = UInt8(length) }
                rest = rest.dropFirst(numbers[length])
            }
            self.lengths = lengths
            var next = [Int](repeating: 0, count: maxLength + 1)
            for length in stride(from: 2, through: maxLength, by: 1) {
                next[length] = (next[length - 1] + numbers[length - 1]) << 1
            }
            codes = lengths.map { length in
                guard length > 0 else { return 0 }
                defer { next[Int(length)] += 1 }
                let code = next[Int(length)]
                return (0..<Int(length)).reduce(0) { $0 << 1 | UInt16(code >> $1 & 1) }
            }
        }

        /// Writes the code of a symbol.
        func write(_ symbol: Int, to output: inout DeflateOutput) {
            output.write(UInt32(codes[symbol]), count: Int(lengths[symbol]))
        }

        /// Returns the lengths of an optimal code for ascending numbers of occurrences.
        private static func depths(of counts: [Int]) -> [Int] {
            guard counts.count > 1 else { return counts.map { _ in 1 } }
            // The nodes of the tree: first the symbols, then their parents, both ascending.
            var weights = counts
            var parents = [Int](repeating: 0, count: 2 * counts.count - 1)
            var (leaf, node) = (0, counts.count)
            func lightest() -> Int {
                if leaf < counts.count, node >= weights.count || weights[leaf] <= weights[node] {
                    leaf += 1
                    return leaf - 1
                }
                node += 1
                return node - 1
            }
            while weights.count < parents.count {
                let (first, second) = (lightest(), lightest())
                (parents[first], parents[second]) = (weights.count, weights.count)
                weights.append(weights[first] + weights[second])
            }
            var depths = [Int](repeating: 0, count: parents.count)
            for index in stride(from: parents.count - 2, through: 0, by: -1) { depths[index] = depths[parents[index]] + 1 }
            return Array(depths.prefix(counts.count))
        }

        /// Returns how many codes have each length, with lengths up to a maximum.
        private static func limited(_ depths: [Int], _ maxLength: Int) -> [Int] {
            var numbers = [Int](repeating: 0, count: maxLength + 1)
            for depth in depths { numbers[min(depth, maxLength)] += 1 }
            // After shortening the codes that were too long, there are too many codes; for each surplus code, another one
            // is lengthened.
            var total = (1...maxLength).reduce(0) { $0 + numbers[$1] << (maxLength - $1) }
            while depths.count > 1, total > 1 << maxLength {
                numbers[maxLength] -= 1
                guard let length = (1..<maxLength).last(where: { numbers[$0] > 0 }) else { break }
                numbers[length] -= 1
                numbers[length + 1] += 2
                total -= 1
            }
            return numbers
        }
    }
}

"""#),
        ("Indirect", #"""
nonisolated extension MartletRuntime {
    /// A property wrapper that stores a value on the heap, so that a type can contain itself or stay small.
    @propertyWrapper
    public struct Indirect<Value> {
        fileprivate indirect enum Storage {
            case value(Value)
        }

        private var storage: Storage

        /// Creates a wrapper of a value.
        public init(wrappedValue: Value) { storage = .value(wrappedValue) }

        /// The value.
        public var wrappedValue: Value {
            get {
                switch storage {
                case .value(let value): value
                }
            }
            set { storage = .value(newValue) }
        }
    }

    /// A property wrapper that stores an optional value on the heap; `nil` needs no allocation.
    @propertyWrapper
    public struct IndirectOptional<Wrapped> {
        fileprivate indirect enum Storage {
            case none
            case value(Wrapped)
        }

        private var storage: Storage

        /// Creates a wrapper of an optional value.
        public init(wrappedValue: Wrapped?) { storage = wrappedValue.map { .value($0) } ?? .none }

        /// The value, if there is one.
        public var wrappedValue: Wrapped? {
            get {
                switch storage {
                case .none: nil
                case .value(let value): value
                }
            }
            set { storage = newValue.map { .value($0) } ?? .none }
        }
    }
}

nonisolated extension MartletRuntime.Indirect.Storage: Sendable where Value: Sendable {}

nonisolated extension MartletRuntime.Indirect: Sendable where Value: Sendable {}

nonisolated extension MartletRuntime.Indirect: Equatable where Value: Equatable {
    /// Returns whether the values are equal.
    public static func == (left: Self, right: Self) -> Bool { left.wrappedValue == right.wrappedValue }
}

nonisolated extension MartletRuntime.Indirect: Hashable where Value: Hashable {
    /// Hashes the value.
    public func hash(into hasher: inout Hasher) { hasher.combine(wrappedValue) }
}

nonisolated extension MartletRuntime.IndirectOptional.Storage: Sendable where Wrapped: Sendable {}

nonisolated extension MartletRuntime.IndirectOptional: Sendable where Wrapped: Sendable {}

nonisolated extension MartletRuntime.IndirectOptional: Equatable where Wrapped: Equatable {
    /// Returns whether the values are equal, or both `nil`.
    public static func == (left: Self, right: Self) -> Bool {
        left.wrappedValue == right.wrappedValue
    }
}

nonisolated extension MartletRuntime.IndirectOptional: Hashable where Wrapped: Hashable {
    /// Hashes the value.
    public func hash(into hasher: inout Hasher) { hasher.combine(wrappedValue) }
}

"""#),
        ("InnerObjects", #"""
nonisolated extension MartletRuntime {
    /// The properties of an object, or of each object in an array, to look for names in them.
    struct InnerObjects: Decodable {
        let objects: [ObjectDecoder]

        init(from decoder: any Decoder) {
            if let object = try? ObjectDecoder(decoder) {
                objects = [object]
            } else {
                objects = (try? [Self](from: decoder))?.flatMap(\.objects) ?? []
            }
        }
    }
}

"""#),
        ("JSONArrayContainer", #"""
nonisolated extension MartletRuntime {
    /// An unkeyed container of the elements of an array.
    struct JSONArrayContainer: UnkeyedDecodingContainer {
        private let document: JSONDocument
        private let array: Int
        private var index: Int
        private(set) var currentIndex = 0

        init(_ document: JSONDocument, _ array: Int) throws {
            guard document.nodes[array].kind == .array else { throw document.mismatch([Any].self, array) }
            self.document = document
            self.array = array
            index = array + 1
        }

        var codingPath: [any CodingKey] { document.path(to: array) }
        var count: Int? { document.elements(of: array).count }
        var isAtEnd: Bool { index >= document.nodes[array].next }

        mutating func decodeNil() throws -> Bool {
            guard document.isNull(at: try current(Never?.self)) else { return false }
            advance()
            return true
        }

        mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
            let value: Value = try document.value(at: try current(type))
            advance()
            return value
        }

        mutating func nestedContainer<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
            let container = try JSONNodeDecoder(document, try current([String: Any].self)).container(keyedBy: type)
            advance()
            return container
        }

        mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
            let container = try JSONArrayContainer(document, try current([Any].self))
            advance()
            return container
        }

        mutating func superDecoder() throws -> any Decoder {
            let decoder = JSONNodeDecoder(document, try current((any Decoder).self))
            advance()
            return decoder
        }

        /// Returns the node of the next element. If decoding fails, the element remains the next one.
        private func current(_ type: any Any.Type) throws -> Int {
            guard !isAtEnd else {
                throw DecodingError.valueNotFound(
                    type,
                    .init(codingPath: codingPath + [ElementIndex(currentIndex)], debugDescription: "the array has ended")
                )
            }
            return index
        }

        private mutating func advance() {
            index = Int(document.nodes[index].next)
            currentIndex += 1
        }
    }
}

"""#),
        ("JSONDocument", #"""
import Foundation

nonisolated extension MartletRuntime {
    /// A parsed JSON text from which values are decoded.
    ///
    /// It replaces `JSONDecoder` and is several times as fast: the text is parsed once into an array of nodes, names are
    /// compared as bytes, and `ObjectDecoder` uses it without a `KeyedDecodingContainer`. Values of other types decode
    /// themselves from a ``JSONNodeDecoder``, as with any decoder.
    ///
    /// The document owns the memory of the text and the nodes, which does not change after parsing. It does not use arrays
    /// because access to them dominates the time in debug builds.
    final class JSONDocument: @unchecked Sendable {
        /// The text in UTF-8, followed by a zero byte.
        let bytes: UnsafePointer<UInt8>
        let byteCount: Int
        let nodes: UnsafePointer<JSONNode>
        let nodeCount: Int

        /// The cache of values that may be of several types.
        let memory = DecodedValues()

        /// The default maximum nesting depth of arrays and objects. It can be decoded on a stack of 512 KiB, the stack size
        /// of secondary threads on Apple platforms.
        static let defaultMaxDepth = Configuration.defaultMaxNestingDepth

        /// Parses a text in UTF-8, UTF-16 or UTF-32; the encoding is detected.
        /// - Throws: `DecodingError` if the text is not JSON.
        init(_ data: Data, maxDepth: Int = defaultMaxDepth) throws {
            let text = Self.utf8(data)
            let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: text.count + 1)
            text.copyBytes(to: copy, count: text.count)
            copy[text.count] = 0
            var parser = JSONParser(copy, byteCount: text.count, maxDepth: maxDepth)
            let result = Result { () throws(JSONFault) in try parser.parse() }
            bytes = UnsafePointer(copy)
            byteCount = text.count
            nodes = UnsafePointer(parser.nodes)
            nodeCount = parser.nodeCount
            if case .failure(let fault) = result { throw notJSON(fault) }
        }

        deinit {
            bytes.deallocate()
            nodes.deallocate()
        }

        /// A copy of the text in UTF-8.
        var text: [UInt8] { text(in: 0..<byteCount) }

        /// Returns a copy of a part of the text in UTF-8.
        func text(in range: Range<Int>) -> [UInt8] {
            Array(UnsafeBufferPointer(start: bytes + range.lowerBound, count: range.count))
        }

        /// Decodes the value of a JSON text.
        /// - Throws: `DecodingError`.
        static func decode<Value: Decodable>(
            _ type: Value.Type,
            from data: Data,
            maxDepth: Int = defaultMaxDepth
        ) throws -> Value {
            try JSONDocument(data, maxDepth: maxDepth).value(at: 0)
        }

        /// Converts a text to UTF-8. RFC 8259 requires UTF-8 without a byte order mark; the first bytes identify other
        /// encodings (RFC 4627, section 3).
        private static func utf8(_ data: Data) -> Data {
            let encoding: String.Encoding? =
                switch Array(data.prefix(4)) {
                case [0xFF, 0xFE, 0, 0], [0, 0, 0xFE, 0xFF]: .utf32
                case let start where start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF]): .utf16
                case let start where start.starts(with: [0, 0, 0]): .utf32BigEndian
                case let start where start.count == 4 && start[1...] == [0, 0, 0]: .utf32LittleEndian
                case let start where start.count > 1 && start[0] == 0: .utf16BigEndian
                case let start where start.count > 1 && start[1] == 0: .utf16LittleEndian
                default: nil
                }
            if let text = encoding.flatMap({ String(data: data, encoding: $0) }) { return Data(text.utf8) }
            return data.starts(with: [0xEF, 0xBB, 0xBF]) ? data.dropFirst(3) : data
        }

        /// Returns the value of an object's first member with a name; `nil` if there is none.
        func member(_ name: String, of object: Int) -> Int? {
            var name = name
            return name.withUTF8 { name in
                let count = name.count
                var index = object + 1
                let end = Int(nodes[object].next)
                while index < end {
                    let node = nodes[index]
                    if node.kind == .escaped {
                        if let other = try? string(at: index), other.utf8.elementsEqual(name) { return index + 1 }
                    } else if Int(node.end &- node.start) == count, holds(name, at: Int(node.start)) {
                        return index + 1
                    }
                    index = Int(nodes[index + 1].next)
                }
                return nil
            }
        }

        /// Whether the text has these bytes at a position.
        func holds(_ other: UnsafeBufferPointer<UInt8>, at position: Int) -> Bool {
            guard let start = other.baseAddress else { return true }
            return memcmp(bytes + position, start, other.count) == 0
        }
    }
}

"""#),
        ("JSONDocument+Collections", #"""
nonisolated extension MartletRuntime.JSONDocument {
    /// Decodes an array.
    /// - Throws: `DecodingError` if the value is not an array, or has an element of another type.
    func array<Element: Decodable>(at index: Int) throws -> [Element] {
        guard nodes[index].kind == .array else { throw mismatch([Any].self, index) }
        var array: [Element] = []
        let end = Int(nodes[index].next)
        var element = index + 1
        while element < end {
            array.append(try value(at: element))
            element = Int(nodes[element].next)
        }
        return array
    }

    /// Decodes an object as a dictionary; the first of several members with the same name is used.
    /// - Throws: `DecodingError` if the value is not an object, or has a member of another type.
    func dictionary<Value: Decodable>(at index: Int) throws -> [String: Value] {
        guard nodes[index].kind == .object else { throw mismatch([String: Any].self, index) }
        var dictionary: [String: Value] = [:]
        let end = Int(nodes[index].next)
        var member = index + 1
        while member < end {
            let name = try string(at: member)
            if dictionary[name] == nil { dictionary[name] = try value(at: member + 1) as Value }
            member = Int(nodes[member + 1].next)
        }
        return dictionary
    }

    /// Returns the elements of an array in order; none if the value is not an array.
    func elements(of array: Int) -> [Int] {
        var elements: [Int] = []
        guard nodes[array].kind == .array else { return elements }
        var index = array + 1
        while index < nodes[array].next {
            elements.append(index)
            index = Int(nodes[index].next)
        }
        return elements
    }

    /// Returns the names and values of an object's members in order; none if the value is not an object.
    func members(of object: Int) -> [(name: Int, value: Int)] {
        var members: [(name: Int, value: Int)] = []
        guard nodes[object].kind == .object else { return members }
        var index = object + 1
        while index < nodes[object].next {
            members.append((index, index + 1))
            index = Int(nodes[index + 1].next)
        }
        return members
    }
}

"""#),
        ("JSONDocument+Errors", #"""
nonisolated extension MartletRuntime.JSONDocument {
    /// The description of a value of the right type that Swift cannot represent.
    static let unreadable = "the number does not fit or the string is malformed"

    /// The error for a missing member of an object.
    func missing(_ name: String, _ object: Int) -> DecodingError {
        .keyNotFound(
            MartletRuntime.PropertyKey(name),
            .init(codingPath: path(to: object), debugDescription: "there is no member of this name")
        )
    }

    /// The error for a value of another type.
    func mismatch(_ type: any Any.Type, _ index: Int) -> DecodingError {
        let context = DecodingError.Context(codingPath: path(to: index), debugDescription: "it is not of this type")
        return isNull(at: index) ? .valueNotFound(type, context) : .typeMismatch(type, context)
    }

    /// The error for a value of the right type that Swift cannot represent.
    func unreadable(_ index: Int) -> DecodingError { corrupted(index, Self.unreadable) }

    /// The error for a string in the wrong format.
    func corrupted(_ index: Int, _ reason: String) -> DecodingError {
        .dataCorrupted(.init(codingPath: path(to: index), debugDescription: reason))
    }

    /// The error for a text that is not JSON.
    func notJSON(_ fault: MartletRuntime.JSONFault) -> DecodingError {
        let lines = text[..<fault.position].split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let place = "line \(lines.count), column \((lines.last?.count ?? 0) + 1)"
        return .dataCorrupted(
            .init(codingPath: [], debugDescription: "not valid JSON at \(place), where \(fault.expected) was expected")
        )
    }

    /// Returns the path of a value.
    func path(to index: Int) -> [any CodingKey] {
        var path: [any CodingKey] = []
        var index = index
        while index > 0 {
            let container = Int(nodes[index].parent)
            if nodes[container].kind == .array {
                path.append(MartletRuntime.ElementIndex(Int(nodes[index].place)))
            } else {
                path.append(MartletRuntime.PropertyKey((try? string(at: index - 1)) ?? ""))
            }
            index = container
        }
        return path.reversed()
    }
}

"""#),
        ("JSONDocument+Numbers", #"""
import Foundation

nonisolated extension MartletRuntime.JSONDocument {
    /// Decodes an integer in any notation: `1e3` is an integer.
    /// - Throws: `DecodingError` if the value is not a number, has a fraction or is out of range.
    func integer<Value: FixedWidthInteger>(at index: Int) throws -> Value {
        if let value: Value = wholeNumber(at: index) { return value }
        throw nodes[index].kind.isNumber ? unreadable(index) : mismatch(Value.self, index)
    }

    /// Decodes an `Int64`, as the generic function does.
    func int64(at index: Int) throws -> Int64 { try digits(at: index) ?? integer(at: index) }

    /// Returns an integer; `nil` if the value is not an integer or is out of range.
    func wholeNumber<Value: FixedWidthInteger>(at index: Int) -> Value? {
        if let value = digits(at: index) { return Value(exactly: value) }
        guard nodes[index].kind.isNumber else { return nil }
        let text = text(of: nodes[index])
        if nodes[index].kind == .integer { return Value(text) }
        // Below this limit, doubles represent integers exactly.
        if let value = Double(text), abs(value) < 0x1p53 { return Value(exactly: value) }
        return Decimal(string: text).flatMap { Value($0.description) }
    }

    /// Returns an integer in plain digits; `nil` for any other text, and for more digits than an `Int64` can have.
    private func digits(at index: Int) -> Int64? {
        let node = nodes[index]
        guard node.kind == .integer else { return nil }
        var position = Int(node.start)
        let isNegative = bytes[position] == 0x2D
        if isNegative { position += 1 }
        guard Int(node.end) - position <= 18 else { return nil }
        var value: Int64 = 0
        while position < Int(node.end) {
            value = value &* 10 &+ Int64(bytes[position] &- 0x30)
            position += 1
        }
        return isNegative ? -value : value
    }

    /// Decodes a floating-point number.
    /// - Throws: `DecodingError` if the value is not a number or is out of range.
    func floatingPoint<Value: BinaryFloatingPoint & LosslessStringConvertible>(at index: Int) throws -> Value {
        guard nodes[index].kind.isNumber else { throw mismatch(Value.self, index) }
        guard let value = Value(text(of: nodes[index])), value.isFinite else { throw unreadable(index) }
        return value
    }

    /// Decodes a decimal number.
    /// - Throws: `DecodingError` if the value is not a number or is out of range.
    func decimal(at index: Int) throws -> Decimal {
        guard nodes[index].kind.isNumber else { throw mismatch(Decimal.self, index) }
        guard let value = Decimal(string: text(of: nodes[index])), value.isFinite else { throw unreadable(index) }
        return value
    }
}

"""#),
        ("JSONDocument+Places", #"""
nonisolated extension MartletRuntime.JSONDocument {
    /// Returns the node of the value at a path; `nil` if there is none.
    func node(at path: some Sequence<any CodingKey>) -> Int? {
        var index = 0
        for key in path {
            let next: Int? =
                switch nodes[index].kind {
                case .array: key.intValue.flatMap { $0 < 0 ? nil : elements(of: index).dropFirst($0).first }
                case .object: member(key.stringValue, of: index)
                default: nil
                }
            guard let next else { return nil }
            index = next
        }
        return index
    }

    /// Returns the text ranges of all members with the given names, at any depth.
    func values(of names: Set<String>) -> [Range<Int>] {
        (0..<nodeCount).flatMap { object in
            members(of: object).compactMap { name, value in
                (try? string(at: name)).flatMap { names.contains($0) ? range(of: value) : nil }
            }
        }
    }

    /// Returns the text range of a value, including quotation marks or brackets.
    func range(of index: Int) -> Range<Int> {
        let node = nodes[index]
        let quote = node.kind.isString ? 1 : 0
        return Int(node.start) - quote..<Int(node.end) + quote
    }
}

"""#),
        ("JSONDocument+Strings", #"""
import Foundation

nonisolated extension MartletRuntime.JSONDocument {
    /// Decodes a string (RFC 8259, section 7).
    /// - Throws: `DecodingError` if the value is not a string, or is not valid Unicode.
    func string(at index: Int) throws -> String {
        let node = nodes[index]
        switch node.kind {
        case .ascii: return text(of: node)
        case .unicode:
            let start = Int(node.start)
            let string = text(of: node)
            guard Self.equals(string, bytes + start, Int(node.end) - start) else { throw unreadable(index) }
            return string
        case .escaped:
            guard let string = unescaped(from: Int(node.start), to: Int(node.end)) else { throw unreadable(index) }
            return string
        default: throw mismatch(String.self, index)
        }
    }

    /// The text of a scalar; of a string, without the quotation marks. Invalid UTF-8 is repaired.
    func text(of node: MartletRuntime.JSONNode) -> String {
        let start = Int(node.start)
        return String(decoding: UnsafeBufferPointer(start: bytes + start, count: Int(node.end) - start), as: UTF8.self)
    }

    /// Whether a string has exactly these bytes, which it does not if they are invalid UTF-8 that has been repaired.
    private static func equals(_ string: String, _ bytes: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        var string = string
        return string.withUTF8 { $0.count == count && memcmp($0.baseAddress ?? bytes, bytes, count) == 0 }
    }

    /// Returns the value of a string with escapes; `nil` if it contains an unpaired surrogate, or is not valid UTF-8.
    private func unescaped(from start: Int, to end: Int) -> String? {
        // An escape sequence is longer than the character that it stands for.
        let result = UnsafeMutablePointer<UInt8>.allocate(capacity: end - start)
        defer { result.deallocate() }
        var count = 0
        var position = start
        while position < end {
            let byte = bytes[position]
            guard byte == 0x5C else {
                result[count] = byte
                count += 1
                position += 1
                continue
            }
            let escape = bytes[position + 1]
            position += 2
            switch escape {
            case 0x62: result[count] = 0x08  // b
            case 0x66: result[count] = 0x0C  // f
            case 0x6E: result[count] = 0x0A  // n
            case 0x72: result[count] = 0x0D  // r
            case 0x74: result[count] = 0x09  // t
            case 0x75:  // u
                guard let scalar = scalar(at: &position) else { return nil }
                for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
                    result[count] = byte
                    count += 1
                }
                continue
            default: result[count] = escape
            }
            count += 1
        }
        let string = String(decoding: UnsafeBufferPointer(start: result, count: count), as: UTF8.self)
        return Self.equals(string, result, count) ? string : nil
    }

    /// Returns the scalar of four hexadecimal digits, or of a surrogate pair of escapes.
    private func scalar(at position: inout Int) -> Unicode.Scalar? {
        let unit = codeUnit(at: &position)
        guard UTF16.isLeadSurrogate(unit) else { return Unicode.Scalar(unit) }
        // A quotation mark follows the string, so both bytes can be read.
        guard bytes[position] == 0x5C, bytes[position + 1] == 0x75 else { return nil }
        position += 2
        let trail = codeUnit(at: &position)
        guard UTF16.isTrailSurrogate(trail) else { return nil }
        return Unicode.Scalar(0x10000 + (UInt32(unit) & 0x3FF) << 10 + UInt32(trail) & 0x3FF)
    }

    /// Returns the value of four hexadecimal digits, which the parser has checked.
    private func codeUnit(at position: inout Int) -> UInt16 {
        var unit: UInt16 = 0
        for _ in 0..<4 {
            unit = unit << 4 | UInt16(bytes[position].hexadecimalDigit ?? 0)
            position += 1
        }
        return unit
    }
}

"""#),
        ("JSONDocument+Values", #"""
import Foundation

nonisolated extension MartletRuntime.JSONDocument {
    /// Decodes a value of any type.
    ///
    /// The Foundation types that decoders handle specially are decoded here; all other types decode themselves.
    func value<Value: Decodable>(at index: Int) throws -> Value {
        let isFoundational =
            Value.self == URL.self || Value.self == Data.self || Value.self == Decimal.self || Value.self == Date.self
        return isFoundational ? try foundationalValue(at: index) : try Value(from: MartletRuntime.JSONNodeDecoder(self, index))
    }

    /// A separate function, because the metadata for a cast is looked up even if the cast is not reached.
    @inline(never)
    private func foundationalValue<Value>(at index: Int) throws -> Value {
        let value: Any =
            if Value.self == URL.self {
                try url(at: index)
            } else if Value.self == Data.self {
                try data(at: index)
            } else if Value.self == Date.self {
                try (value(at: index) as MartletRuntime.DateTime).date
            } else {
                try decimal(at: index)
            }
        guard let value = value as? Value else { throw mismatch(Value.self, index) }
        return value
    }

    /// Whether the value is `null`.
    func isNull(at index: Int) -> Bool { nodes[index].kind == .null }

    /// Decodes `true` or `false`.
    func bool(at index: Int) throws -> Bool {
        switch nodes[index].kind {
        case .true: return true
        case .false: return false
        default: throw mismatch(Bool.self, index)
        }
    }

    /// Decodes any JSON value.
    func jsonValue(at index: Int) throws -> MartletRuntime.JSONValue {
        switch nodes[index].kind {
        case .null: return .null
        case .true: return .bool(true)
        case .false: return .bool(false)
        case .ascii, .unicode, .escaped: return .string(try string(at: index))
        case .integer, .number:
            if let value: Int64 = wholeNumber(at: index) { return .integer(value) }
            return MartletRuntime.JSONValue(number: try floatingPoint(at: index)) { try? decimal(at: index) }
        case .array: return .array(try elements(of: index).map { try jsonValue(at: $0) })
        case .object:
            let members = try members(of: index).map { (try string(at: $0.name), try jsonValue(at: $0.value)) }
            return .object(Dictionary(members) { first, _ in first })
        }
    }

    private func url(at index: Int) throws -> URL {
        guard let url = URL(string: try string(at: index)) else { throw corrupted(index, "not a URL") }
        return url
    }

    /// Decodes bytes from Base64, or else from its URL-safe form, which counts as a misfit: a union prefers a type that
    /// declares the text.
    private func data(at index: Int) throws -> Data {
        let text = try string(at: index)
        if let data = Data(base64Encoded: text) { return data }
        guard let data = Data(urlSafeBase64: text) else { throw corrupted(index, "not in Base64") }
        MartletRuntime.Misfits.note()
        return data
    }
}

nonisolated extension Data {
    /// Decodes Base64 in the URL-safe alphabet or the standard one, with or without padding (RFC 4648, sections 3.2 and
    /// 5). Many documents, such as those made from Google's discovery format, use `format: byte` for it.
    fileprivate init?(urlSafeBase64 text: String) {
        let digits = text.replacing("-", with: "+").replacing("_", with: "/")
        // No byte is encoded in a single digit.
        guard digits.utf8.count % 4 != 1 else { return nil }
        self.init(base64Encoded: digits + String(repeating: "=", count: -digits.utf8.count & 3))
    }
}

"""#),
        ("JSONEncoder+Martlet", #"""
import Foundation

nonisolated extension JSONEncoder {
    /// The encoder of all request values; equal values have equal bytes.
    static var martlet: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.withoutEscapingSlashes, .sortedKeys]
        encoder.userInfo = MartletRuntime.RequestMark.userInfo
        encoder.dateEncodingStrategy = .custom { try MartletRuntime.DateTime($0).encode(to: $1) }
        return encoder
    }
}

"""#),
        ("JSONFault", #"""
nonisolated extension MartletRuntime {
    /// The reason why a text is not JSON.
    struct JSONFault: Error {
        /// The expected syntax, such as "a comma".
        let expected: String
        /// The position in bytes from the start.
        let position: Int
    }
}

"""#),
        ("JSONNode", #"""
nonisolated extension MartletRuntime {
    /// A value in a JSON text, or the name of a member.
    ///
    /// The nodes of a text form an array in the order of the text: a container precedes its contents, and a name precedes
    /// its value.
    struct JSONNode {
        enum Kind {
            case null, `true`, `false`
            /// A number without fraction and exponent.
            case integer
            /// Any other number.
            case number
            /// An ASCII string without escapes.
            case ascii
            /// A string without escapes.
            case unicode
            /// A string with escapes.
            case escaped
            case array, object

            var isString: Bool { self == .ascii || self == .unicode || self == .escaped }
            var isNumber: Bool { self == .integer || self == .number }
        }

        let kind: Kind
        /// The start of the text; of a string, after the quotation mark.
        let start: UInt32
        /// The end of the text; of a string, before the quotation mark.
        var end: UInt32
        /// The index of the node after this one and its contents.
        var next: UInt32
        /// The index of the enclosing container; the outermost value is its own container.
        let parent: UInt32
        /// The index among the elements of the container.
        let place: UInt32
    }
}

"""#),
        ("JSONNodeDecoder", #"""
nonisolated extension MartletRuntime {
    /// A decoder of a single value in a JSON text.
    struct JSONNodeDecoder: Decoder, SingleValueDecodingContainer {
        let document: JSONDocument
        let index: Int

        /// Creates a decoder of the value at a node index.
        init(_ document: JSONDocument, _ index: Int) {
            self.document = document
            self.index = index
        }

        /// The index of the value, which must be an object.
        /// - Throws: `DecodingError` if it is not an object.
        var object: Int {
            get throws {
                guard document.nodes[index].kind == .object else { throw document.mismatch([String: Any].self, index) }
                return index
            }
        }

        var codingPath: [any CodingKey] { document.path(to: index) }
        var userInfo: [CodingUserInfoKey: Any] { [:] }

        func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
            KeyedDecodingContainer(try JSONObjectContainer<Key>(self))
        }

        func unkeyedContainer() throws -> any UnkeyedDecodingContainer { try JSONArrayContainer(document, index) }

        func singleValueContainer() -> any SingleValueDecodingContainer { self }

        func decodeNil() -> Bool { document.isNull(at: index) }
        func decode(_ type: Bool.Type) throws -> Bool { try document.bool(at: index) }
        func decode(_ type: String.Type) throws -> String { try document.string(at: index) }
        func decode(_ type: Double.Type) throws -> Double { try document.floatingPoint(at: index) }
        func decode(_ type: Float.Type) throws -> Float { try document.floatingPoint(at: index) }
        func decode(_ type: Int.Type) throws -> Int { try document.integer(at: index) }
        func decode(_ type: Int8.Type) throws -> Int8 { try document.integer(at: index) }
        func decode(_ type: Int16.Type) throws -> Int16 { try document.integer(at: index) }
        func decode(_ type: Int32.Type) throws -> Int32 { try document.integer(at: index) }
        func decode(_ type: Int64.Type) throws -> Int64 { try document.integer(at: index) }
        func decode(_ type: UInt.Type) throws -> UInt { try document.integer(at: index) }
        func decode(_ type: UInt8.Type) throws -> UInt8 { try document.integer(at: index) }
        func decode(_ type: UInt16.Type) throws -> UInt16 { try document.integer(at: index) }
        func decode(_ type: UInt32.Type) throws -> UInt32 { try document.integer(at: index) }
        func decode(_ type: UInt64.Type) throws -> UInt64 { try document.integer(at: index) }
        func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try document.value(at: index) }
    }
}

"""#),
        ("JSONObjectContainer", #"""
nonisolated extension MartletRuntime {
    /// A keyed container of the members of an object, for types that do not use an `ObjectDecoder`.
    struct JSONObjectContainer<Key: CodingKey>: KeyedDecodingContainerProtocol {
        private let document: JSONDocument
        private let object: Int
        /// The values by name; the first one if a name is repeated.
        private let values: [String: Int]

        init(_ decoder: JSONNodeDecoder) throws {
            document = decoder.document
            object = try decoder.object
            let members = try document.members(of: object).map { [document] in
                (try document.string(at: $0.name), $0.value)
            }
            values = Dictionary(members) { first, _ in first }
        }

        var codingPath: [any CodingKey] { document.path(to: object) }

        var allKeys: [Key] { values.sorted { $0.value < $1.value }.compactMap { Key(stringValue: $0.key) } }

        func contains(_ key: Key) -> Bool { values[key.stringValue] != nil }

        func decodeNil(forKey key: Key) throws -> Bool { document.isNull(at: try index(of: key)) }

        func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
            try document.value(at: try index(of: key))
        }

        func nestedContainer<Nested: CodingKey>(
            keyedBy type: Nested.Type,
            forKey key: Key
        ) throws -> KeyedDecodingContainer<Nested> {
            try superDecoder(forKey: key).container(keyedBy: type)
        }

        func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
            try superDecoder(forKey: key).unkeyedContainer()
        }

        func superDecoder() throws -> any Decoder {
            guard let index = values["super"] else { throw document.missing("super", object) }
            return JSONNodeDecoder(document, index)
        }

        func superDecoder(forKey key: Key) throws -> any Decoder { JSONNodeDecoder(document, try index(of: key)) }

        private func index(of key: Key) throws -> Int {
            guard let index = values[key.stringValue] else { throw document.missing(key.stringValue, object) }
            return index
        }
    }
}

"""#),
        ("JSONParser", #"""
nonisolated extension MartletRuntime {
    /// Parses a JSON text into nodes (RFC 8259), in one pass and without recursion.
    ///
    /// It accepts only valid JSON. The syntax of numbers and strings is checked here; their values, including UTF-8 and
    /// surrogates, are checked when they are decoded.
    ///
    /// It uses pointers, byte values and loops, although collections, characters and closures would be shorter: these are
    /// many times slower in debug builds.
    struct JSONParser {
        /// The text, followed by a zero byte. That byte is invalid in JSON, and the parser advances only over bytes that it
        /// has recognized, so it never reads past the end.
        private let bytes: UnsafePointer<UInt8>
        private let byteCount: Int
        private var position = 0

        /// The nodes. The creator of the parser deallocates them.
        private(set) var nodes: UnsafeMutablePointer<JSONNode>
        private(set) var nodeCount = 0
        private var capacity: Int

        /// The maximum nesting depth of containers.
        private let maxDepth: Int

        /// Creates a parser.
        /// - Parameters:
        ///   - bytes: UTF-8, followed by a zero byte.
        ///   - byteCount: The number of bytes before the zero byte.
        init(_ bytes: UnsafePointer<UInt8>, byteCount: Int, maxDepth: Int) {
            self.bytes = bytes
            self.byteCount = byteCount
            self.maxDepth = maxDepth
            capacity = byteCount / 10 + 1
            nodes = .allocate(capacity: capacity)
        }

        /// Parses the complete text.
        mutating func parse() throws(JSONFault) {
            guard byteCount < UInt32.max else { throw JSONFault(expected: "less than 4 GiB", position: 0) }
            var container = 0
            var depth = 0
            var place = 0
            skipSpace()
            while true {
                if try beginValue(in: container, at: place) {
                    container = nodeCount - 1
                    depth += 1
                    guard depth <= maxDepth else { throw fault("no more than \(maxDepth) nested containers") }
                    place = 0
                    skipSpace()
                    if !isClosing(container) {
                        if nodes[container].kind == .object { try addName(in: container, at: place) }
                        continue
                    }
                } else {
                    place += 1
                }
                // After a value, or at the end of an empty container.
                while depth > 0 {
                    skipSpace()
                    guard isClosing(container) else { break }
                    position += 1
                    nodes[container].end = UInt32(truncatingIfNeeded: position)
                    nodes[container].next = UInt32(truncatingIfNeeded: nodeCount)
                    place = Int(nodes[container].place) + 1
                    container = Int(nodes[container].parent)
                    depth -= 1
                }
                guard depth > 0 else { break }
                let isObject = nodes[container].kind == .object
                guard bytes[position] == 0x2C else { throw fault(isObject ? "a comma or }" : "a comma or ]") }
                position += 1
                skipSpace()
                if isObject { try addName(in: container, at: place) }
            }
            skipSpace()
            guard position == byteCount else { throw fault("the end") }
        }

        /// Returns whether the container ends here, with `}` or `]`.
        private func isClosing(_ container: Int) -> Bool {
            bytes[position] == (nodes[container].kind == .object ? 0x7D : 0x5D)
        }

        /// Parses a scalar, or the start of a container.
        /// - Returns: Whether it is a container.
        private mutating func beginValue(in container: Int, at place: Int) throws(JSONFault) -> Bool {
            let start = position
            switch bytes[position] {
            case 0x22:  // "
                try addString(in: container, at: place)
                return false
            case 0x7B:  // {
                position += 1
                add(.object, from: start, in: container, at: place)
                return true
            case 0x5B:  // [
                position += 1
                add(.array, from: start, in: container, at: place)
                return true
            case 0x74:
                try skip("true")
                add(.true, from: start, in: container, at: place)
            case 0x66:
                try skip("false")
                add(.false, from: start, in: container, at: place)
            case 0x6E:
                try skip("null")
                add(.null, from: start, in: container, at: place)
            default: add(try skipNumber(), from: start, in: container, at: place)
            }
            return false
        }

        /// Adds a node that ends here.
        private mutating func add(_ kind: JSONNode.Kind, from start: Int, in container: Int, at place: Int) {
            if nodeCount == capacity { grow() }
            nodes[nodeCount] = JSONNode(
                kind: kind,
                start: UInt32(truncatingIfNeeded: start),
                end: UInt32(truncatingIfNeeded: position),
                next: UInt32(truncatingIfNeeded: nodeCount + 1),
                parent: UInt32(truncatingIfNeeded: container),
                place: UInt32(truncatingIfNeeded: place)
            )
            nodeCount += 1
        }

        private mutating func grow() {
            let larger = UnsafeMutablePointer<JSONNode>.allocate(capacity: capacity * 2)
            larger.moveInitialize(from: nodes, count: nodeCount)
            nodes.deallocate()
            nodes = larger
            capacity *= 2
        }

        /// Parses the name of a member and the colon after it.
        private mutating func addName(in container: Int, at place: Int) throws(JSONFault) {
            guard bytes[position] == 0x22 else { throw fault("a name in quotation marks") }
            try addString(in: container, at: place)
            skipSpace()
            guard bytes[position] == 0x3A else { throw fault("a colon") }
            position += 1
            skipSpace()
        }

        /// Parses a string (RFC 8259, section 7).
        private mutating func addString(in container: Int, at place: Int) throws(JSONFault) {
            position += 1
            let start = position
            var kind = JSONNode.Kind.ascii
            while true {
                let byte = bytes[position]
                if byte == 0x22 { break }
                if byte == 0x5C {
                    kind = .escaped
                    try skipEscape()
                    continue
                }
                if byte < 0x20 { throw fault("a string without control characters, and a closing quotation mark") }
                if byte >= 0x80, kind == .ascii { kind = .unicode }
                position += 1
            }
            add(kind, from: start, in: container, at: place)
            position += 1
        }

        /// Skips a backslash and the escaped characters: `"`, `\`, `/`, `b`, `f`, `n`, `r`, `t`, or `u` and four digits.
        private mutating func skipEscape() throws(JSONFault) {
            switch bytes[position + 1] {
            case 0x22, 0x5C, 0x2F, 0x62, 0x66, 0x6E, 0x72, 0x74: position += 2
            case 0x75:
                position += 2
                for _ in 0..<4 {
                    guard bytes[position].hexadecimalDigit != nil else { throw fault("a hexadecimal digit") }
                    position += 1
                }
            default: throw fault("an escape of JSON")
            }
        }

        /// Parses a number (RFC 8259, section 6).
        private mutating func skipNumber() throws(JSONFault) -> JSONNode.Kind {
            if bytes[position] == 0x2D { position += 1 }
            if bytes[position] == 0x30 {
                position += 1
            } else {
                try skipDigits("a value")
            }
            var kind = JSONNode.Kind.integer
            if bytes[position] == 0x2E {
                kind = .number
                position += 1
                try skipDigits("a digit")
            }
            // E or e, and then + or -.
            if bytes[position] | 0x20 == 0x65 {
                kind = .number
                position += 1
                if bytes[position] == 0x2B || bytes[position] == 0x2D { position += 1 }
                try skipDigits("a digit")
            }
            return kind
        }

        private mutating func skipDigits(_ expected: String) throws(JSONFault) {
            let start = position
            while bytes[position] &- 0x30 < 10 { position += 1 }
            guard position > start else { throw fault(expected) }
        }

        private mutating func skip(_ literal: StaticString) throws(JSONFault) {
            var offset = 0
            while offset < literal.utf8CodeUnitCount {
                guard bytes[position] == literal.utf8Start[offset] else { throw fault("a value") }
                position += 1
                offset += 1
            }
        }

        private mutating func skipSpace() {
            while true {
                let byte = bytes[position]
                if byte > 0x20 { return }
                guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
                position += 1
            }
        }

        private func fault(_ expected: String) -> JSONFault { JSONFault(expected: expected, position: position) }
    }
}

nonisolated extension UInt8 {
    /// The value of a hexadecimal digit of either case; `nil` for any other character.
    var hexadecimalDigit: UInt8? {
        if self &- 0x30 < 10 { return self - 0x30 }
        let letter = self | 0x20
        return letter &- 0x61 < 6 ? letter - 0x61 + 10 : nil
    }
}

"""#),
        ("JSONPatch", #"""
nonisolated extension MartletRuntime {
    /// The types of a JSON Patch (RFC 6902); a patch is an array of ``JSONPatch/Step``.
    public enum JSONPatch {}
}

public typealias JSONPatch = MartletRuntime.JSONPatch

"""#),
        ("JSONPatch+Path", #"""
nonisolated extension MartletRuntime.JSONPatch {
    /// The location of a value in a JSON document, as a JSON Pointer (RFC 6901) with the type of the value.
    ///
    /// Key paths navigate between locations: `\.name`, `\.tags[0]`, `\.tags.end`, `\.links["self"].href`.
    @dynamicMemberLookup
    public struct Path<Value>: Sendable {
        /// The JSON Pointer; empty for the whole document.
        public let pointer: String

        /// The location of the whole document.
        static var root: Path { Path(pointer: "") }

        fileprivate func appending<Member>(_ token: String) -> MartletRuntime.JSONPatch.Path<Member> {
            // Unicode scalars are compared because a combining mark could join `~` in a `Character`.
            let escaped = token.unicodeScalars.map { $0 == "~" ? "~0" : $0 == "/" ? "~1" : String($0) }
            return Path<Member>(pointer: "\(pointer)/\(escaped.joined())")
        }
    }
}

nonisolated extension MartletRuntime.JSONPatch {
    /// A model whose properties can be used in the key paths of a ``JSONPatch/Step``.
    public protocol Patchable {
        /// A type with the model's properties, by their Swift names.
        associatedtype PatchKeys: Sendable

        /// The model's properties.
        static var patchKeys: PatchKeys { get }
    }
}

nonisolated extension MartletRuntime.JSONPatch {
    /// The JSON name and the type of a property.
    public struct Key<Value>: Sendable {
        let name: String

        /// Creates a key.
        /// - Parameter name: The JSON name of the property.
        public init(_ name: String) { self.name = name }
    }
}

nonisolated extension MartletRuntime.JSONPatch.Path where Value: MartletRuntime.JSONPatch.Patchable {
    /// The location of a property.
    public subscript<Member>(dynamicMember key: KeyPath<Value.PatchKeys, MartletRuntime.JSONPatch.Key<Member>>)
        -> MartletRuntime.JSONPatch.Path<Member>
    {
        appending(Value.patchKeys[keyPath: key].name)
    }
}

nonisolated extension MartletRuntime.JSONPatch.Path {
    /// The location of an array element.
    public subscript<Element>(index: Int) -> MartletRuntime.JSONPatch.Path<Element> where Value == [Element] { appending("\(index)") }

    /// The location of a value in a dictionary.
    public subscript<Element>(key: String) -> MartletRuntime.JSONPatch.Path<Element> where Value == [String: Element] {
        appending(key)
    }
}

nonisolated extension MartletRuntime.JSONPatch {
    /// The properties of an array in the key paths of a ``JSONPatch/Step``.
    public struct ElementKeys<Element>: Sendable {
        /// The location after the last element (RFC 6901, section 4).
        public let end = Key<Element>("-")
    }
}

nonisolated extension MartletRuntime.JSONPatch.Path {
    /// The location after the last element of an array.
    public subscript<Element>(
        dynamicMember key: KeyPath<MartletRuntime.JSONPatch.ElementKeys<Element>, MartletRuntime.JSONPatch.Key<Element>>
    ) -> MartletRuntime.JSONPatch.Path<Element> where Value == [Element] { appending(MartletRuntime.JSONPatch.ElementKeys()[keyPath: key].name) }

    /// The location after the last element of an array.
    public subscript<Element>(
        dynamicMember key: KeyPath<MartletRuntime.JSONPatch.ElementKeys<Element>, MartletRuntime.JSONPatch.Key<Element>>
    ) -> MartletRuntime.JSONPatch.Path<Element> where Value == MartletRuntime.Nullable<[Element]> {
        appending(MartletRuntime.JSONPatch.ElementKeys()[keyPath: key].name)
    }
}

nonisolated extension MartletRuntime.Nullable: MartletRuntime.JSONPatch.Patchable where Value: MartletRuntime.JSONPatch.Patchable {
    /// The properties of the wrapped value.
    public static var patchKeys: Value.PatchKeys { Value.patchKeys }
}

"""#),
        ("JSONPatch+Step", #"""
import Foundation

nonisolated extension MartletRuntime.JSONPatch {
    /// An operation of a JSON Patch (RFC 6902, section 4) on a model. Locations are key paths of the model, which
    /// guarantees valid JSON names.
    ///
    /// ```swift
    /// try await client.accessTokens.patchToken(id: id, patch: [
    ///     .replace(\.name, "ci"),
    ///     .remove(\.description),
    ///     .add(\.customRoleIds.end, "reader"),
    ///     .test(\.links["self"].href, "/api/v2/tokens/1"),
    /// ])
    /// ```
    public struct Step<Root>: Sendable {
        /// The name of the operation as in RFC 6902.
        public let operation: String

        /// The target location, as a JSON Pointer (RFC 6901).
        public let path: String

        /// The source location of `move` and `copy`, as a JSON Pointer; `nil` for other operations.
        public let from: String?

        /// The value; `nil` for operations without one.
        public let value: (any Encodable & Sendable)?

        /// A location in the model.
        public typealias Place<Value> = KeyPath<Path<Root>, Path<Value>>

        /// Adds a property, or inserts an array element before another or at the end.
        public static func add<Value: Encodable & Sendable>(_ place: Place<Value>, _ value: Value) -> Step {
            Step("add", place, value)
        }

        /// Replaces an existing value.
        public static func replace<Value: Encodable & Sendable>(_ place: Place<Value>, _ value: Value) -> Step {
            Step("replace", place, value)
        }

        /// Tests that a location has a value; if not, the whole patch fails.
        public static func test<Value: Encodable & Sendable>(_ place: Place<Value>, _ value: Value) -> Step {
            Step("test", place, value)
        }

        /// Removes an existing value.
        public static func remove<Value>(_ place: Place<Value>) -> Step { Step("remove", place) }

        /// Moves a value from one location to another.
        public static func move<Value>(from source: Place<Value>, to place: Place<Value>) -> Step {
            Step("move", place, from: Path.root[keyPath: source].pointer)
        }

        /// Copies a value from one location to another.
        public static func copy<Value>(from source: Place<Value>, to place: Place<Value>) -> Step {
            Step("copy", place, from: Path.root[keyPath: source].pointer)
        }

        private init<Value>(
            _ operation: String,
            _ place: Place<Value>,
            _ value: (any Encodable & Sendable)? = nil,
            from: String? = nil
        ) {
            self.operation = operation
            self.value = value
            self.from = from
            path = Path.root[keyPath: place].pointer
        }
    }
}

nonisolated extension MartletRuntime.JSONPatch.Step: Encodable {
    /// Encodes the operation as in RFC 6902, section 4.
    public func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: MartletRuntime.PropertyKey.self)
        try object.encode(operation, forKey: MartletRuntime.PropertyKey("op"))
        try object.encode(path, forKey: MartletRuntime.PropertyKey("path"))
        try object.encodeIfPresent(from, forKey: MartletRuntime.PropertyKey("from"))
        if let value { try object.encode(value.withLowercasedUUIDs, forKey: MartletRuntime.PropertyKey("value")) }
    }
}

nonisolated extension MartletRuntime.JSONPatch.Step: MartletRuntime.ApiModel.SelfRedacting {
    /// The operation and its locations, without the value.
    public var shownProperties: KeyValuePairs<String, Any> { ["op": operation, "path": path, "from": from ?? "none"] }
}

"""#),
        ("JSONSequence", #"""
import Foundation

nonisolated extension MartletRuntime {
    /// An asynchronous sequence of JSON values, decoded as they arrive: in lines (JSON Lines; NDJSON) or after record
    /// separators (RFC 7464). It can be read once.
    ///
    /// The connection is closed when the reading task is cancelled, or when the sequence and its iterators are released.
    public struct JSONSequence<Element: Decodable & Sendable>: AsyncSequence, Sendable {
        private let stream: DecodedStream

        init(_ stream: DecodedStream) { self.stream = stream }

        /// The problems of values, or of their elements, that ``Configuration/DecodingMode/lenient`` decoding left out so
        /// far.
        public var issues: [Configuration.DecodingMode.Issue] { stream.issues.withLock { $0 } }

        /// Returns an iterator; all iterators read from the same stream.
        public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(stream) }

        /// An iterator over the values.
        public struct AsyncIterator: AsyncIteratorProtocol {
            private let stream: DecodedStream
            private var records: RecordReader<JSONTextParser>
            private var index = 0

            fileprivate init(_ stream: DecodedStream) {
                self.stream = stream
                let parser = JSONTextParser(delimiter: stream.type.isJSONTextSequence ? 0x1E : UInt8(ascii: "\n"))
                records = RecordReader(stream.body, parser, limit: stream.maxRecordBytes)
            }

            /// Returns the next value; `nil` at the end of the stream.
            ///
            /// - Throws: `CancellationError` if the task was cancelled; otherwise ``ApiError``.
            public mutating func next() async throws -> Element? {
                while let record = try await records.record() {
                    defer { index += 1 }
                    if stream.type.isJSONTextSequence, JSONTextParser.mayBeTruncated(record) {
                        throw stream.truncated(at: index)
                    }
                    // A null in the stream is an element of an optional type, not the end of the stream.
                    let value: Element? = try stream.decoded(record, index)
                    if let value { return value }
                }
                return nil
            }
        }
    }
}

public typealias JSONSequence = MartletRuntime.JSONSequence

"""#),
        ("JSONText", #"""
import Foundation

nonisolated extension MartletRuntime {
    /// A JSON text that is written value by value, with the members of each object sorted by name.
    ///
    /// It replaces `JSONEncoder`, writes the same bytes and is several times as fast: values are written straight into one
    /// buffer, and ``ApiModel/Properties`` uses it without a `KeyedEncodingContainer`. Values of other types encode
    /// themselves with a ``JSONTextEncoder``, as with any encoder.
    ///
    /// A text has a single owner, so that accesses cannot overlap; exclusivity checks are therefore disabled.
    final class JSONText {
        /// A value that is being written.
        private struct Frame {
            enum Kind {
                /// A scalar, or nothing yet.
                case scalar
                case array, object
            }

            var kind = Kind.scalar
            /// The position of the value.
            let start: Int
            /// The index of the value's first member.
            let firstMember: Int
            /// The number of elements of an array.
            var count = 0
        }

        /// A member of an object that is being written.
        private struct Member {
            /// The position of the comma before the name.
            let start: Int
            /// The position of the name, as it is written.
            let name: Range<Int>
            /// Whether the name is written with escapes.
            let isEscaped: Bool
            /// The first eight bytes of the name, which nearly always determine the order.
            let prefix: UInt64
        }

        /// The text written so far. Each member and element follows a comma; the first one is replaced at the end by the
        /// opening bracket.
        @exclusivity(unchecked) private var bytes: [UInt8] = []
        /// The members of all objects that are being written, the innermost ones last.
        @exclusivity(unchecked) private var members: [Member] = []
        /// The names that are written with escapes, by the positions of their members.
        @exclusivity(unchecked) private var escapedNames: [Int: String] = [:]
        /// The innermost value that is being written.
        @exclusivity(unchecked) private var frame = Frame(start: 0, firstMember: 0)
        /// The members of an object in sorted order, before they replace the unsorted ones.
        @exclusivity(unchecked) private var sorted: [UInt8] = []

        /// The number of values that are being written.
        @exclusivity(unchecked) private(set) var depth = 0
        /// Whether a value uses an encoder in a way that only `JSONEncoder` supports, such as a nested container.
        @exclusivity(unchecked) var needsFoundation = false

        /// Whether the text is part of a request.
        let isForRequest: Bool

        /// The depth from which `JSONEncoder` decides whether a value is nested too deeply.
        private static let maxDepth = 500

        private init(isForRequest: Bool) { self.isForRequest = isForRequest }

        /// Returns the JSON of a value; equal values have equal bytes.
        ///
        /// - Parameter isForRequest: Whether read-only properties are left out.
        /// - Throws: `EncodingError` if the value cannot be encoded as JSON, such as NaN.
        static func encode(_ value: some Encodable, isForRequest: Bool = true) throws -> Data {
            let text = JSONText(isForRequest: isForRequest)
            do {
                try text.write(value: value)
            } catch  where text.needsFoundation {}
            guard text.needsFoundation else { return Data(text.bytes) }
            let encoder = JSONEncoder.martlet
            if !isForRequest { encoder.userInfo = [:] }
            return try encoder.encode(value)
        }

        // MARK: - Values

        /// Writes a value of any type.
        ///
        /// The Foundation types that encoders handle specially are written here; all other types encode themselves.
        func write<Value: Encodable>(value: Value) throws {
            let isFoundational =
                Value.self == URL.self || Value.self == Data.self || Value.self == Decimal.self || Value.self == Date.self
            if isFoundational { return writeFoundational(value) }
            let outer = frame
            guard depth < Self.maxDepth else {
                needsFoundation = true
                throw EncodingError.invalidValue(value, .init(codingPath: [], debugDescription: "it is nested too deeply"))
            }
            frame = Frame(start: bytes.count, firstMember: members.count)
            depth += 1
            defer {
                depth -= 1
                frame = outer
            }
            do {
                try value.encode(to: JSONTextEncoder(text: self, depth: depth))
            } catch {
                restart()
                throw error
            }
            end()
        }

        /// A separate function, because the metadata for a cast is looked up even if the cast is not reached.
        @inline(never)
        private func writeFoundational(_ value: any Encodable) {
            switch value {
            case let value as URL: write(string: value.absoluteString)
            case let value as Data: write(string: value.base64EncodedString())
            case let value as Date: write(string: DateTime(value).description)
            case let value as Decimal: write(literal: value.description)
            default: needsFoundation = true
            }
        }

        /// Writes an array.
        func write<Element: Encodable>(array: [Element]) throws {
            let start = bytes.count
            for (index, element) in array.enumerated() {
                bytes.append(UInt8(ascii: ","))
                do {
                    try write(value: element)
                } catch {
                    throw error.within(ElementIndex(index))
                }
            }
            enclose(from: start, UInt8(ascii: "["), UInt8(ascii: "]"))
        }

        /// Writes a dictionary.
        func write<Value: Encodable>(dictionary: [String: Value]) throws {
            let start = bytes.count
            let first = members.count
            for (name, value) in dictionary { try writeMember(name, value) }
            endObject(from: start, first)
        }

        // MARK: - Members and elements

        /// Makes the value that is being written an object.
        func beginObject() {
            guard frame.kind != .object else { return }
            restart()
            frame.kind = .object
        }

        /// Makes the value that is being written an array.
        func beginArray() {
            guard frame.kind != .array else { return }
            restart()
            frame.kind = .array
        }

        /// Writes the name of a member, whose value is next. A later member of the same name replaces it.
        func write(name: String) {
            let start = bytes.count
            bytes.append(UInt8(ascii: ","))
            bytes.append(UInt8(ascii: "\""))
            let isEscaped = writeContent(of: name)
            if isEscaped { escapedNames[start] = name }
            let range = start + 2..<bytes.count
            let prefix = isEscaped ? Self.prefix(of: name.utf8) : Self.prefix(of: bytes[range])
            members.append(Member(start: start, name: range, isEscaped: isEscaped, prefix: prefix))
            bytes.append(UInt8(ascii: "\""))
            bytes.append(UInt8(ascii: ":"))
        }

        /// Returns the first eight bytes of a name as a number, with zeros after the end.
        private static func prefix(of name: some Collection<UInt8>) -> UInt64 {
            var prefix: UInt64 = 0
            var shift: UInt64 = 64
            for byte in name.prefix(8) {
                shift -= 8
                prefix |= UInt64(byte) << shift
            }
            return prefix
        }

        /// Writes a member; nothing if the value cannot be encoded.
        func writeMember(_ name: String, _ value: some Encodable) throws {
            let start = bytes.count
            let first = members.count
            write(name: name)
            do {
                try write(value: value)
            } catch {
                shorten(to: start, first)
                throw error.within(PropertyKey(name))
            }
        }

        /// The number of elements of the array that is being written.
        var elementCount: Int { frame.count }

        /// Writes an element; nothing if the value cannot be encoded.
        func writeElement(_ value: some Encodable) throws {
            let start = bytes.count
            bytes.append(UInt8(ascii: ","))
            do {
                try write(value: value)
            } catch {
                shorten(to: start, members.count)
                throw error.within(ElementIndex(frame.count))
            }
            frame.count += 1
        }

        /// Removes what has been written of the value.
        func restart() {
            frame.kind = .scalar
            frame.count = 0
            shorten(to: frame.start, frame.firstMember)
        }

        private func shorten(to start: Int, _ firstMember: Int) {
            if bytes.count > start { bytes.removeSubrange(start...) }
            if members.count > firstMember { members.removeSubrange(firstMember...) }
        }

        /// Completes the value.
        private func end() {
            switch frame.kind {
            // A value without any content.
            case .scalar: if bytes.count == frame.start { needsFoundation = true }
            case .array: enclose(from: frame.start, UInt8(ascii: "["), UInt8(ascii: "]"))
            case .object: endObject(from: frame.start, frame.firstMember)
            }
        }

        private func enclose(from start: Int, _ opening: UInt8, _ closing: UInt8) {
            if bytes.count == start { bytes.append(opening) } else { bytes[start] = opening }
            bytes.append(closing)
        }

        private func endObject(from start: Int, _ firstMember: Int) {
            for index in members.indices.dropFirst(firstMember + 1) where order(members[index - 1], members[index]) >= 0 {
                sortMembers(from: start, firstMember)
                break
            }
            members.removeSubrange(firstMember...)
            enclose(from: start, UInt8(ascii: "{"), UInt8(ascii: "}"))
        }

        /// Sorts the members of an object by name, and removes all but the last one of each name.
        private func sortMembers(from start: Int, _ firstMember: Int) {
            let order = (firstMember..<members.count).sorted { left, right in
                let order = self.order(members[left], members[right])
                return order == 0 ? left < right : order < 0
            }
            sorted.removeAll(keepingCapacity: true)
            for (place, member) in order.enumerated() {
                if place + 1 < order.count, self.order(members[order[place + 1]], members[member]) == 0 { continue }
                let end = member + 1 < members.count ? members[member + 1].start : bytes.count
                sorted.append(contentsOf: bytes[members[member].start..<end])
            }
            bytes.removeSubrange(start...)
            bytes.append(contentsOf: sorted)
        }

        /// Compares the names of two members by their bytes: returns a negative number if the left one comes first, zero if
        /// they are equal, and a positive number otherwise.
        private func order(_ left: Member, _ right: Member) -> Int {
            if left.prefix != right.prefix { return left.prefix < right.prefix ? -1 : 1 }
            guard left.isEscaped || right.isEscaped else { return Self.order(bytes[left.name], bytes[right.name]) }
            return Self.order(name(of: left), name(of: right))
        }

        private func name(of member: Member) -> [UInt8] {
            let escaped = member.isEscaped ? escapedNames[member.start] : nil
            return escaped.map { Array($0.utf8) } ?? Array(bytes[member.name])
        }

        private static func order<Bytes: Collection<UInt8>>(_ left: Bytes, _ right: Bytes) -> Int {
            for (left, right) in zip(left, right) where left != right { return Int(left) - Int(right) }
            return left.count - right.count
        }

        // MARK: - Scalars

        /// Writes `null`, `true`, `false` or a number.
        func write(literal: String) { bytes.append(contentsOf: literal.utf8) }

        /// Writes `true` or `false`.
        func write(bool value: Bool) { write(literal: value ? "true" : "false") }

        /// Writes an integer.
        func write(integer value: some FixedWidthInteger) {
            if value < 0 { bytes.append(UInt8(ascii: "-")) }
            var rest = UInt64(truncatingIfNeeded: value.magnitude)
            var left = bytes.count
            repeat {
                bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
                rest /= 10
            } while rest > 0
            var right = bytes.count - 1
            while left < right {
                bytes.swapAt(left, right)
                left += 1
                right -= 1
            }
        }

        /// Writes a floating-point number; one without a fraction is written as an integer.
        /// - Throws: `EncodingError` for NaN and infinite numbers.
        func write(number value: some BinaryFloatingPoint & CustomStringConvertible) throws {
            guard value.isFinite else {
                throw EncodingError.invalidValue(value, .init(codingPath: [], debugDescription: "JSON has no such number"))
            }
            let text = value.description.utf8
            bytes.append(contentsOf: text.suffix(2).elementsEqual(".0".utf8) ? text.dropLast(2) : text[...])
        }

        /// Writes a string, escaping only the characters that must be escaped (RFC 8259, section 7).
        func write(string value: String) {
            bytes.append(UInt8(ascii: "\""))
            writeContent(of: value)
            bytes.append(UInt8(ascii: "\""))
        }

        /// Writes a string without quotation marks, and returns whether anything had to be escaped.
        @discardableResult
        private func writeContent(of value: String) -> Bool {
            var value = value
            return value.withUTF8 { text in
                var position = Self.positionOfEscape(in: text, from: 0)
                if position == text.count {
                    bytes.append(contentsOf: text)
                    return false
                }
                var start = 0
                while position < text.count {
                    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<position]))
                    writeEscape(of: text[position])
                    start = position + 1
                    position = Self.positionOfEscape(in: text, from: start)
                }
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
                return true
            }
        }

        /// Returns the position of the first byte that has to be escaped, or the end.
        private static func positionOfEscape(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
            let raw = UnsafeRawBufferPointer(text)
            var position = start
            while position + 8 <= raw.count,
                !hasEscape(raw.loadUnaligned(fromByteOffset: position, as: UInt64.self))
            { position += 8 }
            while position < raw.count, !hasEscape(raw[position]) { position += 1 }
            return position
        }

        private static func hasEscape(_ byte: UInt8) -> Bool {
            byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
        }

        /// Returns whether one of eight bytes has to be escaped, examining all of them at once: the subtractions set the
        /// highest bit of the first byte that is less than 0x20, or zero after the exclusive or.
        private static func hasEscape(_ bytes: UInt64) -> Bool {
            let ones: UInt64 = 0x0101_0101_0101_0101
            let quotes = bytes ^ (ones &* UInt64(UInt8(ascii: "\"")))
            let backslashes = bytes ^ (ones &* UInt64(UInt8(ascii: "\\")))
            let found =
                (bytes &- ones &* 0x20) & ~bytes | (quotes &- ones) & ~quotes | (backslashes &- ones) & ~backslashes
            return found & (ones &* 0x80) != 0
        }

        private func writeEscape(of byte: UInt8) {
            switch byte {
            case 0x08: write(literal: #"\b"#)
            case 0x09: write(literal: #"\t"#)
            case 0x0A: write(literal: #"\n"#)
            case 0x0C: write(literal: #"\f"#)
            case 0x0D: write(literal: #"\r"#)
            case 0..<0x20:
                write(literal: #"\u00"#)
                write(literal: (byte < 0x10 ? "0" : "") + String(byte, radix: 16))
            default:
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(byte)
            }
        }
    }
}

"""#),
        ("JSONText+Members", #"""
nonisolated extension MartletRuntime.JSONText {
    /// Writes a member with a string.
    func write(_ name: String, _ value: String) {
        write(name: name)
        write(string: value)
    }

    /// Writes a member with a Boolean.
    func write(_ name: String, _ value: Bool) {
        write(name: name)
        write(bool: value)
    }

    /// Writes a member with an integer.
    func write(_ name: String, _ value: Int) { write(name, Int64(value)) }

    /// Writes a member with an integer.
    func write(_ name: String, _ value: Int64) {
        write(name: name)
        write(integer: value)
    }

    /// Writes a member with a number.
    /// - Throws: `EncodingError` for NaN and infinite numbers.
    func write(_ name: String, _ value: Double) throws {
        write(name: name)
        do {
            try write(number: value)
        } catch {
            throw error.within(MartletRuntime.PropertyKey(name))
        }
    }

    /// Writes a member with an array.
    func write<Element: Encodable>(_ name: String, array: [Element]) throws {
        write(name: name)
        do {
            try write(array: array)
        } catch {
            throw error.within(MartletRuntime.PropertyKey(name))
        }
    }

    /// Writes a member with a dictionary.
    func write<Value: Encodable>(_ name: String, dictionary: [String: Value]) throws {
        write(name: name)
        do {
            try write(dictionary: dictionary)
        } catch {
            throw error.within(MartletRuntime.PropertyKey(name))
        }
    }

    /// Writes the properties of a part of the object that is being written.
    func write(part: some Encodable) throws { try part.encode(to: MartletRuntime.JSONTextEncoder(text: self, depth: depth)) }
}

"""#),
        ("JSONTextElements", #"""
nonisolated extension MartletRuntime {
    /// An unkeyed container of the elements of an array.
    struct JSONTextElements: UnkeyedEncodingContainer {
        let encoder: JSONTextEncoder

        var codingPath: [any CodingKey] { [] }
        var count: Int { encoder.isCurrent ? encoder.text.elementCount : 0 }

        func encodeNil() throws { try encode(Nullable<String>.null) }

        func encode(_ value: some Encodable) throws {
            if encoder.isCurrent { try encoder.text.writeElement(value) }
        }

        func nestedContainer<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
            encoder.nested().container(keyedBy: type)
        }

        func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { encoder.nested().unkeyedContainer() }

        func superEncoder() -> any Encoder { encoder.nested() }
    }
}

"""#),
        ("JSONTextEncoder", #"""
nonisolated extension MartletRuntime {
    /// An encoder of a single value in a JSON text.
    ///
    /// Coding paths start at the value; its containers add their keys to errors.
    struct JSONTextEncoder: Encoder, SingleValueEncodingContainer {
        let text: JSONText
        /// The depth of the value.
        let depth: Int

        var codingPath: [any CodingKey] { [] }

        var userInfo: [CodingUserInfoKey: Any] {
            if text.isForRequest { RequestMark.userInfo } else { [:] }
        }

        func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
            if isCurrent { text.beginObject() }
            return KeyedEncodingContainer(JSONTextMembers<Key>(encoder: self))
        }

        func unkeyedContainer() -> any UnkeyedEncodingContainer {
            if isCurrent { text.beginArray() }
            return JSONTextElements(encoder: self)
        }

        func singleValueContainer() -> any SingleValueEncodingContainer { self }

        /// Encodes the listed properties of a model.
        func encodeProperties(of model: some ApiModel.Object, omitsParts: Bool) throws {
            guard isCurrent else { return }
            text.beginObject()
            var object = ApiModel.Properties(for: .writing(text), omitsParts: omitsParts)
            try model.listProperties(beside: model, in: &object)
        }

        /// Whether the value is the one that is being written. Otherwise, `JSONEncoder` encodes the whole text.
        var isCurrent: Bool {
            if text.depth != depth { text.needsFoundation = true }
            return text.depth == depth
        }

        /// Returns an encoder for a nested container, which only `JSONEncoder` supports.
        func nested() -> JSONTextEncoder {
            text.needsFoundation = true
            return JSONTextEncoder(text: text, depth: -1)
        }

        func encodeNil() { write { $0.write(literal: "null") } }
        func encode(_ value: Bool) { write { $0.write(bool: value) } }
        func encode(_ value: String) { write { $0.write(string: value) } }
        func encode(_ value: Double) throws { try write { try $0.write(number: value) } }
        func encode(_ value: Float) throws { try write { try $0.write(number: value) } }
        func encode(_ value: Int) { write { $0.write(integer: value) } }
        func encode(_ value: Int8) { write { $0.write(integer: value) } }
        func encode(_ value: Int16) { write { $0.write(integer: value) } }
        func encode(_ value: Int32) { write { $0.write(integer: value) } }
        func encode(_ value: Int64) { write { $0.write(integer: value) } }
        func encode(_ value: UInt) { write { $0.write(integer: value) } }
        func encode(_ value: UInt8) { write { $0.write(integer: value) } }
        func encode(_ value: UInt16) { write { $0.write(integer: value) } }
        func encode(_ value: UInt32) { write { $0.write(integer: value) } }
        func encode(_ value: UInt64) { write { $0.write(integer: value) } }
        func encode(_ value: some Encodable) throws { try write { try $0.write(value: value) } }

        @inline(__always)
        private func write(_ body: (JSONText) throws -> Void) rethrows {
            guard isCurrent else { return }
            text.restart()
            try body(text)
        }
    }
}

"""#),
        ("JSONTextMembers", #"""
nonisolated extension MartletRuntime {
    /// A keyed container of the members of an object, for types that do not use ``ApiModel/Properties``.
    struct JSONTextMembers<Key: CodingKey>: KeyedEncodingContainerProtocol {
        let encoder: JSONTextEncoder

        var codingPath: [any CodingKey] { [] }

        func encodeNil(forKey key: Key) throws { try encode(Nullable<String>.null, forKey: key) }

        func encode(_ value: some Encodable, forKey key: Key) throws {
            if encoder.isCurrent { try encoder.text.writeMember(key.stringValue, value) }
        }

        func nestedContainer<Nested: CodingKey>(
            keyedBy type: Nested.Type,
            forKey key: Key
        ) -> KeyedEncodingContainer<Nested> { encoder.nested().container(keyedBy: type) }

        func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
            encoder.nested().unkeyedContainer()
        }

        func superEncoder() -> any Encoder { encoder.nested() }
        func superEncoder(forKey key: Key) -> any Encoder { encoder.nested() }
    }
}

"""#),
        ("JSONValue", #"""
public import Foundation

nonisolated extension MartletRuntime {
    /// Any JSON value (RFC 8259, section 3), for values without a schema.
    public enum JSONValue: Hashable, Sendable {
        /// The value `null`.
        case null
        /// The value `true` or `false`.
        case bool(Bool)
        /// A number without a fraction that fits into 64 bits, stored exactly; `1.0` and `1e3` are decoded as integers too.
        case integer(Int64)
        /// An integer that does not fit into 64 bits, exact up to 38 digits.
        case decimal(Decimal)
        /// Any other number, with the precision of `Double`.
        case number(Double)
        /// A string.
        case string(String)
        /// An array.
        case array([JSONValue])
        /// An object.
        case object([String: JSONValue])

        /// The value of a property; `nil` if this is not an object or has no such property.
        public subscript(key: String) -> JSONValue? {
            guard case .object(let properties) = self else { return nil }
            return properties[key]
        }

        /// The element at an index; `nil` if this is not an array or the index is out of bounds.
        public subscript(index: Int) -> JSONValue? {
            guard case .array(let elements) = self, elements.indices.contains(index) else { return nil }
            return elements[index]
        }
    }
}

public typealias JSONValue = MartletRuntime.JSONValue

"""#),
        ("JSONValue+Coding", #"""
import Foundation

nonisolated extension MartletRuntime.JSONValue: Codable {
    /// Decodes any JSON value. The decoder limits the nesting depth.
    public init(from decoder: any Decoder) throws {
        if let decoder = decoder as? MartletRuntime.JSONNodeDecoder {
            self = try decoder.document.jsonValue(at: decoder.index)
            return
        }
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(String.self) {
            self = .string(value)
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(Int64.self) {
            self = .integer(value)
        } else if let elements = try? decoder.unkeyedContainer() {
            self = .array(try Self.elements(of: elements))
        } else if let properties = try? decoder.container(keyedBy: MartletRuntime.PropertyKey.self) {
            self = .object(try Self.properties(of: properties))
        } else {
            self.init(number: try container.decode(Double.self)) { try? container.decode(Decimal.self) }
        }
    }

    /// Creates a number that is not an `Int64`.
    init(number: Double, decimal: () -> Decimal?) {
        // A double of this magnitude has no fraction; a decimal number avoids rounding.
        if abs(number) >= 0x1p63, let decimal = decimal(), decimal != Decimal(string: number.description) {
            self = .decimal(decimal)
        } else {
            self = .number(number)
        }
    }

    private static func elements(of container: any UnkeyedDecodingContainer) throws -> [MartletRuntime.JSONValue] {
        var container = container
        var elements: [MartletRuntime.JSONValue] = []
        while !container.isAtEnd { elements.append(try container.decode(MartletRuntime.JSONValue.self)) }
        return elements
    }

    private static func properties(
        of container: KeyedDecodingContainer<MartletRuntime.PropertyKey>
    ) throws -> [String: MartletRuntime.JSONValue] {
        var properties: [String: MartletRuntime.JSONValue] = [:]
        for key in container.allKeys {
            properties[key.stringValue] = try container.decode(MartletRuntime.JSONValue.self, forKey: key)
        }
        return properties
    }

    /// Encodes the JSON value.
    /// - Throws: `EncodingError` for a number that JSON cannot represent, such as NaN.
    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .array(let elements): try elements.encode(to: encoder)
        case .object(let properties):
            // A keyed container, which the parts of an object can share.
            var object = encoder.container(keyedBy: MartletRuntime.PropertyKey.self)
            for (key, value) in properties.sorted(by: { $0.key < $1.key }) {
                try object.encode(value, forKey: MartletRuntime.PropertyKey(key))
            }
        default:
            var container = encoder.singleValueContainer()
            try encodeScalar(into: &container)
        }
    }

    private func encodeScalar(into container: inout any SingleValueEncodingContainer) throws {
        switch self {
        case .bool(let value): try container.encode(value)
        case .integer(let value): try container.encode(value)
        case .decimal(let value): try container.encode(value)
        case .number(let value): try container.encode(value)
        case .string(let value): try container.encode(value)
        case .null, .array, .object: try container.encodeNil()
        }
    }
}

"""#),
        ("JSONValue+Literals", #"""
nonisolated extension MartletRuntime.JSONValue: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByFloatLiteral, ExpressibleByStringLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    /// Creates the value `null`.
    public init(nilLiteral: ()) { self = .null }
    /// Creates the value `true` or `false`.
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    /// Creates a 64-bit integer; the compiler rejects larger literals.
    public init(integerLiteral value: Int64) { self = .integer(value) }
    /// Creates a floating-point number.
    public init(floatLiteral value: Double) { self = .number(value) }
    /// Creates a string.
    public init(stringLiteral value: String) { self = .string(value) }
    /// Creates an array.
    public init(arrayLiteral elements: MartletRuntime.JSONValue...) { self = .array(elements) }
    /// Creates an object; the last value of a repeated key is used.
    public init(dictionaryLiteral elements: (String, MartletRuntime.JSONValue)...) {
        self = .object(Dictionary(elements) { _, last in last })
    }
}

"""#),
        ("JSONValue+Matching", #"""
nonisolated extension MartletRuntime.JSONValue {
    /// Whether this is a constant, or an array or object that contains nothing else. Null always counts as the
    /// constant; decoding rejects it where the type does not allow it.
    func consists(of constant: MartletRuntime.JSONValue) -> Bool {
        switch self {
        case .null: true
        case .array(let elements): elements.allSatisfy { $0.consists(of: constant) }
        case .object(let members): members.values.allSatisfy { $0.consists(of: constant) }
        case .bool, .integer, .decimal, .number, .string: withWholeNumber == constant.withWholeNumber
        }
    }

    /// The same value; an integer if it is a number without a fraction: `1` and `1.0` are one number.
    var withWholeNumber: MartletRuntime.JSONValue {
        if case .number(let value) = self, let whole = Int64(exactly: value) { .integer(whole) } else { self }
    }
}

"""#),
        ("JSONValue+Reading", #"""
import Foundation

nonisolated extension MartletRuntime.JSONValue {
    /// Whether this is `null`.
    public var isNull: Bool { self == .null }

    /// The Boolean; `nil` if this is not `true` or `false`.
    public var bool: Bool? {
        if case .bool(let value) = self { value } else { nil }
    }

    /// The number; `nil` if this is not a number without a fraction that fits into `Int`.
    public var int: Int? {
        if case .integer(let value) = self { Int(exactly: value) } else { nil }
    }

    /// The number with the precision of `Double`; `nil` if this is not a number.
    public var double: Double? {
        switch self {
        case .integer(let value): Double(value)
        case .decimal(let value): NSDecimalNumber(decimal: value).doubleValue
        case .number(let value): value
        case .null, .bool, .string, .array, .object: nil
        }
    }

    /// The text; `nil` if this is not a string.
    public var string: String? {
        if case .string(let value) = self { value } else { nil }
    }

    /// The elements; `nil` if this is not an array.
    public var array: [MartletRuntime.JSONValue]? {
        if case .array(let elements) = self { elements } else { nil }
    }

    /// The properties; `nil` if this is not an object.
    public var object: [String: MartletRuntime.JSONValue]? {
        if case .object(let properties) = self { properties } else { nil }
    }

    /// Decodes the value as a model.
    /// - Throws: `DecodingError` if the value is not valid for the model; `EncodingError` for a number that JSON cannot
    ///   represent.
    public func decoded<Model: Decodable>(as type: Model.Type = Model.self) throws -> Model {
        try MartletRuntime.JSONDocument.decode(type, from: MartletRuntime.JSONText.encode(self))
    }
}

nonisolated extension MartletRuntime.JSONValue: CustomStringConvertible, CustomDebugStringConvertible {
    /// The value as JSON in one line, with sorted keys. Numbers that JSON cannot represent are strings.
    public var description: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.nonConformingFloatEncodingStrategy = .convertToString(
            positiveInfinity: "Infinity",
            negativeInfinity: "-Infinity",
            nan: "NaN"
        )
        return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "null"
    }

    /// The same text as ``description``.
    public var debugDescription: String { description }
}

"""#),
        ("LenientDecoding", #"""
import Foundation

nonisolated extension MartletRuntime {
    /// Decodes a JSON text without the array elements that cannot be decoded.
    ///
    /// When the decoder fails, the element that contains the error is removed from the text, and the text is decoded again.
    /// Models are therefore unaffected, and decoding a valid text has no extra cost.
    struct LenientDecoding {
        private var data: Data
        private let redaction: Redaction
        private let maxDepth: Int

        /// The problems of the elements removed so far.
        private(set) var issues: [Configuration.DecodingMode.Issue] = []

        /// The original indices of the elements removed from each array, by the path of the array.
        private var gaps: [String: [Int]] = [:]

        /// The maximum number of elements to remove.
        static let maxIssues = 100

        /// Creates the decoding of a text.
        /// - Parameters:
        ///   - data: A JSON text in UTF-8.
        ///   - redaction: Replaces secrets in the descriptions of problems.
        ///   - maxDepth: The maximum nesting depth of arrays and objects.
        init(_ data: Data, _ redaction: Redaction, maxDepth: Int) {
            self.data = data
            self.redaction = redaction
            self.maxDepth = maxDepth
        }

        /// Decodes the value without the elements that had to be removed.
        /// - Throws: `DecodingError` for a problem outside of arrays, or if there are too many.
        mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
            while true {
                do {
                    return try JSONDocument.decode(type, from: data, maxDepth: maxDepth)
                } catch let error as DecodingError {
                    guard issues.count < Self.maxIssues, cutOut(error) else { throw error }
                }
            }
        }

        /// Removes the element that contains an error; returns whether it did.
        private mutating func cutOut(_ error: DecodingError) -> Bool {
            let path = error.path
            guard let last = path.lastIndex(where: { $0.intValue != nil }), let index = path[last].intValue,
                let document = try? JSONDocument(data, maxDepth: maxDepth), let array = document.node(at: path[..<last])
            else { return false }
            let elements = document.elements(of: array).map(document.range)
            guard elements.indices.contains(index) else { return false }

            let names = redaction.properties
            let sentence = error.sentence(about: data, redaction)
            let original = original(of: Array(path[...last]))
            let place = original.text(hiding: names)
            let message = place + sentence.dropFirst(Array(path[...last]).text(hiding: names).count)
            issues.append(
                Configuration.DecodingMode.Issue(
                    path: redaction.excerpt(of: place.utf8), message: redaction.excerpt(of: message.utf8))
            )
            gaps[Array(original.dropLast()).text, default: []].append(original[last].intValue ?? 0)

            // One of the commas around the element is removed with it.
            let range =
                if index + 1 < elements.count {
                    elements[index].lowerBound..<elements[index + 1].lowerBound
                } else if index > 0 {
                    elements[index - 1].upperBound..<elements[index].upperBound
                } else {
                    elements[index]
                }
            let text = document.text
            data = Data(text[..<range.lowerBound] + text[range.upperBound...])
            return true
        }

        /// Returns the path in the original text for a path in the remaining text.
        private func original(of path: [any CodingKey]) -> [any CodingKey] {
            var original: [any CodingKey] = []
            for key in path {
                guard var index = key.intValue else {
                    original.append(key)
                    continue
                }
                for gap in (gaps[original.text] ?? []).sorted() where gap <= index { index += 1 }
                original.append(ElementIndex(index))
            }
            return original
        }
    }
}

"""#),
        ("Locked", #"""
import Foundation

nonisolated extension MartletRuntime {
    /// A value that is protected by a lock. (`Mutex` requires newer systems than this library.)
    final class Locked<Value: Sendable>: @unchecked Sendable {
        private let lock = NSLock()
        private var value: Value

        /// Creates a lock that protects `value`.
        init(_ value: Value) { self.value = value }

        /// Calls `body` with exclusive access to the value. It must not use this lock itself.
        func withLock<Result>(_ body: (inout Value) throws -> Result) rethrows -> Result {
            try lock.withLock { try body(&value) }
        }
    }
}

"""#),
        ("LogEntry+CallSummary", #"""
nonisolated extension MartletRuntime.Configuration.LogEntry {
    /// The outcome and the figures of a call, for metrics and traces; see ``Configuration/LogEntry/Event/end(_:)``.
    public struct CallSummary: Sendable {
        /// The outcome of a call.
        public enum Outcome: Sendable {
            /// The response with this status was delivered; a streamed body was read to its end.
            case success(statusCode: Int)
            /// The call or the reading of its streamed body failed.
            case failure(MartletRuntime.ApiError)
            /// The task was cancelled, or a streamed body was released before its end.
            case cancelled
        }

        /// How the call ended.
        public let outcome: Outcome

        /// The number of attempts.
        public let attempts: Int

        /// The number of body bytes that all attempts sent.
        public let sentBytes: Int

        /// The number of body bytes that all attempts received, after content decoding.
        public let receivedBytes: Int

        /// The time since the start of the call, to the end of a streamed body.
        public let duration: Duration
    }
}

nonisolated extension MartletRuntime.Configuration.LogEntry.CallSummary: CustomStringConvertible {
    /// A clause such as `ended with 200 after 2 attempts and 0.5 seconds`.
    public var description: String {
        "ended with \(outcome) after \(attempts) \(attempts == 1 ? "attempt" : "attempts") and \(duration.text)"
    }
}

nonisolated extension MartletRuntime.Configuration.LogEntry.CallSummary.Outcome: CustomStringConvertible {
    /// The status code, the name of the error's category, such as `timeout`, or `cancellation`. The number of distinct
    /// values is small, as the dimensions of metrics require.
    public var description: String {
        switch self {
        case .success(let statusCode): "\(statusCode)"
        case .failure(let error): error.kind == .status ? "\(error.statusCode ?? 0)" : "\(error.kind)"
        case .cancelled: "cancellation"
        }
    }
}

"""#),
        ("MediaType", #"""
import Foundation

nonisolated extension MartletRuntime {
    /// A media type in lower case, without parameters (RFC 9110, section 8.3.1).
    struct MediaType: Hashable {
        /// The type and subtype, such as `application/json`.
        let essence: String

        init(_ text: some StringProtocol) {
            essence = text.prefix { $0 != ";" }.trimmingCharacters(in: .whitespaces).lowercased()
        }

        /// Whether this is `application/json` or has the suffix `+json` (RFC 6839, section 3.1).
        var isJSON: Bool { ["application/json", "text/json"].contains(essence) || essence.hasSuffix("+json") }

        /// Whether the type says nothing about the content: `*/*`, or `application/octet-stream`, which is commonly used
        /// for bytes of any kind.
        var isAny: Bool { ["*/*", "application/octet-stream"].contains(essence) }

        /// Whether a media range such as `text/*` includes this type (RFC 9110, section 12.5.1); all JSON types match each
        /// other.
        func isCovered(by range: MediaType) -> Bool {
            if range.isAny || range == self || range.isJSON && isJSON { return true }
            return range.essence.hasSuffix("/*") && essence.hasPrefix(range.essence.dropLast())
        }
    }
}

nonisolated extension MartletRuntime.MediaType {
    /// Whether the type is a JSON text sequence with record separators (RFC 7464; RFC 8091).
    var isJSONTextSequence: Bool { essence == "application/json-seq" || essence.hasSuffix("+json-seq") }
}

nonisolated extension MartletRuntime.MediaType {
    /// Returns the value of a parameter (RFC 9110, section 5.6.6).
    ///
    /// - Parameter name: The name of the parameter in lower case.
    static func parameter(_ name: String, of contentType: String) -> String? {
        for parameter in contentType.split(separator: ";").dropFirst() {
            let parts = parameter.split(separator: "=", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
            if parts.count == 2, parts[0].lowercased() == name {
                return parts[1].trimmingCharacters(in: CharacterSet(charactersIn: "\""))
            }
        }
        return nil
    }
}

"""#),
        ("Middleware", #"""
nonisolated extension MartletRuntime {
    /// A function that intercepts calls between the client and the network, and can change requests and responses.
    ///
    /// ```swift
    /// configuration.middleware = [
    ///     Middleware { request, next in
    ///         var request = request
    ///         request.headers["X-Tenant"] = tenant
    ///         return try await next(request)
    ///     }
    /// ]
    /// ```
    ///
    /// The first middleware of a list is the outermost. Middleware in ``Configuration/middleware`` intercepts each call
    /// once, whatever the number of attempts, and does not see credentials: they are added to each attempt, and only if the
    /// request still goes to the origin of ``Configuration/server``. Middleware in ``Configuration/attemptMiddleware``
    /// intercepts every request that is sent, with its credentials.
    ///
    /// The response's body is already complete unless the caller reads it as a stream, so that
    /// ``HTTPResponse/Stream/collected(upTo:)`` costs nothing for most calls.
    public struct Middleware: Sendable {
        /// A function that passes the request to the next middleware, or to the network.
        public typealias Next = @Sendable (HTTPRequest) async throws -> HTTPResponse.Stream

        /// The function that handles a call.
        ///
        /// - Throws: Any error. Errors other than ``ApiError``, `URLError` and `CancellationError` reach the caller as
        ///   ``ApiError`` of kind `middleware`, and are not retried.
        public let intercept: @Sendable (HTTPRequest, Next) async throws -> HTTPResponse.Stream

        /// Creates a middleware.
        /// - Parameter intercept: The function that handles a call.
        public init(_ intercept: @escaping @Sendable (HTTPRequest, Next) async throws -> HTTPResponse.Stream) {
            self.intercept = intercept
        }
    }
}

public typealias Middleware = MartletRuntime.Middleware

"""#),
        ("Misfits", #"""
nonisolated extension MartletRuntime {
    /// Counts the parts of a decoded value that its type accepts but does not declare, such as an enum value that the
    /// document does not list.
    ///
    /// A union counts them for each of its types, to prefer a type that declares the whole value to one that merely accepts
    /// it.
    final class Misfits: Sendable {
        private let count = Locked(0)

        /// The count for the type that is being tried; `nil` outside of unions, where nothing is counted.
        @TaskLocal static var current: Misfits?

        /// Counts parts that the type being tried does not declare.
        static func note(_ number: Int = 1) {
            guard number > 0, let current else { return }
            current.count.withLock { $0 += number }
        }

        /// Returns the result of a closure, and the number of parts that were counted while it ran.
        static func count<Result>(in body: () throws -> Result) rethrows -> (result: Result, misfits: Int) {
            let misfits = Misfits()
            let result = try $current.withValue(misfits, operation: body)
            return (result, misfits.count.withLock { $0 })
        }
    }
}

"""#),
        ("Nullable", #"""
nonisolated extension MartletRuntime {
    /// A value or null, for properties that may also be absent: in an `Optional<Nullable>`, `nil` means absent.
    ///
    /// ```swift
    /// patch.description = "new"   // set
    /// patch.description = .null   // cleared
    /// patch.description = nil     // left as it is
    /// ```
    public enum Nullable<Value> {
        /// The value `null`.
        case null
        /// A value.
        case value(Value)

        /// Creates a value; `nil` becomes null.
        public init(_ value: Value?) { self = value.map { .value($0) } ?? .null }

        /// The value; `nil` for null.
        public var value: Value? {
            if case .value(let value) = self { value } else { nil }
        }

        /// Returns the value, or a default in place of null.
        public static func ?? (nullable: Nullable, default: @autoclosure () throws -> Value) rethrows -> Value {
            try nullable.value ?? `default`()
        }
    }
}

/// Returns the value, or a default in place of null and of an absent value.
public nonisolated func ?? <Value>(
    nullable: MartletRuntime.Nullable<Value>?,
    default: @autoclosure () throws -> Value
) rethrows -> Value {
    try nullable?.value ?? `default`()
}

nonisolated extension MartletRuntime.Nullable: CustomStringConvertible, CustomDebugStringConvertible {
    /// The description of the value, or `null`.
    public var description: String { value.map { "\($0)" } ?? "null" }

    /// The debug description of the value, or `null`.
    public var debugDescription: String { value.map { String(reflecting: $0) } ?? "null" }
}

nonisolated extension MartletRuntime.Nullable: Sendable where Value: Sendable {}

nonisolated extension MartletRuntime.Nullable: Equatable where Value: Equatable {}

nonisolated extension MartletRuntime.Nullable: Hashable where Value: Hashable {}

nonisolated extension MartletRuntime.Nullable: Decodable where Value: Decodable {
    /// Decodes null or a value.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        self = container.decodeNil() ? .null : .value(try container.decode(Value.self))
    }
}

nonisolated extension MartletRuntime.Nullable: Encodable where Value: Encodable {
    /// Encodes null or the value.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .value(let value): try container.encode(value)
        }
    }
}

nonisolated extension MartletRuntime.Nullable: ExpressibleByUnicodeScalarLiteral where Value: ExpressibleByUnicodeScalarLiteral {
    /// Creates a value from a literal of a single Unicode scalar.
    public init(unicodeScalarLiteral value: Value.UnicodeScalarLiteralType) {
        self = .value(Value(unicodeScalarLiteral: value))
    }
}

nonisolated extension MartletRuntime.Nullable: ExpressibleByExtendedGraphemeClusterLiteral
where Value: ExpressibleByExtendedGraphemeClusterLiteral {
    /// Creates a value from a literal of a single character.
    public init(extendedGraphemeClusterLiteral value: Value.ExtendedGraphemeClusterLiteralType) {
        self = .value(Value(extendedGraphemeClusterLiteral: value))
    }
}

nonisolated extension MartletRuntime.Nullable: ExpressibleByStringLiteral where Value: ExpressibleByStringLiteral {
    /// Creates a value from a string literal.
    public init(stringLiteral value: Value.StringLiteralType) { self = .value(Value(stringLiteral: value)) }
}

nonisolated extension MartletRuntime.Nullable: ExpressibleByIntegerLiteral where Value: ExpressibleByIntegerLiteral {
    /// Creates a value from an integer literal.
    public init(integerLiteral value: Value.IntegerLiteralType) { self = .value(Value(integerLiteral: value)) }
}

nonisolated extension MartletRuntime.Nullable: ExpressibleByFloatLiteral where Value: ExpressibleByFloatLiteral {
    /// Creates a value from a floating-point literal.
    public init(floatLiteral value: Value.FloatLiteralType) { self = .value(Value(floatLiteral: value)) }
}

nonisolated extension MartletRuntime.Nullable: ExpressibleByBooleanLiteral where Value: ExpressibleByBooleanLiteral {
    /// Creates a value from a Boolean literal.
    public init(booleanLiteral value: Value.BooleanLiteralType) { self = .value(Value(booleanLiteral: value)) }
}

nonisolated extension MartletRuntime.Nullable: ExpressibleByArrayLiteral where Value: RangeReplaceableCollection {
    /// Creates an array from a literal. A dictionary has to be written as `.value([…])`, because Swift cannot pass its
    /// literal on.
    public init(arrayLiteral elements: Value.Element...) { self = .value(Value(elements)) }
}

public typealias Nullable = MartletRuntime.Nullable

"""#),
        ("OAuthTokens", #"""
public import Foundation

nonisolated extension MartletRuntime {
    /// A source of OAuth 2 access tokens, which requests them when needed and caches them until shortly before they expire
    /// (RFC 6749).
    ///
    /// ```swift
    /// let tokens = OAuthTokens(
    ///     clientCredentials: .init(tokenURL: url, clientID: "ci", clientSecret: secret, scopes: ["read"])
    /// )
    /// let client = BoxClient(oauth: tokens)
    /// ```
    /// Concurrent calls that need a new token share one request.
    public actor OAuthTokens: Credential.Source {
        /// The settings of an OAuth client, which all its token requests share.
        public struct Client: Sendable {
            /// The way in which the client authenticates itself (RFC 6749, section 2.3.1).
            public enum Authentication: Sendable, Hashable {
                /// In the `Authorization` header, which every server must support.
                case header
                /// In the form, for servers that require it.
                case form
            }

            /// The URL of the token endpoint; `https`, or `http` on a loopback host or one of ``allowsInsecureHTTP``.
            public var tokenURL: URL?
            /// The client identifier.
            public var clientID: String
            /// The client secret; `nil` for a public client.
            public var clientSecret: String?
            /// The scopes to request; empty for the server's default.
            public var scopes: [String]
            /// The way in which the client authenticates itself.
            public var authentication: Authentication
            /// Additional fields of the form, such as `audience`.
            public var fields: [String: String]
            /// The hosts whose token endpoint may be reached over plain http, besides loopback hosts. Because requests for
            /// tokens contain credentials, the value must be one with ``Configuration/InsecureHTTP/includingCredentials``.
            public var allowsInsecureHTTP: Configuration.InsecureHTTP

            /// Creates the settings of an OAuth client.
            public init(
                tokenURL: URL?,
                clientID: String,
                clientSecret: String? = nil,
                scopes: [String] = [],
                authentication: Authentication = .header,
                fields: [String: String] = [:],
                allowsInsecureHTTP: Configuration.InsecureHTTP = .never
            ) {
                self.tokenURL = tokenURL
                self.clientID = clientID
                self.clientSecret = clientSecret
                self.scopes = scopes
                self.authentication = authentication
                self.fields = fields
                self.allowsInsecureHTTP = allowsInsecureHTTP
            }
        }

        /// The current refresh token; `nil` for the client credentials grant. It changes if the server issues a new one
        /// (RFC 6749, section 6).
        public private(set) var refreshToken: String?

        private let client: Client
        private let configuration: Configuration
        private let onChange: (@Sendable (_ refreshToken: String) async -> Void)?
        private var current: (token: String, end: ContinuousClock.Instant)?
        private var underway: Task<String, any Error>?

        /// The time before its expiry at which a token is no longer used.
        private static let margin: Duration = .seconds(30)

        /// Creates a token source for the client credentials grant (RFC 6749, section 4.4).
        /// - Parameters:
        ///   - client: The settings of the OAuth client.
        ///   - transport: The transport for requests to the token endpoint.
        public init(clientCredentials client: Client, transport: any Transport = URLSessionTransport.shared) {
            self.init(client, refreshToken: nil, transport: transport)
        }

        /// Creates a token source for a user's refresh token (RFC 6749, section 6).
        ///
        /// If the server issues a new refresh token, it replaces the current one.
        /// - Parameters:
        ///   - refreshToken: The refresh token.
        ///   - client: The settings of the OAuth client.
        ///   - transport: The transport for requests to the token endpoint.
        ///   - onChange: A closure that saves a new refresh token. Calls that wait for an access token continue when it
        ///     returns. The server may reject the previous refresh token from then on.
        public init(
            refreshToken: String,
            client: Client,
            transport: any Transport = URLSessionTransport.shared,
            onChange: (@Sendable (_ refreshToken: String) async -> Void)? = nil
        ) {
            self.init(client, refreshToken: refreshToken, transport: transport, onChange: onChange)
        }

        /// Creates a token source with a given environment.
        init(
            _ client: Client,
            refreshToken: String?,
            transport: any Transport,
            environment: Environment = Environment(),
            onChange: (@Sendable (_ refreshToken: String) async -> Void)? = nil
        ) {
            self.client = client
            self.refreshToken = refreshToken
            self.onChange = onChange
            // The request adds the path and the query, which must remain as they are.
            var origin = client.tokenURL.flatMap { URLComponents(url: $0, resolvingAgainstBaseURL: true) }
            origin?.percentEncodedPath = ""
            origin?.percentEncodedQuery = nil
            var configuration = Configuration(server: origin?.url, transport: transport)
            configuration.environment = environment
            configuration.allowsInsecureHTTP = client.allowsInsecureHTTP
            self.configuration = configuration
        }

        /// A credential that requests a token when needed, and a new one if the server rejects it.
        public nonisolated var credential: Credential {
            Credential {
                try await self.accessToken()
            } invalidate: {
                await self.invalidate($0)
            }
        }

        /// Returns a valid access token, requesting one if necessary.
        /// - Throws: `CancellationError` if the task was cancelled; ``ApiError`` if the server issues no token.
        public func accessToken() async throws -> String {
            if let (token, end) = current, configuration.environment.now() < end { return token }
            let request = underway ?? Task { try await self.renewed() }
            underway = request
            return try await Self.value(of: request)
        }

        /// Requests and caches a token, even if all waiting tasks have been cancelled: a refresh token that replaces the
        /// previous one must not be lost.
        private func renewed() async throws -> String {
            defer { underway = nil }
            let grant = try await Grant.requested(client, refreshToken, configuration)
            let lifetime = grant.expiresIn.map { Duration.seconds(min(max($0, 0), 31_536_000)) - Self.margin }
            current = (grant.accessToken, configuration.environment.now().advanced(by: lifetime ?? .seconds(300)))
            if let next = grant.refreshToken, next != refreshToken {
                refreshToken = next
                await onChange?(next)
            }
            return grant.accessToken
        }

        /// Returns the value of a task. Cancellation ends the wait but not the task.
        private static func value(of request: Task<String, any Error>) async throws -> String {
            let (results, continuation) = AsyncStream.makeStream(of: Result<String, any Error>.self)
            Task {
                continuation.yield(await request.result)
                continuation.finish()
            }
            for await result in results { return try result.get() }
            throw CancellationError()
        }

        /// Discards an access token that a server rejected, so that a new one is requested. A newer token is kept.
        public func invalidate(_ failed: String) {
            if current?.token == failed { current = nil }
        }
    }

    /// The successful response of the token endpoint (RFC 6749, section 5.1).
    fileprivate struct Grant: Decodable, Sendable {
        let accessToken: String
        let expiresIn: Double?
        let refreshToken: String?

        init(from decoder: any Decoder) throws {
            let object = try decoder.container(keyedBy: PropertyKey.self)
            accessToken = try object.decode(String.self, forKey: PropertyKey("access_token"))
            refreshToken = try object.decodeIfPresent(String.self, forKey: PropertyKey("refresh_token"))
            let lifetime = try object.decodeIfPresent(JSONValue.self, forKey: PropertyKey("expires_in"))
            // Some servers send the number as a string, which may be `nan`.
            let seconds = lifetime.flatMap { $0.double ?? $0.string.flatMap { Double($0) } }
            expiresIn = seconds.flatMap { $0.isFinite ? $0 : nil }
        }

        static func requested(
            _ client: OAuthTokens.Client,
            _ refreshToken: String?,
            _ configuration: Configuration
        ) async throws -> Grant {
            // The check that precedes every request does not recognize credentials in a form.
            guard client.tokenURL.map({ client.allowsInsecureHTTP.allows($0, withCredentials: true) }) ?? true else {
                throw plainTokenURL
            }
            var configuration = configuration
            // Requests do not use these credentials; they are added because the values of configured credentials are
            // redacted in errors.
            for (name, secret) in [("client_secret", client.clientSecret), ("refresh_token", refreshToken)] {
                guard let secret else { continue }
                configuration.credentials[name] = Credential(secret)
                configuration.credentials["\(name) in a form"] = Credential(PercentEncoding.form(secret))
            }
            var form = client.fields
            form["grant_type"] = refreshToken == nil ? "client_credentials" : "refresh_token"
            form["refresh_token"] = refreshToken
            form["scope"] = client.scopes.isEmpty ? nil : client.scopes.joined(separator: " ")
            let scheme = Credential.Scheme(name: "token endpoint", place: .header("Authorization"), prefix: "Basic")
            var security: [[Credential.Scheme]] = []
            switch (client.authentication, client.clientSecret) {
            case (.header, let secret?):
                security = [[scheme]]
                configuration.credentials[scheme.name] = .basic(
                    username: PercentEncoding.form(client.clientID),
                    password: PercentEncoding.form(secret)
                )
            case (_, let secret):
                form["client_id"] = client.clientID
                form["client_secret"] = secret
            }
            var request = ApiClient.Request(.post, client.tokenURL?.path(percentEncoded: true) ?? "", security: security)
            if let query = client.tokenURL?.query(percentEncoded: true), !query.isEmpty { request.query = [query] }
            let fields = form.sorted { $0.key < $1.key }
                .map { "\(PercentEncoding.form($0.key))=\(PercentEncoding.form($0.value))" }
            request.body = HTTPBody(Data(fields.joined(separator: "&").utf8))
            request.headers["Content-Type"] = "application/x-www-form-urlencoded"
            return try await ApiClient(configuration: configuration).send(request, options: RequestOptions()).body
        }

        /// The error for a token endpoint without TLS that the client's settings do not allow.
        private static let plainTokenURL = ApiError(
            .invalidRequest,
            "credentials would be sent to the token endpoint over plain http; use https, or allowsInsecureHTTP of "
                + "OAuthTokens.Client with includingCredentials"
        )
    }
}

extension MartletRuntime.OAuthTokens.Client: MartletRuntime.ApiModel.SelfRedacting {
    /// The token endpoint, the client identifier and the scopes; no secret and no form fields.
    public var shownProperties: KeyValuePairs<String, Any> {
        ["tokenURL": tokenURL?.withoutSecrets ?? "none", "clientID": clientID, "scopes": scopes]
    }
}

extension MartletRuntime.OAuthTokens: MartletRuntime.ApiModel.SelfRedacting {
    /// The token endpoint and the client identifier; no tokens.
    public nonisolated var shownProperties: KeyValuePairs<String, Any> {
        ["tokenURL": client.tokenURL?.withoutSecrets ?? "none", "clientID": client.clientID]
    }
}

public typealias OAuthTokens = MartletRuntime.OAuthTokens

"""#),
        ("ObjectDecoder", #"""
nonisolated extension MartletRuntime {
    /// Decodes the properties of a JSON object, for generated models.
    ///
    /// Nothing in this type is inlinable, so that each generic function is compiled once in this module instead of once per
    /// model in the user's module. The client's own decoder is used directly; other decoders are used through `Decodable`.
    public struct ObjectDecoder {
        /// The source of the properties.
        enum Source {
            /// An object of the client's own decoder.
            case document(JSONDocument, object: Int)
            /// A container of any other decoder. It is indirect because its size is unknown to the compiler, which would
            /// make this enum slow.
            indirect case container(KeyedDecodingContainer<PropertyKey>)
        }

        let source: Source

        /// Creates a decoder of an object's properties.
        /// - Throws: `DecodingError` if the value is not an object.
        public init(_ decoder: any Decoder) throws {
            if let decoder = decoder as? JSONNodeDecoder {
                source = .document(decoder.document, object: try decoder.object)
            } else {
                source = .container(try decoder.container(keyedBy: PropertyKey.self))
            }
        }

        /// Decodes a required property.
        /// - Throws: `DecodingError` if it is absent, of another type, or null when `Value` cannot be null.
        public func required<Value: Decodable>(_ key: String) throws -> Value {
            try required(key, { try $0.value(at: $1) }, { try $0.decode(Value.self, forKey: $1) })
        }

        /// Decodes a required property that may be null, which is returned as `nil`.
        /// - Throws: `DecodingError` if it is absent or of another type.
        public func requiredOrNull<Value: Decodable>(_ key: String) throws -> Value? {
            let nullable: Nullable<Value> = try required(key)
            return nullable.value
        }

        /// Decodes an optional property; `nil` if it is absent or null.
        /// - Throws: `DecodingError` if it is of another type.
        public func optional<Value: Decodable>(_ key: String) throws -> Value? {
            try optional(key, { try $0.value(at: $1) as Value }, { try $0.decodeIfPresent(Value.self, forKey: $1) })
        }

        /// Decodes an optional property of a type that represents null itself, such as ``JSONValue`` or ``Nullable``; `nil`
        /// if it is absent.
        /// - Throws: `DecodingError` if it is of another type.
        public func nullable<Value: Decodable>(_ key: String) throws -> Value? {
            contains(key) ? try required(key) as Value : nil
        }

        /// Decodes all properties other than those with the given names.
        /// - Throws: `DecodingError` if one of them is of another type.
        public func others<Value: Decodable>(than known: [String]) throws -> [String: Value] {
            var others: [String: Value] = [:]
            switch source {
            case .document(let document, let object):
                for (name, value) in document.members(of: object) {
                    let name = try document.string(at: name)
                    if !known.lists(name), others[name] == nil { others[name] = try document.value(at: value) as Value }
                }
            case .container(let container):
                for key in container.allKeys where !known.lists(key.stringValue) {
                    others[key.stringValue] = try required(key.stringValue) as Value
                }
            }
            return others
        }

        /// Whether the object has a property with a name, even if its value is null.
        func contains(_ key: String) -> Bool {
            switch source {
            case .document(let document, let object): document.member(key, of: object) != nil
            case .container(let container): container.contains(PropertyKey(key))
            }
        }

        /// Whether the object has a property with a name and a value other than null.
        func holds(_ key: String) -> Bool {
            switch source {
            case .document(let document, let object):
                document.member(key, of: object).map { !document.isNull(at: $0) } ?? false
            case .container(let container):
                container.contains(PropertyKey(key)) && (try? container.decodeNil(forKey: PropertyKey(key))) != true
            }
        }

        /// Whether the object at a path of names, or any object of an array on the way, has a property with the last name and a
        /// value other than null. `nil` in the path stands for any name.
        func holds(_ path: ArraySlice<String?>) -> Bool { leads(path) { $0.holds($1) } }

        /// Whether the object at a path of names, or any object of an array on the way, has a property with the last name, even if
        /// its value is null. `nil` in the path stands for any name.
        func contains(_ path: ArraySlice<String?>) -> Bool { leads(path) { $0.contains($1) } }

        /// Whether a path of names leads to an object that has a property with the last name.
        private func leads(_ path: ArraySlice<String?>, _ has: (ObjectDecoder, String) -> Bool) -> Bool {
            guard let first = path.first else { return true }
            guard let key = first else { return names.contains { leads(([$0] + path.dropFirst())[...], has) } }
            if path.count == 1 { return has(self, key) }
            guard holds(key), let inner = try? required(key) as InnerObjects else { return false }
            return inner.objects.contains { $0.leads(path.dropFirst(), has) }
        }

        /// The names of the properties.
        var names: [String] {
            switch source {
            case .document(let document, let object):
                document.members(of: object).compactMap { try? document.string(at: $0.name) }
            case .container(let container): container.allKeys.map(\.stringValue)
            }
        }

        /// Checks that a property, or each of its elements, has its only valid value while a union looks for the matching
        /// type. Elsewhere, any other value is accepted, like one that an enum does not list.
        /// - Throws: `DecodingError` if it has another value.
        public func constant(_ key: String, _ value: JSONValue) throws {
            guard Misfits.current != nil, contains(key) else { return }
            if try (required(key) as JSONValue).consists(of: value) { return }
            throw DecodingError.dataCorrupted(.init(codingPath: [PropertyKey(key)], debugDescription: Self.otherValue))
        }

        /// Counts the properties other than those with the given names while a union looks for the matching type.
        public func expect(only known: [String]) {
            guard Misfits.current != nil else { return }
            Misfits.note(names.count { !known.lists($0) })
        }

        /// The description of a value other than the only valid one.
        private static let otherValue = "not the only value that the type has"

        /// Decodes a required property from either source.
        ///
        /// Inlined into the functions of this module, because it runs for each property.
        @inline(__always)
        func required<Value>(
            _ key: String,
            _ read: (JSONDocument, Int) throws -> Value,
            _ decode: (KeyedDecodingContainer<PropertyKey>, PropertyKey) throws -> Value
        ) throws -> Value {
            switch source {
            case .document(let document, let object):
                guard let index = document.member(key, of: object) else { throw document.missing(key, object) }
                return try read(document, index)
            case .container(let container): return try located(PropertyKey(key), in: container, decode)
            }
        }

        /// Decodes an optional property from either source.
        @inline(__always)
        func optional<Value>(
            _ key: String,
            _ read: (JSONDocument, Int) throws -> Value,
            _ decode: (KeyedDecodingContainer<PropertyKey>, PropertyKey) throws -> Value?
        ) throws -> Value? {
            switch source {
            case .document(let document, let object):
                guard let index = document.member(key, of: object), !document.isNull(at: index) else { return nil }
                return try read(document, index)
            case .container(let container): return try located(PropertyKey(key), in: container, decode)
            }
        }

        /// Adds the path to errors that lack one: `JSONDecoder` throws an internal error for a number that is out of range
        /// and for a malformed string, and converts it to a `DecodingError` at the end, without the path.
        @inline(__always)
        private func located<Value>(
            _ key: PropertyKey,
            in container: KeyedDecodingContainer<PropertyKey>,
            _ decode: (KeyedDecodingContainer<PropertyKey>, PropertyKey) throws -> Value
        ) throws -> Value {
            do {
                return try decode(container, key)
            } catch let error as DecodingError {
                throw error
            } catch {
                throw DecodingError.dataCorrupted(
                    .init(
                        codingPath: container.codingPath + [key],
                        debugDescription: JSONDocument.unreadable,
                        underlyingError: error
                    )
                )
            }
        }
    }
}

nonisolated extension [String] {
    /// Whether a property's name is among these, byte for byte (RFC 8259, section 8.3): a composed and a decomposed `é`
    /// are equal as Swift strings, but different names in JSON.
    fileprivate func lists(_ name: String) -> Bool {
        contains(name) && (name.utf8.allSatisfy { $0 < 0x80 } || contains { $0.utf8.elementsEqual(name.utf8) })
    }
}

"""#),
        ("ObjectDecoder+Collections", #"""
nonisolated extension MartletRuntime.ObjectDecoder {
    /// Decodes a required array.
    /// - Throws: `DecodingError` if it is absent, null or of another type.
    public func requiredArray<Element: Decodable>(_ key: String) throws -> [Element] {
        try required(key, { try $0.array(at: $1) }, { try $0.decode([Element].self, forKey: $1) })
    }

    /// Decodes an optional array; `nil` if it is absent or null.
    /// - Throws: `DecodingError` if it is of another type.
    public func optionalArray<Element: Decodable>(_ key: String) throws -> [Element]? {
        try optional(key, { try $0.array(at: $1) }, { try $0.decodeIfPresent([Element].self, forKey: $1) })
    }

    /// Decodes a required dictionary.
    /// - Throws: `DecodingError` if it is absent, null or of another type.
    public func requiredDictionary<Value: Decodable>(_ key: String) throws -> [String: Value] {
        try required(key, { try $0.dictionary(at: $1) }, { try $0.decode([String: Value].self, forKey: $1) })
    }

    /// Decodes an optional dictionary; `nil` if it is absent or null.
    /// - Throws: `DecodingError` if it is of another type.
    public func optionalDictionary<Value: Decodable>(_ key: String) throws -> [String: Value]? {
        try optional(key, { try $0.dictionary(at: $1) }, { try $0.decodeIfPresent([String: Value].self, forKey: $1) })
    }
}

"""#),
        ("ObjectDecoder+Scalars", #"""
nonisolated extension MartletRuntime.ObjectDecoder {
    /// Decodes a required `String`.
    /// - Throws: `DecodingError` if it is absent, null or of another type.
    public func required(_ key: String) throws -> String {
        try required(key, { try $0.string(at: $1) }, { try $0.decode(String.self, forKey: $1) })
    }

    /// Decodes an optional `String`; `nil` if it is absent or null.
    /// - Throws: `DecodingError` if it is of another type.
    public func optional(_ key: String) throws -> String? {
        try optional(key, { try $0.string(at: $1) }, { try $0.decodeIfPresent(String.self, forKey: $1) })
    }

    /// Decodes a required `Bool`.
    /// - Throws: `DecodingError` if it is absent, null or of another type.
    public func required(_ key: String) throws -> Bool {
        try required(key, { try $0.bool(at: $1) }, { try $0.decode(Bool.self, forKey: $1) })
    }

    /// Decodes an optional `Bool`; `nil` if it is absent or null.
    /// - Throws: `DecodingError` if it is of another type.
    public func optional(_ key: String) throws -> Bool? {
        try optional(key, { try $0.bool(at: $1) }, { try $0.decodeIfPresent(Bool.self, forKey: $1) })
    }

    /// Decodes a required `Int`.
    /// - Throws: `DecodingError` if it is absent, null or of another type.
    public func required(_ key: String) throws -> Int {
        try required(key, { try $0.integer(at: $1) }, { try $0.decode(Int.self, forKey: $1) })
    }

    /// Decodes an optional `Int`; `nil` if it is absent or null.
    /// - Throws: `DecodingError` if it is of another type.
    public func optional(_ key: String) throws -> Int? {
        try optional(key, { try $0.integer(at: $1) }, { try $0.decodeIfPresent(Int.self, forKey: $1) })
    }

    /// Decodes a required `Int64`.
    /// - Throws: `DecodingError` if it is absent, null or of another type.
    public func required(_ key: String) throws -> Int64 {
        try required(key, { try $0.int64(at: $1) }, { try $0.decode(Int64.self, forKey: $1) })
    }

    /// Decodes an optional `Int64`; `nil` if it is absent or null.
    /// - Throws: `DecodingError` if it is of another type.
    public func optional(_ key: String) throws -> Int64? {
        try optional(key, { try $0.int64(at: $1) }, { try $0.decodeIfPresent(Int64.self, forKey: $1) })
    }

    /// Decodes a required `Double`.
    /// - Throws: `DecodingError` if it is absent, null or of another type.
    public func required(_ key: String) throws -> Double {
        try required(key, { try $0.floatingPoint(at: $1) }, { try $0.decode(Double.self, forKey: $1) })
    }

    /// Decodes an optional `Double`; `nil` if it is absent or null.
    /// - Throws: `DecodingError` if it is of another type.
    public func optional(_ key: String) throws -> Double? {
        try optional(key, { try $0.floatingPoint(at: $1) }, { try $0.decodeIfPresent(Double.self, forKey: $1) })
    }
}

"""#),
        ("OverlapDecoder", #"""
nonisolated extension MartletRuntime {
    /// Decodes a JSON value as all of several types that match it, for generated `anyOf` types.
    public struct OverlapDecoder {
        private let value: CandidateDecoder
        /// Whether a requested type matched.
        public private(set) var fits = false

        /// Creates a decoder of a value.
        public init(_ decoder: any Decoder) { value = CandidateDecoder(decoder) }

        /// Decodes the value as a type; returns `nil` if it does not match, or matches none of the types of a union.
        /// - Parameter all: The names of all properties that the type allows; `nil` if it allows any.
        public mutating func part<Value: Decodable>(only all: [String]? = nil) -> Value? {
            guard value.count(besides: all) == 0, let part = (value.candidate() as (Value, Int)?)?.0 else { return nil }
            if let union = part as? any ApiModel.OpenUnion, value.isUnrecognized(union) { return nil }
            fits = true
            return part
        }

        /// Decodes the value as any JSON value if it matches none of the requested types; returns `nil` otherwise.
        /// - Throws: `DecodingError` if it is not a JSON value.
        public func rest() throws -> JSONValue? {
            if fits { return nil }
            Misfits.note()
            return try value.decoded()
        }
    }
}

"""#),
        ("PageEnd", #"""
nonisolated extension MartletRuntime {
    /// Whether a page states that another page follows it.
    enum PageEnd: Sendable {
        /// Another page follows.
        case more
        /// No page follows.
        case last
        /// The page does not indicate whether another page follows.
        case unknown

        /// Creates the value for a page's flag; `nil` if the page has none.
        init(hasNext: Bool?) {
            self =
                switch hasNext {
                case true?: .more
                case false?: .last
                case nil: .unknown
                }
        }
    }
}

"""#),
        ("PageReader", #"""
nonisolated extension MartletRuntime {
    /// The state of an iteration over pages that are requested by position.
    actor PageReader<Page: Sendable, Position: Hashable & Sendable> {
        typealias Fetch = @Sendable (Position) async throws -> ApiResponse<Page>
        typealias Advance = @Sendable (ApiResponse<Page>, Pages<Page>.Earlier?, Position) -> Pages<Page>.Step<Position>

        private let fetch: Fetch
        private let step: Advance
        private var position: Position?
        private var seen: Set<Position>
        private var earlier: Pages<Page>.Earlier?

        init(from start: Position, fetch: @escaping Fetch, step: @escaping Advance) {
            self.fetch = fetch
            self.step = step
            position = start
            seen = [start]
        }

        /// Requests the next page; returns `nil` at the end of the list.
        func next() async throws -> Page? {
            guard let current = position else { return nil }
            // The page before this one is valid, so the error is thrown when the next one is requested.
            if earlier != nil, !seen.insert(current).inserted { throw Pages<Page>.circle }
            try Task.checkCancellation()
            let page = try await fetch(current)
            switch step(page, earlier, current) {
            case .next(let next): position = next
            case .last: position = nil
            case .beyond:
                position = nil
                return nil
            }
            earlier = Pages.Earlier(first: earlier?.first ?? page, previous: page)
            return page.body
        }
    }

    /// Requests each page while the one before it is used.
    actor PageAhead<Page: Sendable> {
        private let read: Pages<Page>.Read
        private var pending: Task<Page?, any Error>?

        init(_ read: @escaping Pages<Page>.Read) { self.read = read }

        // Cancels the request for a page that nobody waits for.
        deinit { pending?.cancel() }

        /// Returns the next page and requests the one after it.
        func next() async throws -> Page? {
            let task = pending.take() ?? request()
            let page = try await withTaskCancellationHandler {
                try await task.value
            } onCancel: {
                task.cancel()
            }
            if page != nil { pending = request() }
            return page
        }

        private func request() -> Task<Page?, any Error> { Task { [read] in try await read() } }
    }
}

"""#),
        ("Pages", #"""
nonisolated extension MartletRuntime {
    /// An asynchronous sequence of the pages of a list, fetched lazily.
    ///
    /// ```swift
    /// for try await page in client.accessTokens.getTokens(every: .page, limit: 50) { … }
    /// ```
    /// Each iteration starts at the first page. A cancelled task requests no further page. If the position of the next page
    /// is one that has been read before, the iterator throws an ``ApiError`` of kind `decoding`.
    public struct Pages<Page: Sendable>: AsyncSequence, Sendable {
        /// A page of the list.
        public typealias Element = Page

        /// A function that requests the next page, and returns `nil` at the end of the list.
        typealias Read = @Sendable () async throws -> Page?

        private let makeReader: @Sendable () -> Read

        /// The step that follows a page.
        enum Step<Position> {
            /// A page follows at a position.
            case next(Position)
            /// This page is the last one.
            case last
            /// The list ended before this page, which is not part of it.
            case beyond
        }

        /// The pages that have been read before a page.
        struct Earlier {
            let first: ApiResponse<Page>
            let previous: ApiResponse<Page>
        }

        /// Creates pages that are requested by position.
        ///
        /// - Parameters:
        ///   - start: The position of the first page.
        ///   - fetch: A closure that requests the page at a position.
        ///   - step: A closure that returns the next step for a page, the earlier pages and the page's position.
        init<Position: Hashable & Sendable>(
            from start: Position,
            fetch: @escaping @Sendable (Position) async throws -> ApiResponse<Page>,
            step: @escaping @Sendable (ApiResponse<Page>, Earlier?, Position) -> Step<Position>
        ) {
            makeReader = {
                let reader = PageReader(from: start, fetch: fetch, step: step)
                return { try await reader.next() }
            }
        }

        /// Creates pages from a closure that returns, for each iteration, a function that requests the next page.
        init(_ makeReader: @escaping @Sendable () -> Read) { self.makeReader = makeReader }

        /// Returns the same pages, with each page requested while the one before it is used.
        public func prefetched() -> Pages {
            Pages { [makeReader] in
                let ahead = PageAhead(makeReader())
                return { try await ahead.next() }
            }
        }

        /// Returns all pages.
        ///
        /// - Parameter max: The maximum number of pages. To end after some pages without an error, use `prefix`.
        /// - Throws: `CancellationError` if the task was cancelled; otherwise ``ApiError``, of kind `responseTooLarge` if
        ///   the list has more pages.
        public func collect(max: Int = .max) async throws -> [Page] { try await collected(upTo: max, "pages") }

        /// The error for a list without an end.
        static var circle: ApiError {
            ApiError(
                .decoding,
                "the list does not end: a page names a page that has already been read as the next one",
                delivery: .answered
            )
        }

        /// Returns an iterator that starts at the first page.
        public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(read: makeReader()) }

        /// An iterator that requests one page after another.
        public struct AsyncIterator: AsyncIteratorProtocol {
            fileprivate let read: () async throws -> Page?

            /// Returns the next page; `nil` at the end of the list.
            ///
            /// - Throws: `CancellationError` if the task was cancelled; otherwise ``ApiError``.
            public mutating func next() async throws -> Page? { try await read() }
        }

        /// Returns the elements of all pages as one asynchronous sequence.
        ///
        /// - Parameter elements: A closure that returns the elements of a page.
        public func flattened<Element>(
            _ elements: @escaping @Sendable (Page) -> [Element]?
        ) -> Elements<Element> { Elements(pages: self, elements: elements) }
    }
}

nonisolated extension MartletRuntime.Pages {
    /// An asynchronous sequence of the elements of all pages of a list. A page is fetched when its first element is
    /// requested.
    public struct Elements<Element: Sendable>: AsyncSequence, Sendable {
        fileprivate let pages: MartletRuntime.Pages<Page>
        fileprivate let elements: @Sendable (Page) -> [Element]?

        /// Returns the same elements, with each page requested while the elements of the one before it are used.
        public func prefetched() -> Elements { Elements(pages: pages.prefetched(), elements: elements) }

        /// Returns all elements.
        ///
        /// - Parameter max: The maximum number of elements. To end after some elements without an error, use `prefix`.
        /// - Throws: `CancellationError` if the task was cancelled; otherwise ``ApiError``, of kind `responseTooLarge`
        ///   if the list has more elements.
        public func collect(max: Int = .max) async throws -> [Element] { try await collected(upTo: max, "elements") }

        /// Returns an iterator that starts at the first element of the first page.
        public func makeAsyncIterator() -> AsyncIterator {
            AsyncIterator(pages: pages.makeAsyncIterator(), elements: elements)
        }

        /// An iterator over the elements of one page after another.
        public struct AsyncIterator: AsyncIteratorProtocol {
            private var pages: MartletRuntime.Pages<Page>.AsyncIterator
            private let elements: @Sendable (Page) -> [Element]?
            private var page: ArraySlice<Element> = []

            fileprivate init(pages: MartletRuntime.Pages<Page>.AsyncIterator, elements: @escaping @Sendable (Page) -> [Element]?) {
                self.pages = pages
                self.elements = elements
            }

            /// Returns the next element; `nil` at the end of the list.
            ///
            /// - Throws: `CancellationError` if the task was cancelled; otherwise ``ApiError``.
            public mutating func next() async throws -> Element? {
                while true {
                    if let element = page.popFirst() { return element }
                    guard let next = try await pages.next() else { return nil }
                    page = (elements(next) ?? [])[...]
                }
            }
        }
    }
}

nonisolated extension AsyncSequence {
    fileprivate func collected(upTo limit: Int, _ noun: String) async throws -> [Element] {
        var elements: [Element] = []
        for try await element in self {
            guard elements.count < limit else {
                throw MartletRuntime.ApiError(.responseTooLarge, "the list has more than \(limit) \(noun)", delivery: .answered)
            }
            elements.append(element)
        }
        return elements
    }
}

public typealias Pages = MartletRuntime.Pages

"""#),
        ("Pages+Kinds", #"""
nonisolated extension MartletRuntime.Pages {
    /// Creates pages that are requested by offset.
    ///
    /// A page's own statement whether another page follows takes precedence. Without one, the last page is the first
    /// that is empty or shorter than the first page; the requested limit is not used because a server may cap it.
    /// - Parameters:
    ///   - offset: The number of elements before the first page; `nil` for the server's default.
    ///   - limit: The requested number of elements per page; `nil` for the server's default.
    ///   - elements: A closure that returns the elements of a page.
    ///   - hasNext: A closure that returns whether a page states that another page follows; `nil` if it does not say.
    ///   - fetch: A closure that requests the page at an offset.
    public init<Offset: FixedWidthInteger & Sendable, Item>(
        offset: Offset?,
        limit: (some FixedWidthInteger & Sendable)?,
        elements: @escaping @Sendable (Page) -> [Item]?,
        hasNext: @escaping @Sendable (Page) -> Bool? = { _ in nil },
        fetch: @escaping @Sendable (Offset?) async throws -> MartletRuntime.ApiResponse<Page>
    ) {
        self.init(from: offset, elements: elements, hasNext: hasNext, fetch: fetch) { position, count in
            (position ?? 0).addingReportingOverflow(Offset(clamping: count))
        }
    }

    /// Creates pages that are requested by page number.
    ///
    /// A page's own statement whether another page follows takes precedence. Without one, the last page is the first
    /// that is empty or shorter than the first page; the requested size is not used because a server may cap it.
    /// - Parameters:
    ///   - page: The number of the first page to request; `nil` for the server's default, which is `first`.
    ///   - first: The number of the list's first page.
    ///   - size: The requested number of elements per page; `nil` for the server's default.
    ///   - elements: A closure that returns the elements of a page.
    ///   - hasNext: A closure that returns whether a page states that another page follows; `nil` if it does not say.
    ///   - fetch: A closure that requests the page with a number.
    public init<Number: FixedWidthInteger & Sendable, Item>(
        page: Number?,
        first: Number = 1,
        size: (some FixedWidthInteger & Sendable)?,
        elements: @escaping @Sendable (Page) -> [Item]?,
        hasNext: @escaping @Sendable (Page) -> Bool? = { _ in nil },
        fetch: @escaping @Sendable (Number?) async throws -> MartletRuntime.ApiResponse<Page>
    ) {
        self.init(from: page, elements: elements, hasNext: hasNext, fetch: fetch) { position, _ in
            (position ?? first).addingReportingOverflow(1)
        }
    }

    /// Creates pages that are requested by a number.
    ///
    /// - Parameter next: A closure that returns the number of the next page from that of a page and its number of
    ///   elements.
    private init<Number: FixedWidthInteger & Sendable, Item>(
        from start: Number?,
        elements: @escaping @Sendable (Page) -> [Item]?,
        hasNext: @escaping @Sendable (Page) -> Bool?,
        fetch: @escaping @Sendable (Number?) async throws -> MartletRuntime.ApiResponse<Page>,
        next: @escaping @Sendable (Number?, _ count: Int) -> (partialValue: Number, overflow: Bool)
    ) {
        self.init(from: start, fetch: fetch) { page, earlier, position in
            let count = elements(page.body)?.count ?? 0
            switch MartletRuntime.PageEnd(hasNext: hasNext(page.body)) {
            case .last: return .last
            case .more: break
            case .unknown:
                // A server without pagination sends the same list again.
                if !page.rawBody.isEmpty, earlier?.previous.rawBody == page.rawBody { return .beyond }
                let full = earlier.map { elements($0.first.body)?.count ?? 0 } ?? 0
                if count == 0 || count < full { return .last }
            }
            let (number, isBeyond) = next(position, count)
            return isBeyond ? .last : .next(number)
        }
    }

    /// Creates pages that are requested by cursor.
    ///
    /// - Parameters:
    ///   - cursor: The cursor of the first page; `nil` for the beginning of the list.
    ///   - next: A closure that returns the cursor of the next page; `nil` or an empty string for the last page.
    ///   - fetch: A closure that requests the page at a cursor.
    public init<Cursor: Hashable & Sendable>(
        cursor: Cursor?,
        next: @escaping @Sendable (Page) -> Cursor?,
        fetch: @escaping @Sendable (Cursor?) async throws -> MartletRuntime.ApiResponse<Page>
    ) {
        self.init(from: cursor, fetch: fetch) { page, _, _ in
            guard let cursor = next(page.body), cursor as? String != "" else { return .last }
            return .next(cursor)
        }
    }

    /// Creates pages that link to each other.
    ///
    /// A link is followed only if it has the scheme, host and port of the request. Any other link is an ``ApiError`` of
    /// kind `invalidRequest`, because credentials would be sent elsewhere.
    /// - Parameters:
    ///   - options: The settings that each request overrides.
    ///   - next: A closure that returns the link to the next page, absolute or relative; `nil` for the last page.
    ///   - fetch: A closure that requests a page.
    public init(
        options: MartletRuntime.RequestOptions,
        next: @escaping @Sendable (MartletRuntime.ApiResponse<Page>) -> String?,
        fetch: @escaping @Sendable (MartletRuntime.RequestOptions) async throws -> MartletRuntime.ApiResponse<Page>
    ) {
        self.init(from: nil as String?) { link in
            var options = options
            if let link { options.link = link }
            return try await fetch(options)
        } step: { page, _, _ in
            guard let link = next(page), !link.isEmpty else { return .last }
            return .next(link)
        }
    }
}

"""#),
        ("ParameterEncoder", #"""
import Foundation

nonisolated extension MartletRuntime {
    /// An encoder that converts a value to a ``ParameterTree`` by its `Encodable` conformance.
    struct ParameterEncoder: Encoder {
        /// The slot that receives the value.
        private let target: Slot
        let codingPath: [any CodingKey]
        let userInfo: [CodingUserInfoKey: Any] = RequestMark.userInfo

        /// Returns the tree of a value.
        /// - Throws: `EncodingError` if the value cannot be encoded as text, such as NaN.
        static func tree(of value: some Encodable) throws -> ParameterTree {
            let slot = Slot()
            try slot.encode(value, at: [])
            return slot.tree
        }

        fileprivate init(_ target: Slot, at codingPath: [any CodingKey]) {
            self.target = target
            self.codingPath = codingPath
        }

        func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
            target.beginObject()
            return KeyedEncodingContainer(Members(target: target, codingPath: codingPath))
        }

        func unkeyedContainer() -> any UnkeyedEncodingContainer { Items(target: target, codingPath: codingPath) }

        func singleValueContainer() -> any SingleValueEncodingContainer { Single(target: target, codingPath: codingPath) }
    }

    /// A place in the tree under construction. Several encoders may write to the same slot, such as those for the parts of
    /// an object.
    fileprivate final class Slot {
        private enum Kind {
            case tree, array, object
        }

        // Not an enum with associated values, so that values can be appended in place.
        private var kind = Kind.tree
        private var value = ParameterTree.scalar(.null)
        private var items: [Slot] = []
        private var members: [(name: String, slot: Slot)] = []
        /// The indices of the members by name.
        private var places: [String: Int] = [:]

        var tree: ParameterTree {
            switch kind {
            case .tree: value
            case .array: .array(items.map(\.tree))
            case .object: .object(members.map { ($0.name, $0.slot.tree) })
            }
        }

        var count: Int { items.count }

        func set(_ value: JSONValue) { set(.scalar(value)) }

        private func set(_ tree: ParameterTree) {
            kind = .tree
            value = tree
        }

        func beginObject() {
            guard kind != .object else { return }
            kind = .object
            members = []
            places = [:]
        }

        func beginArray() {
            guard kind != .array else { return }
            kind = .array
            items = []
        }

        /// Returns the slot of a member; an existing member is overwritten.
        func member(_ name: String) -> Slot {
            beginObject()
            let slot = Slot()
            if let index = places[name] {
                members[index].slot = slot
            } else {
                places[name] = members.count
                members.append((name, slot))
            }
            return slot
        }

        func item() -> Slot {
            beginArray()
            let slot = Slot()
            items.append(slot)
            return slot
        }

        /// Encodes values whose Foundation conformances differ from the output of JSON encoders.
        func encode(_ value: some Encodable, at codingPath: [any CodingKey]) throws {
            switch value {
            case let value as HTTPBody.File: set(.file(value))
            case let value as Date: set(.string(DateTime(value).description))
            case let value as UUID: set(.string(value.text))
            case let value as URL: set(.string(value.absoluteString))
            case let value as Data: set(.string(value.base64EncodedString()))
            case let value as Decimal: set(.decimal(value))
            case let value as any StringKeyed: try value.encodeSorted(to: ParameterEncoder(self, at: codingPath))
            default: try value.encode(to: ParameterEncoder(self, at: codingPath))
            }
        }
    }

    /// A dictionary, encoded in sorted order because its own order changes between runs.
    fileprivate protocol StringKeyed {
        func encodeSorted(to encoder: any Encoder) throws
    }
}

nonisolated extension Dictionary: MartletRuntime.StringKeyed where Key == String, Value: Encodable {
    fileprivate func encodeSorted(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: MartletRuntime.PropertyKey.self)
        for (key, value) in sorted(by: { $0.key < $1.key }) { try container.encode(value, forKey: MartletRuntime.PropertyKey(key)) }
    }
}

nonisolated extension MartletRuntime {
    fileprivate struct Members<Key: CodingKey>: KeyedEncodingContainerProtocol {
        let target: Slot
        let codingPath: [any CodingKey]

        mutating func encodeNil(forKey key: Key) { target.member(key.stringValue).set(.null) }

        mutating func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
            try target.member(key.stringValue).encode(value, at: codingPath + [key])
        }

        mutating func nestedContainer<Nested: CodingKey>(
            keyedBy type: Nested.Type,
            forKey key: Key
        ) -> KeyedEncodingContainer<Nested> { encoder(key).container(keyedBy: type) }

        mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
            encoder(key).unkeyedContainer()
        }

        mutating func superEncoder() -> any Encoder { encoder(PropertyKey("super")) }
        mutating func superEncoder(forKey key: Key) -> any Encoder { encoder(key) }

        private func encoder(_ key: any CodingKey) -> ParameterEncoder {
            ParameterEncoder(target.member(key.stringValue), at: codingPath + [key])
        }
    }

    fileprivate struct Items: UnkeyedEncodingContainer {
        let target: Slot
        let codingPath: [any CodingKey]

        init(target: Slot, codingPath: [any CodingKey]) {
            self.target = target
            self.codingPath = codingPath
            target.beginArray()
        }

        var count: Int { target.count }

        mutating func encodeNil() { target.item().set(.null) }

        mutating func encode(_ value: some Encodable) throws { try target.item().encode(value, at: codingPath) }

        mutating func nestedContainer<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
            ParameterEncoder(target.item(), at: codingPath).container(keyedBy: type)
        }

        mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
            ParameterEncoder(target.item(), at: codingPath).unkeyedContainer()
        }

        mutating func superEncoder() -> any Encoder { ParameterEncoder(target.item(), at: codingPath) }
    }

    fileprivate struct Single: SingleValueEncodingContainer {
        let target: Slot
        let codingPath: [any CodingKey]

        mutating func encodeNil() { target.set(.null) }
        mutating func encode(_ value: Bool) { target.set(.bool(value)) }
        mutating func encode(_ value: String) { target.set(.string(value)) }
        mutating func encode(_ value: Double) throws {
            guard value.isFinite else {
                throw EncodingError.invalidValue(value, .init(codingPath: codingPath, debugDescription: "not finite"))
            }
            target.set(.number(value))
        }
        // A `Float` has fewer digits than the `Double` that it is converted to.
        mutating func encode(_ value: Float) throws { try encode(Double(value.description) ?? Double(value)) }
        mutating func encode(_ value: Int) { encode(Int64(value)) }
        mutating func encode(_ value: Int8) { encode(Int64(value)) }
        mutating func encode(_ value: Int16) { encode(Int64(value)) }
        mutating func encode(_ value: Int32) { encode(Int64(value)) }
        mutating func encode(_ value: Int64) { target.set(.integer(value)) }
        mutating func encode(_ value: UInt) { encode(UInt64(value)) }
        mutating func encode(_ value: UInt8) { encode(Int64(value)) }
        mutating func encode(_ value: UInt16) { encode(Int64(value)) }
        mutating func encode(_ value: UInt32) { encode(Int64(value)) }
        mutating func encode(_ value: UInt64) {
            target.set(Int64(exactly: value).map { .integer($0) } ?? .decimal(Decimal(value)))
        }
        mutating func encode(_ value: some Encodable) throws { try target.encode(value, at: codingPath) }
    }
}

"""#),
        ("ParameterStyle", #"""
nonisolated extension MartletRuntime {
    /// The serialization style of a parameter (OpenAPI 3.2.0, section 4.12.3, Style Values; RFC 6570).
    public enum ParameterStyle: Sendable, Hashable {
        /// `blue,black` in paths and headers.
        case simple
        /// `.blue,black` in paths.
        case label
        /// `;color=blue,black` in paths.
        case matrix
        /// `color=blue,black` in queries, forms and cookies.
        case form
        /// `color=blue%20black` in queries and forms; in OpenAPI 2.0 also `blue%20black` in paths and `blue black` in
        /// headers.
        case spaceDelimited
        /// `color=blue%7Cblack` in queries and forms; in OpenAPI 2.0 also `blue%7Cblack` in paths and `blue|black` in
        /// headers.
        case pipeDelimited
        /// `color=blue%09black` in queries and forms: the format `tsv` of OpenAPI 2.0, which also allows it in paths and
        /// headers.
        case tabDelimited
        /// `color%5BR%5D=100` in queries and forms. OpenAPI defines this style only for objects with scalar values; nested
        /// values have additional brackets: `filter%5Bsize%5D%5Bmin%5D=1`, `sort%5B0%5D=name`.
        case deepObject
        /// `color=blue,black` in cookies, without percent-encoding.
        case cookie

        /// The separator of the parts of a value that is not exploded, percent-encoded.
        fileprivate var separator: String {
            switch self {
            case .simple, .label, .matrix, .form, .cookie, .deepObject: ","
            case .spaceDelimited: "%20"
            case .pipeDelimited: "%7C"
            case .tabDelimited: "%09"
            }
        }

        /// The separator without percent-encoding; `nil` for a comma.
        fileprivate var delimiter: String? {
            switch self {
            case .simple, .label, .matrix, .form, .cookie, .deepObject: nil
            case .spaceDelimited: " "
            case .pipeDelimited: "|"
            case .tabDelimited: "\t"
            }
        }
    }

    /// Serializes values in a style.
    ///
    /// The styles do not define nested arrays and objects; they are encoded as JSON, except that the elements of an array
    /// in an exploded object repeat its key.
    struct StyledText {
        let style: ParameterStyle
        let explode: Bool
        /// A function that encodes a text for its place.
        let encode: (String) -> String

        /// Serializes the value for a path or a header (RFC 6570, sections 3.2.2, 3.2.5 and 3.2.7).
        func expanded(_ name: String, _ value: ParameterTree) throws -> String {
            switch style {
            case .label:
                let texts = try texts(value)
                return texts.isEmpty ? "" : "." + texts.joined(separator: explode ? "." : ",")
            case .matrix:
                return try pairs(name, value).map { ";\($0.hasSuffix("=") ? String($0.dropLast()) : $0)" }.joined()
            default: return try texts(value).joined(separator: style.delimiter.map(encode) ?? ",")
            }
        }

        /// Serializes the value as `name=value` pairs of a query, a form or a cookie (RFC 6570, section 3.2.8).
        func pairs(_ name: String, _ value: ParameterTree) throws -> [String] {
            if style == .deepObject { return try bracketed(name, value) }
            switch value {
            case .scalar(.null): return []
            case .scalar, .file: return [pair(name, encode(try value.text))]
            case .array(let elements):
                let texts = try ParameterTree.present(elements).map { encode(try $0.text) }
                if texts.isEmpty { return [] }
                return explode ? texts.map { pair(name, $0) } : [pair(name, texts.joined(separator: style.separator))]
            case .object(let members):
                let present = ParameterTree.present(members)
                if explode { return try present.flatMap { try explodedMember($0.name, $0.value) } }
                let texts = try present.flatMap { [encode($0.name), encode(try $0.value.text)] }
                return texts.isEmpty ? [] : [pair(name, texts.joined(separator: style.separator))]
            }
        }

        private func pair(_ name: String, _ value: String) -> String { "\(encode(name))=\(value)" }

        private func explodedMember(_ name: String, _ value: ParameterTree) throws -> [String] {
            guard case .array = value else { return [pair(name, encode(try value.text))] }
            return try pairs(name, value)
        }

        private func bracketed(_ name: String, _ value: ParameterTree) throws -> [String] {
            switch value {
            case .scalar(.null): []
            case .scalar, .file: [pair(name, encode(try value.text))]
            case .array(let elements):
                try elements.enumerated().flatMap { try bracketed("\(name)[\($0)]", $1) }
            case .object(let members): try members.flatMap { try bracketed("\(name)[\($0.name)]", $0.value) }
            }
        }

        /// Returns the parts of a value, without its name.
        private func texts(_ value: ParameterTree) throws -> [String] {
            switch value {
            case .scalar(.null): []
            case .scalar, .file: [encode(try value.text)]
            case .array(let elements): try ParameterTree.present(elements).map { encode(try $0.text) }
            case .object(let members):
                try ParameterTree.present(members).flatMap { name, value in
                    let text = encode(try value.text)
                    return explode ? ["\(encode(name))=\(text)"] : [encode(name), text]
                }
            }
        }
    }
}

"""#),
        ("ParameterTree", #"""
import Foundation

nonisolated extension MartletRuntime {
    /// A value decomposed for serialization in a URL, a header or a form. Properties keep the order of the model.
    indirect enum ParameterTree: Sendable {
        /// A scalar value; null is not sent.
        case scalar(JSONValue)
        /// The content of a file.
        case file(HTTPBody.File)
        case array([ParameterTree])
        case object([(name: String, value: ParameterTree)])

        /// Whether the value is null.
        var isNull: Bool {
            if case .scalar(.null) = self { true } else { false }
        }

        /// Returns the elements that are not null: null counts as undefined (RFC 6570, section 2.3).
        static func present(_ elements: [ParameterTree]) -> [ParameterTree] { elements.filter { !$0.isNull } }

        /// Returns the members that are not null.
        static func present(
            _ members: [(name: String, value: ParameterTree)]
        ) -> [(name: String, value: ParameterTree)] { members.filter { !$0.value.isNull } }

        /// The value as a single text, not encoded for its place; arrays and objects as JSON.
        var text: String {
            get throws {
                switch self {
                case .scalar(let value): try value.parameterText
                case .file, .array, .object: String(decoding: try json, as: UTF8.self)
                }
            }
        }

        /// The value as JSON, with sorted keys.
        var json: Data {
            get throws { try JSONText.encode(jsonValue) }
        }

        private var jsonValue: JSONValue {
            get throws {
                switch self {
                case .scalar(let value): value
                case .file(let content): .string(try content.text)
                case .array(let elements): .array(try elements.map { try $0.jsonValue })
                case .object(let members):
                    .object(
                        try Dictionary(members.map { ($0.name, try $0.value.jsonValue) }, uniquingKeysWith: { $1 })
                    )
                }
            }
        }
    }
}

nonisolated extension MartletRuntime.JSONValue {
    /// The text of a value in a URL or a header: numbers as in JSON, strings without quotation marks.
    var parameterText: String {
        get throws {
            switch self {
            case .null: ""
            case .bool(let value): value ? "true" : "false"
            case .integer(let value): String(value)
            case .decimal(let value): value.description
            case .number(let value): Int64(exactly: value).map { String($0) } ?? value.description
            case .string(let value): value
            case .array, .object: String(decoding: try MartletRuntime.JSONText.encode(self), as: UTF8.self)
            }
        }
    }
}

"""#),
        ("PartialFile", #"""
import Foundation

nonisolated extension MartletRuntime {
    /// The file of a running download, in the same directory as its destination.
    struct PartialFile {
        private let destination: URL
        private let url: URL
        private let handle: FileHandle
        /// The operation, for error messages.
        private let request: ApiClient.Request

        /// Opens the file.
        /// - Throws: ``ApiError`` of kind `file` if it cannot be written.
        init(for destination: URL, id: UUID, _ request: ApiClient.Request) throws {
            self.destination = destination
            self.request = request
            url = destination.deletingLastPathComponent()
                .appendingPathComponent(".\(destination.lastPathComponent).\(id.uuidString)")
            let descriptor = open(url.path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
            guard descriptor >= 0 else { throw Self.unwritable(request, delivery: .notSent) }
            handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        }

        /// Appends bytes.
        /// - Throws: ``ApiError`` of kind `file`.
        func write(_ data: Data) throws { try attempt { try handle.write(contentsOf: data) } }

        /// Removes all bytes.
        /// - Throws: ``ApiError`` of kind `file`.
        func restart() throws {
            try attempt {
                try handle.truncate(atOffset: 0)
                try handle.seek(toOffset: 0)
            }
        }

        /// Moves the file to its destination, atomically replacing an existing file.
        /// - Throws: ``ApiError`` of kind `file`.
        func complete() throws {
            try attempt {
                try handle.close()
                guard rename(url.path, destination.path) == 0 else { throw CocoaError(.fileWriteUnknown) }
            }
        }

        /// Deletes the file.
        func discard() {
            try? handle.close()
            try? FileManager.default.removeItem(at: url)
        }

        private func attempt(_ action: () throws -> Void) throws {
            do {
                try action()
            } catch {
                throw Self.unwritable(request, delivery: .answered, error)
            }
        }

        /// The error if the file cannot be written. The message does not contain the path, which may contain the user's
        /// name.
        static func unwritable(
            _ request: ApiClient.Request,
            delivery: ApiError.Delivery,
            _ error: (any Error)? = nil
        ) -> ApiError {
            ApiError(.file, "\(request): the file cannot be written", delivery: delivery, underlying: error)
        }
    }
}

"""#),
        ("PercentEncoding", #"""
nonisolated extension MartletRuntime {
    /// Percent-encoding for the components of a URL and for forms.
    enum PercentEncoding {
        /// Percent-encodes all characters except the unreserved ones (RFC 3986, section 2.3).
        ///
        /// The result is safe in a path segment and on both sides of `=` in a query, and also as form data: a space is
        /// `%20`, and `+` is `%2B`. Text is not normalized.
        static func strict(_ text: String) -> String { encoded(text) { _ in false } }

        /// Encodes a query value with `allowReserved` (OpenAPI 3.2.0, section 4.12.2.2): reserved characters and
        /// percent-encoded triplets are kept, except those that would end the value, `&` and `#`, and those that have
        /// another meaning in a form, `+`, `[` and `]`.
        static func reservedInQuery(_ text: String) -> String {
            encoded(text, keepsTriplets: true, reserved.contains)
        }

        /// Encodes a path value with `allowReserved`: the characters that a segment cannot contain, `/`, `?`, `#` and
        /// brackets, are percent-encoded.
        static func reservedInPath(_ text: String) -> String {
            encoded(text, keepsTriplets: true) { reservedInSegments.contains($0) }
        }

        /// Encodes a text as `application/x-www-form-urlencoded`, with `+` for a space (URL Standard, section 5.2).
        static func form(_ text: String) -> String { strict(text).replacing("%20", with: "+") }

        private static let reserved = Array(":/?@!$'()*,;=".utf8)
        private static let reservedInSegments = Array(":@!$&'()*+,;=".utf8)
        private static let digits = Array("0123456789ABCDEF".utf8)

        private static func encoded(
            _ text: String,
            keepsTriplets: Bool = false,
            _ isKept: (UInt8) -> Bool
        ) -> String {
            let bytes = Array(text.utf8)
            var encoded: [UInt8] = []
            encoded.reserveCapacity(bytes.count)
            for (index, byte) in bytes.enumerated() {
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"),
                    UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
                    encoded.append(byte)
                case UInt8(ascii: "%") where keepsTriplets && isTriplet(bytes[index...].prefix(3)): encoded.append(byte)
                case _ where isKept(byte): encoded.append(byte)
                default: encoded += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 0x0F)]]
                }
            }
            return String(decoding: encoded, as: UTF8.self)
        }

        private static func isTriplet(_ bytes: ArraySlice<UInt8>) -> Bool {
            bytes.count == 3
                && bytes.dropFirst().allSatisfy { byte in
                    switch byte {
                    case UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"),
                        UInt8(ascii: "0")...UInt8(ascii: "9"):
                        true
                    default: false
                    }
                }
        }
    }
}

nonisolated extension String {
    /// The text with all characters but unreserved ones percent-encoded; see ``PercentEncoding/strict(_:)``.
    var percentEncoded: String { MartletRuntime.PercentEncoding.strict(self) }
}

"""#),
        ("ProgressReports", #"""
nonisolated extension MartletRuntime {
    /// Decides when the progress of a transfer is reported: at most ten times a second, and at the end.
    struct ProgressReports: Sendable {
        private let report: (@Sendable (_ bytes: Int, _ total: Int?) -> Void)?
        private let now: @Sendable () -> ContinuousClock.Instant
        private var latest: (bytes: Int, time: ContinuousClock.Instant)?

        /// Creates reports.
        /// - Parameters:
        ///   - report: A closure that receives the progress; `nil` for none.
        ///   - progress: A closure that creates the progress from the number of bytes and their total, which is `nil` if it
        ///     is unknown.
        ///   - now: The current time.
        init<Progress>(
            _ report: (@Sendable (Progress) -> Void)?,
            _ progress: @escaping @Sendable (_ bytes: Int, _ total: Int?) -> Progress,
            _ now: @escaping @Sendable () -> ContinuousClock.Instant
        ) {
            if let report {
                self.report = { report(progress($0, $1)) }
            } else {
                self.report = nil
            }
            self.now = now
        }

        /// Returns a closure that reports the progress, to be called outside of any lock; `nil` if the last report is too
        /// recent.
        mutating func next(_ bytes: Int, of total: Int?) -> (@Sendable () -> Void)? {
            guard let report else { return nil }
            let time = now()
            if let latest, time - latest.time < .milliseconds(100) { return nil }
            latest = (bytes, time)
            return { report(bytes, total) }
        }

        /// Returns a closure that reports the end; `nil` if it has been reported.
        mutating func last(_ bytes: Int, of total: Int?) -> (@Sendable () -> Void)? {
            guard let report, bytes > 0, latest?.bytes != bytes else { return nil }
            latest = (bytes, now())
            return { report(bytes, total) }
        }

        /// Returns the ratio of two numbers of bytes, from 0 to 1.
        static func fraction(of bytes: Int, in total: Int) -> Double {
            total > 0 ? min(1, Double(bytes) / Double(total)) : 1
        }
    }
}

"""#),
        ("Proof", #"""
import Foundation

nonisolated extension MartletRuntime {
    /// A credential with its value, to be added to a request.
    struct Proof: Sendable {
        let place: Credential.Scheme.Place
        /// The value to send.
        let value: String
        /// The part of the value that must be redacted.
        let secret: String
        /// The credential that provided the secret.
        let credential: Credential

        /// The name of the header that carries the credential; `nil` if another place does.
        var header: String? {
            switch place {
            case .header(let name): name
            case .cookie: "Cookie"
            case .query, .connection: nil
            }
        }

        /// The values to redact: the secret, and the forms that it has in a request.
        var secrets: [String] { [secret, secret.percentEncoded, value, value.percentEncoded] }

        /// Adds the credential to a request, replacing another value at the same place.
        func add(to request: inout HTTPRequest) throws {
            switch place {
            case .header(let name): request.headers.setSecret(name, value)
            case .cookie(let name):
                try ApiClient.Request.checkCookie(value)
                let cookies = request.headers.values(of: "Cookie") + ["\(name)=\(value)"]
                request.headers.setSecret("Cookie", cookies.joined(separator: "; "))
            case .query(let name):
                request.url = request.url.settingQuery(name, value)
                request.secretQueryNames.insert(name.percentEncoded)
            case .connection: break
            }
        }
    }
}

nonisolated extension URL {
    /// Returns the URL with a query parameter set to a single value, at the end of the query.
    fileprivate func settingQuery(_ name: String, _ value: String) -> URL {
        let text = absoluteString
        let name = name.percentEncoded
        let others = queryPairs.filter { $0.name != name }.map(\.text)
        let query = (others + ["\(name)=\(value.percentEncoded)"]).joined(separator: "&")
        return URL(string: "\(text.prefix { $0 != "?" })?\(query)") ?? self
    }

    /// The `name=value` pairs of the query, percent-encoded.
    var queryPairs: [(name: Substring, text: Substring)] {
        (query(percentEncoded: true) ?? "").split(separator: "&").map { pair in (pair.prefix { $0 != "=" }, pair) }
    }
}

"""#),
        ("Properties+Collections", #"""
nonisolated extension MartletRuntime.ApiModel.Properties {
    /// Adds an array.
    public mutating func add<Element: Encodable & Hashable>(
        _ key: String,
        _ value: [Element],
        _ other: [Element]
    ) throws {
        try add(
            { try $0.write(key, array: value) },
            { try $0.encode(value, MartletRuntime.PropertyKey(key)) },
            hash: { value.hash(into: &$0) },
            isEqual: { value == other }
        )
    }

    /// Adds an array that is omitted from JSON if it is `nil`.
    public mutating func add<Element: Encodable & Hashable>(
        _ key: String,
        _ value: [Element]?,
        _ other: [Element]?
    ) throws {
        try add(
            { if let value { try $0.write(key, array: value) } },
            { if let value { try $0.encode(value, MartletRuntime.PropertyKey(key)) } },
            hash: { Self.hash(value, into: &$0) { $0.hash(into: &$1) } },
            isEqual: { Self.areEqual(value, other) { $0 == $1 } }
        )
    }

    /// Adds a dictionary.
    public mutating func add<Element: Encodable & Hashable>(
        _ key: String,
        _ value: [String: Element],
        _ other: [String: Element]
    ) throws {
        try add(
            { try $0.write(key, dictionary: value) },
            { try $0.encode(value, MartletRuntime.PropertyKey(key)) },
            hash: { value.hash(into: &$0) },
            isEqual: { value == other }
        )
    }

    /// Adds a dictionary that is omitted from JSON if it is `nil`.
    public mutating func add<Element: Encodable & Hashable>(
        _ key: String,
        _ value: [String: Element]?,
        _ other: [String: Element]?
    ) throws {
        try add(
            { if let value { try $0.write(key, dictionary: value) } },
            { if let value { try $0.encode(value, MartletRuntime.PropertyKey(key)) } },
            hash: { Self.hash(value, into: &$0) { $0.hash(into: &$1) } },
            isEqual: { Self.areEqual(value, other) { $0 == $1 } }
        )
    }
}

nonisolated extension KeyedEncodingContainer<MartletRuntime.PropertyKey> {
    fileprivate mutating func encode(_ elements: [some Encodable], _ key: MartletRuntime.PropertyKey) throws {
        try encode(MartletRuntime.EncodedArray(elements: elements), forKey: key)
    }

    fileprivate mutating func encode(_ members: [String: some Encodable], _ key: MartletRuntime.PropertyKey) throws {
        try encode(MartletRuntime.EncodedDictionary(members: members), forKey: key)
    }
}

nonisolated extension MartletRuntime {
    fileprivate struct EncodedArray<Element: Encodable>: Encodable {
        let elements: [Element]

        func encode(to encoder: any Encoder) throws {
            var array = encoder.unkeyedContainer()
            for element in elements { try array.encode(element) }
        }
    }

    fileprivate struct EncodedDictionary<Member: Encodable>: Encodable {
        let members: [String: Member]

        func encode(to encoder: any Encoder) throws {
            var object = encoder.container(keyedBy: PropertyKey.self)
            for (name, value) in members { try object.encode(value, forKey: PropertyKey(name)) }
        }
    }
}

"""#),
        ("Properties+Scalars", #"""
nonisolated extension MartletRuntime.ApiModel.Properties {
    /// Adds a `String`.
    public mutating func add(_ key: String, _ value: String, _ other: String) throws {
        try add(value, other, { $0.write(key, value) }, { try $0.encode(value, forKey: MartletRuntime.PropertyKey(key)) })
    }

    /// Adds a `String` that is omitted from JSON if it is `nil`.
    public mutating func add(_ key: String, _ value: String?, _ other: String?) throws {
        try add(
            value,
            other,
            { if let value { $0.write(key, value) } },
            { if let value { try $0.encode(value, forKey: MartletRuntime.PropertyKey(key)) } }
        )
    }

    /// Adds a `Bool`.
    public mutating func add(_ key: String, _ value: Bool, _ other: Bool) throws {
        try add(value, other, { $0.write(key, value) }, { try $0.encode(value, forKey: MartletRuntime.PropertyKey(key)) })
    }

    /// Adds a `Bool` that is omitted from JSON if it is `nil`.
    public mutating func add(_ key: String, _ value: Bool?, _ other: Bool?) throws {
        try add(
            value,
            other,
            { if let value { $0.write(key, value) } },
            { if let value { try $0.encode(value, forKey: MartletRuntime.PropertyKey(key)) } }
        )
    }

    /// Adds an `Int`.
    public mutating func add(_ key: String, _ value: Int, _ other: Int) throws {
        try add(value, other, { $0.write(key, value) }, { try $0.encode(value, forKey: MartletRuntime.PropertyKey(key)) })
    }

    /// Adds an `Int` that is omitted from JSON if it is `nil`.
    public mutating func add(_ key: String, _ value: Int?, _ other: Int?) throws {
        try add(
            value,
            other,
            { if let value { $0.write(key, value) } },
            { if let value { try $0.encode(value, forKey: MartletRuntime.PropertyKey(key)) } }
        )
    }

    /// Adds an `Int64`.
    public mutating func add(_ key: String, _ value: Int64, _ other: Int64) throws {
        try add(value, other, { $0.write(key, value) }, { try $0.encode(value, forKey: MartletRuntime.PropertyKey(key)) })
    }

    /// Adds an `Int64` that is omitted from JSON if it is `nil`.
    public mutating func add(_ key: String, _ value: Int64?, _ other: Int64?) throws {
        try add(
            value,
            other,
            { if let value { $0.write(key, value) } },
            { if let value { try $0.encode(value, forKey: MartletRuntime.PropertyKey(key)) } }
        )
    }

    /// Adds a `Double`.
    public mutating func add(_ key: String, _ value: Double, _ other: Double) throws {
        try add(value, other, { try $0.write(key, value) }, { try $0.encode(value, forKey: MartletRuntime.PropertyKey(key)) })
    }

    /// Adds a `Double` that is omitted from JSON if it is `nil`.
    public mutating func add(_ key: String, _ value: Double?, _ other: Double?) throws {
        try add(
            value,
            other,
            { if let value { try $0.write(key, value) } },
            { if let value { try $0.encode(value, forKey: MartletRuntime.PropertyKey(key)) } }
        )
    }
}

"""#),
        ("Properties+UUIDs", #"""
nonisolated extension MartletRuntime.ApiModel.Properties {
    /// Adds a property with UUIDs.
    public mutating func add<Value: MartletRuntime.ApiModel.HoldsUUIDs>(_ key: String, _ value: Value, _ other: Value) throws {
        try add(
            value,
            other,
            { try $0.writeMember(key, value.withLowercasedUUIDs) },
            { try $0.encode(value.withLowercasedUUIDs, forKey: MartletRuntime.PropertyKey(key)) }
        )
    }

    /// Adds a property with UUIDs that is omitted from JSON if it is `nil`.
    public mutating func add<Value: MartletRuntime.ApiModel.HoldsUUIDs>(_ key: String, _ value: Value?, _ other: Value?) throws {
        try add(
            value,
            other,
            { if let value { try $0.writeMember(key, value.withLowercasedUUIDs) } },
            { if let value { try $0.encode(value.withLowercasedUUIDs, forKey: MartletRuntime.PropertyKey(key)) } }
        )
    }

    /// Adds a property with UUIDs that is encoded as null if it is `nil`.
    public mutating func addOrNull<Value: MartletRuntime.ApiModel.HoldsUUIDs>(_ key: String, _ value: Value?, _ other: Value?) throws {
        try add(
            value,
            other,
            { try $0.writeMember(key, MartletRuntime.Nullable(value).withLowercasedUUIDs) },
            { try $0.encode(MartletRuntime.Nullable(value).withLowercasedUUIDs, forKey: MartletRuntime.PropertyKey(key)) }
        )
    }

    /// Adds an array with UUIDs.
    public mutating func add<Element: MartletRuntime.ApiModel.HoldsUUIDs>(_ key: String, _ value: [Element], _ other: [Element]) throws
    {
        try add(
            value,
            other,
            { try $0.writeMember(key, value.withLowercasedUUIDs) },
            { try $0.encode(value.withLowercasedUUIDs, forKey: MartletRuntime.PropertyKey(key)) }
        )
    }

    /// Adds an array with UUIDs that is omitted from JSON if it is `nil`.
    public mutating func add<Element: MartletRuntime.ApiModel.HoldsUUIDs>(_ key: String, _ value: [Element]?, _ other: [Element]?)
        throws
    {
        try add(
            value,
            other,
            { if let value { try $0.writeMember(key, value.withLowercasedUUIDs) } },
            { if let value { try $0.encode(value.withLowercasedUUIDs, forKey: MartletRuntime.PropertyKey(key)) } }
        )
    }

    /// Adds a dictionary with UUIDs.
    public mutating func add<Element: MartletRuntime.ApiModel.HoldsUUIDs>(
        _ key: String, _ value: [String: Element], _ other: [String: Element]
    ) throws {
        try add(
            value,
            other,
            { try $0.writeMember(key, value.withLowercasedUUIDs) },
            { try $0.encode(value.withLowercasedUUIDs, forKey: MartletRuntime.PropertyKey(key)) }
        )
    }

    /// Adds a dictionary with UUIDs that is omitted from JSON if it is `nil`.
    public mutating func add<Element: MartletRuntime.ApiModel.HoldsUUIDs>(
        _ key: String, _ value: [String: Element]?, _ other: [String: Element]?
    ) throws {
        try add(
            value,
            other,
            { if let value { try $0.writeMember(key, value.withLowercasedUUIDs) } },
            { if let value { try $0.encode(value.withLowercasedUUIDs, forKey: MartletRuntime.PropertyKey(key)) } }
        )
    }

    /// Adds properties with arbitrary names, whose values have UUIDs.
    public mutating func add<Value: MartletRuntime.ApiModel.HoldsUUIDs>(others values: [String: Value], _ others: [String: Value])
        throws
    {
        try add(
            values,
            others,
            { text in for (key, value) in values { try text.writeMember(key, value.withLowercasedUUIDs) } },
            { container in
                for (key, value) in values.sorted(by: { $0.key < $1.key }) {
                    try container.encode(value.withLowercasedUUIDs, forKey: MartletRuntime.PropertyKey(key))
                }
            }
        )
    }
}

"""#),
        ("PropertyEncoder", #"""
nonisolated extension MartletRuntime {
    /// Encodes the properties of a JSON object with an encoder of any type.
    ///
    /// The encoder has a single owner, and nested objects have their own, so that accesses cannot overlap. The exclusivity
    /// checks, which take 5 % of the encoding time, are therefore disabled.
    final class PropertyEncoder {
        private let encoder: any Encoder
        @exclusivity(unchecked) var container: KeyedEncodingContainer<PropertyKey>

        /// Starts an object.
        init(_ encoder: any Encoder) {
            self.encoder = encoder
            container = encoder.container(keyedBy: PropertyKey.self)
        }

        /// Whether the object is part of a request.
        var isForRequest: Bool { encoder.userInfo.isForRequest }

        /// Encodes the properties of a part into the same object.
        func encode(part: some Encodable) throws { try part.encode(to: encoder) }
    }
}

"""#),
        ("PropertyKey", #"""
nonisolated extension MartletRuntime {
    /// The name of a JSON property as a coding key.
    struct PropertyKey: CodingKey {
        /// The name.
        let stringValue: String

        /// Always `nil`: properties have no indices.
        var intValue: Int? { nil }

        /// Creates a key with a name.
        init(_ name: String) { stringValue = name }

        /// Creates a key with a name; never `nil`.
        init?(stringValue: String) { self.stringValue = stringValue }

        /// Always `nil`: properties have no indices.
        init?(intValue: Int) { nil }
    }
}

"""#),
        ("PublicKeyInfo", #"""
import Foundation

nonisolated extension MartletRuntime {
    /// The Subject Public Key Info of a certificate (RFC 5280, section 4.1). The pin of a public key is its hash.
    struct PublicKeyInfo {
        /// The structure in DER.
        let bytes: Data

        /// Finds the structure in a certificate in DER; `nil` if that is malformed.
        init?(certificate: Data) {
            var outer = DERReader(certificate)
            guard let content = outer.next(0x30)?.content else { return nil }
            var inner = DERReader(content)
            guard let signed = inner.next(0x30)?.content else { return nil }
            var fields = DERReader(signed)
            // The version is optional. Serial number, signature, issuer, validity and subject follow.
            _ = fields.next(0xA0)
            for tag: UInt8 in [0x02, 0x30, 0x30, 0x30, 0x30] {
                guard fields.next(tag) != nil else { return nil }
            }
            guard let key = fields.next(0x30) else { return nil }
            bytes = key.whole
        }
    }

    /// A reader of the elements of a structure in DER (ITU-T X.690).
    fileprivate struct DERReader {
        private var rest: Data

        init(_ data: Data) { rest = data }

        /// Returns the next element if it has a tag; otherwise stays where it is and returns `nil`.
        mutating func next(_ tag: UInt8) -> (whole: Data, content: Data)? {
            let bytes = [UInt8](rest.prefix(6))
            guard bytes.count >= 2, bytes[0] == tag else { return nil }
            var head = 2
            var count = Int(bytes[1])
            if count >= 0x80 {
                let digits = count & 0x7F
                guard (1...4).contains(digits), bytes.count >= 2 + digits else { return nil }
                head += digits
                count = Int(clamping: bytes[2..<head].reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
            }
            guard count <= rest.count - head else { return nil }
            let whole = rest.prefix(head + count)
            rest = rest.dropFirst(head + count)
            return (Data(whole), Data(whole.dropFirst(head)))
        }
    }
}

"""#),
        ("RecordParser", #"""
import Foundation

nonisolated extension MartletRuntime {
    /// A parser that splits a stream of bytes into records.
    protocol RecordParser: Sendable {
        associatedtype Record

        /// Parses bytes as they arrive, and passes complete records to a closure.
        mutating func parse(_ part: Data, _ found: (Record) -> Void)

        /// Passes the record that the end of the stream completes to a closure.
        mutating func finish(_ found: (Record) -> Void)

        /// The number of bytes of the incomplete record.
        var pendingBytes: Int { get }
    }

    /// A parser of JSON texts, each in its own line (JSON Lines; NDJSON) or after a record separator (RFC 7464).
    struct JSONTextParser: RecordParser {
        /// The delimiter: LF or RS.
        let delimiter: UInt8
        private var text: [UInt8] = []

        init(delimiter: UInt8) { self.delimiter = delimiter }

        mutating func parse(_ part: Data, _ found: ([UInt8]) -> Void) {
            var rest = part[...]
            while let end = rest.firstIndex(of: delimiter) {
                text += rest[..<end]
                finish(found)
                rest = rest[(end + 1)...]
            }
            text += rest
        }

        mutating func finish(_ found: ([UInt8]) -> Void) {
            defer { text.removeAll(keepingCapacity: true) }
            // Blank lines are ignored.
            if text.contains(where: { !Self.whiteSpace.contains($0) }) { found(text) }
        }

        var pendingBytes: Int { text.count }

        /// Whether a text may be truncated: a number, `true`, `false` and `null` must be followed by white space (RFC 7464,
        /// section 2.4); all other values end with a delimiter.
        static func mayBeTruncated(_ text: [UInt8]) -> Bool {
            guard let first = text.first(where: { !whiteSpace.contains($0) }), let last = text.last else { return false }
            return !"{[\"".utf8.contains(first) && !whiteSpace.contains(last)
        }

        private static let whiteSpace: Set<UInt8> = Set(" \t\r\n".utf8)
    }

    /// A reader of the records of a body.
    struct RecordReader<Parser: RecordParser> {
        private var body: HTTPResponse.Stream.Body.AsyncIterator
        private var parser: Parser
        /// The maximum number of bytes of a record.
        private let limit: Int
        private var found: [Parser.Record] = []
        private var next = 0
        private var isAtEnd = false

        init(_ body: HTTPResponse.Stream.Body, _ parser: Parser, limit: Int) {
            self.body = body.makeAsyncIterator()
            self.parser = parser
            self.limit = limit
        }

        /// Returns the next record; `nil` at the end of the body.
        /// - Throws: The errors of the body; ``ApiError`` of kind `responseTooLarge` for a record above the limit.
        mutating func record() async throws -> Parser.Record? {
            while next == found.count, !isAtEnd {
                found.removeAll(keepingCapacity: true)
                next = 0
                if let part = try await body.next() {
                    parser.parse(part) { found.append($0) }
                    guard parser.pendingBytes <= limit else { throw ApiError.responseTooLarge(limit) }
                } else {
                    isAtEnd = true
                    parser.finish { found.append($0) }
                }
            }
            guard next < found.count else { return nil }
            defer { next += 1 }
            return found[next]
        }
    }
}

"""#),
        ("Redacted", #"""
nonisolated extension MartletRuntime {
    /// A property wrapper whose value never appears in descriptions, dumps or logs, such as the secret of a token.
    ///
    /// The value can be read from the property as usual.
    @propertyWrapper
    public struct Redacted<Value> {
        /// Stored on the heap, so that a type can contain itself as a secret.
        private var storage: Indirect<Value>

        /// Creates a wrapper of a value.
        public init(wrappedValue: Value) { storage = Indirect(wrappedValue: wrappedValue) }

        /// The value.
        public var wrappedValue: Value {
            get { storage.wrappedValue }
            set { storage.wrappedValue = newValue }
        }
    }
}

nonisolated extension MartletRuntime.Redacted: Equatable where Value: Equatable {}

nonisolated extension MartletRuntime.Redacted: Hashable where Value: Hashable {}

nonisolated extension MartletRuntime.Redacted: Sendable where Value: Sendable {}

nonisolated extension MartletRuntime.Redacted: MartletRuntime.ApiModel.SelfRedacting {
    /// No properties: the value is never shown.
    public var shownProperties: KeyValuePairs<String, Any> { [:] }

    /// The text `<redacted>`.
    public var description: String { MartletRuntime.Redaction.placeholder }
}

"""#),
        ("Redaction", #"""
import Foundation

nonisolated extension MartletRuntime {
    /// Makes text from outside safe to show: replaces secrets, blanks control characters and limits the length.
    struct Redaction: Sendable {
        /// The text that replaces a secret.
        static let placeholder = "<redacted>"

        /// The secrets in all forms that are searched for, longest first.
        private let secrets: [[UInt8]]

        /// Whether a secret starts with a byte, by the byte's value; rules out most positions of a text quickly.
        private let isFirstByte: [Bool]

        /// The names of JSON properties with secret values, such as properties with `format: password`.
        let properties: Set<String>

        /// Whether bodies are not shown at all.
        private(set) var hidesBodies = false

        /// Whether there is nothing to replace.
        var isEmpty: Bool { secrets.isEmpty && properties.isEmpty && !hidesBodies }

        /// The redaction for responses whose whole body is a secret.
        var hidingBodies: Redaction {
            var redaction = self
            redaction.hidesBodies = true
            return redaction
        }

        /// Creates a redaction.
        ///
        /// - Parameters:
        ///   - secrets: The values to replace; empty values are ignored.
        ///   - properties: The names of JSON properties with secret values.
        init(secrets: [String], properties: Set<String> = []) {
            self.properties = properties
            guard !secrets.isEmpty else {
                self.secrets = []
                isFirstByte = []
                return
            }
            let forms = secrets.flatMap(\.secretForms).flatMap { UnescapedText.layers(of: Array($0.utf8)).map(\.bytes) }
            self.secrets = Set(forms).filter { !$0.isEmpty }.sorted { $0.count > $1.count }
            var isFirstByte = Array(repeating: false, count: 256)
            for secret in self.secrets { isFirstByte[Int(secret[0])] = true }
            self.isFirstByte = isFirstByte
        }

        /// Returns at most `limit` bytes of a text, without its secrets.
        ///
        /// Secrets are replaced before the text is cut, so that a secret across the limit is not shown in part.
        /// - Parameters:
        ///   - text: UTF-8; ill-formed sequences become U+FFFD.
        ///   - limit: The maximum length of the result in bytes; a placeholder at the end may exceed it.
        func excerpt(of text: some Collection<UInt8>, limit: Int = 512) -> String {
            excerpt(of: text, hiding: [], limit: limit)
        }

        /// Returns an excerpt of a body, without the values of secret properties.
        func excerpt(ofBody body: Data) -> String {
            if hidesBodies { return Self.placeholder }
            if properties.isEmpty { return excerpt(of: body) }
            guard let document = try? JSONDocument(body) else {
                // A body that may be JSON is cut at the first name of a secret property.
                let names = properties.compactMap { body.range(of: Data("\"\($0)\"".utf8))?.upperBound }
                return excerpt(of: body, hiding: names.min().map { [$0 - body.startIndex..<body.count] } ?? [])
            }
            return excerpt(of: document.text, hiding: document.values(of: properties))
        }

        private func excerpt(of text: some Collection<UInt8>, hiding ranges: [Range<Int>], limit: Int = 512) -> String {
            // Nested escapes take up to 18 bytes for one byte: `\u0025\u0034\u0031` is `A`.
            let reach = 18 * (secrets.first?.count ?? 0)
            let end = limit + reach
            let scanned = Array(text.prefix(end + reach))
            var hidden = (ranges + secretRanges(in: scanned)).sorted { $0.lowerBound < $1.lowerBound }[...]
            var shown: [UInt8] = []
            var position = 0
            while position < min(end, scanned.count), shown.count < limit || UTF8.isContinuation(scanned[position]) {
                if let range = hidden.first, range.lowerBound <= position {
                    hidden.removeFirst()
                    guard range.upperBound > position else { continue }
                    shown += Self.placeholder.utf8
                    position = range.upperBound
                } else {
                    shown.append(scanned[position])
                    position += 1
                }
            }
            return String(decoding: shown, as: UTF8.self).blanked + (position < text.count ? "…" : "")
        }

        /// Whether a text contains a secret.
        func holdsSecret(_ text: String) -> Bool { !secretRanges(in: Array(text.utf8)).isEmpty }

        /// Returns the data with every secret replaced, and otherwise unchanged.
        func replacingSecrets(in data: Data) -> Data {
            let bytes = Array(data)
            var result = Data()
            var position = 0
            for range in secretRanges(in: bytes).sorted(by: { $0.lowerBound < $1.lowerBound })
            where range.upperBound > position {
                result += bytes[position..<max(position, range.lowerBound)]
                result += Data(Self.placeholder.utf8)
                position = range.upperBound
            }
            return result + bytes[position...]
        }

        /// Returns the text with every secret replaced.
        func replacingSecrets(in text: String) -> String {
            String(decoding: replacingSecrets(in: Data(text.utf8)), as: UTF8.self)
        }

        /// Returns the ranges of all secrets in a text, escaped or not.
        private func secretRanges(in text: [UInt8]) -> [Range<Int>] {
            if secrets.isEmpty { return [] }
            return UnescapedText.layers(of: text).flatMap { layer in
                var ranges: [Range<Int>] = []
                var position = 0
                while position < layer.bytes.count {
                    if isFirstByte[Int(layer.bytes[position])],
                        let secret = secrets.first(where: { layer.bytes[position...].starts(with: $0) })
                    {
                        ranges.append(layer.place(of: position)..<layer.place(of: position + secret.count))
                        position += secret.count
                    } else {
                        position += 1
                    }
                }
                return ranges
            }
        }
    }
}

nonisolated extension MartletRuntime.Redaction: MartletRuntime.ApiModel.SelfRedacting {
    /// No properties: secrets are never shown.
    var shownProperties: KeyValuePairs<String, Any> { [:] }
}

nonisolated extension String {
    /// The secret and all equivalent forms: for a user and password in Base64 (RFC 7617, section 2), the password, and
    /// the Base64 text without padding and in the URL-safe alphabet (RFC 4648, section 5).
    fileprivate var secretForms: [String] {
        guard let data = Data(base64Encoded: self), let pair = String(data: data, encoding: .utf8),
            let colon = pair.firstIndex(of: ":")
        else { return [self] }
        let bare = String(prefix { $0 != "=" })
        let forURLs = bare.replacing("+", with: "-").replacing("/", with: "_")
        let password = pair[colon...].dropFirst()
        // Some APIs take a key as the user name, with an empty password.
        return [self, bare, forURLs, pair, String(password.isEmpty ? pair[..<colon] : password)]
    }

    /// The text with a space in place of each character that is invisible or changes the display of others: control,
    /// line break, bidirectional and other format characters (Unicode Technical Standard #55, section 3).
    fileprivate var blanked: String {
        var blanked = String.UnicodeScalarView()
        blanked.append(contentsOf: unicodeScalars.lazy.map { $0.isVisible ? $0 : " " })
        return String(blanked)
    }
}

nonisolated extension Unicode.Scalar {
    fileprivate var isVisible: Bool {
        if isASCII { return value >= 0x20 && value != 0x7F }
        return switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: false
        default: !properties.isDefaultIgnorableCodePoint
        }
    }
}

"""#),
        ("Request+Body", #"""
import Foundation

nonisolated extension MartletRuntime.ApiClient.Request {
    /// Sets the body to the JSON encoding of a value; `nil` sets no body. Keys are sorted, so that equal values have
    /// equal bytes.
    /// - Throws: ``ApiError`` of kind `invalidRequest` if the value cannot be encoded as JSON, such as NaN.
    public mutating func setBody(
        json value: (some Encodable)?,
        contentType: String = "application/json"
    ) throws {
        guard let value else { return leaveBodyOut() }
        setBody(MartletRuntime.HTTPBody(try json(of: value)), contentType: contentType)
    }

    /// Sets the body to a form of the value's properties, as `application/x-www-form-urlencoded`; `nil` sets no body.
    /// - Throws: ``ApiError`` of kind `invalidRequest` if a value cannot be encoded as text, such as NaN.
    public mutating func setBody(
        form value: (some Encodable)?,
        encoding: [String: MartletRuntime.FormEncoding] = [:],
        contentType: String = "application/x-www-form-urlencoded"
    ) throws {
        guard let value else { return leaveBodyOut() }
        let pairs = try MartletRuntime.FormFields(encoding).pairs(of: try tree(of: value, "body"), MartletRuntime.PercentEncoding.form)
        setBody(MartletRuntime.HTTPBody(Data(pairs.joined(separator: "&").utf8)), contentType: contentType)
    }

    /// Sets the body to the value's properties as parts of `multipart/form-data` (RFC 7578); `nil` sets no body.
    ///
    /// A scalar becomes a text part, an object a JSON part, and an array one part per element.
    /// - Throws: ``ApiError`` of kind `invalidRequest` if a value cannot be encoded as text, such as NaN, or if a file
    ///   is missing.
    public mutating func setBody(
        multipart value: (some Encodable)?,
        encoding: [String: MartletRuntime.FormEncoding] = [:],
        contentType: String = "multipart/form-data"
    ) throws {
        guard let value else { return leaveBodyOut() }
        var form = MartletRuntime.HTTPBody.MultipartForm(mediaType: contentType)
        try MartletRuntime.FormFields(encoding).append(try tree(of: value, "body"), to: &form)
        setBody(form.body, contentType: form.contentType)
    }

    /// Sets the body to a multipart form that the caller made; `nil` sets no body.
    /// - Throws: ``ApiError`` of kind `invalidRequest` if the form's boundary is not valid in a header.
    public mutating func setBody(multipart form: MartletRuntime.HTTPBody.MultipartForm?, contentType: String = "multipart/form-data")
        throws
    {
        guard let form else { return leaveBodyOut() }
        setBody(form.body, contentType: "\(contentType); boundary=\(form.boundary)")
        try headers.validate()
    }

    /// Sets the body to JSON texts: one per line or, for a media type of JSON text sequences, after record separators
    /// (RFC 7464). `nil` sets no body.
    /// - Throws: ``ApiError`` of kind `invalidRequest` if a value cannot be encoded as JSON, such as NaN.
    public mutating func setBody(sequence values: [some Encodable]?, contentType: String) throws {
        guard let values else { return leaveBodyOut() }
        let prefix = MartletRuntime.MediaType(contentType).isJSONTextSequence ? Data([0x1E]) : Data()
        var body = Data()
        for value in values { body += prefix + (try json(of: value)) + Data("\n".utf8) }
        setBody(MartletRuntime.HTTPBody(body), contentType: contentType)
    }

    /// Sets the body to a text in UTF-8; `nil` sets no body.
    public mutating func setBody(text value: String?, contentType: String) {
        guard let value else { return leaveBodyOut() }
        setBody(MartletRuntime.HTTPBody(Data(value.utf8)), contentType: contentType)
    }

    /// Sets the body to bytes or a file; `nil` sets no body. The body's own media type takes precedence.
    public mutating func setBody(_ body: MartletRuntime.HTTPBody?, contentType: String) {
        guard let body else { return leaveBodyOut() }
        self.body = body
        headers["Content-Type"] = body.contentType ?? contentType
    }

    /// Marks the optional body of the operation as left out.
    public mutating func leaveBodyOut() { leavesBodyOut = true }

    private func json(of value: some Encodable) throws -> Data {
        do {
            return try MartletRuntime.JSONText.encode(value.withLowercasedUUIDs)
        } catch let error as MartletRuntime.ApiError {
            throw error
        } catch {
            throw MartletRuntime.ApiError(.invalidRequest, Self.unencodableBody, underlying: error)
        }
    }
}

"""#),
        ("Request+Parameters", #"""
import Foundation

nonisolated extension MartletRuntime.ApiClient.Request {
    /// Replaces `{name}` in the path template with a percent-encoded value. The value may be empty only if the document
    /// allows an empty text.
    ///
    /// - Throws: ``ApiError`` of kind `invalidRequest` if the segment would become empty, `"."` or `".."`, because it
    ///   would address another resource: `DELETE /tokens/` is not `DELETE /tokens/{id}`, and HTTP libraries remove dot
    ///   segments.
    public mutating func setPath(
        _ name: String,
        _ value: some Encodable,
        style: MartletRuntime.ParameterStyle = .simple,
        explode: Bool = false,
        allowReserved: Bool = false,
        allowEmptyValue: Bool = false
    ) throws {
        let encode = allowReserved ? MartletRuntime.PercentEncoding.reservedInPath : MartletRuntime.PercentEncoding.strict
        let tree = try tree(of: value, name)
        let text = try MartletRuntime.StyledText(style: style, explode: explode, encode: encode).expanded(name, tree)
        guard ![".", ".."].contains(text), allowEmptyValue || !text.isEmpty else {
            throw Self.unusablePathParameter(name)
        }
        path = path.replacing("{\(name)}", with: text)
    }

    /// Replaces `{name}` in the path template with the percent-encoded JSON encoding of a value.
    /// - Throws: ``ApiError`` of kind `invalidRequest` if the value cannot be encoded as JSON.
    public mutating func setPath(_ name: String, json value: some Encodable) throws {
        let text = String(decoding: try tree(of: value, name).json, as: UTF8.self)
        path = path.replacing("{\(name)}", with: text.percentEncoded)
    }

    /// Adds a percent-encoded value to the query; `nil` and an empty array add nothing. With `allowEmptyValue`, null
    /// adds `name=` (OpenAPI 3.2.0, section 4.12.2.1).
    ///
    /// - Throws: ``ApiError`` of kind `invalidRequest` if the value cannot be encoded as text, such as NaN.
    public mutating func addQuery(
        _ name: String,
        _ value: (some Encodable)?,
        style: MartletRuntime.ParameterStyle = .form,
        explode: Bool = true,
        allowReserved: Bool = false,
        allowEmptyValue: Bool = false
    ) throws {
        guard let value else { return }
        let encode = allowReserved ? MartletRuntime.PercentEncoding.reservedInQuery : MartletRuntime.PercentEncoding.strict
        let tree = try tree(of: value, name)
        if allowEmptyValue, tree.isNull {
            query.append("\(name.percentEncoded)=")
        } else {
            query += try MartletRuntime.StyledText(style: style, explode: explode, encode: encode).pairs(name, tree)
        }
    }

    /// Adds the percent-encoded JSON encoding of a value to the query; `nil` adds nothing.
    /// - Throws: ``ApiError`` of kind `invalidRequest` if the value cannot be encoded as JSON, such as NaN.
    public mutating func addQuery(_ name: String, json value: (some Encodable)?) throws {
        guard let value else { return }
        query.append("\(name.percentEncoded)=\(try jsonText(of: value, name).percentEncoded)")
    }

    /// Sets the query to a form of the value's properties; `nil` changes nothing.
    /// - Throws: ``ApiError`` of kind `invalidRequest` if a value cannot be encoded as text, such as NaN.
    public mutating func setQueryString(
        form value: (some Encodable)?,
        encoding: [String: MartletRuntime.FormEncoding] = [:]
    ) throws {
        guard let value else { return }
        query += try MartletRuntime.FormFields(encoding).pairs(of: try tree(of: value, "query"), MartletRuntime.PercentEncoding.strict)
    }

    /// Sets the query to the percent-encoded JSON encoding of a value; `nil` changes nothing.
    /// - Throws: ``ApiError`` of kind `invalidRequest` if the value cannot be encoded as JSON, such as NaN.
    public mutating func setQueryString(json value: (some Encodable)?) throws {
        guard let value else { return }
        query.append(try jsonText(of: value, "query").percentEncoded)
    }

    /// Sets the query to a percent-encoded text; `nil` changes nothing.
    public mutating func setQueryString(text value: String?) {
        guard let value else { return }
        query.append(value.percentEncoded)
    }

    /// Sets a header; `nil` and an empty array set nothing. The style is `simple`, or one of the delimited styles,
    /// which OpenAPI 2.0 also allows in headers.
    ///
    /// - Throws: ``ApiError`` of kind `invalidRequest` if the value is not a valid header value. The error does not
    ///   quote it.
    public mutating func setHeader(
        _ name: String,
        _ value: (some Encodable)?,
        style: MartletRuntime.ParameterStyle = .simple,
        explode: Bool = false
    ) throws {
        guard let value else { return }
        let tree = try tree(of: value, name)
        if case .array(let elements) = tree, MartletRuntime.ParameterTree.present(elements).isEmpty { return }
        guard !tree.isNull else { return }
        headers[name] = try MartletRuntime.StyledText(style: style, explode: explode, encode: { $0 }).expanded(name, tree)
        try headers.validate()
    }

    /// Sets a header to the JSON encoding of a value; `nil` sets nothing.
    /// - Throws: ``ApiError`` of kind `invalidRequest` if the value cannot be encoded as JSON.
    public mutating func setHeader(_ name: String, json value: (some Encodable)?) throws {
        guard let value else { return }
        // Header values are limited to ASCII (RFC 9110, section 5.5); JSON can escape all other characters (RFC 8259,
        // section 7).
        headers[name] = try jsonText(of: value, name).utf16.map { unit in
            unit < 0x80
                ? String(UnicodeScalar(UInt8(unit))) : "\\u" + String(0x10000 + Int(unit), radix: 16).dropFirst()
        }.joined()
        try headers.validate()
    }

    /// Adds a value to the cookies; `nil` and an empty array add nothing.
    ///
    /// An exploded array or object becomes several cookies. (OpenAPI does not define how the style `form` explodes in
    /// the `Cookie` header; `&` would be a part of the first cookie's value.)
    /// - Throws: ``ApiError`` of kind `invalidRequest` if the value is not a valid cookie value (RFC 6265, section
    ///   4.1.1).
    public mutating func addCookie(
        _ name: String,
        _ value: (some Encodable)?,
        style: MartletRuntime.ParameterStyle = .form,
        explode: Bool = true
    ) throws {
        guard let value else { return }
        let encode = style == .cookie ? { $0 } : MartletRuntime.PercentEncoding.strict
        try addCookies(
            try MartletRuntime.StyledText(style: style, explode: explode, encode: encode).pairs(name, try tree(of: value, name))
        )
    }

    /// Adds the percent-encoded JSON encoding of a value to the cookies; `nil` adds nothing.
    /// - Throws: ``ApiError`` of kind `invalidRequest` if the value cannot be encoded as JSON, such as NaN.
    public mutating func addCookie(_ name: String, json value: (some Encodable)?) throws {
        guard let value else { return }
        try addCookies(["\(name)=\(try jsonText(of: value, name).percentEncoded)"])
    }

    private mutating func addCookies(_ pairs: [String]) throws {
        guard !pairs.isEmpty else { return }
        for pair in pairs { try Self.checkCookie(pair) }
        headers["Cookie"] = (headers.values(of: "Cookie") + pairs).joined(separator: "; ")
        try headers.validate()
    }

    private func jsonText(of value: some Encodable, _ name: String) throws -> String {
        String(decoding: try tree(of: value, name).json, as: UTF8.self)
    }

    /// Returns the parameter tree of a value.
    func tree(of value: some Encodable, _ name: String) throws -> MartletRuntime.ParameterTree {
        do {
            return try MartletRuntime.ParameterEncoder.tree(of: value)
        } catch let error as MartletRuntime.ApiError {
            throw error
        } catch {
            throw Self.unwritableParameter(name, error)
        }
    }

    /// The error for a path parameter that would change the path's structure.
    static func unusablePathParameter(_ name: String) -> MartletRuntime.ApiError {
        MartletRuntime.ApiError(.invalidRequest, "the path parameter \(name) must not be empty, \".\" or \"..\"")
    }

    /// The error for a value that cannot be encoded as text.
    static func unwritableParameter(_ name: String, _ error: any Error) -> MartletRuntime.ApiError {
        MartletRuntime.ApiError(
            .invalidRequest, "the parameter \(name) cannot be encoded as text; it may be NaN or infinite",
            underlying: error)
    }
}

"""#),
        ("Request+Secrets", #"""
nonisolated extension MartletRuntime.ApiClient.Request {
    /// Keeps a value, such as a parameter with `format: password`, out of descriptions, logs and errors; `nil` has no
    /// effect.
    public mutating func hide(_ value: (some Encodable)?) {
        guard let value, let tree = try? MartletRuntime.ParameterEncoder.tree(of: value) else { return }
        secrets += tree.texts
    }
}

nonisolated extension MartletRuntime.ParameterTree {
    /// The texts of all scalars.
    fileprivate var texts: [String] {
        switch self {
        case .scalar(let value): [try? value.parameterText].compactMap(\.self)
        case .file: []
        case .array(let elements): elements.flatMap(\.texts)
        case .object(let members): members.flatMap(\.value.texts)
        }
    }
}

"""#),
        ("RequestMark", #"""
nonisolated extension MartletRuntime {
    /// The entry in the `userInfo` of an encoder that tells models that they are encoded for a request.
    enum RequestMark {
        static let key = CodingUserInfoKey(rawValue: "martlet.request")

        /// The `userInfo` of such an encoder.
        static var userInfo: [CodingUserInfoKey: any Sendable] { key.map { [$0: true] } ?? [:] }
    }
}

nonisolated extension [CodingUserInfoKey: Any] {
    /// Whether the encoder encodes a request.
    var isForRequest: Bool { MartletRuntime.RequestMark.key.map { self[$0] != nil } ?? false }
}

"""#),
        ("RequestOptions", #"""
public import Foundation

nonisolated extension MartletRuntime {
    /// Settings of a single call that override the client's configuration.
    public struct RequestOptions: Sendable {
        /// Additional headers. They replace headers of the same names, including the header of a credential.
        public var headers: HTTPHeaders

        /// The time limit of this call; `nil` for the client's ``Configuration/timeout``.
        public var timeout: Duration?

        /// The time limit of each attempt of this call; `nil` for the client's ``Configuration/attemptTimeout``.
        public var attemptTimeout: Duration?

        /// The maximum time without network traffic; `nil` for the client's ``Configuration/inactivityTimeout``.
        public var inactivityTimeout: Duration?

        /// The maximum size of the response's body in bytes; `nil` for the client's ``Configuration/maxResponseBytes``, or
        /// for no limit if the body is streamed.
        public var maxResponseBytes: Int?

        /// The retry policy of this call; `nil` for the client's ``Configuration/retry``.
        public var retry: Configuration.RetryPolicy?

        /// The treatment of array elements that do not match the document;
        /// `nil` for the client's ``Configuration/decoding``.
        public var decoding: Configuration.DecodingMode?

        /// Query parameters in addition to those of the operation, not percent-encoded.
        public var query: [(name: String, value: String)]

        /// A body that replaces the operation's, for content that its schema does not allow, such as a JSON Patch with a
        /// comment.
        public var body: HTTPBody?

        /// The media type of ``body``; `nil` for that of the body itself, or else of the operation.
        public var contentType: String?

        /// The media type or range to ask for instead of those of the operation, such as `text/csv`.
        ///
        /// The response must then have that type. If it is not the JSON that the operation describes,
        /// ``ApiResponse/rawBody`` contains the bytes, and ``ApiResponse/body`` is null if its type allows that. If not,
        /// the call throws an ``ApiError`` of kind `unexpectedContentType`, with the bytes in ``ApiError/body``.
        public var accepting: String?

        /// The URL of a file to which the body of a successful response is written as it arrives; `nil` for none.
        ///
        /// The file appears only when it is complete, and replaces an existing one. JSON is decoded as well. Any other body
        /// is kept in memory only if the operation returns text or bytes; otherwise, ``maxResponseBytes`` limits only the
        /// file. A stream of events or values begins when the file is complete. Methods with a `to:` argument ignore this
        /// setting.
        public var saveTo: URL?

        /// The content encoding of the body; `nil` for the client's ``Configuration/compression``.
        public var compression: HTTPBody.Compression?

        /// A closure that receives the progress of the body: at most ten times a second, and at its end. It is called on
        /// any thread and must return quickly. Each attempt starts from 0. For a compressed body, the compressed bytes are
        /// counted.
        public var uploadProgress: (@Sendable (HTTPBody.Progress) -> Void)?

        /// The security schemes to use instead of the operation's security requirements: the credentials of all of them are
        /// sent. `nil` for the operation's own requirements; an empty list for no credentials.
        ///
        /// ```swift
        /// try await api.getRoot(options: RequestOptions(security: [.apiKey]))
        /// ```
        public var security: [Credential.Scheme]?

        /// The URL of another page that replaces the operation's; must have the same origin.
        var link: String?

        /// Creates options; unspecified settings are those of the client.
        public init(
            headers: HTTPHeaders = [:],
            timeout: Duration? = nil,
            attemptTimeout: Duration? = nil,
            inactivityTimeout: Duration? = nil,
            maxResponseBytes: Int? = nil,
            query: [(name: String, value: String)] = [],
            body: HTTPBody? = nil,
            contentType: String? = nil,
            retry: Configuration.RetryPolicy? = nil,
            accepting: String? = nil,
            saveTo: URL? = nil,
            decoding: Configuration.DecodingMode? = nil,
            compression: HTTPBody.Compression? = nil,
            uploadProgress: (@Sendable (HTTPBody.Progress) -> Void)? = nil,
            security: [Credential.Scheme]? = nil
        ) {
            self.headers = headers
            self.timeout = timeout
            self.attemptTimeout = attemptTimeout
            self.inactivityTimeout = inactivityTimeout
            self.maxResponseBytes = maxResponseBytes
            self.query = query
            self.body = body
            self.contentType = contentType
            self.retry = retry
            self.accepting = accepting
            self.saveTo = saveTo
            self.decoding = decoding
            self.compression = compression
            self.uploadProgress = uploadProgress
            self.security = security
        }

        /// Creates options with a body of bytes in memory; unspecified settings are those of the client.
        public init(
            headers: HTTPHeaders = [:],
            timeout: Duration? = nil,
            attemptTimeout: Duration? = nil,
            inactivityTimeout: Duration? = nil,
            maxResponseBytes: Int? = nil,
            query: [(name: String, value: String)] = [],
            body: Data,
            contentType: String? = nil,
            retry: Configuration.RetryPolicy? = nil,
            accepting: String? = nil,
            saveTo: URL? = nil,
            decoding: Configuration.DecodingMode? = nil,
            compression: HTTPBody.Compression? = nil,
            uploadProgress: (@Sendable (HTTPBody.Progress) -> Void)? = nil,
            security: [Credential.Scheme]? = nil
        ) {
            self.init(
                headers: headers,
                timeout: timeout,
                attemptTimeout: attemptTimeout,
                inactivityTimeout: inactivityTimeout,
                maxResponseBytes: maxResponseBytes,
                query: query,
                body: HTTPBody(body),
                contentType: contentType,
                retry: retry,
                accepting: accepting,
                saveTo: saveTo,
                decoding: decoding,
                compression: compression,
                uploadProgress: uploadProgress,
                security: security
            )
        }
    }
}

nonisolated extension MartletRuntime.RequestOptions: MartletRuntime.ApiModel.SelfRedacting {
    /// The headers, the timeout, the names of query parameters and a summary of the body; no query values and no body
    /// bytes.
    public var shownProperties: KeyValuePairs<String, Any> {
        [
            "headers": headers,
            "timeout": timeout.map { "\($0)" } ?? "default",
            "query": query.map(\.name),
            "body": body.map { "\($0)" } ?? "none",
        ]
    }
}

public typealias RequestOptions = MartletRuntime.RequestOptions

"""#),
        ("ResponseReceiver", #"""
import Foundation

nonisolated extension MartletRuntime {
    /// Receives a response in parts, enforces the limits of its request, and delivers it to the waiting caller.
    ///
    /// A receiver is not thread-safe: a transport uses it on a single thread, or under a lock.
    protocol ResponseReceiver: AnyObject, Sendable {
        /// Receives the head.
        /// - Throws: ``ApiError`` of kind `responseTooLarge`.
        func receive(statusCode: Int, headers: HTTPHeaders) throws

        /// Receives a part of the body.
        /// - Throws: ``ApiError`` of kind `responseTooLarge`, or `slowConsumer` if too many bytes wait to be read.
        func receive(_ data: Data) throws

        /// Receives the end of the response, with an error if it failed; no further calls follow.
        func end(_ error: (any Error)?)

        /// Whether the caller already has the response and reads its body.
        var isStreaming: Bool { get }

        /// Whether the transport should pause the body. If so, it is notified when it can continue.
        var isFull: Bool { get }
    }

    /// Enforces the size limits of a request's response.
    struct ResponseLimits {
        private let maxBytes: Int
        private let maxFields: Int
        /// Whether there is no body, although its length may be announced: in a response to HEAD.
        private let hasNoBody: Bool
        private var count = 0

        init(_ request: HTTPRequest) {
            maxBytes = request.maxResponseBytes
            maxFields = request.maxResponseHeaders
            hasNoBody = request.method == .head
        }

        /// Checks the head and the length that it announces (RFC 9110, section 8.6).
        func check(_ headers: HTTPHeaders) throws {
            guard headers.count <= maxFields else { throw ApiError.tooManyHeaders(maxFields) }
            guard !hasNoBody, let length = headers.bodyLength else { return }
            guard length <= maxBytes else { throw ApiError.responseTooLarge(maxBytes) }
        }

        /// Adds a part of the body.
        mutating func add(_ data: Data) throws {
            guard data.count <= maxBytes - count else { throw ApiError.responseTooLarge(maxBytes) }
            count += data.count
        }
    }
}

nonisolated extension MartletRuntime.ApiError {
    /// The error for a body whose announced or actual length exceeds the limit.
    static func responseTooLarge(_ limit: Int) -> MartletRuntime.ApiError {
        MartletRuntime.ApiError(.responseTooLarge, "the response's body has more than \(limit) bytes")
    }

    /// The error for a head with too many fields.
    static func tooManyHeaders(_ limit: Int) -> MartletRuntime.ApiError {
        MartletRuntime.ApiError(.responseTooLarge, "the response has more than \(limit) header fields")
    }
}

"""#),
        ("RetryBudget", #"""
nonisolated extension MartletRuntime {
    /// The retry tokens that the calls of a client share. Each retry takes some, so that retries stop if most calls fail.
    final class RetryBudget: Sendable {
        private let capacity: Int
        private let tokens: Locked<Int>

        /// Creates a full budget.
        init(_ capacity: Int) {
            self.capacity = capacity
            tokens = Locked(capacity)
        }

        /// Returns the cost of a retry after a failure.
        static func cost(after failure: AttemptFailure) -> Int {
            if case .error(let error) = failure, error.kind == .timeout { 10 } else { 5 }
        }

        /// Takes tokens if enough are left; returns whether it did.
        func take(_ cost: Int) -> Bool {
            tokens.withLock { tokens in
                guard tokens >= cost else { return false }
                tokens -= cost
                return true
            }
        }

        /// Returns the tokens of the last retry of a successful call, or one token if the first attempt succeeded.
        func giveBack(_ cost: Int?) {
            tokens.withLock { $0 = min(capacity, $0 + (cost ?? 1)) }
        }

        /// The number of tokens left.
        var remaining: Int { tokens.withLock { $0 } }
    }
}

"""#),
        ("RetryPolicy+Decision", #"""
import Foundation

nonisolated extension MartletRuntime.Configuration.RetryPolicy {
    /// Returns why a request must not be retried after a failure; `nil` if it may. Attempts, time and budget are not
    /// considered.
    func objection(to failure: MartletRuntime.AttemptFailure, method: MartletRuntime.HTTPRequest.Method, hasKey: Bool) -> MartletRuntime.ApiError.RetryStop? {
        if maxAttempts <= 1 { return .disabled }
        let unlessRepeatable: MartletRuntime.ApiError.RetryStop? = method.isIdempotent || hasKey ? nil : .notRepeatable
        switch failure {
        case .error(let error):
            guard error.kind == .transport || error.kind == .timeout else { return .permanent }
            return error.delivery == .notSent ? nil : unlessRepeatable
        case .response(429, _): return nil
        case .response(503, let wait) where wait != nil: return nil
        case .response(let status, _) where Self.retriedStatuses.contains(status): return unlessRepeatable
        case .response(409, _) where retriesConflicts && [.get, .put, .delete].contains(method): return nil
        case .response: return .permanent
        }
    }

    /// Returns the maximum random pause before an attempt; 2 is the number of the first retry.
    func bound(before attempt: Int) -> Duration {
        // After 40 doublings, any base exceeds any maximum.
        let doublings = min(max(attempt - 2, 0), 40)
        return min(maxDelay, min(baseDelay.bounded, maxDelay.bounded) * (Int64(1) << doublings))
    }

    /// Returns the wait that the server asks for in `Retry-After` (RFC 9110, section 10.2.3) and, for status 429, in
    /// the ``resetHeaders``, whichever is longest; `nil` if there is no valid value.
    ///
    /// A date is compared with the response's `Date` header if there is one, because clocks differ. A negative number
    /// or a date in the past means no wait. A reset time more than an hour in the past or future is ignored.
    func serverWait(statusCode: Int, headers: MartletRuntime.HTTPHeaders, now: Date) -> Duration? {
        let reference = headers["Date"].flatMap { MartletRuntime.HTTPDate.parse($0, now: now) } ?? now
        let retryAfter = headers.values(of: "Retry-After").compactMap { Self.wait($0, reference: reference) }
        let resets =
            statusCode == 429
            ? resetHeaders.flatMap { header in
                headers.values(of: header.name).compactMap { header.wait($0, reference: reference) }
            } : []
        return (retryAfter + resets).max()
    }

    /// Returns the wait for a value: seconds with or without a fraction, or a date; if headers were joined, there may
    /// be several numbers.
    private static func wait(_ value: String, reference: Date) -> Duration? {
        if let date = MartletRuntime.HTTPDate.parse(value, now: reference) {
            return max(.zero, .seconds(date.timeIntervalSince(reference)))
        }
        let waits = value.split(separator: ",").map { seconds($0.trimmingCharacters(in: .whitespaces)) }
        return waits.contains(nil) ? nil : waits.compactMap { $0 }.max().map { max(.zero, $0) }
    }

    /// Parses a number of seconds. RFC 9110 allows only whole seconds, but some servers send values such as `0.5`.
    private static func seconds(_ text: String) -> Duration? {
        if let seconds = Int64(text) { return .seconds(seconds) }
        guard text.utf8.allSatisfy("0123456789.".utf8.contains), text.contains("."), let seconds = Double(text),
            seconds < 1e9
        else { return nil }
        return .seconds(seconds)
    }
}

nonisolated extension MartletRuntime.Configuration.RetryPolicy.ResetHeader {
    /// Returns the wait for a value of this header.
    fileprivate func wait(_ value: String, reference: Date) -> Duration? {
        guard let number = Double(value), number.isFinite else { return nil }
        let seconds =
            switch unit {
            case .seconds: number
            case .epochSeconds: number - reference.timeIntervalSince1970
            case .epochMilliseconds: number / 1000 - reference.timeIntervalSince1970
            }
        guard abs(seconds) <= 3600 else { return nil }
        return max(.zero, .milliseconds(Int64((seconds * 1000).rounded(.up))))
    }
}

nonisolated extension MartletRuntime.HTTPRequest.Method {
    /// Whether the method is idempotent (RFC 9110, section 9.2.2).
    var isIdempotent: Bool { [.get, .head, .put, .delete, .options, .trace].contains(self) }
}

"""#),
        ("RetryPolicy+ResetHeader", #"""
nonisolated extension MartletRuntime.Configuration.RetryPolicy {
    /// A response header that states when a rate limit is reset.
    public struct ResetHeader: Sendable, Hashable {
        /// The unit of the header's number.
        public enum Unit: Sendable, Hashable {
            /// Seconds from the time of the response.
            case seconds
            /// Seconds since 1970.
            case epochSeconds
            /// Milliseconds since 1970.
            case epochMilliseconds
        }

        /// The name of the header, case-insensitive.
        public var name: String

        /// The unit of the header's number.
        public var unit: Unit

        /// Creates a reset header, such as `Configuration.RetryPolicy.ResetHeader("X-Ratelimit-Reset",
        /// .epochMilliseconds)`.
        public init(_ name: String, _ unit: Unit) {
            self.name = name
            self.unit = unit
        }
    }
}

"""#),
        ("Scheme+Kinds", #"""
nonisolated extension MartletRuntime.Credential.Scheme {
    /// Creates a scheme of `type: apiKey` and `in: header`.
    /// - Parameters:
    ///   - name: The key of the scheme in the document.
    ///   - header: The name of the header.
    public static func apiKey(_ name: String, header: String) -> MartletRuntime.Credential.Scheme {
        MartletRuntime.Credential.Scheme(name: name, place: .header(header), prefix: nil)
    }

    /// Creates a scheme of `type: apiKey` and `in: query`.
    /// - Parameters:
    ///   - name: The key of the scheme in the document.
    ///   - query: The name of the query parameter.
    public static func apiKey(_ name: String, query: String) -> MartletRuntime.Credential.Scheme {
        MartletRuntime.Credential.Scheme(name: name, place: .query(query), prefix: nil)
    }

    /// Creates a scheme of `type: apiKey` and `in: cookie`.
    /// - Parameters:
    ///   - name: The key of the scheme in the document.
    ///   - cookie: The name of the cookie.
    public static func apiKey(_ name: String, cookie: String) -> MartletRuntime.Credential.Scheme {
        MartletRuntime.Credential.Scheme(name: name, place: .cookie(cookie), prefix: nil)
    }

    /// Creates a scheme of `type: http`: the header `Authorization` with the authentication scheme before the
    /// credential (RFC 9110, section 11.6.2).
    /// - Parameters:
    ///   - name: The key of the scheme in the document.
    ///   - scheme: The authentication scheme as it appears in the header, such as `Digest`.
    public static func http(_ name: String, scheme: String) -> MartletRuntime.Credential.Scheme {
        MartletRuntime.Credential.Scheme(name: name, place: .header("Authorization"), prefix: scheme)
    }

    /// Creates a scheme for basic authentication (RFC 7617); ``Credential/basic(username:password:)`` creates its
    /// credential.
    public static func basic(_ name: String) -> MartletRuntime.Credential.Scheme { http(name, scheme: "Basic") }

    /// Creates a scheme for a bearer token (RFC 6750), as issued by OAuth 2 and OpenID Connect.
    public static func bearer(_ name: String) -> MartletRuntime.Credential.Scheme { http(name, scheme: "Bearer") }

    /// Creates a scheme of `type: mutualTLS`. The transport presents the certificate, so that requests carry no
    /// credential.
    public static func mutualTLS(_ name: String) -> MartletRuntime.Credential.Scheme {
        MartletRuntime.Credential.Scheme(name: name, place: .connection, prefix: nil)
    }
}

"""#),
        ("Sequence+Steps", #"""
import Foundation

nonisolated extension Sequence {
    /// Converts the operations to another type, such as the one that the document defines for JSON Patch operations.
    /// - Throws: ``ApiError`` of kind `invalidRequest` if the type cannot represent an operation.
    public func rawSteps<Root, Step: Decodable>() throws -> [Step] where Element == MartletRuntime.JSONPatch.Step<Root> {
        do {
            return try MartletRuntime.JSONDocument.decode([Step].self, from: MartletRuntime.JSONText.encode(Array(self)))
        } catch {
            throw MartletRuntime.ApiError(.invalidRequest, "an operation of the patch cannot be encoded as JSON", underlying: error)
        }
    }
}

"""#),
        ("ServerSentEvents", #"""
import Foundation

nonisolated extension MartletRuntime.ServerSentEvents {
    /// A server-sent event (HTML Standard, section 9.2).
    public struct Event: Sendable {
        /// The type of the event; `message` if the server specifies none.
        public var name: String

        /// The decoded data of the event.
        public var data: Payload

        /// The last event identifier, for resuming the stream with another request; `nil` if the server has sent none.
        public var id: String?

        /// The time to wait before reconnecting; `nil` if the server specifies none.
        public var retry: Duration?

        /// Creates an event, for use in tests.
        public init(name: String = "message", data: Payload, id: String? = nil, retry: Duration? = nil) {
            self.name = name
            self.data = data
            self.id = id
            self.retry = retry
        }
    }
}

nonisolated extension MartletRuntime.ServerSentEvents.Event: Equatable where Payload: Equatable {}

nonisolated extension MartletRuntime {
    /// An asynchronous sequence of server-sent events. Their data is decoded from JSON as it arrives, or returned unchanged
    /// if `Payload` is `String`. The sequence can be read once.
    ///
    /// ```swift
    /// for try await event in try await client.chat.createChatAsEvents(body: request) {
    ///     print(event.data)
    /// }
    /// ```
    /// The connection is closed when the reading task is cancelled, or when the sequence and its iterators are released.
    /// The sequence ends with the response, or with an event `[DONE]`, which some servers send at the end. Events without
    /// data, which some servers send to keep the connection open, are skipped.
    public struct ServerSentEvents<Payload: Decodable & Sendable>: AsyncSequence, Sendable {
        /// A server-sent event.
        public typealias Element = Event

        private let stream: DecodedStream
        private var maxReconnections = 0

        init(_ stream: DecodedStream) { self.stream = stream }

        /// Returns the same events; the request is sent again when the connection breaks or the server ends the response
        /// (HTML Standard, section 9.2.3).
        ///
        /// The repeated request sends the identifier of the last event in the `Last-Event-ID` header, after a wait of the
        /// last `retry` time that the server specified, or three seconds. The sequence ends if the server answers 204 or
        /// sends `[DONE]`. Only requests with an idempotent method, such as GET, are sent again.
        /// - Parameter maxAttempts: The maximum number of consecutive reconnections without an event. After the last, the
        ///   sequence ends with the response or throws the error of the connection.
        public func reconnecting(maxAttempts: Int = 5) -> ServerSentEvents {
            var events = self
            events.maxReconnections = maxAttempts
            return events
        }

        /// The problems of events, or of their elements, that ``Configuration/DecodingMode/lenient`` decoding left out so
        /// far.
        public var issues: [Configuration.DecodingMode.Issue] { stream.issues.withLock { $0 } }

        /// Returns an iterator; all iterators read from the same stream.
        public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(stream, maxReconnections) }

        /// An iterator over the events.
        public struct AsyncIterator: AsyncIteratorProtocol {
            private var stream: DecodedStream
            private var records: RecordReader<EventParser>
            private var index = 0
            private var isDone = false
            private let maxReconnections: Int
            private var reconnections = 0
            private var lastEventID: String?
            private var pause: Duration = .seconds(3)

            fileprivate init(_ stream: DecodedStream, _ maxReconnections: Int) {
                self.stream = stream
                self.maxReconnections = maxReconnections
                records = RecordReader(stream.body, EventParser(), limit: stream.maxRecordBytes)
            }

            /// Returns the next event; `nil` at the end of the stream.
            ///
            /// - Throws: `CancellationError` if the task was cancelled; otherwise ``ApiError``.
            public mutating func next() async throws -> Element? {
                while true {
                    do {
                        if let event = try await nextEvent() {
                            reconnections = 0
                            lastEventID = event.id ?? lastEventID
                            pause = event.retry ?? pause
                            return event
                        }
                        guard !isDone, try await reconnect(after: nil) else { return nil }
                    } catch let error as ApiError where error.isInterruption {
                        guard try await reconnect(after: error) else { return nil }
                    }
                }
            }

            /// Sends the request again, as often as allowed.
            /// - Returns: Whether the server continues; false if it declines, or if reconnecting is not allowed after an
            ///   end without an error.
            private mutating func reconnect(after interruption: ApiError?) async throws -> Bool {
                var interruption = interruption
                while let reopen = stream.reopen, reconnections < maxReconnections {
                    reconnections += 1
                    do {
                        guard var next = try await reopen(lastEventID, pause) else { return false }
                        next.issues = stream.issues
                        stream = next
                        records = RecordReader(next.body, EventParser(), limit: next.maxRecordBytes)
                        return true
                    } catch let error as ApiError where error.statusCode == 204 {
                        return false
                    } catch let error as ApiError where error.isInterruption {
                        interruption = error
                    }
                }
                if let interruption { throw interruption }
                return false
            }

            private mutating func nextEvent() async throws -> Element? {
                while let record = try await records.record() {
                    defer { index += 1 }
                    if record.data == Array("[DONE]".utf8) {
                        isDone = true
                        return nil
                    }
                    guard !record.data.isEmpty, let data = try payload(of: record) else { continue }
                    return Event(
                        name: record.name.isEmpty ? "message" : record.name,
                        data: data,
                        id: record.id,
                        retry: record.retry.map { .milliseconds($0) }
                    )
                }
                return nil
            }

            private func payload(of record: RawEvent) throws -> Payload? {
                let text = String(decoding: record.data, as: UTF8.self) as? Payload
                return try text ?? stream.decoded(record.data, index)
            }
        }
    }
}

public typealias ServerSentEvents = MartletRuntime.ServerSentEvents

"""#),
        ("SessionCalls", #"""
import Foundation

nonisolated extension MartletRuntime {
    /// Calls URLSession immediately, unless a pending call may be waiting for URLSession's own queue.
    ///
    /// On Linux, `cancel()` waits until the received data is decompressed, which can take seconds, and calling it within a
    /// handler in Swift can deadlock (swift-corelibs-foundation issue 5412). Such calls are therefore made on a queue, and
    /// while one is pending, so are all others.
    final class SessionCalls: Sendable {
        private let queue = DispatchQueue(label: "MartletRuntime.URLSessionTransport")
        private let waiting = Locked(0)

        /// Makes a call that returns quickly.
        func perform(_ call: @escaping @Sendable () -> Void) {
            if waiting.withLock({ $0 == 0 }) { call() } else { later(call) }
        }

        /// Makes a call that may block, on the queue.
        func later(_ call: @escaping @Sendable () -> Void) {
            waiting.withLock { $0 += 1 }
            queue.async { [waiting] in
                call()
                waiting.withLock { $0 -= 1 }
            }
        }
    }
}

"""#),
        ("SessionDelegate", #"""
import Foundation
#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

nonisolated extension MartletRuntime {
    /// A session delegate that forwards the events of each task to its exchange.
    final class SessionDelegate: NSObject, URLSessionDataDelegate, Sendable {
        private let exchanges = Locked<[Int: Exchange]>([:])
        private let peers: SessionPeers

        /// Creates a delegate without tasks.
        init(_ peers: SessionPeers) { self.peers = peers }

        /// Forwards the events of `task` to `exchange` until the task completes.
        func register(_ exchange: Exchange, for task: URLSessionTask) {
            exchanges.withLock { $0[task.taskIdentifier] = exchange }
        }

        /// Removes all tasks.
        /// - Returns: Their exchanges.
        func removeAll() -> [Exchange] {
            exchanges.withLock { exchanges in
                defer { exchanges = [:] }
                return Array(exchanges.values)
            }
        }

        private func exchange(_ task: URLSessionTask) -> Exchange? {
            exchanges.withLock { $0[task.taskIdentifier] }
        }

        /// Forwards the head of a response.
        func urlSession(
            _ session: URLSession,
            dataTask: URLSessionDataTask,
            didReceive response: URLResponse,
            completionHandler: @escaping (URLSession.ResponseDisposition) -> Void
        ) {
            if let head = response as? HTTPURLResponse { exchange(dataTask)?.receive(head) }
            completionHandler(.allow)
        }

        /// Forwards a part of a body.
        func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
            exchange(dataTask)?.receive(data)
        }

        /// Forwards that a part of a request's body has been sent.
        func urlSession(
            _ session: URLSession,
            task: URLSessionTask,
            didSendBodyData bytesSent: Int64,
            totalBytesSent: Int64,
            totalBytesExpectedToSend: Int64
        ) {
            exchange(task)?.noteSent(totalBytesSent)
        }

        /// Forwards the completion of a task, and removes the task.
        func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
            let exchange = exchanges.withLock { $0.removeValue(forKey: task.taskIdentifier) }
            exchange?.complete(head: task.response as? HTTPURLResponse, error: error)
        }

        /// Declines all redirects, so that the redirect becomes the task's response.
        func urlSession(
            _ session: URLSession,
            task: URLSessionTask,
            willPerformHTTPRedirection response: HTTPURLResponse,
            newRequest request: URLRequest,
            completionHandler: @escaping (URLRequest?) -> Void
        ) {
            #if canImport(FoundationNetworking)
                guard exchange(task)?.mayDeclineRedirect() ?? false else { return }
            #endif
            completionHandler(nil)
        }

        /// Declines authentication challenges, so that the response that asks for credentials is delivered, except those of
        /// the TLS handshake on Apple platforms.
        func urlSession(
            _ session: URLSession,
            task: URLSessionTask,
            didReceive challenge: URLAuthenticationChallenge,
            completionHandler: @escaping (URLSession.AuthChallengeDisposition, URLCredential?) -> Void
        ) {
            #if canImport(FoundationNetworking)
                // The default handling never completes here, and rejecting completes as cancelled; the response is
                // therefore delivered first.
                exchange(task)?.challenged(with: challenge.failureResponse as? HTTPURLResponse)
                // The completion handler calls URLSession, which must not wait for its delegate's queue on that queue.
                nonisolated(unsafe) let answer = completionHandler
                DispatchQueue.global().async { answer(.cancelAuthenticationChallenge, nil) }
            #else
                switch peers.answer(to: challenge) {
                case .system: completionHandler(.performDefaultHandling, nil)
                case .credential(let credential): completionHandler(.useCredential, credential)
                case .rejection(let error):
                    exchange(task)?.reject(error)
                    completionHandler(.cancelAuthenticationChallenge, nil)
                }
            #endif
        }
    }
}

"""#),
        ("Sessions", #"""
import Foundation
#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

nonisolated extension MartletRuntime {
    /// The URL sessions of a transport.
    final class Sessions: Sendable {
        private let keepAlive: (session: URLSession, delegate: SessionDelegate)
        private let single: (session: URLSession, delegate: SessionDelegate)
        private let state = Locked(State())

        private struct State {
            var isClosed = false
            /// The number of tasks that are being created.
            var creations = 0
            /// The closure that invalidates the sessions once no task is being created.
            var end: (@Sendable () -> Void)?

            /// Returns whether a task may be created.
            mutating func beginCreation() -> Bool {
                if !isClosed { creations += 1 }
                return !isClosed
            }

            /// Returns the closure that must be called now; `nil` for none.
            mutating func endCreation() -> (@Sendable () -> Void)? {
                creations -= 1
                return creations == 0 ? end.take() : nil
            }

            /// Returns the closure that must be called now; `nil` for none.
            mutating func close(_ end: @escaping @Sendable () -> Void) -> (@Sendable () -> Void)? {
                guard !isClosed else { return nil }
                isClosed = true
                if creations == 0 { return end }
                self.end = end
                return nil
            }
        }

        /// Creates sessions without tasks.
        /// - Parameter peers: The servers to trust, and the certificate to present to them.
        init(_ configuration: URLSessionConfiguration, _ peers: SessionPeers) {
            keepAlive = Self.make(configuration, peers)
            #if canImport(FoundationNetworking)
                single = Self.make(configuration, peers)
            #else
                single = keepAlive
            #endif
        }

        /// Returns a suspended task for a request, whose events are forwarded to an exchange.
        /// - Parameter file: The file with the body; `nil` for a body in memory.
        /// - Throws: ``ApiError`` if the request cannot be sent.
        func task(for request: HTTPRequest, _ file: UploadFile?, _ exchange: Exchange) throws -> URLSessionTask {
            #if canImport(FoundationNetworking)
                try request.checkProxy()
            #endif
            let (session, delegate) = request.needsOwnConnection ? single : keepAlive
            let urlRequest = URLRequest(request)
            // Creating a task in an invalidated session traps.
            guard state.withLock({ $0.beginCreation() }) else { throw Self.closed }
            defer { state.withLock { $0.endCreation() }?() }
            let task: URLSessionTask =
                if let file {
                    session.uploadTask(with: urlRequest, fromFile: file.url)
                } else if request.uploadMeter != nil, let data = request.body?.data {
                    // FoundationNetworking reports the progress of upload tasks only.
                    session.uploadTask(with: urlRequest, from: data)
                } else {
                    session.dataTask(with: urlRequest)
                }
            delegate.register(exchange, for: task)
            return task
        }

        /// Rejects new requests and lets pending ones complete.
        func finish() {
            close { [self] in forEach { $0.finishTasksAndInvalidate() } }
        }

        /// Rejects new requests and cancels pending ones.
        func close() {
            close { [self] in
                // A task that is cancelled by the invalidation completes immediately; one that has not started does not
                // always complete.
                forEach { $0.invalidateAndCancel() }
                for exchange in keepAlive.delegate.removeAll() + single.delegate.removeAll() { exchange.close() }
            }
        }

        /// Rejects new requests, and calls `end` once no task is being created: an invalidated session traps when it is
        /// asked for a task.
        private func close(_ end: @escaping @Sendable () -> Void) {
            state.withLock { $0.close(end) }?()
        }

        private func forEach(_ action: (URLSession) -> Void) {
            action(keepAlive.session)
            if single.session !== keepAlive.session { action(single.session) }
        }

        private static func make(
            _ configuration: URLSessionConfiguration,
            _ peers: SessionPeers
        ) -> (session: URLSession, delegate: SessionDelegate) {
            let configuration = configuration.copy() as? URLSessionConfiguration ?? .ephemeral
            configuration.urlCache = nil
            configuration.httpCookieStorage = nil
            configuration.httpShouldSetCookies = false
            configuration.httpCookieAcceptPolicy = .never
            configuration.urlCredentialStorage = nil
            configuration.requestCachePolicy = .reloadIgnoringLocalCacheData
            let delegate = SessionDelegate(peers)
            #if canImport(FoundationNetworking)
                let queue = DelegateQueue()
            #else
                let queue = OperationQueue()
                queue.maxConcurrentOperationCount = 1
            #endif
            return (URLSession(configuration: configuration, delegate: delegate, delegateQueue: queue), delegate)
        }

        /// The error for a request after the transport was closed.
        static let closed = ApiError(.transport, "the transport has been closed", delivery: .notSent)
    }
}

"""#),
        ("SharedProperties", #"""
import Foundation

nonisolated extension MartletRuntime {
    /// The object from which several parts with common properties were decoded. Encoding writes the properties that a part
    /// has changed since then, and all others as they were received.
    public struct SharedProperties: Sendable {
        private var record: [String: JSONValue] = [:]

        /// Creates the record of an object that was not decoded.
        public init() {}

        /// Records an object; nothing if the value is not an object.
        public init(in decoder: any Decoder) {
            record = (try? decoder.singleValueContainer().decode(JSONValue.self))?.object ?? [:]
        }

        /// Encodes an object that has properties of its own beside its parts.
        /// - Throws: `EncodingError` if one of them cannot be encoded as JSON.
        public func encode<Model: ApiModel.Object & Decodable>(
            _ model: Model,
            parts: [(any Codable)?],
            to encoder: any Encoder
        ) throws {
            try encode(parts + [OwnProperties(model: model)], to: encoder)
        }

        /// Encodes the parts, except those that are `nil`.
        /// - Throws: `EncodingError` if one of them cannot be encoded as JSON.
        public func encode(_ parts: [(any Codable)?], to encoder: any Encoder) throws {
            let parts = parts.compactMap(\.self)
            let json = try JSONCoding(record, isForRequest: encoder.userInfo.isForRequest)
            let views = try parts.compactMap { try json.view(of: $0) }
            guard views.isEmpty else {
                return try JSONValue.object(merged(views)).encode(to: encoder)
            }
            // The value is not an object.
            for part in parts { try UnionEncoder(encoder).encode(part) }
        }

        private func merged(_ views: [PartView]) -> [String: JSONValue] {
            var object: [String: JSONValue] = [:]
            for key in Set(views.flatMap { [$0.before.keys, $0.now.keys] }.joined()) {
                let holders = views.filter { $0.before[key] != nil || $0.now[key] != nil }
                object[key] = holders.count == 1 ? holders[0].now[key] : merged(holders, key)
            }
            return object
        }

        private func merged(_ holders: [PartView], _ key: String) -> JSONValue? {
            var value = holders.contains { $0.before[key] != nil } ? record[key] : nil
            for holder in holders {
                switch (holder.before[key], holder.now[key]) {
                case (let before?, let now?): value = (value ?? before).with(changesFrom: before, to: now)
                case (nil, let now?): value = value?.merged(with: now) ?? now
                case (_?, nil) where holder.isSameType || !holders.contains { $0.now[key] != nil }: value = nil
                case (_, nil): break
                }
            }
            return value
        }
    }
}

nonisolated extension MartletRuntime.SharedProperties: Hashable {
    /// Returns true: the record is not a part of the value.
    public static func == (left: MartletRuntime.SharedProperties, right: MartletRuntime.SharedProperties) -> Bool { true }

    /// Hashes nothing.
    public func hash(into hasher: inout Hasher) {}
}

nonisolated extension MartletRuntime {
    /// The properties of a part when it was decoded, and its current ones.
    fileprivate struct PartView {
        let before: [String: JSONValue]
        let now: [String: JSONValue]

        /// Whether the part has no properties that it did not have before, so that a missing one was removed. A part that
        /// has become another type of a union does not declare the missing ones.
        var isSameType: Bool { now.keys.allSatisfy { before[$0] != nil } }
    }

    /// Encodes and decodes parts of an object as JSON.
    fileprivate struct JSONCoding {
        private let record: Data?
        private let isForRequest: Bool

        init(_ record: [String: JSONValue], isForRequest: Bool) throws {
            self.record = record.isEmpty ? nil : try JSONText.encode(JSONValue.object(record))
            self.isForRequest = isForRequest
        }

        /// Returns the properties of a part; `nil` if it is not an object.
        func view<Part: Codable>(of part: Part) throws -> PartView? {
            guard let now = try json(of: part).object else { return nil }
            let before = try record.flatMap { try? JSONDocument.decode(Part.self, from: $0) }.map { try json(of: $0) }
            return PartView(before: before?.object ?? [:], now: now)
        }

        private func json(of part: some Encodable) throws -> JSONValue {
            try JSONDocument.decode(JSONValue.self, from: JSONText.encode(part, isForRequest: isForRequest))
        }
    }

    /// The properties of an object without its parts.
    fileprivate struct OwnProperties<Model: ApiModel.Object & Decodable>: Codable {
        let model: Model

        init(model: Model) { self.model = model }

        init(from decoder: any Decoder) throws { model = try Model(from: decoder) }

        func encode(to encoder: any Encoder) throws { try model.encode(to: encoder, omitsParts: true) }
    }
}

nonisolated extension MartletRuntime.JSONValue {
    /// Returns this value with the changes between two versions of a part of it.
    fileprivate func with(changesFrom before: MartletRuntime.JSONValue, to now: MartletRuntime.JSONValue) -> MartletRuntime.JSONValue {
        if before == now { return self }
        switch (self, before, now) {
        case (.object(var all), .object(let before), .object(let now)):
            for key in before.keys where now[key] == nil { all[key] = nil }
            for (key, value) in now {
                guard let known = before[key] else {
                    all[key] = value
                    continue
                }
                all[key] = (all[key] ?? known).with(changesFrom: known, to: value)
            }
            return .object(all)
        case (.array(let all), .array(let before), .array(let now))
        where all.count == before.count && all.count == now.count:
            return .array(all.indices.map { all[$0].with(changesFrom: before[$0], to: now[$0]) })
        default: return now
        }
    }

    /// Returns this value merged with another part of the same value.
    fileprivate func merged(with other: MartletRuntime.JSONValue) -> MartletRuntime.JSONValue {
        switch (self, other) {
        case (.object(let own), .object(let other)): .object(own.merging(other) { $0.merged(with: $1) })
        case (.array(let own), .array(let other)) where own.count == other.count:
            .array(zip(own, other).map { $0.merged(with: $1) })
        default: other
        }
    }
}

"""#),
        ("Stream+Body", #"""
public import Foundation

nonisolated extension MartletRuntime.HTTPResponse.Stream {
    /// The body of a response as an asynchronous sequence of non-empty parts. It can be read once.
    ///
    /// The connection is closed when the reading task is cancelled, or when the body and its iterators are released. A
    /// slow reader slows down the server if the transport supports back pressure; see the transport.
    public struct Body: AsyncSequence, Sendable {
        /// A part of the body.
        public typealias Element = Data

        private enum Source: Sendable {
            case complete(Data)
            case stream(AsyncThrowingStream<Data, any Error>, received: MartletRuntime.Locked<Int>)
            case pipe(MartletRuntime.BodyPipe.Outlet)
        }

        private let source: Source

        /// The expected length in bytes of a custom transport's stream; `nil` if it is unknown. The transports of this
        /// package verify the length themselves.
        var expectedCount: Int?

        /// A function that converts the errors of the stream to those that the reader receives.
        var mapError: @Sendable (any Error) -> any Error = { $0 }

        /// The observer of the body; `nil` for none.
        var tally: MartletRuntime.StreamTally?

        /// Creates a body that is already complete.
        public init(_ data: Data) { source = .complete(data) }

        /// Creates a body from a stream, for custom transports. The stream's own buffering policy is the only limit of
        /// its buffer.
        public init(_ stream: AsyncThrowingStream<Data, any Error>) {
            source = .stream(stream, received: MartletRuntime.Locked(0))
        }

        /// Creates a body from a pipe.
        init(_ outlet: MartletRuntime.BodyPipe.Outlet) { source = .pipe(outlet) }

        /// The bytes of a body that is complete; `nil` if it is still arriving.
        var complete: Data? {
            if case .complete(let data) = source { data } else { nil }
        }

        /// Returns an iterator; all iterators read from the same stream.
        public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(self) }

        /// An iterator over the parts.
        public struct AsyncIterator: AsyncIteratorProtocol {
            private var read: () async throws -> Data?
            private let mapError: @Sendable (any Error) -> any Error
            private let tally: MartletRuntime.StreamTally?

            fileprivate init(_ body: Body) {
                mapError = body.mapError
                tally = body.tally
                switch body.source {
                case .complete(let data):
                    var rest: Data? = data.isEmpty ? nil : data
                    read = {
                        defer { rest = nil }
                        return rest
                    }
                case .stream(let stream, let received):
                    // Only one task at a time uses an iterator, even if async functions run on the actor of their
                    // caller.
                    nonisolated(unsafe) var iterator = stream.makeAsyncIterator()
                    let expectedCount = body.expectedCount
                    read = {
                        if let part = try await iterator.next() {
                            received.withLock { $0 += part.count }
                            return part
                        }
                        // `AsyncThrowingStream` also ends without an error when the reading task is cancelled.
                        try Task.checkCancellation()
                        let count = received.withLock { $0 }
                        if let expectedCount, count != expectedCount { throw Body.wrongLength(count, expectedCount) }
                        return nil
                    }
                case .pipe(let outlet): read = { try await outlet.pipe.next() }
                }
            }

            /// Returns the next part; `nil` at the end.
            ///
            /// - Throws: `CancellationError` if the task was cancelled; otherwise ``ApiError``.
            public mutating func next() async throws -> Data? {
                do {
                    let part = try await read()
                    if let part { tally?.add(part.count) } else { tally?.end(.success(())) }
                    return part
                } catch {
                    let error = error is CancellationError ? error : mapError(error)
                    tally?.end(.failure(error))
                    throw error
                }
            }
        }

        /// The error for a body that is shorter or longer than announced.
        static func wrongLength(_ count: Int, _ expected: Int) -> MartletRuntime.ApiError {
            MartletRuntime.ApiError(.transport, "the response's body has \(count) bytes instead of \(expected)", delivery: .answered)
        }

        /// Reads the body to its end.
        func collected(upTo limit: Int) async throws -> Data {
            if case .complete(let data) = source {
                guard data.count <= limit else { throw MartletRuntime.ApiError.responseTooLarge(limit) }
                tally?.add(data.count)
                tally?.end(.success(()))
                return data
            }
            var data = Data()
            for try await part in self {
                guard part.count <= limit - data.count else { throw MartletRuntime.ApiError.responseTooLarge(limit) }
                data += part
            }
            return data
        }
    }
}

"""#),
        ("StreamTally", #"""
nonisolated extension MartletRuntime {
    /// Counts the bytes of a streamed body, and reports its end once: when it has been read or has failed, or when the body
    /// and its iterators are released.
    final class StreamTally: Sendable {
        private let onEnd: @Sendable (Result<Void, any Error>, Int) -> Void
        private let count = Locked<Int?>(0)

        /// Creates a tally.
        /// - Parameter onEnd: A closure that receives the result and the number of bytes.
        init(onEnd: @escaping @Sendable (Result<Void, any Error>, Int) -> Void) { self.onEnd = onEnd }

        deinit { end(.failure(CancellationError())) }

        /// Adds the bytes of a part.
        func add(_ bytes: Int) { count.withLock { $0? += bytes } }

        /// Reports the end, unless it has been reported.
        func end(_ result: Result<Void, any Error>) {
            if let count = count.withLock({ $0.take() }) { onEnd(result, count) }
        }
    }
}

"""#),
        ("StreamedResponse", #"""
import Foundation

nonisolated extension MartletRuntime {
    /// Delivers a response as soon as its head has arrived, and its body through a pipe. The transport synchronizes access.
    final class StreamedResponse: ResponseReceiver, @unchecked Sendable {
        private var continuation: CheckedContinuation<HTTPResponse.Stream, any Error>?
        private var limits: ResponseLimits
        private var outlet: BodyPipe.Outlet?
        private let pipe: BodyPipe
        private let maxBufferedBytes: Int

        /// Creates a receiver of the response to `request`.
        ///
        /// - Parameters:
        ///   - request: The request.
        ///   - pipe: The pipe that carries the body.
        ///   - maxBufferedBytes: The maximum number of unread bytes, for transports without back pressure.
        ///   - continuation: The waiting caller.
        init(
            _ request: HTTPRequest,
            _ continuation: CheckedContinuation<HTTPResponse.Stream, any Error>,
            pipe: BodyPipe,
            maxBufferedBytes: Int = .max
        ) {
            limits = ResponseLimits(request)
            self.continuation = continuation
            self.pipe = pipe
            self.maxBufferedBytes = maxBufferedBytes
            outlet = BodyPipe.Outlet(pipe)
        }

        func receive(statusCode: Int, headers: HTTPHeaders) throws {
            try limits.check(headers)
            guard let continuation = continuation.take(), let outlet = outlet.take() else { return }
            let body = HTTPResponse.Stream.Body(outlet)
            continuation.resume(returning: HTTPResponse.Stream(statusCode: statusCode, headers: headers, body: body))
        }

        func receive(_ data: Data) throws {
            try limits.add(data)
            pipe.write(data)
            guard pipe.count <= maxBufferedBytes else { throw Self.slowConsumer(maxBufferedBytes) }
        }

        func end(_ error: (any Error)?) {
            if let continuation = continuation.take() {
                continuation.resume(throwing: error ?? ApiError.noHead)
            } else {
                pipe.finish(error.map { .failure($0) } ?? .success(()))
            }
        }

        var isStreaming: Bool { continuation == nil }
        var isFull: Bool { pipe.isFull() }

        /// The error for a body that arrives faster than it is read.
        static func slowConsumer(_ limit: Int) -> ApiError {
            ApiError(.slowConsumer, "more than \(limit) bytes of the response's body are waiting to be read")
        }
    }
}

"""#),
        ("TimeLimit", #"""
/// Runs an action with a time limit.
///
/// When the limit is reached or the task is cancelled, the function returns immediately, even if `action` ignores its
/// own cancellation.
/// - Throws: `error` if the limit is reached; `CancellationError` if the task is cancelled; the errors of `action`.
nonisolated func withTimeLimit<Value: Sendable>(
    _ limit: Duration,
    _ error: MartletRuntime.ApiError,
    _ action: @escaping @Sendable () async throws -> Value
) async throws -> Value {
    let (results, continuation) = AsyncStream.makeStream(of: Result<Value, any Error>.self)
    let work = Task {
        do {
            continuation.yield(.success(try await action()))
        } catch {
            continuation.yield(.failure(error))
        }
    }
    let timer = Task {
        try await Task.sleep(for: limit.bounded)
        continuation.yield(.failure(error))
    }
    defer {
        work.cancel()
        timer.cancel()
    }
    for await result in results { return try result.get() }
    throw CancellationError()
}

"""#),
        ("Timekeeper", #"""
import Foundation

nonisolated extension MartletRuntime {
    /// Enforces the time limits of a transport's exchanges with a single timer.
    ///
    /// A timer per exchange would remain scheduled until it is due, long after the exchange has ended.
    final class Timekeeper: Sendable {
        private struct State {
            var exchanges: [ObjectIdentifier: Exchange] = [:]
            /// The time of the scheduled timer; `nil` if there is none.
            var alarm: ContinuousClock.Instant?
        }

        private let state = Locked(State())

        /// Checks an exchange whenever its next time limit may be due, until it is removed.
        func watch(_ exchange: Exchange, from next: ContinuousClock.Instant) {
            let isFirst = state.withLock { state in
                state.exchanges[ObjectIdentifier(exchange)] = exchange
                return Self.set(next, in: &state)
            }
            if isFirst { setTimer(next) }
        }

        /// Removes an exchange that has ended.
        func forget(_ exchange: Exchange) {
            state.withLock { $0.exchanges[ObjectIdentifier(exchange)] = nil }
        }

        private func ring() {
            let exchanges = state.withLock { state in
                state.alarm = nil
                return Array(state.exchanges.values)
            }
            let now = ContinuousClock.now
            var nearest: ContinuousClock.Instant?
            for exchange in exchanges {
                if let next = exchange.checkTime(now) {
                    nearest = min(nearest ?? next, next)
                } else {
                    forget(exchange)
                }
            }
            guard let next = nearest else { return }
            if state.withLock({ Self.set(next, in: &$0) }) { setTimer(next) }
        }

        /// Returns whether a timer must be scheduled for `next`, because the scheduled one is later.
        private static func set(_ next: ContinuousClock.Instant, in state: inout State) -> Bool {
            if let alarm = state.alarm, alarm <= next { return false }
            state.alarm = next
            return true
        }

        private func setTimer(_ next: ContinuousClock.Instant) {
            DispatchQueue.global().asyncAfter(deadline: .now() + max(.zero, next - .now).boundedSeconds) { [weak self] in
                self?.ring()
            }
        }
    }
}

"""#),
        ("Transport", #"""
nonisolated extension MartletRuntime {
    /// A type that sends HTTP requests to servers and returns their responses.
    ///
    /// ``URLSessionTransport`` is the default of ``Configuration/transport``; `StubTransport` of the product
    /// `MartletTesting` is for tests. A transport sends each request once and returns every response unchanged, whatever
    /// its status. It does not follow redirects, store cookies or answer authentication challenges, and it enforces the
    /// limits of the request.
    public protocol Transport: Sendable {
        /// Sends a request and waits for the complete response.
        ///
        /// - Parameter request: The request, with credentials.
        /// - Returns: The response, whatever its status.
        /// - Throws: `CancellationError` if the task was cancelled; ``ApiError`` of kind `timeout` or `responseTooLarge` if
        ///   a limit of the request was exceeded. Any other error reaches the caller as an ``ApiError`` of kind
        ///   `transport`.
        func send(_ request: HTTPRequest) async throws -> HTTPResponse

        /// Sends a request and waits for the head of the response; the body is read as it arrives.
        ///
        /// The default implementation waits for the complete response.
        /// - Parameter request: The request, with credentials.
        /// - Returns: The response, whatever its status.
        /// - Throws: The same errors as ``send(_:)``. Reading the body throws later errors.
        func stream(_ request: HTTPRequest) async throws -> HTTPResponse.Stream
    }
}

nonisolated extension MartletRuntime.ApiError {
    /// The error for a request that was pending when the transport was closed.
    static let transportClosed = MartletRuntime.ApiError(
        .transport, "the transport was closed before the response was complete")
}

nonisolated extension MartletRuntime.Transport {
    /// Returns the complete response as a stream.
    public func stream(_ request: MartletRuntime.HTTPRequest) async throws -> MartletRuntime.HTTPResponse.Stream {
        MartletRuntime.HTTPResponse.Stream(try await send(request))
    }
}

public typealias Transport = MartletRuntime.Transport

"""#),
        ("TupleDecoder", #"""
nonisolated extension MartletRuntime {
    /// Decodes the elements of a JSON array in order, for generated tuple types (`prefixItems`).
    public struct TupleDecoder {
        private var container: any UnkeyedDecodingContainer

        /// Creates a decoder of an array's elements.
        /// - Throws: `DecodingError` if the value is not an array.
        public init(_ decoder: any Decoder) throws { container = try decoder.unkeyedContainer() }

        /// Decodes the next element, which must exist.
        /// - Throws: `DecodingError` if it is missing or of another type.
        public mutating func required<Value: Decodable>() throws -> Value { try container.decode(Value.self) }

        /// Decodes the next element; returns `nil` at the end of the array.
        /// - Throws: `DecodingError` if it is of another type.
        public mutating func optional<Value: Decodable>() throws -> Value? {
            container.isAtEnd ? nil : try container.decode(Value.self)
        }

        /// Decodes the remaining elements.
        /// - Throws: `DecodingError` if one of them is of another type.
        public mutating func rest<Value: Decodable>() throws -> [Value] {
            var values: [Value] = []
            while !container.isAtEnd { values.append(try container.decode(Value.self)) }
            return values
        }
    }

    /// Encodes the elements of a JSON array in order.
    public struct TupleEncoder {
        private var container: any UnkeyedEncodingContainer
        /// The number of missing elements since the last one encoded.
        private var missing = 0

        /// Starts an array.
        public init(_ encoder: any Encoder) { container = encoder.unkeyedContainer() }

        /// Encodes the next element. Missing elements before it are encoded as null.
        /// - Throws: `EncodingError` if it cannot be encoded as JSON, such as NaN.
        public mutating func encode<Value: Encodable>(_ value: Value) throws {
            for _ in 0..<missing { try container.encodeNil() }
            missing = 0
            try container.encode(value.withLowercasedUUIDs)
        }

        /// Encodes the next element; missing elements at the end of the array are omitted.
        /// - Throws: `EncodingError` if it cannot be encoded as JSON, such as NaN.
        public mutating func encode<Value: Encodable>(optional value: Value?) throws {
            guard let value else {
                missing += 1
                return
            }
            try encode(value)
        }

        /// Encodes all remaining elements.
        /// - Throws: `EncodingError` if an element cannot be encoded as JSON, such as NaN.
        public mutating func encode<Value: Encodable>(rest values: [Value]) throws {
            for value in values { try encode(value) }
        }
    }
}

"""#),
        ("URLRequest+HTTPRequest", #"""
import Foundation
#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

nonisolated extension URLRequest {
    /// Creates the request for URLSession, without a body that is on disk.
    init(_ request: MartletRuntime.HTTPRequest) {
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

nonisolated extension MartletRuntime.HTTPRequest {
    /// Whether the request must use a new connection. The server may close a used connection at any time. libcurl then
    /// sends the request again over a new one, even if the server has processed it; FoundationNetworking can no longer
    /// provide the body and waits forever.
    var needsOwnConnection: Bool { !method.isIdempotent || body.map { $0.count != 0 } ?? false }
}

nonisolated extension MartletRuntime.HTTPHeaders {
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

"""#),
        ("URLSessionTransport", #"""
#if canImport(FoundationNetworking)
    import Foundation
    public import FoundationNetworking
#else
    public import Foundation
#endif

nonisolated extension MartletRuntime {
    /// The default transport, based on long-lived, private URL sessions.
    ///
    /// It stores no cookies, cache entries or credentials, does not follow redirects, and does not answer authentication
    /// challenges. It enforces the limits of a request itself, including fractions of a second, and counts the bytes of
    /// bodies as they arrive. It sends `Accept-Language: *` unless the request has that header, because URLSession would
    /// reveal the user's language. A body that is a single file is sent from that file. A body with a stream, or with
    /// several parts one of which is a file, is first written to a temporary file.
    ///
    /// On Apple platforms, a streamed body that is not read slows down the server. For pinned keys, client certificates and
    /// the settings of connections, see ``init(configuration:trust:identity:)``.
    ///
    /// On Linux, URLSession is a layer over libcurl (FoundationNetworking, Swift 6.3) with the following limitations, none
    /// of which applies to `CurlTransport` of the product `MartletCurl`:
    ///
    /// - The process ends if a connection breaks within the head of a response, or if a chunked response has trailers
    ///   (swift-corelibs-foundation issue 5285, fixed in 6.4).
    /// - A response is lost if its status line lacks the space before an absent reason phrase, if a header field has no
    ///   space after the colon (issue 5527, fixed in 6.4), or if a header field is not in UTF-8.
    /// - Hosts in brackets are rejected: `127.0.0.1` works, `[::1]` does not.
    /// - A streamed body has no back pressure. If more than 16 MiB are waiting to be read, it ends with an ``ApiError`` of
    ///   kind `slowConsumer`.
    /// - The body of a redirect is held in memory whatever its size.
    /// - Requests with a body or with a method that is not idempotent use a new connection each, because libcurl may send a
    ///   POST twice over a used one.
    /// - The proxy is taken from the environment (`https_proxy`, `all_proxy`). Plain http is rejected if it would go over a
    ///   proxy. If the environment variable `URLSessionDebugLibcurl` is set, FoundationNetworking logs all headers,
    ///   including credentials.
    public final class URLSessionTransport: Transport {
        /// The shared transport, which is the default of configurations. Clients that use it share connections.
        public static let shared = URLSessionTransport()

        private let calls = SessionCalls()
        private let sessions: Sessions
        private let timekeeper = Timekeeper()
        /// The reason why no request can be sent; `nil` if requests can be sent.
        private let fault: ApiError?

        /// The maximum number of unread bytes of a streamed body without back pressure.
        static let maxBufferedBytes = 16 << 20

        /// Creates a transport with its own connections. Keep it for many requests: a session per request is slow, and
        /// leaks on Linux.
        ///
        /// ```swift
        /// let configuration = URLSessionConfiguration.ephemeral
        /// configuration.allowsExpensiveNetworkAccess = false
        /// let transport = URLSessionTransport(configuration: configuration, trust: .publicKeys(["…"]))
        /// ```
        /// On Linux, FoundationNetworking ignores most settings of the configuration, and can neither check public keys nor
        /// present a certificate: with `trust` or `identity`, every request fails with an ``ApiError`` of kind
        /// `invalidRequest`. `CurlTransport` can do both.
        /// - Parameters:
        ///   - configuration: The settings of connections, such as proxies, and access to cellular and expensive networks.
        ///     They are copied. Cookies, the cache and the storage of credentials remain turned off, and the time limits
        ///     are those of the requests. A configuration for background sessions makes every request fail, because
        ///     responses would arrive in another process; on Apple platforms, HTTP/3 is used without any setting if the
        ///     server offers it.
        ///   - trust: The servers to trust.
        ///   - identity: The certificate that authenticates the client to servers that ask for one; `nil` for none.
        public init(
            configuration: URLSessionConfiguration = .ephemeral,
            trust: Trust = .system,
            identity: Identity? = nil
        ) {
            let peers = SessionPeers(trust: trust, identity: identity)
            fault = configuration.identifier == nil ? peers.fault : Self.backgroundConfiguration
            // A background session with a copied identifier could end the process.
            sessions = Sessions(configuration.identifier == nil ? configuration : .ephemeral, peers)
        }

        deinit { sessions.finish() }

        /// Closes the transport immediately: pending and later requests fail.
        public func close() {
            calls.later { [sessions] in sessions.close() }
        }

        /// Sends a request once and returns the complete response.
        /// - Throws: The errors of ``Transport/send(_:)``; `URLError` if the connection failed.
        public func send(_ request: HTTPRequest) async throws -> HTTPResponse {
            let exchange = try await exchange(request)
            return try await withTaskCancellationHandler {
                try await withCheckedThrowingContinuation { continuation in
                    exchange.start(request, WholeResponse(request, continuation), in: sessions)
                }
            } onCancel: {
                exchange.cancel()
            }
        }

        private func exchange(_ request: HTTPRequest) async throws -> Exchange {
            if let fault { throw fault }
            var watch = Watch(request, now: .now)
            let file = try await UploadFile.of(request, watch)
            watch.noteActivity(.now)
            return Exchange(watch, file, request.uploadMeter, calls: calls, timekeeper: timekeeper)
        }

        /// Sends a request once and returns when the head of the response has arrived.
        /// - Throws: The errors of ``Transport/stream(_:)``; `URLError` if the connection failed.
        public func stream(_ request: HTTPRequest) async throws -> HTTPResponse.Stream {
            let exchange = try await exchange(request)
            // The closures retain the sessions, because the body needs them even after this object is released. The pipe
            // may call back while an exchange uses it under its lock; such calls must not take the lock again.
            let pipe = BodyPipe(capacity: 1 << 18) { [calls, sessions] in
                calls.later { withExtendedLifetime(sessions) { exchange.drain() } }
            } onCancel: { [calls] in
                calls.later { exchange.cancel() }
            }
            return try await withTaskCancellationHandler {
                try await withCheckedThrowingContinuation { continuation in
                    let maxBufferedBytes = Self.maxBufferedBytes
                    exchange.start(
                        request,
                        StreamedResponse(request, continuation, pipe: pipe, maxBufferedBytes: maxBufferedBytes),
                        in: sessions
                    )
                }
            } onCancel: {
                exchange.cancel()
            }
        }
    }
}

nonisolated extension MartletRuntime.URLSessionTransport {
    /// The error for a configuration for background sessions.
    static let backgroundConfiguration = MartletRuntime.ApiError(
        .invalidRequest, "a configuration for background sessions cannot be used, because no response would arrive")
}

nonisolated extension MartletRuntime.URLSessionTransport: MartletRuntime.ApiModel.SelfRedacting {
    /// No properties.
    public var shownProperties: KeyValuePairs<String, Any> { [:] }
}

public typealias URLSessionTransport = MartletRuntime.URLSessionTransport

"""#),
        ("URLSessionTransport+Peers", #"""
public import Foundation
#if canImport(Security)
    public import Security
#endif

nonisolated extension MartletRuntime.URLSessionTransport {
    /// The servers that a transport trusts.
    public struct Trust: Sendable, Hashable {
        /// The pins, one of which must match the public key of a server's certificate; empty for any key.
        let pins: [String]

        /// Servers with a certificate that the system trusts.
        public static let system = Trust(pins: [])

        /// Servers with a certificate that the system trusts and that has one of these public keys. Any other server is
        /// an ``ApiError`` of kind `tls`, before anything is sent. Apple platforms only.
        ///
        /// ```sh
        /// openssl x509 -in server.pem -pubkey -noout | openssl pkey -pubin -outform der \
        ///   | openssl dgst -sha256 -binary | openssl base64
        /// ```
        /// - Parameter pins: The SHA-256 hashes of the keys in Base64 (Subject Public Key Info; RFC 7469, section 2.4),
        ///   as for `CurlOptions.publicKeyPins`. Always include the key of a spare certificate.
        public static func publicKeys(_ pins: [String]) -> Trust { Trust(pins: pins) }
    }

    /// A certificate that authenticates the client, and its private key (RFC 8446, section 4.3.2). Apple platforms
    /// only.
    public struct Identity: @unchecked Sendable {
        #if canImport(Security)
            /// The identity and its intermediate certificates; `nil` if it cannot be read.
            let credential: URLCredential?
        #endif

        /// Creates an identity from the bytes of a PKCS #12 file (RFC 7292). If they cannot be read, every request
        /// fails with an ``ApiError`` of kind `invalidRequest`. On macOS, the key is added to the user's keychain.
        /// - Parameters:
        ///   - pkcs12: The bytes of the file.
        ///   - passphrase: The passphrase of the file.
        public init(pkcs12: Data, passphrase: String) {
            #if canImport(Security)
                var items: CFArray?
                let options = [kSecImportExportPassphrase as String: passphrase] as CFDictionary
                let status = SecPKCS12Import(pkcs12 as CFData, options, &items)
                let item = status == errSecSuccess ? (items as? [[String: Any]])?.first : nil
                credential = item.flatMap { item in
                    guard let value = item[kSecImportItemIdentity as String] else { return nil }
                    let chain = item[kSecImportItemCertChain as String] as? [Any]
                    // A conditional cast to a type of Core Foundation would always succeed.
                    return CFGetTypeID(value as CFTypeRef) == SecIdentityGetTypeID()
                        ? URLCredential(
                            identity: unsafeDowncast(value as AnyObject, to: SecIdentity.self),
                            certificates: chain.map { Array($0.dropFirst()) },
                            persistence: .forSession
                        ) : nil
                }
            #endif
        }

        #if canImport(Security)
            /// Creates an identity from the keychain.
            /// - Parameters:
            ///   - identity: The certificate with its private key.
            ///   - certificates: The intermediate certificates that servers need.
            public init(_ identity: SecIdentity, certificates: [SecCertificate] = []) {
                credential = URLCredential(identity: identity, certificates: certificates, persistence: .forSession)
            }
        #endif
    }
}

nonisolated extension MartletRuntime {
    /// The servers that a session trusts, and the certificate that it presents to servers that ask for one.
    struct SessionPeers: Sendable {
        let trust: URLSessionTransport.Trust
        let identity: URLSessionTransport.Identity?

        /// The reason why no request can be sent; `nil` if requests can be sent.
        var fault: ApiError? {
            #if canImport(Security)
                identity.map { $0.credential == nil } ?? false ? Self.unreadableIdentity : nil
            #else
                trust == .system && identity == nil ? nil : Self.unsupported
            #endif
        }

        /// The error on platforms with FoundationNetworking, which can neither check public keys nor present a certificate.
        static let unsupported = ApiError(
            .invalidRequest,
            "URLSession can neither check public keys nor present a certificate on this system; use CurlTransport"
        )

        /// The error for a PKCS #12 file that cannot be read.
        static let unreadableIdentity = ApiError(
            .invalidRequest, "the client's certificate and key cannot be read; the passphrase may be wrong")
    }
}

#if canImport(Security)
    import CryptoKit

    nonisolated extension MartletRuntime.SessionPeers {
        /// An answer to a challenge.
        enum Answer {
            /// The default behavior of the system.
            case system
            case credential(URLCredential)
            case rejection(MartletRuntime.ApiError)
        }

        /// Returns the answer to a challenge of the TLS handshake, or to any other one.
        func answer(to challenge: URLAuthenticationChallenge) -> Answer {
            switch challenge.protectionSpace.authenticationMethod {
            case NSURLAuthenticationMethodClientCertificate:
                return identity?.credential.map { .credential($0) } ?? .system
            case NSURLAuthenticationMethodServerTrust:
                guard !trust.pins.isEmpty, let server = challenge.protectionSpace.serverTrust,
                    SecTrustEvaluateWithError(server, nil)
                else { return .system }
                let chain = SecTrustCopyCertificateChain(server) as? [SecCertificate]
                let key = chain?.first.flatMap { MartletRuntime.PublicKeyInfo(certificate: SecCertificateCopyData($0) as Data) }
                let pin = key.map { Data(SHA256.hash(data: $0.bytes)).base64EncodedString() }
                guard let pin, trust.pins.contains(pin) else { return .rejection(Self.otherKey) }
                return .credential(URLCredential(trust: server))
            default: return .system
            }
        }

        /// The error for a trusted server with another public key than those pinned.
        static let otherKey = MartletRuntime.ApiError(.tls, "the server's public key is none of those that the transport trusts")
    }

#endif

"""#),
        ("UUID+Text", #"""
import Foundation

nonisolated extension UUID {
    /// The digits in lower case (RFC 9562, section 4). Foundation formats them with `snprintf`, in upper case.
    var text: String {
        var text: [UInt8] = []
        text.reserveCapacity(36)
        withUnsafeBytes(of: uuid) { bytes in
            for (index, byte) in bytes.enumerated() {
                if [4, 6, 8, 10].contains(index) { text.append(UInt8(ascii: "-")) }
                for digit in [byte >> 4, byte & 0xF] {
                    text.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
                }
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}

"""#),
        ("UnescapedText", #"""
nonisolated extension MartletRuntime {
    /// A text with its escapes decoded, which maps each byte to its position in the original text.
    struct UnescapedText {
        /// The decoded bytes; UTF-8 if the text and its escapes are.
        private(set) var bytes: [UInt8] = []

        /// The original position of each byte, followed by the end position; `nil` if nothing was decoded.
        private var places: [Int]?

        /// Creates a text without decoding.
        init(_ text: [UInt8]) { bytes = text }

        /// Decodes one layer of JSON string escapes (RFC 8259, section 7) and percent-encoding (RFC 3986, section 2.1);
        /// `nil` if there are none.
        init?(unescaping text: UnescapedText) {
            var reader = EscapeReader(text.bytes)
            guard reader.hasEscapes else { return nil }
            bytes.reserveCapacity(text.bytes.count)
            var places: [Int] = []
            places.reserveCapacity(text.bytes.count + 1)
            var isChanged = false
            while reader.position < text.bytes.count {
                let start = reader.position
                let unescaped = reader.next()
                isChanged = isChanged || reader.position > start + 1
                bytes += unescaped
                for _ in unescaped { places.append(text.place(of: start)) }
            }
            guard isChanged else { return nil }
            places.append(text.place(of: text.bytes.count))
            self.places = places
        }

        /// Returns the original position of a byte, or the end position.
        func place(of index: Int) -> Int { places?[index] ?? index }

        /// Returns a text, followed by up to three versions of it with one, two and three layers of escapes decoded.
        static func layers(of text: [UInt8]) -> [UnescapedText] {
            var layers = [UnescapedText(text)]
            while layers.count < 4, let last = layers.last, let next = UnescapedText(unescaping: last) {
                layers.append(next)
            }
            return layers
        }
    }

    /// Reads a text one escape or byte at a time.
    fileprivate struct EscapeReader {
        private let text: [UInt8]
        private(set) var position = 0

        init(_ text: [UInt8]) { self.text = text }

        var hasEscapes: Bool { text.contains { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "%") } }

        /// Returns the bytes of the next escape, or the next byte.
        mutating func next() -> [UInt8] {
            let start = position
            position += 1
            switch text[start] {
            case UInt8(ascii: "%"):
                guard let value = number(ofDigits: 2) else { return [text[start]] }
                return [UInt8(truncatingIfNeeded: value)]
            case UInt8(ascii: "\\") where position < text.count:
                position += 1
                switch text[start + 1] {
                case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [text[start + 1]]
                case UInt8(ascii: "b"): return [0x08]
                case UInt8(ascii: "f"): return [0x0C]
                case UInt8(ascii: "n"): return [0x0A]
                case UInt8(ascii: "r"): return [0x0D]
                case UInt8(ascii: "t"): return [0x09]
                case UInt8(ascii: "u"):
                    if let scalar = scalar() { return Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter) }
                default: break
                }
                position = start + 1
            default: break
            }
            return [text[start]]
        }

        /// Returns the scalar of four hexadecimal digits, or of a surrogate pair of escapes.
        private mutating func scalar() -> Unicode.Scalar? {
            guard let lead = number(ofDigits: 4) else { return nil }
            guard UTF16.isLeadSurrogate(UInt16(lead)) else { return Unicode.Scalar(lead) }
            guard text[position...].starts(with: #"\u"#.utf8) else { return nil }
            position += 2
            guard let trail = number(ofDigits: 4), UTF16.isTrailSurrogate(UInt16(trail)) else { return nil }
            return Unicode.Scalar(0x10000 + (lead & 0x3FF) << 10 + trail & 0x3FF)
        }

        private mutating func number(ofDigits count: Int) -> UInt32? {
            let digits = text[position...].prefix(count).compactMap(\.hexadecimalDigit)
            guard digits.count == count else { return nil }
            position += count
            return digits.reduce(0) { $0 << 4 | UInt32($1) }
        }
    }
}

"""#),
        ("UnionDecoder", #"""
nonisolated extension MartletRuntime {
    /// Decodes a JSON value as one of several types, for generated enums with associated values.
    ///
    /// The first type that declares the whole value is used. A type that accepts the value but does not declare all of it
    /// is used only if no other type matches better. A value that matches none of the types is kept as a ``JSONValue``.
    public struct UnionDecoder<Union: ApiModel.OpenUnion> {
        private let value: CandidateDecoder
        private var best: (union: Union, rank: Rank)?

        /// How badly a type matches the value; a lower rank is a better match.
        private struct Rank: Comparable {
            /// The number of parts of the value that the type accepts but does not declare.
            let misfits: Int
            /// The number of the value's properties, nested ones included, that only other types declare.
            let foreign: Int

            static func < (left: Rank, right: Rank) -> Bool {
                (left.misfits, left.foreign) < (right.misfits, right.foreign)
            }
        }

        /// Creates a decoder of a value.
        public init(_ decoder: any Decoder) { value = CandidateDecoder(decoder) }

        /// Returns the property that determines the type of the object; `nil` if it is absent.
        public func tag(_ key: String) -> JSONValue? {
            guard let object = value.object, object.contains(key) else { return nil }
            return (try? object.required(key) as JSONValue)?.withWholeNumber
        }

        /// Decodes the value as the type that its tag determines.
        /// - Throws: `DecodingError` if it does not match.
        public func decoded<Value: Decodable>() throws -> Value { try value.decoded() }

        /// Matches the value against the constants that the document lists.
        public mutating func attempt(_ listed: Listed) {
            guard value.object == nil, let found = (try? value.decoded() as JSONValue).flatMap({ listed[$0] }) else {
                return
            }
            best = (found, Rank(misfits: 0, foreign: 0))
        }

        /// Matches the value against a type.
        /// - Parameters:
        ///   - known: The properties that an object of the type must have.
        ///   - excluded: The properties that an object of the type must not have, unless they are null.
        ///   - foreign: The properties that other types declare and this type does not.
        ///   - inner: The paths of nested properties that an object of the type must not have, unless they are null; `nil` stands
        ///     for any name.
        ///   - foreignInner: The paths of nested properties that other types declare and this type does not.
        ///   - constant: The only valid value of the elements of the array or object; `nil` for any.
        public mutating func attempt<Value: Decodable>(
            _ make: (Value) -> Union,
            with known: [String] = [],
            without excluded: [String] = [],
            foreign: [String] = [],
            withoutInside inner: [[String?]] = [],
            foreignInside foreignInner: [[String?]] = [],
            constant: JSONValue? = nil
        ) {
            if let object = value.object {
                guard known.allSatisfy(object.contains), !excluded.contains(where: object.holds),
                    !inner.contains(where: { object.holds($0[...]) })
                else { return }
            } else if !known.isEmpty {
                return
            }
            let others =
                value.object.map { object in
                    foreign.count(where: object.contains) + foreignInner.count { object.contains($0[...]) }
                } ?? 0
            if let best, best.rank <= Rank(misfits: 0, foreign: others) { return }
            if let constant, (try? value.decoded() as JSONValue)?.consists(of: constant) == false { return }
            guard let (result, misfits) = value.candidate() as (Value, Int)? else { return }
            let rank = Rank(misfits: misfits, foreign: others)
            if let best, best.rank <= rank { return }
            best = (make(result), rank)
        }

        /// Returns the value as the type that matches best, or as any JSON value.
        /// - Throws: `DecodingError` if it is not a JSON value.
        public func result() throws -> Union {
            Misfits.note(best?.rank.misfits ?? 1)
            if let best { return best.union }
            value.noteUnrecognized(as: Union.self)
            return try .unrecognized(value.decoded())
        }
    }
}

"""#),
        ("UnionDecoder+Listed", #"""
nonisolated extension MartletRuntime.UnionDecoder {
    /// The constant values of a union, which the document lists beside other types, each with its case.
    public struct Listed: ExpressibleByDictionaryLiteral, Sendable {
        private let cases: [MartletRuntime.JSONValue: Union]

        /// Creates the collection; if a value is repeated, its first case is used.
        public init(dictionaryLiteral cases: (MartletRuntime.JSONValue, Union)...) {
            self.cases = Dictionary(cases.map { ($0.withWholeNumber, $1) }) { first, _ in first }
        }

        /// The case for a value; `nil` if the document does not list it.
        public subscript(value: MartletRuntime.JSONValue) -> Union? { cases[value.withWholeNumber] }
    }
}

"""#),
        ("UnionEncoder", #"""
import Foundation

nonisolated extension MartletRuntime {
    /// Encodes a value of one or several of a union's types, for generated `oneOf` and `anyOf` types.
    public struct UnionEncoder {
        private let encoder: any Encoder

        /// Starts a value.
        public init(_ encoder: any Encoder) { self.encoder = encoder }

        /// Encodes the value. The properties of an object are added to those that other parts have written.
        /// - Throws: `EncodingError` if it cannot be encoded as JSON, such as NaN.
        public func encode<Value: Encodable>(_ value: Value) throws {
            switch value {
            // Encoders treat these types specially.
            case is Date, is Data, is URL, is Decimal:
                var container = encoder.singleValueContainer()
                try container.encode(value)
            default: try value.withLowercasedUUIDs.encode(to: encoder)
            }
        }

        /// Encodes an object with an additional property that determines its type.
        /// - Throws: `EncodingError` if it is not an object or cannot be encoded as JSON.
        public func encode<Value: Encodable>(_ value: Value, tag: JSONValue, _ name: String) throws {
            try value.encode(to: encoder)
            var container = encoder.container(keyedBy: PropertyKey.self)
            try container.encode(tag, forKey: PropertyKey(name))
        }

        /// Encodes the properties of an object into the same object as other parts, or a single value; nothing for `nil`.
        /// - Throws: `EncodingError` if it cannot be encoded as JSON.
        public func encode<Value: Encodable>(part value: Value?) throws {
            if let value { try encode(value) }
        }
    }
}

"""#),
        ("UploadFile", #"""
import Foundation

nonisolated extension MartletRuntime {
    /// The file that URLSession sends as a request body: the file that the body consists of, or a temporary one.
    final class UploadFile: Sendable {
        /// The URL of the file.
        let url: URL

        private let isTemporary: Bool

        /// Returns the file of a request's body; `nil` for a body in memory.
        ///
        /// Writing a temporary file takes as long as copying the body's files, so it runs on a thread that may block.
        /// - Parameter watch: The time limits, which can end the operation.
        /// - Throws: ``ApiError`` of kind `invalidRequest` or `requestBody` if a part cannot be read, of kind `file` if the
        ///   temporary file cannot be written, or of kind `timeout`; `CancellationError`.
        static func of(_ request: HTTPRequest, _ watch: Watch) async throws -> UploadFile? {
            guard let body = request.body, body.data == nil else { return nil }
            if body.hasStream {
                return try await withTimeLimit(request.timeout, lateStream(request.timeout)) {
                    try await UploadFile(streams: body)
                }
            }
            let isCancelled = Locked(false)
            return try await withTaskCancellationHandler {
                try await withCheckedThrowingContinuation { continuation in
                    DispatchQueue.global().async {
                        let file = Result {
                            try UploadFile(body) {
                                if isCancelled.withLock({ $0 }) { throw CancellationError() }
                                if let error = watch.error(.now) { throw error }
                            }
                        }
                        continuation.resume(with: file)
                    }
                }
            } onCancel: {
                isCancelled.withLock { $0 = true }
            }
        }

        /// Creates the file of a body.
        /// - Parameter check: A function that throws to end the operation early.
        private init(_ body: HTTPBody, check: () throws -> Void) throws {
            try check()
            var reader = HTTPBodyReader(body)
            if let file = body.file {
                // Opens the file and compares its length with the expected one.
                _ = try reader.next(upTo: 1)
                (url, isTemporary) = (file, false)
                return
            }
            let handle: FileHandle
            (url, handle) = try Self.create()
            isTemporary = true
            do {
                while let part = try reader.next(upTo: 1 << 18) {
                    try check()
                    guard (try? handle.write(contentsOf: part)) != nil else { throw Self.unwritable }
                }
                try? handle.close()
            } catch {
                Self.discard(url, handle)
                throw error
            }
        }

        /// Creates the file of a body with streams, when they have ended.
        private init(streams body: HTTPBody) async throws {
            let handle: FileHandle
            (url, handle) = try Self.create()
            isTemporary = true
            do {
                try await body.write { part in
                    guard (try? handle.write(contentsOf: part)) != nil else { throw Self.unwritable }
                }
                try? handle.close()
            } catch {
                Self.discard(url, handle)
                throw error
            }
        }

        deinit { remove() }

        /// Creates a temporary file. Only its owner can read it, because it may contain secrets.
        private static func create() throws -> (URL, FileHandle) {
            let url = FileManager.default.temporaryDirectory.appendingPathComponent("martlet-\(UUID().uuidString)")
            let attributes: [FileAttributeKey: Any] = [.posixPermissions: 0o600]
            guard FileManager.default.createFile(atPath: url.path, contents: nil, attributes: attributes),
                let handle = try? FileHandle(forWritingTo: url)
            else { throw unwritable }
            return (url, handle)
        }

        private static func discard(_ url: URL, _ handle: FileHandle) {
            try? handle.close()
            try? FileManager.default.removeItem(at: url)
        }

        /// Deletes the file if it is temporary.
        func remove() {
            if isTemporary { try? FileManager.default.removeItem(at: url) }
        }

        /// The error if the temporary file cannot be written because of missing space or permission.
        static let unwritable = ApiError(.file, "the body cannot be written to a temporary file", delivery: .notSent)

        /// The error if the streams of the body do not end in time.
        static func lateStream(_ limit: Duration) -> ApiError {
            ApiError(.timeout, "the stream of the body did not end within \(limit.text)", delivery: .notSent)
        }
    }
}

"""#),
        ("UploadMeter", #"""
nonisolated extension MartletRuntime {
    /// Counts the bytes of a body as a transport sends them, and reports the progress.
    final class UploadMeter: Sendable {
        private struct State {
            var count = 0
            var reports: ProgressReports
        }

        private let total: Int?
        private let state: Locked<State>

        /// Creates a meter for one attempt.
        /// - Parameters:
        ///   - total: The length of the body; `nil` if it is unknown.
        ///   - report: A closure that receives the progress; `nil` to count only.
        ///   - now: The current time.
        init(
            total: Int?,
            report: (@Sendable (HTTPBody.Progress) -> Void)?,
            now: @escaping @Sendable () -> ContinuousClock.Instant
        ) {
            self.total = total
            state = Locked(State(reports: ProgressReports(report, HTTPBody.Progress.init(sentBytes:totalBytes:), now)))
        }

        /// The number of bytes sent so far.
        var count: Int { state.withLock(\.count) }

        /// Sets the number of bytes sent so far; it is less than before if the body is sent from its beginning again.
        func set(_ count: Int) {
            state.withLock { state in
                state.count = count
                return state.reports.next(count, of: total)
            }?()
        }

        /// Adds bytes that have been sent.
        func add(_ bytes: Int) { set(count + bytes) }

        /// Reports the end of the body, with its whole length if the transport does not report progress.
        func end() {
            state.withLock { state in
                if state.count == 0 { state.count = total ?? 0 }
                return state.reports.last(state.count, of: total)
            }?()
        }
    }
}

nonisolated extension MartletRuntime.UploadMeter: Hashable {
    /// Returns true: the meter is not a part of a request's value.
    static func == (left: MartletRuntime.UploadMeter, right: MartletRuntime.UploadMeter) -> Bool { true }

    /// Hashes nothing.
    func hash(into hasher: inout Hasher) {}
}

nonisolated extension MartletRuntime.HTTPRequest {
    /// Reports how much of the body has been sent, for custom transports; see ``RequestOptions/uploadProgress``.
    ///
    /// A transport that does not call this method reports the end of the body only.
    /// - Parameter bytes: The number of bytes sent so far in this exchange.
    public func reportSent(_ bytes: Int) { uploadMeter?.set(bytes) }
}

"""#),
        ("Watch", #"""
nonisolated extension MartletRuntime {
    /// The time limits of an exchange: of the whole exchange, and of inactivity.
    struct Watch: Sendable {
        private let timeout: Duration
        private let inactivityTimeout: Duration
        private var end: ContinuousClock.Instant?
        private var lastActivity: ContinuousClock.Instant
        private var isPaused = false

        /// Starts the time limits.
        init(_ request: HTTPRequest, now: ContinuousClock.Instant) {
            timeout = request.timeout
            inactivityTimeout = request.inactivityTimeout
            end = now.advanced(by: request.timeout.bounded)
            lastActivity = now
        }

        /// Records network traffic.
        mutating func noteActivity(_ now: ContinuousClock.Instant) { lastActivity = now }

        /// Ends the time limit of the whole exchange, because the head of a streamed response has arrived.
        mutating func noteHead() { end = nil }

        /// Suspends the inactivity limit while the exchange waits for the reader of the body.
        mutating func pause() { isPaused = true }

        /// Restarts the inactivity limit.
        mutating func resume(_ now: ContinuousClock.Instant) {
            isPaused = false
            lastActivity = now
        }

        /// The time of the next check; `nil` if no limit is running.
        var next: ContinuousClock.Instant? {
            guard !isPaused else { return end }
            let inactive = lastActivity.advanced(by: inactivityTimeout.bounded)
            return end.map { min($0, inactive) } ?? inactive
        }

        /// Returns the error if a limit is exceeded; `nil` otherwise.
        func error(_ now: ContinuousClock.Instant) -> ApiError? {
            if let end, now >= end { return Self.timeout(timeout) }
            guard let next, now >= next else { return nil }
            return Self.inactivity(inactivityTimeout)
        }

        /// The error if the whole exchange took too long.
        static func timeout(_ limit: Duration) -> ApiError {
            ApiError(.timeout, "no complete response within \(limit.text)")
        }

        /// The error if there was no traffic for too long.
        static func inactivity(_ limit: Duration) -> ApiError {
            ApiError(.timeout, "no network traffic for \(limit.text)")
        }
    }
}

"""#),
        ("WebhookPayload", #"""
public import Foundation

nonisolated extension MartletRuntime {
    /// Decodes webhook and callback requests that an API sends, for generated webhook and callback types.
    public enum WebhookPayload {
        /// Decodes the body of a delivered request.
        ///
        /// - Parameters:
        ///   - body: The body of the request.
        ///   - name: The name of the webhook, for error messages.
        ///   - secretProperties: The names of JSON properties whose values never appear in the error.
        /// - Throws: ``ApiError`` of kind `decoding` if the body does not match the document.
        public static func decoded<Payload: Decodable>(
            _ body: Data,
            of name: String,
            secretProperties: [String] = []
        ) throws -> Payload {
            do {
                return try JSONDocument.decode(Payload.self, from: body)
            } catch {
                let reason = Redaction(secrets: [], properties: Set(secretProperties)).reason(of: error, in: body)
                throw ApiError(.decoding, "the webhook \(name) has an unexpected body: \(reason)", underlying: error)
            }
        }
    }
}

"""#),
        ("WholeResponse", #"""
import Foundation

nonisolated extension MartletRuntime {
    /// Collects a response and delivers it when it is complete. The transport synchronizes access.
    final class WholeResponse: ResponseReceiver, @unchecked Sendable {
        private let continuation: CheckedContinuation<HTTPResponse, any Error>
        private var limits: ResponseLimits
        private var response: HTTPResponse?

        /// Creates a receiver of the response to `request`.
        init(_ request: HTTPRequest, _ continuation: CheckedContinuation<HTTPResponse, any Error>) {
            limits = ResponseLimits(request)
            self.continuation = continuation
        }

        func receive(statusCode: Int, headers: HTTPHeaders) throws {
            try limits.check(headers)
            response = HTTPResponse(statusCode: statusCode, headers: headers)
        }

        func receive(_ data: Data) throws {
            try limits.add(data)
            // An assignment does not copy the bytes.
            if response?.body.isEmpty ?? false { response?.body = data } else { response?.body.append(data) }
        }

        func end(_ error: (any Error)?) {
            if let error {
                continuation.resume(throwing: error)
            } else if let response {
                continuation.resume(returning: response)
            } else {
                continuation.resume(throwing: ApiError.noHead)
            }
        }

        var isStreaming: Bool { false }
        var isFull: Bool { false }
    }
}

nonisolated extension MartletRuntime.ApiError {
    /// The error for an exchange that ended without a head and without an error.
    static let noHead = MartletRuntime.ApiError(.transport, "the connection ended before the response's head was complete")
}

"""#),
    ]
}
