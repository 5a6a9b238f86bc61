extension Configuration {
    /// An event of a call, passed to ``Configuration/log``.
    ///
    /// Its description is one line and contains no credentials, query values or bodies. ``request`` contains no
    /// credentials at all.
    public struct LogEntry: Sendable {
        /// The kind of an event, with its details.
        public enum Event: Sendable {
            /// An attempt starts.
            case request
            /// A response arrived; for a streamed response, its head.
            case response(statusCode: Int, headers: HTTPHeaders)
            /// The attempt ended without a response.
            case failure(ApiError)
            /// The call will be retried after a pause.
            case retry(after: Duration)
            /// The call has ended. This is the last event of every call whose request was valid.
            case end(CallSummary)
        }

        /// The call's identifier, as in ``ApiError/requestID``.
        public let requestID: String

        /// The operation.
        public let operation: ApiClient.Operation

        /// The number of the attempt, starting at 1; 0 if the call ended before the first.
        public let attempt: Int

        /// The request after the last middleware, without credentials.
        public let request: HTTPRequest

        /// The event.
        public let event: Event

        /// The time since the start of the attempt, or of the call if it has ended.
        public let elapsed: Duration
    }
}

extension Configuration.LogEntry: ApiModel.SelfRedacting {
    /// All properties; query values and bodies are not shown.
    public var shownProperties: KeyValuePairs<String, Any> {
        [
            "requestID": requestID, "operation": operation.id, "attempt": attempt, "request": request, "event": event,
            "elapsed": elapsed,
        ]
    }

    /// A line such as `[id] GET https://host/path, attempt 1: 200 after 0.12 seconds`.
    public var description: String {
        let what =
            switch event {
            case .request: "sent"
            case .response(let statusCode, _): "\(statusCode) after \(elapsed.text)"
            case .failure(let error): "failed after \(elapsed.text): \(error.message)"
            case .retry(let pause): "trying again in \(pause.text)"
            case .end(let summary): "\(summary)"
            }
        return "[\(requestID)] \(request.method.rawValue) \(request.shownURL), attempt \(attempt): \(what)"
    }
}
