public import Foundation

extension HTTPBody {
    /// The content of a file to send: bytes in memory, or a file on disk that is read as it is sent.
    ///
    /// ```swift
    /// try await client.pets.uploadPhoto(id: 7, photo: HTTPBody.File(file: url))
    /// try await client.pets.uploadPhoto(id: 7, photo: HTTPBody.File(png, filename: "photo.png", contentType:
    /// "image/png"))
    /// ```
    public struct File: Sendable, Hashable {
        /// The bytes or the file on disk.
        public var body: HTTPBody

        /// The file name; `nil` for none. In a form, which requires a name, `nil` means `file`.
        public var filename: String?

        /// The media type; `nil` for the one that the document defines, or `application/octet-stream` if it defines
        /// none.
        public var contentType: String?

        /// Additional headers of the file's part in a form.
        public var headers: HTTPHeaders

        /// Whether the bytes were decoded from a text that is not Base64, so that they are encoded as that text.
        private var isText = false

        /// Creates the content from bytes in memory.
        public init(_ data: Data, filename: String? = nil, contentType: String? = nil, headers: HTTPHeaders = [:]) {
            self.init(body: HTTPBody(data), filename: filename, contentType: contentType, headers: headers)
        }

        /// Creates the content from a file on disk.
        ///
        /// - Parameters:
        ///   - file: The URL of the file, whose length must not change until the request has been sent.
        ///   - filename: The file name for the server; `nil` for the name on disk.
        ///   - contentType: The media type; `nil` for the default.
        ///   - headers: Additional headers of the file's part in a form.
        /// - Throws: ``ApiError`` of kind `invalidRequest` if the file does not exist.
        public init(
            file: URL,
            filename: String? = nil,
            contentType: String? = nil,
            headers: HTTPHeaders = [:]
        ) throws {
            self.init(
                body: try HTTPBody(file: file),
                filename: filename ?? file.lastPathComponent,
                contentType: contentType,
                headers: headers
            )
        }

        /// Creates the content from a body.
        public init(
            body: HTTPBody,
            filename: String? = nil,
            contentType: String? = nil,
            headers: HTTPHeaders = [:]
        ) {
            self.body = body
            self.filename = filename
            self.contentType = contentType
            self.headers = headers
        }

        /// The bytes as text, for formats that cannot contain bytes: in Base64, or as the text that they were decoded
        /// from.
        /// - Throws: ``ApiError`` of kind `invalidRequest` for a file on disk, which is not read into memory.
        package var text: String {
            get throws {
                guard let data = body.data else { throw Self.fileInText }
                return isText ? String(decoding: data, as: UTF8.self) : data.base64EncodedString()
            }
        }

        /// The error for a file on disk where bytes must be encoded as text.
        static let fileInText = ApiError(
            .invalidRequest, "a file on disk can be sent in a form, but not encoded as text")
    }
}

extension HTTPBody.File: Codable {
    /// Decodes the bytes from a Base64 string. From any other string, the bytes are those of its text.
    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        let data = Data(base64Encoded: text)
        self.init(data ?? Data(text.utf8))
        isText = data == nil
    }

    /// Encodes the bytes in Base64, or as the text that they were decoded from. Forms send the bytes themselves.
    /// - Throws: ``ApiError`` of kind `invalidRequest` for a file on disk.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(try text)
    }
}
