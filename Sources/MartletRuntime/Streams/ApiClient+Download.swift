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
    /// is opened before the request is sent and takes its place at last. A file of that name is replaced.
    /// - Parameter progress: Hears of each part that has been written.
    /// - Returns: The response, with the file as its body.
    /// - Throws: `CancellationError` when the task was cancelled, ``ApiError`` for everything else; of kind `file` when the
    ///   file cannot be written.
    public func download(
        _ request: ApiRequest,
        to file: URL,
        options: RequestOptions,
        progress: (@Sendable (DownloadProgress) -> Void)?
    ) async throws -> ApiResponse<URL> {
        let call = try call(request, options, isStreaming: true)
        let partial = try PartialFile(for: file, id: configuration.environment.uuid(), request)
        do {
            let stream = try await call.runStreaming(isTyped: true)
            let total = stream.headers.bodyLength
            let limit = options.maxResponseBytes ?? .max
            var received = 0
            for try await part in stream.body {
                received += part.count
                guard received <= limit else { throw ApiError.responseTooLarge(limit) }
                try partial.write(part)
                progress?(DownloadProgress(receivedBytes: received, totalBytes: total))
            }
            try partial.complete()
            return stream.response { _ in file }
        } catch {
            partial.discard()
            throw error
        }
    }
}
