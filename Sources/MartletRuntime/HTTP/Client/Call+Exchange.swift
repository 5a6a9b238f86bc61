import Foundation

extension Call {
    /// Sends the request once, with credentials and within what is left of the time, and follows redirects where that
    /// is allowed.
    /// - Throws: ``ApiError`` of kind `invalidRequest` when it must not be sent, or what the transport throws.
    func exchange(_ request: HTTPRequest, begin: ContinuousClock.Instant) async throws -> HTTPResponseStream {
        var outgoing = try authorized(request)
        outgoing.timeout = min(attemptTimeout(of: request), deadline - begin)
        guard outgoing.timeout > .zero else { throw tooLate }
        var count = 0
        while true {
            let response = try await send(outgoing)
            let target = configuration.redirects.target(
                of: outgoing,
                statusCode: response.statusCode,
                headers: response.headers,
                count: count
            )
            guard let target else { return response }
            outgoing.url = target
            outgoing.timeout = begin.advanced(by: attemptTimeout(of: request)) - configuration.environment.now()
            guard outgoing.timeout > .zero else { throw tooLate }
            count += 1
        }
    }

    private func send(_ request: HTTPRequest) async throws -> HTTPResponseStream {
        guard isStreaming else { return HTTPResponseStream(try await configuration.transport.send(request)) }
        var response = try await configuration.transport.stream(request)
        if request.method != .head, ![204, 304].contains(response.statusCode) {
            response.body.expectedCount = response.headers.bodyLength
        }
        return response
    }

    /// The request with its credentials, which go to the configured server and nowhere else. What a middleware has made
    /// of it is checked here, right before it leaves.
    private func authorized(_ request: HTTPRequest) throws -> HTTPRequest {
        guard request.url.hasSameOrigin(as: self.request.url) else { throw Self.otherOrigin }
        var request = request
        for proof in proofs { try proof.add(to: &request) }
        try request.headers.validate()
        return request
    }

    /// Half of the call's time where another attempt may follow a timeout, otherwise all of it.
    private func attemptTimeout(of request: HTTPRequest) -> Duration {
        if let timeout = options.attemptTimeout ?? configuration.attemptTimeout { return timeout }
        let isRepeatable = request.method.isIdempotent || operation.idempotencyHeader != nil
        return policy.maxAttempts > 1 && isRepeatable ? self.request.timeout / 2 : self.request.timeout
    }

    /// The time was over before anything was sent.
    private var tooLate: ApiError {
        ApiError(.timeout, "\(request.timeout.text) were over before the request was sent", delivery: .notSent)
    }

    /// A middleware made the request go elsewhere.
    static let otherOrigin = ApiError(
        .invalidRequest,
        "the request was changed to go to another scheme, host or port than the server's"
    )
}
