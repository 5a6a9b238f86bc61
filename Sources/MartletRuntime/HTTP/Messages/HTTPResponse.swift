public import Foundation

/// A complete response as a ``Transport`` returns it.
public struct HTTPResponse: Sendable, Hashable {
    /// The status code, whatever it is.
    public var statusCode: Int

    /// The headers as they came.
    public var headers: HTTPHeaders

    /// The body, after content decoding; empty when there is none.
    public var body: Data

    /// A response of these parts.
    public init(statusCode: Int, headers: HTTPHeaders = [:], body: Data = Data()) {
        self.statusCode = statusCode
        self.headers = headers
        self.body = body
    }

    /// A response with a JSON text as its body.
    public static func json(_ text: String, statusCode: Int = 200) -> HTTPResponse {
        HTTPResponse(statusCode: statusCode, headers: ["Content-Type": "application/json"], body: Data(text.utf8))
    }
}

extension HTTPResponse: SelfRedacting {
    /// All but the bytes of the body.
    public var shownProperties: KeyValuePairs<String, Any> {
        ["statusCode": statusCode, "headers": headers, "body": "\(body.count) bytes"]
    }
}
