import Foundation

/// Receives a response in parts, enforces the limits of its request, and delivers it to the waiting caller.
///
/// A receiver is not thread-safe: a transport uses it on a single thread, or under a lock.
package protocol ResponseReceiver: AnyObject, Sendable {
    /// Receives the head.
    /// - Throws: ``ApiError`` of kind `responseTooLarge`.
    func receive(statusCode: Int, headers: HTTPHeaders) throws

    /// Receives a part of the body.
    /// - Throws: ``ApiError`` of kind `responseTooLarge`, or `slowConsumer` if too many bytes wait to be read.
    func receive(_ data: Data) throws

    /// Receives the end of the response, with an error if it failed; no further calls follow.
    func end(_ error: (any Error)?)

    /// Whether the caller already has the response and reads its body.
    var isStreaming: Bool { get }

    /// Whether the transport should pause the body. If so, it is notified when it can continue.
    var isFull: Bool { get }
}

/// Enforces the size limits of a request's response.
struct ResponseLimits {
    private let maxBytes: Int
    private let maxFields: Int
    /// Whether there is no body, although its length may be announced: in a response to HEAD.
    private let hasNoBody: Bool
    private var count = 0

    init(_ request: HTTPRequest) {
        maxBytes = request.maxResponseBytes
        maxFields = request.maxResponseHeaders
        hasNoBody = request.method == .head
    }

    /// Checks the head and the length that it announces (RFC 9110, section 8.6).
    func check(_ headers: HTTPHeaders) throws {
        guard headers.count <= maxFields else { throw ApiError.tooManyHeaders(maxFields) }
        guard !hasNoBody, let length = headers.bodyLength else { return }
        guard length <= maxBytes else { throw ApiError.responseTooLarge(maxBytes) }
    }

    /// Adds a part of the body.
    mutating func add(_ data: Data) throws {
        guard data.count <= maxBytes - count else { throw ApiError.responseTooLarge(maxBytes) }
        count += data.count
    }
}

extension ApiError {
    /// The error for a body whose announced or actual length exceeds the limit.
    static func responseTooLarge(_ limit: Int) -> ApiError {
        ApiError(.responseTooLarge, "the response's body has more than \(limit) bytes")
    }

    /// The error for a head with too many fields.
    package static func tooManyHeaders(_ limit: Int) -> ApiError {
        ApiError(.responseTooLarge, "the response has more than \(limit) header fields")
    }
}
