public import Foundation

extension HTTPBody {
    /// Creates a body from parts that become available while the body is sent.
    ///
    /// ```swift
    /// let body = HTTPBody(stream: parts, count: 5_000_000, contentType: "video/mp4")
    /// ```
    /// `CurlTransport` sends each part as it arrives, and asks for more only when the connection takes more.
    /// ``URLSessionTransport`` writes the whole stream to a temporary file first. Either way, the time that the stream
    /// takes counts towards the time limits of the call, but not as inactivity.
    ///
    /// If the stream throws, or has another length than `count`, the call fails with an ``ApiError`` of kind
    /// `requestBody`.
    /// - Parameters:
    ///   - parts: The parts of the body, such as `Data` or `[UInt8]`.
    ///   - count: The length of the body in bytes; `nil` if it is unknown. A body of unknown length is sent in chunks
    ///     (RFC 9112, section 7.1) by `CurlTransport`; some servers answer that with status 411.
    ///   - contentType: The media type; `nil` for the one that the operation describes.
    ///   - isRepeatable: Whether each iteration of the sequence starts at the beginning. If not, a call is not retried
    ///     after the first part has been requested.
    public init<Parts: AsyncSequence & Sendable>(
        stream parts: Parts,
        count: Int? = nil,
        contentType: String? = nil,
        isRepeatable: Bool = false
    ) where Parts.Element: DataProtocol {
        self.init(
            stream: ByteStream(count: count, isRepeatable: isRepeatable) { send in
                for try await part in parts { try await send(Data(part)) }
            },
            contentType: contentType
        )
    }

    /// Creates a body from bytes that become available while the body is sent, such as `URL.resourceBytes`.
    ///
    /// The bytes are sent in parts of 16 KiB; see ``init(stream:count:contentType:isRepeatable:)-(Parts,_,_,_)`` for
    /// the rest.
    /// - Parameters:
    ///   - bytes: The bytes of the body.
    ///   - count: The length of the body in bytes; `nil` if it is unknown.
    ///   - contentType: The media type; `nil` for the one that the operation describes.
    ///   - isRepeatable: Whether each iteration of the sequence starts at the beginning.
    public init<Bytes: AsyncSequence & Sendable>(
        stream bytes: Bytes,
        count: Int? = nil,
        contentType: String? = nil,
        isRepeatable: Bool = false
    ) where Bytes.Element == UInt8 {
        self.init(
            stream: ByteStream(count: count, isRepeatable: isRepeatable) { send in
                var part = Data()
                for try await byte in bytes {
                    part.append(byte)
                    guard part.count == 1 << 14 else { continue }
                    try await send(part)
                    part = Data()
                }
                try await send(part)
            },
            contentType: contentType
        )
    }

    /// Whether a part of the body becomes available only while it is sent.
    package var hasStream: Bool { parts.contains { $0.stream != nil } }

    /// Whether the body can be read any number of times.
    var isRepeatable: Bool { parts.allSatisfy { $0.stream?.isRepeatable ?? true } }

    /// Whether all bytes of the body are still available.
    package var isUnused: Bool { parts.allSatisfy { $0.stream?.isUnused ?? true } }

    /// Passes all bytes to a function, in order and as they become available.
    /// - Throws: ``ApiError`` if the body cannot be read; the errors of `send`.
    package func write(to send: (Data) async throws -> Void) async throws {
        for part in parts {
            if let stream = part.stream {
                try await stream.write(to: send)
            } else {
                var reader = HTTPBodyReader(part)
                while let data = try reader.next(upTo: 1 << 16) { try await send(data) }
            }
        }
    }
}

/// The bytes of a body that become available while they are sent.
final class ByteStream: Sendable {
    /// The number of bytes; `nil` if it is unknown.
    let count: Int?

    /// Whether the stream can be read any number of times.
    let isRepeatable: Bool

    private let read: @Sendable (_ send: (Data) async throws -> Void) async throws -> Void
    private let isStarted = Locked(false)

    /// Creates a stream.
    /// - Parameters:
    ///   - count: The number of bytes; `nil` if it is unknown.
    ///   - isRepeatable: Whether `read` can be called more than once.
    ///   - read: A function that passes all bytes to a function, its argument.
    init(
        count: Int?,
        isRepeatable: Bool,
        read: @escaping @Sendable (_ send: (Data) async throws -> Void) async throws -> Void
    ) {
        self.count = count
        self.isRepeatable = isRepeatable
        self.read = read
    }

    /// Whether all bytes are still available.
    var isUnused: Bool { isRepeatable || !isStarted.withLock { $0 } }

    /// Passes all bytes to a function.
    /// - Throws: ``ApiError`` of kind `requestBody`; `CancellationError`; the errors of `send`.
    func write(to send: (Data) async throws -> Void) async throws {
        let wasStarted = isStarted.withLock { isStarted in
            defer { isStarted = true }
            return isStarted
        }
        guard isRepeatable || !wasStarted else { throw Self.used }
        var written = 0
        var sendingError: (any Error)?
        do {
            try await read { data in
                written += data.count
                if let count, written > count { throw Self.wrongLength(count) }
                do {
                    if !data.isEmpty { try await send(data) }
                } catch {
                    sendingError = error
                    throw error
                }
            }
            // An `AsyncStream` also ends without an error when its task is cancelled.
            try Task.checkCancellation()
        } catch {
            if let sendingError { throw sendingError }
            if Task.isCancelled { throw CancellationError() }
            // Other errors may come from another request, whose response is the stream.
            if let error = error as? ApiError, [.requestBody, .invalidRequest].contains(error.kind) { throw error }
            throw Self.broken(error)
        }
        if let count, written < count { throw Self.wrongLength(count) }
    }

    /// The error for a stream that can be read only once.
    static let used = ApiError(.requestBody, "the stream of the body has been read already, and is not repeatable")

    /// The error for a stream that ends too early or too late.
    static func wrongLength(_ count: Int) -> ApiError {
        ApiError(.requestBody, "the stream of the body does not have the announced length of \(count) bytes")
    }

    /// The error for a stream that throws an error, whose text may contain anything.
    static func broken(_ error: any Error) -> ApiError {
        ApiError(.requestBody, "the stream of the body failed", underlying: error)
    }
}

extension ByteStream: Hashable {
    /// Whether both are the same stream.
    static func == (left: ByteStream, right: ByteStream) -> Bool { left === right }

    /// Hashes the identity of the stream.
    func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
