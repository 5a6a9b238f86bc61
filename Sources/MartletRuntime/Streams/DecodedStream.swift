import Foundation

/// A response body whose records are decoded as they arrive.
package struct DecodedStream: Sendable {
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

extension DecodedStream {
    /// Creates the stream of a complete response without a request, for tests.
    package init(_ response: HTTPResponse) {
        request = ApiClient.Request(.get, "/")
        body = HTTPResponse.Stream.Body(response.body)
        type = MediaType(response.headers["Content-Type"] ?? "")
        maxRecordBytes = .max
        redaction = Redaction(secrets: [])
        mode = .strict
        maxDepth = JSONDocument.defaultMaxDepth
    }
}

extension ApiClient {
    /// Sends a request whose successful response is a stream of events, and returns when the response's head has
    /// arrived.
    ///
    /// - Throws: `CancellationError` if the task was cancelled; otherwise ``ApiError``. Reading the events throws the
    ///   same errors.
    public func events<Payload>(
        _ request: Request,
        options: RequestOptions
    ) async throws -> ApiResponse<ServerSentEvents<Payload>> {
        try await records(request, options).map { ServerSentEvents($0) }
    }

    /// Sends a request whose successful response is a sequence of JSON values, and returns when the response's head has
    /// arrived.
    ///
    /// - Throws: `CancellationError` if the task was cancelled; otherwise ``ApiError``. Reading the values throws the
    ///   same errors.
    public func sequence<Element>(
        _ request: Request,
        options: RequestOptions
    ) async throws -> ApiResponse<JSONSequence<Element>> {
        try await records(request, options).map { JSONSequence($0) }
    }

    private func records(_ request: Request, _ options: RequestOptions) async throws -> ApiResponse<DecodedStream> {
        let call = try call(request, options, isStreaming: true)
        let sleep = configuration.environment.sleep
        return try await call.runStreaming(savingTo: options.saveTo).response { stream in
            var decoded = DecodedStream(
                request: request,
                body: stream.body,
                type: MediaType(stream.headers["Content-Type"] ?? request.accept.first ?? ""),
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

extension Call {
    /// Sends the request and returns a successful response, whose body comes from the file if there is one.
    fileprivate func runStreaming(savingTo file: URL?) async throws -> HTTPResponse.Stream {
        guard let file else { return try await runStreaming(isTyped: true) }
        let (response, _) = try await save(to: file, isTyped: true, keepsJSON: false, progress: nil)
        let reader = Locked(HTTPBodyReader(try HTTPBody(file: file)))
        let parts = AsyncThrowingStream { try reader.withLock { try $0.next(upTo: 1 << 16) } }
        return HTTPResponse.Stream(
            statusCode: response.statusCode,
            headers: response.headers,
            body: HTTPResponse.Stream.Body(parts)
        )
    }
}

extension HTTPResponse.Stream {
    /// Returns the caller's response, without the bytes of the body.
    func response<Body>(_ body: (Self) -> Body) -> ApiResponse<Body> {
        ApiResponse(body: body(self), statusCode: statusCode, headers: headers, rawBody: Data())
    }
}

extension ApiResponse {
    /// Returns the response with a transformed body.
    func map<Other>(_ transform: (Body) -> Other) -> ApiResponse<Other> {
        ApiResponse<Other>(
            body: transform(body),
            statusCode: statusCode,
            headers: headers,
            rawBody: rawBody,
            issues: issues
        )
    }
}
