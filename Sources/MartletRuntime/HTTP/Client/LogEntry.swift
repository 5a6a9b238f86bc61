/// Something that happened to a call, for ``Configuration/log``.
///
/// `print` it: its text has one line, and shows neither credentials nor query values nor bodies. ``request`` has no
/// credentials in it at all.
public struct LogEntry: Sendable {
    /// What happened.
    public enum Event: Sendable {
        /// An attempt begins.
        case request
        /// A response came; for a streamed one, its head.
        case response(statusCode: Int, headers: HTTPHeaders)
        /// The attempt ended without a response.
        case failure(ApiError)
        /// The call will be tried again after this pause.
        case retry(after: Duration)
    }

    /// The call, as ``ApiError/requestID`` has it.
    public let requestID: String

    /// The number of the attempt, from 1.
    public let attempt: Int

    /// The request as it left the last middleware, without credentials.
    public let request: HTTPRequest

    /// What happened.
    public let event: Event

    /// The time since the attempt began.
    public let elapsed: Duration
}

extension LogEntry: SelfRedacting {
    /// All but the query and the bodies.
    public var shownProperties: KeyValuePairs<String, Any> {
        ["requestID": requestID, "attempt": attempt, "request": request, "event": event, "elapsed": elapsed]
    }

    /// `[id] GET https://host/path, attempt 1: 200 after 0.12 seconds`
    public var description: String {
        let what =
            switch event {
            case .request: "sent"
            case .response(let statusCode, _): "\(statusCode) after \(elapsed.text)"
            case .failure(let error): "failed after \(elapsed.text): \(error.message)"
            case .retry(let pause): "trying again in \(pause.text)"
            }
        return "[\(requestID)] \(request.method.rawValue) \(request.url.withoutSecrets), attempt \(attempt): \(what)"
    }
}
