/// A transport for tests that records requests and returns prepared responses, without a network.
public final class StubTransport: Transport {
    private let answer: @Sendable (HTTPRequest) async throws -> HTTPResponse
    private let recorded = Locked<[HTTPRequest]>([])

    /// Creates a transport that answers each request with the result of a closure.
    public init(_ answer: @escaping @Sendable (HTTPRequest) async throws -> HTTPResponse) {
        self.answer = answer
    }

    /// Creates a transport that returns each of the responses once, in order. Any further request fails.
    public convenience init(_ responses: HTTPResponse...) {
        let remaining = Locked(responses[...])
        self.init { _ in
            guard let response = remaining.withLock({ $0.popFirst() }) else { throw Self.noResponseLeft }
            return response
        }
    }

    /// The requests so far, in the order of their arrival.
    public var requests: [HTTPRequest] { recorded.withLock { $0 } }

    /// Records the request and returns a prepared response.
    public func send(_ request: HTTPRequest) async throws -> HTTPResponse {
        recorded.withLock { $0.append(request) }
        return try await answer(request)
    }

    /// The error for a request after the last response.
    static let noResponseLeft = ApiError(.transport, "the stub has no response left")
}
