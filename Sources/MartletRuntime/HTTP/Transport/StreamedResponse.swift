import Foundation

/// Hands a response over as soon as its head has come, and its body through a pipe. The transport protects it.
package final class StreamedResponse: ResponseReceiver, @unchecked Sendable {
    private var continuation: CheckedContinuation<HTTPResponseStream, any Error>?
    private var limits: ResponseLimits
    private var outlet: BodyPipe.Outlet?
    private let pipe: BodyPipe
    private let maxBufferedBytes: Int

    /// Receives the response to `request` for whoever waits for `continuation`.
    /// - Parameters:
    ///   - pipe: What carries the body.
    ///   - maxBufferedBytes: How much of it may wait to be read; for transports that cannot make the server wait.
    package init(
        _ request: HTTPRequest,
        _ continuation: CheckedContinuation<HTTPResponseStream, any Error>,
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
        let body = HTTPResponseStream.Body(outlet)
        continuation.resume(returning: HTTPResponseStream(statusCode: statusCode, headers: headers, body: body))
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

    /// The body comes faster than it is read.
    static func slowConsumer(_ limit: Int) -> ApiError {
        ApiError(.slowConsumer, "more than \(limit) bytes of the response's body wait to be read")
    }
}
