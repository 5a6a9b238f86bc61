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
        let (response, _) = try await call(request, options, isStreaming: true)
            .save(to: file, isTyped: true, keepsJSON: false, progress: progress)
        return ApiResponse(body: file, statusCode: response.statusCode, headers: response.headers, rawBody: Data())
    }
}

/// A body that was written to a file.
struct SavedBody: Sendable {
    let file: URL
    let count: Int
}

extension Call {
    /// Sends the request and writes the body of a successful response to a file as it arrives.
    ///
    /// - Parameters:
    ///   - isTyped: Whether the response's media type must be one that the document describes.
    ///   - keepsJSON: Whether the returned response has the body, if that is JSON.
    ///   - progress: A closure that is called after each part has been written.
    /// - Throws: `CancellationError` or ``ApiError``.
    func save(
        to file: URL,
        isTyped: Bool,
        keepsJSON: Bool,
        progress: (@Sendable (DownloadProgress) -> Void)?
    ) async throws -> (HTTPResponse, SavedBody) {
        let partial = try PartialFile(for: file, id: configuration.environment.uuid(), operation)
        do {
            let stream = try await runStreaming(isTyped: isTyped)
            var response = HTTPResponse(statusCode: stream.statusCode, headers: stream.headers)
            let isKept = keepsJSON && stream.headers["Content-Type"].map { MediaType($0).isJSON } ?? true
            let total = stream.headers.bodyLength
            let limit = options.maxResponseBytes ?? (isKept ? configuration.maxResponseBytes : .max)
            var received = 0
            for try await part in stream.body {
                received += part.count
                guard received <= limit else { throw ApiError.responseTooLarge(limit) }
                try partial.write(part)
                if isKept { response.body += part }
                progress?(DownloadProgress(receivedBytes: received, totalBytes: total))
            }
            try partial.complete()
            return (response, SavedBody(file: file, count: received))
        } catch {
            partial.discard()
            throw error
        }
    }
}
