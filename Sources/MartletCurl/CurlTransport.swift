public import MartletRuntime

/// A transport on libcurl, for servers that run Linux; it works on macOS too.
///
/// ```swift
/// configuration.transport = CurlTransport.shared
/// ```
///
/// It has none of the limits that ``URLSessionTransport`` has on Linux: no answer of a server ends the process, no
/// response is lost for the form of its headers, a body that nobody reads makes the server wait, files are sent as they
/// are read, and a request is never sent twice where that is not safe. One thread serves all exchanges.
///
/// TLS 1.2 or newer is required and certificates are verified; there are no cookies, no redirects, no credentials from
/// files and no proxies unless ``CurlOptions/proxy`` asks for one. Bodies are decoded from the encodings that libcurl
/// was built with, unless the request has an `Accept-Encoding` of its own.
///
/// libcurl 7.68 or newer is loaded when it is first needed (on Debian and Ubuntu `libcurl4`, which FoundationNetworking
/// needs as well). Where it is missing, every request fails with an ``ApiError`` of kind `invalidRequest`.
public final class CurlTransport: Transport {
    /// One for all clients, with the usual options. Connections are reused across clients.
    public static let shared = CurlTransport()

    private let loop: CurlLoop?
    private let options: CurlOptions

    /// How much of a streamed body waits to be read before the server has to wait.
    static let bufferedBytes = 1 << 18

    /// A transport with connections of its own.
    public init(options: CurlOptions = CurlOptions()) {
        self.options = options
        loop = CurlLoop(options)
    }

    deinit { loop?.stop() }

    /// Whether libcurl can be loaded and is new enough.
    public static var isAvailable: Bool { EasyHandle.isAvailable }

    /// Ends everything at once: what is under way fails, and so does what comes later.
    public func close() { loop?.close() }

    /// Sends a request once.
    /// - Throws: as ``MartletRuntime/Transport/send(_:)`` says.
    public func send(_ request: HTTPRequest) async throws -> HTTPResponse {
        guard let loop else { throw Self.unavailable }
        let transfer = Transfer(request, options, passphrase: try await passphrase(for: request))
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                loop.perform(.start(transfer, WholeResponse(request, continuation)))
            }
        } onCancel: {
            loop.perform(.cancel(transfer))
        }
    }

    /// Sends a request once, and returns when the head of the response has come.
    /// - Throws: as ``MartletRuntime/Transport/stream(_:)`` says.
    public func stream(_ request: HTTPRequest) async throws -> HTTPResponseStream {
        guard let loop else { throw Self.unavailable }
        let transfer = Transfer(request, options, passphrase: try await passphrase(for: request))
        let pipe = BodyPipe(capacity: Self.bufferedBytes) {
            loop.perform(.resume(transfer))
        } onCancel: {
            loop.perform(.cancel(transfer))
        }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                loop.perform(.start(transfer, StreamedResponse(request, continuation, pipe: pipe)))
            }
        } onCancel: {
            loop.perform(.cancel(transfer))
        }
    }

    /// What the key of the client's certificate is encrypted with.
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

    /// The passphrase did not come in time.
    static let latePassphrase = ApiError(
        .timeout,
        "the passphrase of the client's certificate did not come in time",
        delivery: .notSent
    )

    /// The source of the passphrase failed.
    static func unavailablePassphrase(_ error: any Error) -> ApiError {
        ApiError(
            .credentialUnavailable,
            "the passphrase of the client's certificate could not be had",
            underlying: error
        )
    }

    /// There is no libcurl.
    static let unavailable = ApiError(.invalidRequest, "libcurl 7.68 or newer could not be loaded")
}

extension CurlTransport: SelfRedacting {
    /// Nothing.
    public var shownProperties: KeyValuePairs<String, Any> { [:] }
}
