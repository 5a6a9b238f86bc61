import Foundation

/// Judges a response by what the document says of the operation, and reads its body.
struct ResponseReader {
    /// The operation.
    let request: ApiRequest

    /// What came.
    let response: HTTPResponse

    /// What no text may show.
    let redaction: Redaction

    /// Returns for a documented success.
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

    /// The body of a success.
    ///
    /// A missing `Content-Type` counts as JSON. What the server takes for a success may hold a secret that nobody
    /// configured, as a new token, so errors about JSON quote no more of it than ``Swift/DecodingError/sentence(about:)``
    /// does.
    /// - Throws: ``ApiError`` of kind `unexpectedContentType` or `decoding`.
    func decoded<Body: Decodable>(_ mode: DecodingMode) throws -> ApiResponse<Body> {
        if let contentType = response.headers["Content-Type"], !Self.isJSON(contentType) {
            let type = redaction.excerpt(of: contentType.utf8, limit: 100)
            throw error(.unexpectedContentType, "answered \(response.statusCode) with \(type), not JSON: \(excerpt)")
        }
        guard !response.body.isEmpty else {
            throw error(.decoding, "answered \(response.statusCode) with an empty body where one is needed")
        }
        do {
            guard mode == .lenient else {
                return response(with: try JSONDecoder().decode(Body.self, from: response.body))
            }
            var decoding = LenientDecoding(response.body)
            let body = try decoding.decode(Body.self)
            return response(with: body, issues: decoding.issues)
        } catch {
            let reason = (error as? DecodingError)?.sentence(about: response.body) ?? error.localizedDescription
            throw self.error(
                .decoding,
                "answered \(response.statusCode) with an unexpected body: \(redaction.excerpt(of: reason.utf8))",
                underlying: error
            )
        }
    }

    /// The response for the caller.
    func response<Body>(with body: Body, issues: [DecodingIssue] = []) -> ApiResponse<Body> {
        ApiResponse(
            body: body,
            statusCode: response.statusCode,
            headers: response.headers.hiding(redaction),
            rawBody: response.body,
            issues: issues
        )
    }

    private var excerpt: String { redaction.excerpt(of: response.body) }

    private func error(_ kind: ApiError.Kind, _ text: String, underlying: (any Error)? = nil) -> ApiError {
        ApiError(kind, "\(request) \(text)", response: response, underlying: underlying)
    }

    /// Whether a media type is `application/json` or has the suffix `+json` (RFC 6839, section 3.1); parameters and
    /// case do not count.
    private static func isJSON(_ contentType: String) -> Bool {
        let type = contentType.prefix { $0 != ";" }.trimmingCharacters(in: .whitespaces).lowercased()
        return type == "application/json" || type.hasSuffix("+json")
    }
}

extension ApiRequest {
    /// Whether a status is a success that the document lists.
    func isSuccess(_ statusCode: Int) -> Bool {
        (200..<300).contains(statusCode) && successStatuses?.contains(statusCode) ?? true
    }
}
