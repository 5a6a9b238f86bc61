import Foundation

extension Call {
    /// Sends the request, and retries it according to the policy.
    ///
    /// If the server answers 401 and a credential can be renewed, one more attempt is made regardless of the policy.
    /// - Returns: A response of any status.
    /// - Throws: `CancellationError`, or the error of the last attempt.
    func attempts(at request: HTTPRequest) async throws -> HTTPResponse.Stream {
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
        of request: HTTPRequest,
        attempt: Int,
        begin: ContinuousClock.Instant,
        proofs: inout Proofs
    ) async -> Result<HTTPResponse.Stream, any Error> {
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
            let error = ApiError(middleware: error, redaction: redaction)
            log(.failure(error), request, attempt, since: begin)
            return .failure(error)
        }
    }

    /// Returns why an attempt failed; `nil` for a success, a redirect or a cancellation.
    private func failure(of result: Result<HTTPResponse.Stream, any Error>) -> AttemptFailure? {
        switch result {
        case .success(let response):
            guard response.statusCode >= 400 else { return nil }
            let wait = policy.serverWait(
                statusCode: response.statusCode,
                headers: response.headers,
                now: configuration.environment.date()
            )
            return .response(statusCode: response.statusCode, wait: wait)
        case .failure(let error): return (error as? ApiError).map { .error($0) }
        }
    }

    /// Returns the pause before the next attempt and its cost, or `nil` and records the reason if there must be no
    /// further attempt.
    private func retry(
        after failure: AttemptFailure,
        of request: HTTPRequest,
        attempt: Int
    ) -> (pause: Duration, cost: Int)? {
        let policy = policy
        let environment = configuration.environment
        let hasKey = operation.idempotencyHeader.map { request.headers[$0] != nil } ?? false
        let cost = RetryBudget.cost(after: failure)
        // Clients that a server told to wait for the same time must not return simultaneously; hence the random part.
        let pause = (failure.serverWait ?? .zero) + policy.bound(before: attempt + 1) * environment.random()
        let stop: ApiError.RetryStop? =
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
        _ event: @autoclosure () -> Configuration.LogEntry.Event,
        _ request: HTTPRequest,
        _ attempt: Int,
        since begin: ContinuousClock.Instant
    ) {
        guard let log = configuration.log else { return }
        log(
            Configuration.LogEntry(
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
