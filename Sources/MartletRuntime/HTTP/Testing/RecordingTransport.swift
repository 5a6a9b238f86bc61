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
    private let takes = Locked<[Take]>([])

    /// A recorder of what goes over `transport`.
    public init(_ transport: any Transport) { self.transport = transport }

    /// What has been recorded so far; of a streamed answer, what has been read of it.
    public var recording: Recording {
        var recording = Recording()
        recording.exchanges = takes.withLock { $0 }.map(\.exchange)
        return recording
    }

    /// Passes the request on, and records it with its answer. A request without an answer is not recorded.
    public func send(_ request: HTTPRequest) async throws -> HTTPResponse {
        let response = try await transport.send(request)
        takes.withLock { $0.append(Take(request: request, response: response)) }
        return response
    }

    /// Passes the request on, and records its answer while the caller reads it.
    public func stream(_ request: HTTPRequest) async throws -> HTTPResponseStream {
        var response = try await transport.stream(request)
        let head = HTTPResponse(statusCode: response.statusCode, headers: response.headers)
        let number = takes.withLock { takes in
            takes.append(Take(request: request, response: head))
            return takes.count - 1
        }
        // A body is read by one task at a time.
        nonisolated(unsafe) var parts = response.body.makeAsyncIterator()
        response.body = HTTPResponseStream.Body(
            AsyncThrowingStream { [takes] in
                guard let part = try await parts.next() else { return nil }
                takes.withLock { $0[number].response.body += part }
                return part
            }
        )
        return response
    }
}

/// A request and what has come of its answer.
private struct Take: Sendable {
    let request: HTTPRequest
    var response: HTTPResponse

    /// What is recorded of it.
    var exchange: Recording.Exchange {
        let redaction = request.recordedRedaction
        let recorded = request.recorded(redaction)
        // The length is another one once secrets have been replaced.
        let left = ["set-cookie", "content-length"]
        return Recording.Exchange(
            method: request.method.rawValue,
            target: recorded.target,
            contentType: recorded.contentType,
            requestBody: recorded.body,
            statusCode: response.statusCode,
            headers: response.headers
                .filter { !left.contains($0.name.lowercased()) }
                .map { redaction.replacingSecrets(in: "\($0.name): \($0.value)") },
            body: Recording.Body(redaction.replacingSecrets(in: response.body))
        )
    }
}
