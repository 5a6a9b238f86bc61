import Foundation

/// A body whose records become values while it comes.
struct DecodedStream: Sendable {
    /// The operation, for errors.
    let request: ApiRequest
    let body: HTTPResponseStream.Body
    /// The media type that came.
    let type: MediaType
    let maxRecordBytes: Int
    let redaction: Redaction
    let mode: DecodingMode
    /// How deep arrays and objects may be nested.
    let maxDepth: Int
    /// What lenient decoding has left out so far.
    let issues = Locked<[DecodingIssue]>([])

    /// The value of a record; nil when lenient decoding leaves it out.
    /// - Throws: ``ApiError`` of kind `decoding` that names the record by its place in the stream.
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
                add(DecodingIssue(path: "", message: redaction.reason(of: error, in: data)), at: index)
                return nil
            }
            throw ApiError(
                .decoding,
                "\(request) sent an unexpected value at place \(index): \(redaction.reason(of: error, in: data))",
                delivery: .answered,
                underlying: error
            )
        }
    }

    private func add(_ issue: DecodingIssue, at index: Int) {
        let path = "[\(index)]" + (issue.path.isEmpty ? "" : ".\(issue.path)")
        issues.withLock { $0.append(DecodingIssue(path: path, message: "[\(index)]: \(issue.message)")) }
    }

    /// A value that may go on: 12 may be the beginning of 123.
    func truncated(at index: Int) -> ApiError {
        ApiError(.decoding, "\(request) sent a value at place \(index) that lacks its end", delivery: .answered)
    }
}

extension ApiClient {
    /// Sends a request whose success is a stream of events, and returns when its head has come.
    ///
    /// - Throws: `CancellationError` when the task was cancelled, ``ApiError`` for everything else; so do the events.
    public func events<Payload>(
        _ request: ApiRequest,
        options: RequestOptions
    ) async throws -> ApiResponse<ServerSentEvents<Payload>> {
        try await records(request, options).map { ServerSentEvents($0) }
    }

    /// Sends a request whose success is a sequence of JSON values, and returns when its head has come.
    ///
    /// - Throws: `CancellationError` when the task was cancelled, ``ApiError`` for everything else; so do the values.
    public func sequence<Element>(
        _ request: ApiRequest,
        options: RequestOptions
    ) async throws -> ApiResponse<JSONSequence<Element>> {
        try await records(request, options).map { JSONSequence($0) }
    }

    private func records(_ request: ApiRequest, _ options: RequestOptions) async throws -> ApiResponse<DecodedStream> {
        let call = try call(request, options, isStreaming: true)
        return try await call.runStreaming(isTyped: true).response { stream in
            DecodedStream(
                request: request,
                body: stream.body,
                type: MediaType(stream.headers["Content-Type"] ?? request.accept.first ?? ""),
                maxRecordBytes: options.maxResponseBytes ?? configuration.maxResponseBytes,
                redaction: call.redaction,
                mode: options.decoding ?? configuration.decoding,
                maxDepth: configuration.maxNestingDepth
            )
        }
    }
}

extension HTTPResponseStream {
    /// The response for the caller, whose bytes are still to come.
    func response<Body>(_ body: (Self) -> Body) -> ApiResponse<Body> {
        ApiResponse(body: body(self), statusCode: statusCode, headers: headers, rawBody: Data())
    }
}

extension ApiResponse {
    /// The same response with another body.
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
