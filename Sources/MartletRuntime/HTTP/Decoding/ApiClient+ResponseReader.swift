public import Foundation

extension ApiClient {
    /// Validates a response against the operation's description, and decodes its body.
    ///
    /// Generated operations use it for bodies other than plain JSON:
    /// ```swift
    /// try await client.send(request, options: options) { try $0.text() }
    /// ```
    public struct ResponseReader {
        /// The request of the operation.
        let request: Request

        /// The response.
        let response: HTTPResponse

        /// The file that contains the body; `nil` if the body was not saved.
        let saved: SavedBody?

        /// The media type or range that the caller asked for instead of those of the operation.
        let accepting: String?

        /// The redaction for texts of the response.
        let redaction: Redaction

        /// The treatment of array elements that do not match the document.
        let mode: Configuration.DecodingMode

        /// The maximum nesting depth of arrays and objects.
        let maxDepth: Int

        /// The problems of elements that lenient decoding left out.
        private(set) var issues: [Configuration.DecodingMode.Issue] = []

        init(
            request: Request,
            response: HTTPResponse,
            saved: SavedBody? = nil,
            accepting: String? = nil,
            redaction: Redaction,
            mode: Configuration.DecodingMode = .strict,
            maxDepth: Int = JSONDocument.defaultMaxDepth
        ) {
            self.maxDepth = maxDepth
            self.request = request
            self.response = response
            self.saved = saved
            self.accepting = accepting
            let isSecret = request.hidesResult && request.isSuccess(response.statusCode)
            self.redaction = isSecret ? redaction.hidingBodies : redaction
            self.mode = mode
        }

        /// The status code: one of those that the document defines, or any from 200 to 299 if it defines a single one.
        public var statusCode: Int { response.statusCode }

        /// Whether the body is empty.
        public var isEmpty: Bool { response.body.isEmpty && saved?.count ?? 0 == 0 }

        /// Checks that the document defines a result for the status.
        /// - Throws: ``ApiError`` of kind `redirect`, `notModified`, `status` or `undocumentedStatus`.
        func checkStatus() throws {
            let status = response.statusCode
            switch status {
            case _ where request.isSuccess(status): break
            case 200..<300: throw error(.undocumentedStatus, "answered \(status), which the document does not list")
            case 304: throw error(.notModified, "answered 304: not modified")
            case 300..<400:
                throw error(
                    .redirect, "answered \(status)\(target); configuration.redirects determines what is followed")
            default:
                throw error(.status, response.body.isEmpty ? "answered \(status)" : "answered \(status): \(excerpt)")
            }
        }

        /// Decodes the JSON body of a successful response.
        ///
        /// A missing `Content-Type` counts as JSON. Because the body may contain a secret that the configuration does
        /// not know, such as a new token, errors quote only selected parts of it.
        /// - Throws: ``ApiError`` of kind `unexpectedContentType` or `decoding`.
        public mutating func json<Body: Decodable>() throws -> Body {
            if let contentType, !MediaType(contentType).isJSON {
                if let accepting, MediaType(contentType).isCovered(by: MediaType(accepting)) {
                    return try null(insteadOf: contentType)
                }
                guard request.accept.contains("*/*") else { throw unexpectedContentType(contentType, "not JSON") }
            }
            guard !isEmpty else { throw emptyBody() }
            let content = try content()
            do {
                guard mode == .lenient else {
                    return try JSONDocument.decode(Body.self, from: content, maxDepth: maxDepth)
                }
                var decoding = LenientDecoding(content, redaction, maxDepth: maxDepth)
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
            guard let text = String(data: try content(), encoding: encoding) else {
                throw error(.decoding, "answered \(statusCode) with a text that is not \(charset)")
            }
            return text
        }

        /// Returns the bytes of a successful response's body.
        /// - Throws: ``ApiError`` of kind `unexpectedContentType`.
        public func data() throws -> Data {
            try checkContentType()
            return try content()
        }

        /// Checks that there can be a body, and that its media type is one that the caller or the document asks for, or
        /// is missing.
        /// - Throws: ``ApiError`` of kind `unexpectedContentType` or `undocumentedStatus`.
        func checkContentType() throws {
            // These statuses have no body (RFC 9110, sections 15.3.5 and 15.3.6).
            if !request.lists(statusCode), [204, 205].contains(statusCode) { throw emptyBody() }
            guard let contentType else { return }
            let type = MediaType(contentType)
            let accept = accepting.map { [$0] } ?? request.accept
            guard accept.contains(where: { type.isCovered(by: MediaType($0)) }) else {
                throw unexpectedContentType(contentType, "not \(accept.joined(separator: " or "))")
            }
        }

        /// Returns the body, which is read from the file if it is not in memory.
        private func content() throws -> Data {
            guard let saved, response.body.isEmpty else { return response.body }
            do {
                return try Data(contentsOf: saved.file)
            } catch {
                throw self.error(.file, "was saved to a file that cannot be read", underlying: error)
            }
        }

        /// Returns the value for a body that is not JSON because the caller asked for another media type.
        private func null<Body: Decodable>(insteadOf contentType: String) throws -> Body {
            guard let null = try? JSONDocument.decode(Body.self, from: Data("null".utf8)) else {
                throw unexpectedContentType(contentType, "which is not JSON and does not fit the operation's result")
            }
            return null
        }

        /// Creates the caller's response.
        func response<Body>(with body: Body) -> ApiResponse<Body> {
            ApiResponse(
                body: body,
                statusCode: response.statusCode,
                headers: response.headers.hiding(redaction),
                rawBody: response.body,
                issues: issues,
                isSecret: redaction.hidesBodies
            )
        }

        private var contentType: String? { response.headers["Content-Type"] }

        /// A clause with the target of a redirect, without its query; empty for any other response.
        private var target: String {
            guard let location = response.headers["Location"], let url = URL(string: location) else { return "" }
            let text = url.host(percentEncoded: true) == nil ? url.path(percentEncoded: true) : url.withoutSecrets
            return " with a redirect to \(redaction.excerpt(of: text.utf8, limit: 200))"
        }

        private var excerpt: String {
            saved == nil ? redaction.excerpt(ofBody: response.body) : "the body is in the file"
        }

        /// The error for a body that does not match the document.
        func unexpectedBody(_ error: any Error) -> ApiError {
            let reason = redaction.reason(of: error, in: response.body)
            return self.error(
                .decoding,
                "answered \(response.statusCode) with an unexpected body: \(reason)",
                underlying: error
            )
        }

        /// The error for a missing body, which says so if the document does not list the status.
        private func emptyBody() -> ApiError {
            let isListed = request.lists(statusCode)
            return error(
                isListed ? .decoding : .undocumentedStatus,
                "answered \(statusCode)\(isListed ? "" : ", which the document does not list,") with an empty body"
                    + " where a body is required"
            )
        }

        private func unexpectedContentType(_ contentType: String, _ objection: String) -> ApiError {
            let type = redaction.excerpt(of: contentType.utf8, limit: 100)
            return error(
                .unexpectedContentType,
                "answered \(response.statusCode) with \(type), \(objection)\(isEmpty ? "" : ": \(excerpt)")"
            )
        }

        private func error(_ kind: ApiError.Kind, _ text: String, underlying: (any Error)? = nil) -> ApiError {
            ApiError(kind, "\(request) \(text)", response: response, underlying: underlying)
        }
    }
}

extension ApiClient.Request {
    /// Whether the document defines a result for a status.
    func lists(_ statusCode: Int) -> Bool {
        successStatuses?.contains(statusCode) ?? (200..<300).contains(statusCode)
    }

    /// Whether a status is a success: the document defines a result for it, or defines only one result, which then
    /// applies to every status from 200 to 299.
    func isSuccess(_ statusCode: Int) -> Bool {
        lists(statusCode) || successStatuses?.count == 1 && (200..<300).contains(statusCode)
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
