public import Foundation

extension HTTPBody {
    /// A `multipart/form-data` body (RFC 7578), whose files are read as they are sent.
    ///
    /// ```swift
    /// var form = HTTPBody.MultipartForm()
    /// form.append("name", "avatar")
    /// try form.append("file", file: url, contentType: "image/png")
    /// RequestOptions(body: form.body, contentType: form.contentType)
    /// ```
    public struct MultipartForm: Hashable, Sendable {
        /// The delimiter of the parts, long and random so that no part contains it.
        public let boundary: String

        /// The media type, without the boundary.
        private let mediaType: String

        private var parts = HTTPBody()

        /// Creates a form without parts.
        /// - Parameters:
        ///   - boundary: The delimiter of the parts.
        ///   - mediaType: A `multipart` media type whose parts have names.
        public init(boundary: String = "martlet-\(UUID().uuidString)", mediaType: String = "multipart/form-data") {
            self.boundary = boundary
            self.mediaType = mediaType
        }

        /// The value of the `Content-Type` header.
        public var contentType: String { "\(mediaType); boundary=\(boundary)" }

        /// The body with all parts added so far.
        public var body: HTTPBody {
            var body = parts
            body.append(Data("--\(boundary)--\r\n".utf8))
            return body
        }

        /// Adds a text field.
        /// - Parameters:
        ///   - name: The name of the field.
        ///   - text: The value of the field.
        public mutating func append(_ name: String, _ text: String) {
            append(name, data: Data(text.utf8), contentType: nil)
        }

        /// Adds a field with bytes.
        /// - Parameters:
        ///   - name: The name of the field.
        ///   - data: The value of the field.
        ///   - filename: The file name; `nil` if the field is not a file.
        ///   - contentType: The media type; `nil` for none, which means `text/plain`. Control characters are removed.
        public mutating func append(_ name: String, data: Data, filename: String? = nil, contentType: String?) {
            append(head(name, filename, contentType, [:]), HTTPBody(data))
        }

        /// Adds a file.
        /// - Parameters:
        ///   - name: The name of the field.
        ///   - file: The URL of the file.
        ///   - filename: The file name for the server; `nil` for the name on disk.
        ///   - contentType: The media type.
        /// - Throws: ``ApiError`` of kind `invalidRequest` if the file does not exist.
        public mutating func append(
            _ name: String,
            file: URL,
            filename: String? = nil,
            contentType: String = "application/octet-stream"
        ) throws {
            append(head(name, filename ?? file.lastPathComponent, contentType, [:]), try HTTPBody(file: file))
        }

        /// Adds a part with additional headers.
        /// - Throws: ``ApiError`` of kind `invalidRequest` if a header is invalid.
        package mutating func append(
            _ name: String,
            body: HTTPBody,
            filename: String? = nil,
            contentType: String?,
            headers: HTTPHeaders
        ) throws {
            try headers.validate()
            append(head(name, filename, contentType, headers), body)
        }

        private mutating func append(_ head: String, _ body: HTTPBody) {
            parts.append(Data(head.utf8))
            parts.append(body)
            parts.append(Data("\r\n".utf8))
        }

        private func head(_ name: String, _ filename: String?, _ contentType: String?, _ headers: HTTPHeaders) -> String
        {
            var lines = ["--\(boundary)", "Content-Disposition: form-data; name=\"\(name.inQuotes)\""]
            if let filename { lines[1] += "; filename=\"\(filename.inQuotes)\"" }
            if let contentType {
                lines.append(
                    "Content-Type: \(contentType.filter { $0.asciiValue.map { $0 >= 0x20 && $0 != 0x7F } ?? true })"
                )
            }
            lines += headers.map { "\($0.name): \($0.value)" }
            return lines.joined(separator: "\r\n") + "\r\n\r\n"
        }
    }
}

extension String {
    /// The name for use in a quoted string. As in browsers, quotes and line breaks are percent-encoded (HTML Standard,
    /// multipart/form-data encoding algorithm), and so are other control characters, which are invalid in a field (RFC
    /// 9110, section 5.5).
    fileprivate var inQuotes: String {
        unicodeScalars.map { scalar in
            switch scalar {
            case "\"", "\u{7F}", "\0"..<" ":
                "%" + (scalar.value < 0x10 ? "0" : "") + String(scalar.value, radix: 16, uppercase: true)
            default: String(scalar)
            }
        }.joined()
    }
}
