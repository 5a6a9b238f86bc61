/// What an attempt ended with, when it was no success.
enum AttemptFailure: Sendable {
    /// No response.
    case error(ApiError)
    /// A response of this status, whatever it is, and how long the server asks to wait.
    case response(statusCode: Int, wait: Duration?)

    /// Whether the server may have acted on the request although no answer says so.
    var isAmbiguous: Bool {
        switch self {
        case .error(let error): error.delivery == .unknown
        case .response: false
        }
    }

    /// How long the server asks to wait.
    var serverWait: Duration? {
        switch self {
        case .error: nil
        case .response(_, let wait): wait
        }
    }
}
