public import MartletRuntime

/// A transport based on libcurl, for servers on Linux; it is available on macOS too.
///
/// ```swift
/// configuration.transport = CurlTransport.shared
/// ```
///
/// It has none of the limitations of ``URLSessionTransport`` on Linux: no response can end the process, no response is
/// lost because of the format of its headers, a body that is not read slows down the server, files and streams are sent
/// as they are read, and a request is never sent twice if that is not safe. A single thread waits for the responses of
/// all exchanges. Only if no other exchange is running and the last response arrived within a millisecond, the thread
/// of the caller waits instead, for at most a millisecond.
///
/// It requires TLS 1.2 or later and verifies certificates. It does not store cookies, follow redirects, read
/// credentials from files or use proxies other than ``CurlOptions/proxy``. Bodies are decoded from the content
/// encodings that libcurl supports, unless the request has its own `Accept-Encoding` header.
///
/// libcurl 7.68 or later is loaded on first use (on Debian and Ubuntu `libcurl4`, which FoundationNetworking requires
/// as well). If it is missing, every request fails with an ``ApiError`` of kind `invalidRequest`.
public final class CurlTransport: Transport {
    /// The shared transport with the default options. Clients that use it share connections.
    public static let shared = CurlTransport()

    private let loop: CurlLoop?
    private let options: CurlOptions

    /// The number of unread bytes of a streamed body at which the server is slowed down.
    static let bufferedBytes = 1 << 18

    /// Creates a transport with its own connections.
    public init(options: CurlOptions = CurlOptions()) {
        self.options = options
        loop = CurlLoop(options)
    }

    deinit { loop?.stop() }

    /// Whether libcurl can be loaded and is a supported version.
    public static var isAvailable: Bool { EasyHandle.isAvailable }

    /// Closes the transport immediately: pending and later requests fail.
    public func close() { loop?.close() }

    /// Sends a request once and returns the complete response.
    /// - Throws: The errors of ``MartletRuntime/Transport/send(_:)``.
    public func send(_ request: HTTPRequest) async throws -> HTTPResponse {
        guard let loop else { throw Self.unavailable }
        let transfer = Transfer(request, passphrase: try await passphrase(for: request))
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                loop.start(transfer, WholeResponse(request, continuation))
            }
        } onCancel: {
            loop.perform(.cancel(transfer))
        }
    }

    /// Sends a request once and returns when the head of the response has arrived.
    /// - Throws: The errors of ``MartletRuntime/Transport/stream(_:)``.
    public func stream(_ request: HTTPRequest) async throws -> HTTPResponse.Stream {
        guard let loop else { throw Self.unavailable }
        let transfer = Transfer(request, passphrase: try await passphrase(for: request))
        // The loop lives until its last transfer has ended; a body that has been read must not keep its connections open.
        let pipe = BodyPipe(capacity: Self.bufferedBytes) { [weak loop] in
            loop?.perform(.resumeReceiving(transfer))
        } onCancel: { [weak loop] in
            loop?.perform(.cancel(transfer))
        }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                loop.start(transfer, StreamedResponse(request, continuation, pipe: pipe))
            }
        } onCancel: {
            loop.perform(.cancel(transfer))
        }
    }

    /// Returns the passphrase of the client certificate's key.
    private func passphrase(for request: HTTPRequest) async throws -> String? {
        guard let credential = options.clientCertificate?.passphrase else { return nil }
        if let secret = credential.secret { return secret }
        do {
            return try await withTimeLimit(request.timeout, Self.latePassphrase) { try await credential.value() }
        } catch let error as CancellationError {
            throw error
        } catch {
            throw (error as? ApiError) ?? Self.unavailablePassphrase(error)
        }
    }

    /// The error if the passphrase was not provided in time.
    static let latePassphrase = ApiError(
        .timeout,
        "the passphrase of the client's certificate was not provided in time",
        delivery: .notSent
    )

    /// The error if the source of the passphrase failed.
    static func unavailablePassphrase(_ error: any Error) -> ApiError {
        ApiError(
            .credentialUnavailable,
            "the passphrase of the client's certificate is unavailable",
            underlying: error
        )
    }

    /// The error if libcurl is unavailable.
    static let unavailable = ApiError(.invalidRequest, "libcurl 7.68 or newer could not be loaded")
}

extension CurlTransport: ApiModel.SelfRedacting {
    /// No properties.
    public var shownProperties: KeyValuePairs<String, Any> { [:] }
}
