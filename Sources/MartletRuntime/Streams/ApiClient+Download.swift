public import Foundation

/// The progress of a download.
public struct DownloadProgress: Sendable, Hashable {
    /// The number of bytes that have been written.
    public let receivedBytes: Int

    /// The total number of bytes; nil if the server does not announce it.
    public let totalBytes: Int?

    /// Creates a progress value, for use in tests.
    public init(receivedBytes: Int, totalBytes: Int?) {
        self.receivedBytes = receivedBytes
        self.totalBytes = totalBytes
    }
}

extension ApiClient {
    /// Sends a request and writes the body of a successful response to a file as it arrives, with constant memory use.
    ///
    /// The file appears only when it is complete: data is first written to a temporary file in the same directory,
    /// which is opened before the request is sent. An existing file at that URL is replaced.
    /// - Parameters:
    ///   - request: The request of the operation.
    ///   - file: The URL of the file.
    ///   - options: The settings that this call overrides.
    ///   - progress: A closure that is called after each part has been written.
    /// - Returns: The response, with the file's URL as its body.
    /// - Throws: `CancellationError` if the task was cancelled; otherwise ``ApiError``, of kind `file` if the file
    ///   cannot be written.
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
