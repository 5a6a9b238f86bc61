public import Foundation

/// A body of type `multipart/form-data` (RFC 7578), whose files are read while they are sent.
///
/// ```swift
/// var form = MultipartForm()
/// form.append("name", "avatar")
/// try form.append("file", file: url, contentType: "image/png")
/// RequestOptions(body: form.body, contentType: form.contentType)
/// ```
public struct MultipartForm: Sendable {
    /// What separates the parts. It is long and random, so that no part has it.
    public let boundary: String

    /// The media type, without its boundary.
    private let mediaType: String

    private var parts = HTTPBody()

    /// A form without parts.
    /// - Parameter mediaType: Another type of `multipart` whose parts have names.
    public init(boundary: String = "martlet-\(UUID().uuidString)", mediaType: String = "multipart/form-data") {
        self.boundary = boundary
        self.mediaType = mediaType
    }

    /// The value of the `Content-Type` header.
    public var contentType: String { "\(mediaType); boundary=\(boundary)" }

    /// The body with all parts so far.
    public var body: HTTPBody {
        var body = parts
        body.append(Data("--\(boundary)--\r\n".utf8))
        return body
    }

    /// Adds a field of text.
    public mutating func append(_ name: String, _ text: String) {
        append(name, data: Data(text.utf8), contentType: nil)
    }

    /// Adds a field of bytes.
    /// - Parameters:
    ///   - filename: What the file is called; nil for a field that is no file.
    ///   - contentType: Its media type; nil to say none, which means `text/plain`. Control characters are left out.
    public mutating func append(_ name: String, data: Data, filename: String? = nil, contentType: String?) {
        append(head(name, filename, contentType, [:]), HTTPBody(data))
    }

    /// Adds a file.
    /// - Parameters:
    ///   - filename: What the file is called; nil for the name that it has on disk.
    ///   - contentType: Its media type.
    /// - Throws: ``ApiError`` of kind `invalidRequest` when there is no such file.
    public mutating func append(
        _ name: String,
        file: URL,
        filename: String? = nil,
        contentType: String = "application/octet-stream"
    ) throws {
        append(head(name, filename ?? file.lastPathComponent, contentType, [:]), try HTTPBody(file: file))
    }

    /// Adds a part with headers of its own.
    /// - Throws: ``ApiError`` of kind `invalidRequest` when a header cannot be sent as it stands.
    mutating func append(
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

    private func head(_ name: String, _ filename: String?, _ contentType: String?, _ headers: HTTPHeaders) -> String {
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

extension String {
    /// This name as it stands in quotes: as browsers do it, with what would end the quotes or the line percent-encoded
    /// (HTML Standard, multipart/form-data encoding algorithm), and so with other control characters, which no field
    /// may hold (RFC 9110, section 5.5).
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
