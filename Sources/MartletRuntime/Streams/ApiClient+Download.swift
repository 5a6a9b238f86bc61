public import Foundation

extension ApiClient {
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
        options: RequestOptions,
        progress: (@Sendable (HTTPResponse.Progress) -> Void)?
    ) async throws -> ApiResponse<URL> {
        let (response, _) = try await call(request, options, isStreaming: true)
            .save(to: file, isTyped: true, keepsJSON: false, progress: progress) { offset, tag in
                try await rest(of: request, from: offset, tag, options)
            }
        return ApiResponse(body: file, statusCode: response.statusCode, headers: response.headers, rawBody: Data())
    }

    /// Requests the rest of a body, or the whole body if it has changed on the server (RFC 9110, section 13.1.5).
    private func rest(
        of request: Request,
        from offset: Int,
        _ tag: String,
        _ options: RequestOptions
    ) async throws -> HTTPResponse.Stream {
        var options = options
        options.headers["Range"] = "bytes=\(offset)-"
        options.headers["If-Range"] = tag
        // The range counts the bytes that were written, without content encoding.
        options.headers["Accept-Encoding"] = "identity"
        let stream = try await call(request.accepting(status: 206), options, isStreaming: true)
            .runStreaming(isTyped: true)
        let range = stream.headers["Content-Range"] ?? ""
        guard stream.statusCode != 206 || range.lowercased().hasPrefix("bytes \(offset)-") else {
            throw ApiError(.decoding, "\(request) sent another range than the requested one", delivery: .answered)
        }
        return stream
    }
}

/// A body that was written to a file.
struct SavedBody: Sendable {
    let file: URL
    let count: Int
}

extension Call {
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
        progress: (@Sendable (HTTPResponse.Progress) -> Void)?,
        rest: ((Int, String) async throws -> HTTPResponse.Stream)? = nil
    ) async throws -> (HTTPResponse, SavedBody) {
        let partial = try PartialFile(for: file, id: configuration.environment.uuid(), operation)
        do {
            var stream = try await runStreaming(isTyped: isTyped)
            var head = stream
            var response = HTTPResponse(statusCode: stream.statusCode, headers: stream.headers)
            let isKept = keepsJSON && stream.headers["Content-Type"].map { MediaType($0).isJSON } ?? true
            let limit = options.maxResponseBytes ?? (isKept ? configuration.maxResponseBytes : .max)
            var received = 0
            var reports = ProgressReports(
                progress,
                HTTPResponse.Progress.init(receivedBytes:totalBytes:),
                configuration.environment.now
            )
            var attempts = 1
            while true {
                do {
                    for try await part in stream.body {
                        received += part.count
                        guard received <= limit else { throw ApiError.responseTooLarge(limit) }
                        try partial.write(part)
                        if isKept { response.body += part }
                        reports.next(received, of: head.headers.bodyLength)?()
                    }
                    break
                } catch let error as ApiError where error.isInterruption && attempts < policy.maxAttempts {
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
                    response = HTTPResponse(statusCode: stream.statusCode, headers: stream.headers)
                }
            }
            reports.last(received, of: head.headers.bodyLength)?()
            try partial.complete()
            return (response, SavedBody(file: file, count: received))
        } catch {
            partial.discard()
            throw error
        }
    }
}

extension HTTPHeaders {
    /// The entity tag with which the rest of the body can be requested: a strong one (RFC 9110, section 13.1.5), of a
    /// body without content encoding, on a server that does not refuse ranges.
    fileprivate var resumptionTag: String? {
        guard self["Content-Encoding"] == nil, self["Accept-Ranges"]?.lowercased() != "none", let entityTag,
            entityTag.hasPrefix("\"")
        else { return nil }
        return entityTag
    }
}
