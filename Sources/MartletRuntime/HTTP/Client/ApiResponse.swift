public import Foundation

/// A successful response and its decoded body.
public struct ApiResponse<Body: Sendable>: Sendable {
    /// The decoded body; `Void` for an operation without a response body.
    public let body: Body

    /// The status code: from 200 to 299, or that of a redirect that the document defines as the result.
    public let statusCode: Int

    /// The response's headers.
    public let headers: HTTPHeaders

    /// The body as the server sent it, after content decoding such as gzip. Empty for a stream, and for a body other
    /// than JSON that was written to the file of ``RequestOptions/saveTo``.
    public let rawBody: Data

    /// The problems of elements that ``Configuration/DecodingMode/lenient`` decoding left out of the body.
    public let issues: [Configuration.DecodingMode.Issue]

    /// Whether the body is left out of descriptions.
    private let isSecret: Bool

    /// Creates a response, for use in tests.
    public init(
        body: Body,
        statusCode: Int,
        headers: HTTPHeaders,
        rawBody: Data,
        issues: [Configuration.DecodingMode.Issue] = []
    ) {
        self.init(
            body: body, statusCode: statusCode, headers: headers, rawBody: rawBody, issues: issues, isSecret: false)
    }

    init(
        body: Body,
        statusCode: Int,
        headers: HTTPHeaders,
        rawBody: Data,
        issues: [Configuration.DecodingMode.Issue],
        isSecret: Bool
    ) {
        self.body = body
        self.statusCode = statusCode
        self.headers = headers
        self.rawBody = rawBody
        self.issues = issues
        self.isSecret = isSecret
    }
}

extension ApiResponse: ApiModel.SelfRedacting {
    /// All properties except the raw bytes, which may contain values that the model redacts.
    public var shownProperties: KeyValuePairs<String, Any> {
        let body: Any = isSecret ? Redaction.placeholder : body
        return ["body": body, "statusCode": statusCode, "headers": headers, "rawBody": "\(rawBody.count) bytes"]
    }
}
