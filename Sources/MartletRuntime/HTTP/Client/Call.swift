import Foundation

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
