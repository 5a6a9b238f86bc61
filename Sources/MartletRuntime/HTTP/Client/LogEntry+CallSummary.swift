extension Configuration.LogEntry {
    /// The outcome and the figures of a call, for metrics and traces; see ``Configuration/LogEntry/Event/end(_:)``.
    public struct CallSummary: Sendable {
        /// The outcome of a call.
        public enum Outcome: Sendable {
            /// The response with this status was delivered; a streamed body was read to its end.
            case success(statusCode: Int)
            /// The call or the reading of its streamed body failed.
            case failure(ApiError)
            /// The task was cancelled, or a streamed body was released before its end.
            case cancelled
        }

        /// How the call ended.
        public let outcome: Outcome

        /// The number of attempts.
        public let attempts: Int

        /// The number of body bytes that all attempts sent.
        public let sentBytes: Int

        /// The number of body bytes that all attempts received, after content decoding.
        public let receivedBytes: Int

        /// The time since the start of the call, to the end of a streamed body.
        public let duration: Duration
    }
}

extension Configuration.LogEntry.CallSummary: CustomStringConvertible {
    /// A clause such as `ended with 200 after 2 attempts and 0.5 seconds`.
    public var description: String {
        "ended with \(outcome) after \(attempts) \(attempts == 1 ? "attempt" : "attempts") and \(duration.text)"
    }
}

extension Configuration.LogEntry.CallSummary.Outcome: CustomStringConvertible {
    /// The status code, the name of the error's category, such as `timeout`, or `cancellation`. The number of distinct
    /// values is small, as the dimensions of metrics require.
    public var description: String {
        switch self {
        case .success(let statusCode): "\(statusCode)"
        case .failure(let error): error.kind == .status ? "\(error.statusCode ?? 0)" : "\(error.kind)"
        case .cancelled: "cancellation"
        }
    }
}
