public import MartletRuntime

/// A transport that records requests and returns prepared responses, without a network.
///
/// ```swift
/// let stub = try StubTransport(operations: ["getBooks": .json(BookPage(books: [])), "deleteBook": .status(204)])
/// let client = BookshopClient(key: "test") { $0.transport = stub }
/// ```
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

    /// Creates a transport that answers by operation, any number of times. A request of any other operation fails.
    ///
    /// - Parameter responses: The responses by the `operationId` of the document, or by the method and the path
    ///   template, such as `GET /api/v2/tokens/{id}`.
    public convenience init(operations responses: [String: HTTPResponse]) {
        self.init { request in
            guard let operation = request.operation else { throw Self.noResponse("a request without an operation") }
            guard let response = responses[operation.id] ?? responses[operation.description] else {
                throw Self.noResponse("\(operation.id) (\(operation))")
            }
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
    static let noResponseLeft = ApiError(.invalidRequest, "the stub has no response left")

    /// The error for a request of an operation without a response.
    static func noResponse(_ operation: String) -> ApiError {
        ApiError(.invalidRequest, "the stub has no response for \(operation)")
    }
}
