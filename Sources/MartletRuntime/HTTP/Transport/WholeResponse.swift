import Foundation

/// Collects a response and delivers it when it is complete. The transport synchronizes access.
package final class WholeResponse: ResponseReceiver, @unchecked Sendable {
    private let continuation: CheckedContinuation<HTTPResponse, any Error>
    private var limits: ResponseLimits
    private var response: HTTPResponse?

    /// Creates a receiver of the response to `request`.
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
        // An assignment does not copy the bytes.
        if response?.body.isEmpty ?? false { response?.body = data } else { response?.body.append(data) }
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
    /// The error for an exchange that ended without a head and without an error.
    package static let noHead = ApiError(.transport, "the connection ended before the response's head was complete")
}
