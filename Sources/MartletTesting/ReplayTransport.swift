import Foundation
public import MartletRuntime

/// A transport that answers requests from a recording, without a network.
///
/// A request gets the response of the first unused exchange with the same method, path, query and body. The server, the
/// values of credentials and the boundary of a multipart form are ignored. A request without a matching exchange fails.
public final class ReplayTransport: Transport {
    private let remaining: Locked<[Recording.Exchange]>

    /// Creates a transport that replays a recording.
    public init(_ recording: Recording) { remaining = Locked(recording.exchanges) }

    /// The unused exchanges, for tests that expect every exchange to be used.
    public var unused: [Recording.Exchange] { remaining.withLock { $0 } }

    /// Returns the recorded response of a request.
    /// - Throws: ``ApiError`` of kind `invalidRequest` if the recording has no matching exchange left.
    public func send(_ request: HTTPRequest) async throws -> HTTPResponse {
        let exchange = remaining.withLock { exchanges in
            exchanges.firstIndex { $0.answers(request) }.map { exchanges.remove(at: $0) }
        }
        guard let exchange else { throw Self.noAnswer(request) }
        var headers = HTTPHeaders()
        for line in exchange.headers {
            let parts = line.split(separator: ":", maxSplits: 1)
            headers.append(
                String(parts.first ?? ""),
                parts.count == 2 ? parts[1].trimmingCharacters(in: .whitespaces) : ""
            )
        }
        return HTTPResponse(statusCode: exchange.statusCode, headers: headers, body: exchange.body.data)
    }

    /// The error for a request without a matching exchange left.
    static func noAnswer(_ request: HTTPRequest) -> ApiError {
        let path = request.url.path(percentEncoded: true)
        return ApiError(.invalidRequest, "the recording has no further response to \(request.method.rawValue) \(path)")
    }
}

extension Recording.Exchange {
    fileprivate func answers(_ request: HTTPRequest) -> Bool {
        // A credential of the replayed request may occur in a body that was recorded unchanged.
        method == request.method.rawValue
            && [request.recordedRedaction, Redaction(secrets: [])].contains { redaction in
                let recorded = request.recorded(redaction)
                return target == recorded.target && requestBody?.data == recorded.body?.data
            }
    }
}
