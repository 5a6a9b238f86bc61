import Foundation

/// Answers requests from a recording, without a network.
///
/// A request is answered by the first exchange that has not been used yet and has its method, path, query and body. The
/// server does not count, nor do the values of credentials and the boundary of a form. A request without such an exchange fails.
public final class ReplayTransport: Transport {
    private let remaining: Locked<[Recording.Exchange]>

    /// Plays a recording back.
    public init(_ recording: Recording) { remaining = Locked(recording.exchanges) }

    /// The exchanges that have not been used, for tests that expect all of them to be.
    public var unused: [Recording.Exchange] { remaining.withLock { $0 } }

    /// Answers a request.
    /// - Throws: ``ApiError`` of kind `invalidRequest` when the recording has no answer.
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

    /// A request that was not recorded, or more often than it was.
    static func noAnswer(_ request: HTTPRequest) -> ApiError {
        let path = request.url.path(percentEncoded: true)
        return ApiError(.invalidRequest, "the recording has no further answer to \(request.method.rawValue) \(path)")
    }
}

extension Recording.Exchange {
    fileprivate func answers(_ request: HTTPRequest) -> Bool {
        // A credential of the replay may happen to be a part of a body that was recorded as it was.
        method == request.method.rawValue
            && [request.recordedRedaction, Redaction(secrets: [])].contains { redaction in
                let recorded = request.recorded(redaction)
                return target == recorded.target && requestBody?.data == recorded.body?.data
            }
    }
}
