import Foundation

/// The file that URLSession sends as a request body: the file that the body consists of, or a temporary one.
final class UploadFile: Sendable {
    /// The URL of the file.
    let url: URL

    private let isTemporary: Bool

    /// Returns the file of a body; nil for a body in memory.
    ///
    /// Writing a temporary file takes as long as copying the body's files, so it runs on a thread that may block.
    /// - Parameter watch: The time limits, which can end the operation.
    /// - Throws: ``ApiError`` of kind `invalidRequest` if a part cannot be read, of kind `file` if the temporary file
    ///   cannot be written, or of kind `timeout`; `CancellationError`.
    static func of(_ body: HTTPBody?, _ watch: Watch) async throws -> UploadFile? {
        guard let body, body.data == nil else { return nil }
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
        url = FileManager.default.temporaryDirectory.appendingPathComponent("martlet-\(UUID().uuidString)")
        isTemporary = true
        // Only the owner can read the file, because it may contain secrets.
        let attributes: [FileAttributeKey: Any] = [.posixPermissions: 0o600]
        guard FileManager.default.createFile(atPath: url.path, contents: nil, attributes: attributes),
            let handle = try? FileHandle(forWritingTo: url)
        else { throw Self.unwritable }
        do {
            while let part = try reader.next(upTo: 1 << 18) {
                try check()
                guard (try? handle.write(contentsOf: part)) != nil else { throw Self.unwritable }
            }
            try? handle.close()
        } catch {
            try? handle.close()
            try? FileManager.default.removeItem(at: url)
            throw error
        }
    }

    deinit { remove() }

    /// Deletes the file if it is temporary.
    func remove() {
        if isTemporary { try? FileManager.default.removeItem(at: url) }
    }

    /// The error if the temporary file cannot be written because of missing space or permission.
    static let unwritable = ApiError(.file, "the body cannot be written to a temporary file", delivery: .notSent)
}
