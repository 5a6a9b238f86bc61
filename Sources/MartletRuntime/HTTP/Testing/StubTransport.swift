/// A transport without a network, for tests: it records the requests and answers them as told.
public final class StubTransport: Transport {
    private let answer: @Sendable (HTTPRequest) async throws -> HTTPResponse
    private let recorded = Locked<[HTTPRequest]>([])

    /// Answers every request with what `answer` returns or throws.
    public init(_ answer: @escaping @Sendable (HTTPRequest) async throws -> HTTPResponse) {
        self.answer = answer
    }

    /// Answers with these responses, each one once and in order. A request beyond them fails.
    public convenience init(_ responses: HTTPResponse...) {
        let remaining = Locked(responses[...])
        self.init { _ in
            guard let response = remaining.withLock({ $0.popFirst() }) else { throw Self.noResponseLeft }
            return response
        }
    }

    /// The requests so far, in the order in which they came.
    public var requests: [HTTPRequest] { recorded.withLock { $0 } }

    /// Records the request and answers it.
    public func send(_ request: HTTPRequest) async throws -> HTTPResponse {
        recorded.withLock { $0.append(request) }
        return try await answer(request)
    }

    /// More requests than responses.
    static let noResponseLeft = ApiError(.transport, "the stub has no response left")
}
