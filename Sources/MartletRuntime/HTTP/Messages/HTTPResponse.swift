public import Foundation

/// A complete HTTP response, as returned by a ``Transport``.
public struct HTTPResponse: Sendable, Hashable {
    /// The status code, which may be any.
    public var statusCode: Int

    /// The header fields.
    public var headers: HTTPHeaders

    /// The body after content decoding; empty if there is none.
    public var body: Data

    /// Creates a response.
    public init(statusCode: Int, headers: HTTPHeaders = [:], body: Data = Data()) {
        self.statusCode = statusCode
        self.headers = headers
        self.body = body
    }
}

extension HTTPResponse: ApiModel.SelfRedacting {
    /// All properties except the bytes of the body.
    public var shownProperties: KeyValuePairs<String, Any> {
        ["statusCode": statusCode, "headers": headers, "body": "\(body.count) bytes"]
    }
}
