public import Foundation

/// A success with everything that came along.
public struct ApiResponse<Body: Sendable>: Sendable {
    /// The decoded body; `Void` for an operation without one.
    public let body: Body

    /// The status code, from 200 to 299.
    public let statusCode: Int

    /// The response's headers.
    public let headers: HTTPHeaders

    /// The body as the server sent it, after content decoding.
    public let rawBody: Data

    /// What ``DecodingMode/lenient`` decoding has left out of the body.
    public let issues: [DecodingIssue]

    /// A response as the client hands it out; public so that tests can make one.
    public init(
        body: Body,
        statusCode: Int,
        headers: HTTPHeaders,
        rawBody: Data,
        issues: [DecodingIssue] = []
    ) {
        self.body = body
        self.statusCode = statusCode
        self.headers = headers
        self.rawBody = rawBody
        self.issues = issues
    }
}

extension ApiResponse: SelfRedacting {
    /// All but the raw bytes, which may hold what the model redacts.
    public var shownProperties: KeyValuePairs<String, Any> {
        ["body": body, "statusCode": statusCode, "headers": headers, "rawBody": "\(rawBody.count) bytes"]
    }
}
