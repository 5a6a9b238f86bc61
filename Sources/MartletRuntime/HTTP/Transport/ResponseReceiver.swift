import Foundation

/// Takes a response part by part, holds it to the limits of its request, and hands it to the caller who waits.
///
/// It does not protect itself: a transport touches it on one thread, or under one lock.
package protocol ResponseReceiver: AnyObject, Sendable {
    /// Takes the head.
    /// - Throws: ``ApiError`` of kind `responseTooLarge`.
    func receive(statusCode: Int, headers: HTTPHeaders) throws

    /// Takes a part of the body.
    /// - Throws: ``ApiError`` of kind `responseTooLarge`, or `slowConsumer` when nobody reads what has come.
    func receive(_ data: Data) throws

    /// Takes the end, good or bad; nothing comes after it.
    func end(_ error: (any Error)?)

    /// Whether the caller has the response already and reads its body.
    var isStreaming: Bool { get }

    /// Whether a part of the body had better wait. If so, the transport will be told when it need not any more.
    var isFull: Bool { get }
}

/// Counts what comes against the limits of a request.
struct ResponseLimits {
    private let request: HTTPRequest
    private var count = 0

    init(_ request: HTTPRequest) { self.request = request }

    /// Checks the head, and the length that it announces (RFC 9110, section 8.6).
    func check(_ headers: HTTPHeaders) throws {
        guard headers.count <= request.maxResponseHeaders else {
            throw ApiError.tooManyHeaders(request.maxResponseHeaders)
        }
        // HEAD announces the length of what it leaves out.
        guard request.method != .head, let length = headers.bodyLength else { return }
        guard length <= request.maxResponseBytes else { throw ApiError.responseTooLarge(request.maxResponseBytes) }
    }

    /// Adds a part of the body.
    mutating func add(_ data: Data) throws {
        guard data.count <= request.maxResponseBytes - count else {
            throw ApiError.responseTooLarge(request.maxResponseBytes)
        }
        count += data.count
    }
}

extension ApiError {
    /// The body is announced longer than the limit, or grew so.
    static func responseTooLarge(_ limit: Int) -> ApiError {
        ApiError(.responseTooLarge, "the response's body has more than \(limit) bytes")
    }

    /// There are more header fields than the limit.
    package static func tooManyHeaders(_ limit: Int) -> ApiError {
        ApiError(.responseTooLarge, "the response has more than \(limit) header fields")
    }
}
