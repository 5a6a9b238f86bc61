import Foundation

/// Delivers a response as soon as its head has arrived, and its body through a pipe. The transport synchronizes access.
package final class StreamedResponse: ResponseReceiver, @unchecked Sendable {
    private var continuation: CheckedContinuation<HTTPResponse.Stream, any Error>?
    private var limits: ResponseLimits
    private var outlet: BodyPipe.Outlet?
    private let pipe: BodyPipe
    private let maxBufferedBytes: Int

    /// Creates a receiver of the response to `request`.
    ///
    /// - Parameters:
    ///   - request: The request.
    ///   - pipe: The pipe that carries the body.
    ///   - maxBufferedBytes: The maximum number of unread bytes, for transports without back pressure.
    ///   - continuation: The waiting caller.
    package init(
        _ request: HTTPRequest,
        _ continuation: CheckedContinuation<HTTPResponse.Stream, any Error>,
        pipe: BodyPipe,
        maxBufferedBytes: Int = .max
    ) {
        limits = ResponseLimits(request)
        self.continuation = continuation
        self.pipe = pipe
        self.maxBufferedBytes = maxBufferedBytes
        outlet = BodyPipe.Outlet(pipe)
    }

    package func receive(statusCode: Int, headers: HTTPHeaders) throws {
        try limits.check(headers)
        guard let continuation = continuation.take(), let outlet = outlet.take() else { return }
        let body = HTTPResponse.Stream.Body(outlet)
        continuation.resume(returning: HTTPResponse.Stream(statusCode: statusCode, headers: headers, body: body))
    }

    package func receive(_ data: Data) throws {
        try limits.add(data)
        pipe.write(data)
        guard pipe.count <= maxBufferedBytes else { throw Self.slowConsumer(maxBufferedBytes) }
    }

    package func end(_ error: (any Error)?) {
        if let continuation = continuation.take() {
            continuation.resume(throwing: error ?? ApiError.noHead)
        } else {
            pipe.finish(error.map { .failure($0) } ?? .success(()))
        }
    }

    package var isStreaming: Bool { continuation == nil }
    package var isFull: Bool { pipe.isFull() }

    /// The error for a body that arrives faster than it is read.
    static func slowConsumer(_ limit: Int) -> ApiError {
        ApiError(.slowConsumer, "more than \(limit) bytes of the response's body are waiting to be read")
    }
}
