import Foundation

/// The file that URLSession sends as a body: the one that the body consists of, or a temporary one.
final class UploadFile: Sendable {
    /// Where it is.
    let url: URL

    private let isTemporary: Bool

    /// The file of a body; nil for one that is in memory.
    ///
    /// Putting a body together takes as long as copying its files, so it happens on a thread that may be blocked.
    /// - Throws: ``ApiError`` of kind `invalidRequest` when a part cannot be read, or the file cannot be written.
    static func of(_ body: HTTPBody?) async throws -> UploadFile? {
        guard let body, body.data == nil else { return nil }
        return try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async { continuation.resume(with: Result { try UploadFile(body) }) }
        }
    }

    private init(_ body: HTTPBody) throws {
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
        while let part = try reader.next(upTo: 1 << 18) {
            guard (try? handle.write(contentsOf: part)) != nil else { throw Self.unwritable }
        }
        try? handle.close()
    }

    deinit { remove() }

    /// Removes the file if it is a temporary one.
    func remove() {
        if isTemporary { try? FileManager.default.removeItem(at: url) }
    }

    /// There is no room, or no permission.
    static let unwritable = ApiError(.file, "the body cannot be put together in a temporary file", delivery: .notSent)
}
