import Foundation
public import MartletRuntime

/// A transport that passes requests to another transport, and records requests and responses.
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

    /// Creates a transport that records the requests sent through `transport`.
    public init(_ transport: any Transport) { self.transport = transport }

    /// The exchanges recorded so far. For a streamed response, only the part of the body that has been read is
    /// recorded.
    public var recording: Recording {
        var recording = Recording()
        recording.exchanges = takes.withLock { $0 }.map(\.exchange)
        return recording
    }

    /// Passes on the request, and records it with its response. A request without a response is not recorded.
    public func send(_ request: HTTPRequest) async throws -> HTTPResponse {
        let response = try await transport.send(request)
        takes.withLock { $0.append(Take(request: request, response: response)) }
        return response
    }

    /// Passes on the request, and records its response as the caller reads it.
    public func stream(_ request: HTTPRequest) async throws -> HTTPResponse.Stream {
        var response = try await transport.stream(request)
        let head = HTTPResponse(statusCode: response.statusCode, headers: response.headers)
        let number = takes.withLock { takes in
            takes.append(Take(request: request, response: head))
            return takes.count - 1
        }
        // Only one task at a time reads the body.
        nonisolated(unsafe) var parts = response.body.makeAsyncIterator()
        response.body = HTTPResponse.Stream.Body(
            AsyncThrowingStream { [takes] in
                guard let part = try await parts.next() else { return nil }
                takes.withLock { $0[number].response.body += part }
                return part
            }
        )
        return response
    }
}

/// A request and the part of its response that has arrived.
private struct Take: Sendable {
    let request: HTTPRequest
    var response: HTTPResponse

    /// The recorded exchange.
    var exchange: Recording.Exchange {
        let redaction = request.recordedRedaction
        let recorded = request.recorded(redaction)
        // Replacing secrets changes the length of the body.
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
