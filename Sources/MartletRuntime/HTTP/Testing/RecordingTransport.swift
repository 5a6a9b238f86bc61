import Foundation

/// Passes requests on to another transport, and keeps what was asked and answered.
///
/// ```swift
/// let recorder = RecordingTransport(URLSessionTransport.shared)
/// configuration.transport = recorder
/// // … calls …
/// try recorder.recording.write(to: file)
/// ```
public final class RecordingTransport: Transport {
    private let transport: any Transport
    private let exchanges = Locked<[Recording.Exchange]>([])

    /// A recorder of what goes over `transport`.
    public init(_ transport: any Transport) { self.transport = transport }

    /// What has been recorded so far.
    public var recording: Recording {
        var recording = Recording()
        recording.exchanges = exchanges.withLock { $0 }
        return recording
    }

    /// Passes the request on, and records it with its answer. A request without an answer is not recorded.
    public func send(_ request: HTTPRequest) async throws -> HTTPResponse {
        let response = try await transport.send(request)
        let exchange = Recording.Exchange(request, response)
        exchanges.withLock { $0.append(exchange) }
        return response
    }
}

extension Recording.Exchange {
    /// What is recorded of a request and its answer.
    fileprivate init(_ request: HTTPRequest, _ response: HTTPResponse) {
        let redaction = Redaction(secrets: request.headers.secrets)
        func body(_ data: Data) -> Recording.Body { Recording.Body(redaction.replacingSecrets(in: data)) }
        func text(_ text: String) -> String {
            String(decoding: redaction.replacingSecrets(in: Data(text.utf8)), as: UTF8.self)
        }
        method = request.method.rawValue
        target = text(request.url.target)
        contentType = request.headers["Content-Type"]
        requestBody = request.body?.data.map(body)
        statusCode = response.statusCode
        headers = response.headers
            .filter { $0.name.lowercased() != "set-cookie" }
            .map { text("\($0.name): \($0.value)") }
        self.body = body(response.body)
    }
}

extension URL {
    /// Path and query, percent-encoded.
    var target: String { path(percentEncoded: true) + (query(percentEncoded: true).map { "?\($0)" } ?? "") }
}
