extension ApiError {
    /// The reason why a call was not retried.
    public enum RetryStop: Sendable, Hashable {
        /// Another attempt would fail in the same way.
        case permanent
        /// The policy allows only one attempt.
        case disabled
        /// The server may have processed the request, and it is not safe to repeat.
        case notRepeatable
        /// The body is a stream that has been read and is not repeatable.
        case bodyUsed
        /// The maximum number of attempts was reached.
        case attemptsUsedUp
        /// The client's ``Configuration/RetryPolicy/budget`` was used up by other calls.
        case budgetUsedUp
        /// The pause would have extended beyond the deadline of the call.
        case deadline
        /// The server asked for a longer wait than ``Configuration/RetryPolicy/maxRetryAfter``.
        case waitTooLong
    }
}

extension ApiError.RetryStop: CustomStringConvertible {
    /// A clause for error messages, such as `all attempts were made`.
    public var description: String {
        switch self {
        case .permanent: "another attempt would not help"
        case .disabled: "the policy allows one attempt"
        case .notRepeatable: "it may have been processed and is not safe to repeat"
        case .bodyUsed: "its body is a stream that can be read only once"
        case .attemptsUsedUp: "all attempts were made"
        case .budgetUsedUp: "the client's budget for retries is used up"
        case .deadline: "the next attempt would be too late"
        case .waitTooLong: "the server asks to wait too long"
        }
    }
}
