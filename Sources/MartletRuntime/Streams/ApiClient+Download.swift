public import Foundation

/// How far a download is.
public struct DownloadProgress: Sendable, Hashable {
    /// How many bytes have been written.
    public let receivedBytes: Int

    /// How many there will be; nil when the server does not say.
    public let totalBytes: Int?

    /// Progress as the client tells it; public so that tests can make one.
    public init(receivedBytes: Int, totalBytes: Int?) {
        self.receivedBytes = receivedBytes
        self.totalBytes = totalBytes
    }
}

extension ApiClient {
    /// Sends a request and writes the body of a success to a file while it comes, so that memory stays flat.
    ///
    /// The file is there when it is complete, and not before: what comes goes to another one in the same directory, which
    /// takes its place at last. A file of that name is replaced.
    /// - Parameter progress: Hears of each part that has been written.
    /// - Returns: The response, with the file as its body.
    /// - Throws: `CancellationError` when the task was cancelled, ``ApiError`` for everything else.
    public func download(
        _ request: ApiRequest,
        to file: URL,
        options: RequestOptions,
        progress: (@Sendable (DownloadProgress) -> Void)?
    ) async throws -> ApiResponse<URL> {
        let stream = try await call(request, options, isStreaming: true).runStreaming(isTyped: true)
        let total =
            stream.headers["Content-Encoding"] == nil ? stream.headers["Content-Length"].flatMap { Int($0) } : nil
        let limit = options.maxResponseBytes ?? .max
        let partial = file.deletingLastPathComponent()
            .appendingPathComponent(".\(file.lastPathComponent).\(configuration.environment.uuid().uuidString)")
        guard FileManager.default.createFile(atPath: partial.path, contents: nil),
            let handle = try? FileHandle(forWritingTo: partial)
        else { throw Self.unwritableFile(request) }
        do {
            var received = 0
            for try await part in stream.body {
                received += part.count
                guard received <= limit else { throw ApiError.responseTooLarge(limit) }
                try Self.write(request) { try handle.write(contentsOf: part) }
                progress?(DownloadProgress(receivedBytes: received, totalBytes: total))
            }
            try Self.write(request) {
                try handle.close()
                // A file of that name is replaced in one step.
                guard rename(partial.path, file.path) == 0 else { throw CocoaError(.fileWriteUnknown) }
            }
        } catch {
            try? handle.close()
            try? FileManager.default.removeItem(at: partial)
            throw error
        }
        return stream.response { _ in file }
    }

    private static func write(_ request: ApiRequest, _ body: () throws -> Void) throws {
        do {
            try body()
        } catch {
            throw unwritableFile(request, error)
        }
    }

    /// The place for the file is not to be written to. Its path stays out of the text, for it may tell about the user.
    static func unwritableFile(_ request: ApiRequest, _ error: (any Error)? = nil) -> ApiError {
        ApiError(.transport, "\(request): the file cannot be written", delivery: .answered, underlying: error)
    }
}
