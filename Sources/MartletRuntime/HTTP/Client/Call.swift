import Foundation

/// One call of an operation, from its description to its response: middleware around attempts.
struct Call: Sendable {
    /// What is called.
    let operation: ApiRequest
    /// What is different this time.
    let options: RequestOptions
    /// What all calls have in common.
    let configuration: Configuration
    /// Pays for further attempts.
    let budget: RetryBudget
    /// Whether the body of a success is left to the caller.
    let isStreaming: Bool

    /// When the call has to be over.
    let deadline: ContinuousClock.Instant
    /// The request before any middleware has seen it, without credentials.
    let request: HTTPRequest
    /// What each attempt adds to the request at last.
    let proofs: [Proof]
    /// What no text may show.
    let redaction: Redaction
    /// What is known so far.
    let record: Locked<CallRecord>

    /// Checks and prepares everything.
    /// - Throws: `CancellationError`, or ``ApiError`` of kind `invalidRequest` or `missingCredential`.
    init(
        _ operation: ApiRequest,
        options: RequestOptions,
        configuration: Configuration,
        server: String,
        budget: RetryBudget,
        isStreaming: Bool = false
    ) async throws {
        self.operation = operation
        self.options = options
        self.configuration = configuration
        self.budget = budget
        self.isStreaming = isStreaming
        let environment = configuration.environment
        let id = environment.uuid().uuidString.lowercased()
        proofs = try await configuration.proofs(for: operation, options: options)
        var request = try HTTPRequest(operation, options: options, configuration: configuration, server: server)
        if isStreaming { request.maxResponseBytes = options.maxResponseBytes ?? .max }
        // Other cookies than the credential are the operation's.
        for case .header(let name) in proofs.map(\.place) { request.headers[name] = nil }
        if let header = configuration.requestIDHeader { request.headers[header] = id }
        if let header = operation.idempotencyHeader, request.headers[header] == nil {
            request.headers[header] = environment.uuid().uuidString.lowercased()
        }
        self.request = request
        deadline = environment.now().advanced(by: request.timeout.bounded)
        redaction = Redaction(
            secrets: configuration.credentials.values.flatMap(\.secrets) + proofs.flatMap(\.secrets)
                + request.headers.secrets,
            properties: configuration.secretProperties
        )
        record = Locked(CallRecord(requestID: id, credentialHeaders: proofs.compactMap(\.header)))
    }

    /// What is done when: the policy of this call.
    var policy: RetryPolicy { options.retry ?? configuration.retry }

    /// Sends the request and reads the whole response.
    /// - Throws: `CancellationError` or ``ApiError``.
    func run<Body>(_ read: (inout ResponseReader) throws -> Body) async throws -> ApiResponse<Body> {
        try await reported {
            let response = try await pass(request, through: configuration.middleware[...])
                .collected(upTo: request.maxResponseBytes)
            var reader = reader(of: response)
            try reader.checkStatus()
            let body = try read(&reader)
            return reader.response(with: body)
        }
    }

    /// Sends the request and returns a success whose body is still to be read.
    ///
    /// - Parameter isTyped: Whether it has to be of a media type that the document describes.
    /// - Throws: `CancellationError` or ``ApiError``.
    func runStreaming(isTyped: Bool) async throws -> HTTPResponseStream {
        try await reported {
            var stream = try await pass(request, through: configuration.middleware[...])
            if !operation.isSuccess(stream.statusCode) {
                let response = try await stream.collected(upTo: configuration.maxResponseBytes)
                try reader(of: response).checkStatus()
            }
            if isTyped {
                let head = HTTPResponse(statusCode: stream.statusCode, headers: stream.headers)
                try reader(of: head).checkContentType()
            }
            stream.headers = stream.headers.hiding(redaction)
            stream.body.mapError = { [self] error in completed(error) }
            return stream
        }
    }

    /// Reads what came.
    func reader(of response: HTTPResponse) -> ResponseReader {
        ResponseReader(
            request: operation,
            response: response,
            redaction: redaction,
            mode: options.decoding ?? configuration.decoding
        )
    }

    /// Hands the request to the first of the middleware, and to the network behind the last one.
    private func pass(
        _ request: HTTPRequest,
        through middleware: ArraySlice<Middleware>
    ) async throws -> HTTPResponseStream {
        guard let first = middleware.first else { return try await attempts(at: request) }
        return try await first.intercept(request) { [self] in try await pass($0, through: middleware.dropFirst()) }
    }

    private func reported<Result>(_ body: () async throws -> Result) async throws -> Result {
        do {
            try Task.checkCancellation()
            return try await body()
        } catch let error as CancellationError {
            throw error
        } catch {
            // Other transports may report a cancellation in a way of their own.
            try Task.checkCancellation()
            throw completed(error)
        }
    }

    /// The error with everything that is known of the call.
    private func completed(_ error: any Error) -> ApiError {
        let record = record.withLock { $0 }
        var known = ApiError(transport: error, redaction: redaction)
        if known.statusCode == nil { known.message = "\(operation) failed: \(known.message)" }
        known.call = record
        if let remark = record.remark { known.message += " (\(remark))" }
        return known
    }
}
