extension HTTPResponse {
    /// A response whose head has arrived and whose body is still arriving.
    ///
    /// ```swift
    /// let stream = try await transport.stream(request)
    /// for try await part in stream.body { file.write(part) }
    /// ```
    public struct Stream: Sendable {
        /// The status code, which may be any.
        public var statusCode: Int

        /// The header fields.
        public var headers: HTTPHeaders

        /// The body after content decoding, in parts as they arrive.
        public var body: Body

        /// Creates a response.
        public init(statusCode: Int, headers: HTTPHeaders, body: Body) {
            self.statusCode = statusCode
            self.headers = headers
            self.body = body
        }

        /// Creates a response that is already complete. ``collected(upTo:)`` returns it without copying.
        public init(_ response: HTTPResponse) {
            self.init(statusCode: response.statusCode, headers: response.headers, body: Body(response.body))
        }

        /// The whole response; `nil` if the body is still arriving.
        var complete: HTTPResponse? {
            body.complete.map { HTTPResponse(statusCode: statusCode, headers: headers, body: $0) }
        }

        /// Reads the body to its end.
        ///
        /// - Parameter limit: The maximum size of the body in bytes.
        /// - Returns: The complete response.
        /// - Throws: ``ApiError`` of kind `responseTooLarge` if the body exceeds the limit; the errors of reading it.
        public func collected(upTo limit: Int = .max) async throws -> HTTPResponse {
            HTTPResponse(statusCode: statusCode, headers: headers, body: try await body.collected(upTo: limit))
        }
    }
}

extension HTTPResponse.Stream: ApiModel.SelfRedacting {
    /// The status code and the header fields.
    public var shownProperties: KeyValuePairs<String, Any> { ["statusCode": statusCode, "headers": headers] }
}
