import Foundation

/// The file of a running download, in the same directory as its destination.
struct PartialFile {
    private let destination: URL
    private let url: URL
    private let handle: FileHandle
    /// The operation, for error messages.
    private let request: ApiClient.Request

    /// Opens the file.
    /// - Throws: ``ApiError`` of kind `file` if it cannot be written.
    init(for destination: URL, id: UUID, _ request: ApiClient.Request) throws {
        self.destination = destination
        self.request = request
        url = destination.deletingLastPathComponent()
            .appendingPathComponent(".\(destination.lastPathComponent).\(id.uuidString)")
        let descriptor = open(url.path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw Self.unwritable(request, delivery: .notSent) }
        handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }

    /// Appends bytes.
    /// - Throws: ``ApiError`` of kind `file`.
    func write(_ data: Data) throws { try attempt { try handle.write(contentsOf: data) } }

    /// Removes all bytes.
    /// - Throws: ``ApiError`` of kind `file`.
    func restart() throws {
        try attempt {
            try handle.truncate(atOffset: 0)
            try handle.seek(toOffset: 0)
        }
    }

    /// Moves the file to its destination, atomically replacing an existing file.
    /// - Throws: ``ApiError`` of kind `file`.
    func complete() throws {
        try attempt {
            try handle.close()
            guard rename(url.path, destination.path) == 0 else { throw CocoaError(.fileWriteUnknown) }
        }
    }

    /// Deletes the file.
    func discard() {
        try? handle.close()
        try? FileManager.default.removeItem(at: url)
    }

    private func attempt(_ action: () throws -> Void) throws {
        do {
            try action()
        } catch {
            throw Self.unwritable(request, delivery: .answered, error)
        }
    }

    /// The error if the file cannot be written. The message does not contain the path, which may contain the user's
    /// name.
    static func unwritable(
        _ request: ApiClient.Request,
        delivery: ApiError.Delivery,
        _ error: (any Error)? = nil
    ) -> ApiError {
        ApiError(.file, "\(request): the file cannot be written", delivery: delivery, underlying: error)
    }
}
