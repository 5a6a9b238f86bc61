import Foundation

extension Call {
    /// Sends the request once, with credentials and within the remaining time, and follows redirects if the policy
    /// allows.
    /// - Throws: ``ApiError`` of kind `invalidRequest` or `missingCredential` if the request must not be sent; the
    ///   errors of the transport.
    func exchange(
        _ request: HTTPRequest,
        _ proofs: Proofs,
        begin: ContinuousClock.Instant
    ) async throws -> HTTPResponse.Stream {
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
        _ request: HTTPRequest,
        _ proofs: Proofs,
        begin: ContinuousClock.Instant
    ) async throws -> HTTPResponse.Stream {
        guard request.url.hasSameOrigin(as: self.request.url) else { throw Self.otherOrigin }
        var outgoing = request
        for proof in proofs.all { try proof.add(to: &outgoing) }
        return try await pass(outgoing, through: configuration.attemptMiddleware[...]) { [self] request in
            guard proofs.areComplete || isAuthorized(request) else { throw Self.missingCredential(operation) }
            guard request.url.hasSameOrigin(as: self.request.url) else { throw Self.otherOrigin }
            let hasCredentials = proofs.all.contains { $0.place != .connection } || !request.headers.secrets.isEmpty
            guard configuration.allowsInsecureHTTP.allows(request.url, withCredentials: hasCredentials) else {
                throw Configuration.plainCredentials
            }
            return try await send(request, begin: begin)
        }
    }

    /// Passes a request to the transport.
    private func send(_ request: HTTPRequest, begin: ContinuousClock.Instant) async throws -> HTTPResponse.Stream {
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
                throw ApiError(transport: error, redaction: redaction)
            }
        }
    }

    private func exchange(_ request: HTTPRequest) async throws -> HTTPResponse.Stream {
        guard isStreaming else {
            let response = try await configuration.transport.send(request)
            record.withLock { $0.receivedBytes += response.body.count }
            return HTTPResponse.Stream(response)
        }
        var response = try await configuration.transport.stream(request)
        if request.method != .head, ![204, 304].contains(response.statusCode) {
            response.body.expectedCount = response.headers.bodyLength
        }
        response.body.mapError = { [self] error in ApiError(transport: error, redaction: redaction) }
        return response
    }

    /// Passes a request to a function, counts the bytes of its body, and reports their progress.
    private func metered(
        _ request: HTTPRequest,
        _ send: (HTTPRequest) async throws -> HTTPResponse.Stream
    ) async throws -> HTTPResponse.Stream {
        guard let body = request.body, options.uploadProgress != nil || body.count == nil else {
            let count = request.body?.count ?? 0
            record.withLock { $0.sentBytes += count }
            return try await send(request)
        }
        var request = request
        let meter = UploadMeter(
            total: body.count, report: options.uploadProgress, now: configuration.environment.now)
        request.uploadMeter = meter
        defer { record.withLock { $0.sentBytes += body.count ?? meter.count } }
        let response = try await send(request)
        meter.end()
        return response
    }

    /// The error if the deadline passed before anything was sent.
    var tooLate: ApiError {
        ApiError(
            .timeout, "the timeout of \(request.timeout.text) expired before the request was sent", delivery: .notSent)
    }

    /// The error if a middleware changed the destination of the request.
    static let otherOrigin = ApiError(
        .invalidRequest,
        "the request was changed to go to another scheme, host or port than the server's"
    )
}

extension HTTPRequest {
    /// Removes all headers that another server does not need, and marks the whole query as secret, because the URLs of
    /// storage services contain signatures.
    fileprivate mutating func dropSecrets() {
        let kept = ["Accept", "Accept-Encoding", "Range", "User-Agent"]
        headers = headers.reduce(into: HTTPHeaders()) { headers, field in
            if kept.contains(where: field.name.matches) { headers.append(field.name, field.value) }
        }
        secretQueryNames = Set(url.queryPairs.map { String($0.name) })
    }
}
