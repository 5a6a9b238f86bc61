/// The reason why an attempt did not succeed.
enum AttemptFailure: Sendable {
    /// No response arrived.
    case error(ApiError)
    /// A response arrived, with the wait that the server asks for.
    case response(statusCode: Int, wait: Duration?)

    /// Whether the server may have processed the request without confirming it.
    var isAmbiguous: Bool {
        switch self {
        case .error(let error): error.delivery == .unknown
        case .response: false
        }
    }

    /// The wait that the server asks for.
    var serverWait: Duration? {
        switch self {
        case .error: nil
        case .response(_, let wait): wait
        }
    }
}
