extension ApiClient {
    /// An operation of the API, as the document names it, for logs, metrics and traces. It contains no values.
    public struct Operation: Sendable, Hashable {
        /// The `operationId`, or the HTTP method and path if there is none.
        public let id: String

        /// The HTTP method.
        public let method: HTTPRequest.Method

        /// The path template, such as `/api/v2/tokens/{id}`.
        public let path: String
    }
}

extension ApiClient.Operation: CustomStringConvertible {
    /// The method and the path template, such as `GET /api/v2/tokens/{id}`.
    public var description: String { "\(method.rawValue) \(path)" }
}
