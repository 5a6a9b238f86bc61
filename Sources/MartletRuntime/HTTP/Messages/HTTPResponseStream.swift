/// A response whose head has come and whose body is still coming.
///
/// ```swift
/// let stream = try await transport.stream(request)
/// for try await part in stream.body { file.write(part) }
/// ```
public struct HTTPResponseStream: Sendable {
    /// The status code, whatever it is.
    public var statusCode: Int

    /// The headers as they came.
    public var headers: HTTPHeaders

    /// The body, after content decoding, in parts as they arrive.
    public var body: Body

    /// A response of these parts.
    public init(statusCode: Int, headers: HTTPHeaders, body: Body) {
        self.statusCode = statusCode
        self.headers = headers
        self.body = body
    }

    /// A response that is complete already. ``collected(upTo:)`` gives it back at no cost.
    public init(_ response: HTTPResponse) {
        self.init(statusCode: response.statusCode, headers: response.headers, body: Body(response.body))
    }

    /// Reads the body to its end.
    ///
    /// - Parameter limit: How many bytes it may have.
    /// - Throws: ``ApiError`` of kind `responseTooLarge` when it has more; whatever reading it throws.
    public func collected(upTo limit: Int = .max) async throws -> HTTPResponse {
        HTTPResponse(statusCode: statusCode, headers: headers, body: try await body.collected(upTo: limit))
    }
}

extension HTTPResponseStream: SelfRedacting {
    /// Status and headers.
    public var shownProperties: KeyValuePairs<String, Any> { ["statusCode": statusCode, "headers": headers] }
}
