public import Foundation

/// The content of a file that is sent: bytes in memory, or a file on disk that is read while it is sent.
///
/// ```swift
/// try await client.pets.uploadPhoto(id: 7, photo: FileContent(file: url))
/// try await client.pets.uploadPhoto(id: 7, photo: FileContent(png, filename: "photo.png", contentType: "image/png"))
/// ```
public struct FileContent: Sendable, Hashable {
    /// The bytes.
    public var body: HTTPBody

    /// What the file is called; a part of a form has a name in any case, and `file` where this is nil.
    public var filename: String?

    /// The media type; nil for what the document says, and `application/octet-stream` where it says nothing.
    public var contentType: String?

    /// Further headers of its part in a form.
    public var headers: HTTPHeaders

    /// Bytes in memory.
    public init(_ data: Data, filename: String? = nil, contentType: String? = nil, headers: HTTPHeaders = [:]) {
        self.init(body: HTTPBody(data), filename: filename, contentType: contentType, headers: headers)
    }

    /// A file on disk.
    ///
    /// - Parameters:
    ///   - file: A file that keeps its length until the request has been sent.
    ///   - filename: What the file is called for the server; nil for the name that it has on disk.
    /// - Throws: ``ApiError`` of kind `invalidRequest` when there is no such file.
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

    /// A body of any make.
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

    /// The bytes in base 64, for texts that can't hold bytes.
    /// - Throws: ``ApiError`` of kind `invalidRequest` for a file on disk, which is not read for that.
    var base64: String {
        get throws {
            guard let data = body.data else { throw Self.fileInText }
            return data.base64EncodedString()
        }
    }

    /// A file on disk where bytes have to be text.
    static let fileInText = ApiError(.invalidRequest, "a file on disk can be sent in a form, but not within a text")
}

extension FileContent: Codable {
    /// Reads bytes in base 64.
    public init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(Data.self))
    }

    /// Writes the bytes in base 64. Forms send them as they are.
    /// - Throws: ``ApiError`` of kind `invalidRequest` for a file on disk.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(try base64)
    }
}
