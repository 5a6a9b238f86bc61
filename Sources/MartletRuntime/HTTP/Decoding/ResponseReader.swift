public import Foundation

/// Validates a response against the operation's description, and decodes its body.
///
/// Generated operations use it for bodies other than plain JSON:
/// ```swift
/// try await client.send(request, options: options) { try $0.text() }
/// ```
public struct ResponseReader {
    /// The request of the operation.
    let request: ApiRequest

    /// The response.
    let response: HTTPResponse

    /// The redaction for texts of the response.
    let redaction: Redaction

    /// The treatment of array elements that do not match the document.
    let mode: DecodingMode

    /// The maximum nesting depth of arrays and objects.
    let maxDepth: Int

    /// The problems of elements that lenient decoding left out.
    private(set) var issues: [DecodingIssue] = []

    init(
        request: ApiRequest,
        response: HTTPResponse,
        redaction: Redaction,
        mode: DecodingMode = .strict,
        maxDepth: Int = JSONDocument.defaultMaxDepth
    ) {
        self.maxDepth = maxDepth
        self.request = request
        self.response = response
        self.redaction = redaction
        self.mode = mode
    }

    /// The status code, one of those that the document defines.
    public var statusCode: Int { response.statusCode }

    /// Whether the body is empty.
    public var isEmpty: Bool { response.body.isEmpty }

    /// Checks that the status is a success that the document defines.
    /// - Throws: ``ApiError`` of kind `redirect`, `status` or `undocumentedStatus`.
    func checkStatus() throws {
        let status = response.statusCode
        switch status {
        case 200..<300:
            guard request.isSuccess(status) else {
                throw error(.undocumentedStatus, "answered \(status), which the document does not list")
            }
        case 300..<400:
            throw error(.redirect, "answered \(status); redirects are not followed")
        default:
            throw error(.status, response.body.isEmpty ? "answered \(status)" : "answered \(status): \(excerpt)")
        }
    }

    /// Decodes the JSON body of a successful response.
    ///
    /// A missing `Content-Type` counts as JSON. The body may contain a secret that the configuration does not know,
    /// such as a new token; errors quote only as much of it as the sentence about a `DecodingError` does.
    /// - Throws: ``ApiError`` of kind `unexpectedContentType` or `decoding`.
    public mutating func json<Body: Decodable>() throws -> Body {
        if let contentType, !MediaType(contentType).isJSON {
            throw unexpectedContentType(contentType, "not JSON")
        }
        guard !response.body.isEmpty else {
            throw error(.decoding, "answered \(response.statusCode) with an empty body where a body is required")
        }
        do {
            guard mode == .lenient else {
                return try JSONDocument.decode(Body.self, from: response.body, maxDepth: maxDepth)
            }
            var decoding = LenientDecoding(response.body, redaction, maxDepth: maxDepth)
            defer { issues = decoding.issues }
            return try decoding.decode(Body.self)
        } catch {
            throw unexpectedBody(error)
        }
    }

    /// Decodes the body of a successful response as text, in the character set of the response, or in UTF-8 if it
    /// specifies none.
    /// - Throws: ``ApiError`` of kind `unexpectedContentType` or `decoding`.
    public func text() throws -> String {
        try checkContentType()
        let charset = contentType.flatMap { MediaType.parameter("charset", of: $0) } ?? "utf-8"
        guard let encoding = String.Encoding(charset: charset) else {
            throw error(
                .unexpectedContentType,
                "answered \(statusCode) in a character set that is not supported: "
                    + redaction.excerpt(of: charset.utf8, limit: 100)
            )
        }
        guard let text = String(data: response.body, encoding: encoding) else {
            throw error(.decoding, "answered \(statusCode) with a text that is not \(charset)")
        }
        return text
    }

    /// Returns the bytes of a successful response's body.
    /// - Throws: ``ApiError`` of kind `unexpectedContentType`.
    public func data() throws -> Data {
        try checkContentType()
        return response.body
    }

    /// Checks that the media type is one that the document describes, or is missing.
    /// - Throws: ``ApiError`` of kind `unexpectedContentType`.
    func checkContentType() throws {
        guard let contentType else { return }
        let type = MediaType(contentType)
        guard request.accept.contains(where: { type.isCovered(by: MediaType($0)) }) else {
            throw unexpectedContentType(contentType, "not \(request.accept.joined(separator: " or "))")
        }
    }

    /// Creates the caller's response.
    func response<Body>(with body: Body) -> ApiResponse<Body> {
        ApiResponse(
            body: body,
            statusCode: response.statusCode,
            headers: response.headers.hiding(redaction),
            rawBody: response.body,
            issues: issues
        )
    }

    private var contentType: String? { response.headers["Content-Type"] }

    private var excerpt: String { redaction.excerpt(ofBody: response.body) }

    /// The error for a body that does not match the document.
    func unexpectedBody(_ error: any Error) -> ApiError {
        let reason = redaction.reason(of: error, in: response.body)
        return self.error(
            .decoding,
            "answered \(response.statusCode) with an unexpected body: \(reason)",
            underlying: error
        )
    }

    private func unexpectedContentType(_ contentType: String, _ objection: String) -> ApiError {
        let type = redaction.excerpt(of: contentType.utf8, limit: 100)
        return error(
            .unexpectedContentType,
            "answered \(response.statusCode) with \(type), \(objection): \(excerpt)"
        )
    }

    private func error(_ kind: ApiError.Kind, _ text: String, underlying: (any Error)? = nil) -> ApiError {
        ApiError(kind, "\(request) \(text)", response: response, underlying: underlying)
    }
}

extension ApiRequest {
    /// Whether a status is a success that the document defines.
    func isSuccess(_ statusCode: Int) -> Bool {
        (200..<300).contains(statusCode) && successStatuses?.contains(statusCode) ?? true
    }
}

extension String.Encoding {
    /// Creates an encoding that Foundation supports on every platform, by its IANA name.
    fileprivate init?(charset: String) {
        switch charset.lowercased() {
        case "utf-8", "utf8": self = .utf8
        case "us-ascii", "ascii": self = .ascii
        case "iso-8859-1", "latin1": self = .isoLatin1
        case "iso-8859-2", "latin2": self = .isoLatin2
        case "windows-1252", "cp1252": self = .windowsCP1252
        case "utf-16": self = .utf16
        case "utf-16be": self = .utf16BigEndian
        case "utf-16le": self = .utf16LittleEndian
        case "utf-32": self = .utf32
        case "shift_jis": self = .shiftJIS
        case "euc-jp": self = .japaneseEUC
        default: return nil
        }
    }
}
