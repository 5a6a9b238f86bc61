import Foundation

/// The file that URLSession sends as a body: the one that the body consists of, or a temporary one.
final class UploadFile: Sendable {
    /// Where it is.
    let url: URL

    private let isTemporary: Bool

    /// The file of a body; nil for one that is in memory.
    ///
    /// Putting a body together takes as long as copying its files, so it happens on a thread that may be blocked.
    /// - Parameter watch: Ends it when it takes too long.
    /// - Throws: ``ApiError`` of kind `invalidRequest` when a part cannot be read, `file` when the file cannot be written,
    ///   `timeout`; `CancellationError`.
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

    /// - Parameter check: Throws when it is to end early.
    private init(_ body: HTTPBody, check: () throws -> Void) throws {
        try check()
        var reader = HTTPBodyReader(body)
        if let file = body.file {
            // Opens it and compares its length with the one that the body promises.
            _ = try reader.next(upTo: 1)
            (url, isTemporary) = (file, false)
            return
        }
        url = FileManager.default.temporaryDirectory.appendingPathComponent("martlet-\(UUID().uuidString)")
        isTemporary = true
        // Readable by its owner alone: it may hold secrets.
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

    /// Removes the file if it is a temporary one.
    func remove() {
        if isTemporary { try? FileManager.default.removeItem(at: url) }
    }

    /// There is no room, or no permission.
    static let unwritable = ApiError(.file, "the body cannot be put together in a temporary file", delivery: .notSent)
}
