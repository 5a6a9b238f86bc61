import Foundation

/// Collects a response, and hands it over when it is complete. The transport protects it.
package final class WholeResponse: ResponseReceiver, @unchecked Sendable {
    private let continuation: CheckedContinuation<HTTPResponse, any Error>
    private var limits: ResponseLimits
    private var response: HTTPResponse?

    /// Collects the response to `request` for whoever waits for `continuation`.
    package init(_ request: HTTPRequest, _ continuation: CheckedContinuation<HTTPResponse, any Error>) {
        limits = ResponseLimits(request)
        self.continuation = continuation
    }

    package func receive(statusCode: Int, headers: HTTPHeaders) throws {
        try limits.check(headers)
        response = HTTPResponse(statusCode: statusCode, headers: headers)
    }

    package func receive(_ data: Data) throws {
        try limits.add(data)
        response?.body.append(data)
    }

    package func end(_ error: (any Error)?) {
        if let error {
            continuation.resume(throwing: error)
        } else if let response {
            continuation.resume(returning: response)
        } else {
            continuation.resume(throwing: ApiError.noHead)
        }
    }

    package var isStreaming: Bool { false }
    package var isFull: Bool { false }
}

extension ApiError {
    /// The exchange ended well, and yet there is no head.
    package static let noHead = ApiError(.transport, "the connection ended before the response's head was complete")
}
