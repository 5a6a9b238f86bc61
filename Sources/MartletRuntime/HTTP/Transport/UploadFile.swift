import Foundation

/// The file that URLSession sends as a request body: the file that the body consists of, or a temporary one.
final class UploadFile: Sendable {
    /// The URL of the file.
    let url: URL

    private let isTemporary: Bool

    /// Returns the file of a request's body; `nil` for a body in memory.
    ///
    /// Writing a temporary file takes as long as copying the body's files, so it runs on a thread that may block.
    /// - Parameter watch: The time limits, which can end the operation.
    /// - Throws: ``ApiError`` of kind `invalidRequest` or `requestBody` if a part cannot be read, of kind `file` if the
    ///   temporary file cannot be written, or of kind `timeout`; `CancellationError`.
    static func of(_ request: HTTPRequest, _ watch: Watch) async throws -> UploadFile? {
        guard let body = request.body, body.data == nil else { return nil }
        if body.hasStream {
            return try await withTimeLimit(request.timeout, lateStream(request.timeout)) {
                try await UploadFile(streams: body)
            }
        }
        let isCancelled = Locked(false)
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                DispatchQueue.global().async {
                    let file = Result {
                        try UploadFile(body) {
                            if isCancelled.withLock({ $0 }) { throw CancellationError() }
                            if let error = watch.error(.now) { throw error }
                        }
                    }
                    continuation.resume(with: file)
                }
            }
        } onCancel: {
            isCancelled.withLock { $0 = true }
        }
    }

    /// Creates the file of a body.
    /// - Parameter check: A function that throws to end the operation early.
    private init(_ body: HTTPBody, check: () throws -> Void) throws {
        try check()
        var reader = HTTPBodyReader(body)
        if let file = body.file {
            // Opens the file and compares its length with the expected one.
            _ = try reader.next(upTo: 1)
            (url, isTemporary) = (file, false)
            return
        }
        let handle: FileHandle
        (url, handle) = try Self.create()
        isTemporary = true
        do {
            while let part = try reader.next(upTo: 1 << 18) {
                try check()
                guard (try? handle.write(contentsOf: part)) != nil else { throw Self.unwritable }
            }
            try? handle.close()
        } catch {
            Self.discard(url, handle)
            throw error
        }
    }

    /// Creates the file of a body with streams, when they have ended.
    private init(streams body: HTTPBody) async throws {
        let handle: FileHandle
        (url, handle) = try Self.create()
        isTemporary = true
        do {
            try await body.write { part in
                guard (try? handle.write(contentsOf: part)) != nil else { throw Self.unwritable }
            }
            try? handle.close()
        } catch {
            Self.discard(url, handle)
            throw error
        }
    }

    deinit { remove() }

    /// Creates a temporary file. Only its owner can read it, because it may contain secrets.
    private static func create() throws -> (URL, FileHandle) {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("martlet-\(UUID().uuidString)")
        let attributes: [FileAttributeKey: Any] = [.posixPermissions: 0o600]
        guard FileManager.default.createFile(atPath: url.path, contents: nil, attributes: attributes),
            let handle = try? FileHandle(forWritingTo: url)
        else { throw unwritable }
        return (url, handle)
    }

    private static func discard(_ url: URL, _ handle: FileHandle) {
        try? handle.close()
        try? FileManager.default.removeItem(at: url)
    }

    /// Deletes the file if it is temporary.
    func remove() {
        if isTemporary { try? FileManager.default.removeItem(at: url) }
    }

    /// The error if the temporary file cannot be written because of missing space or permission.
    static let unwritable = ApiError(.file, "the body cannot be written to a temporary file", delivery: .notSent)

    /// The error if the streams of the body do not end in time.
    static func lateStream(_ limit: Duration) -> ApiError {
        ApiError(.timeout, "the stream of the body did not end within \(limit.text)", delivery: .notSent)
    }
}
