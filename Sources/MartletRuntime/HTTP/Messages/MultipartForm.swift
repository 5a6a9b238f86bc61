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

    private var parts = HTTPBody()

    /// A form without parts.
    public init(boundary: String = "martlet-\(UUID().uuidString)") { self.boundary = boundary }

    /// The value of the `Content-Type` header.
    public var contentType: String { "multipart/form-data; boundary=\(boundary)" }

    /// The body with all parts so far.
    public var body: HTTPBody {
        var body = parts
        body.append(Data("--\(boundary)--\r\n".utf8))
        return body
    }

    /// Adds a field of text.
    public mutating func append(_ name: String, _ text: String) {
        append(name, data: Data(text.utf8), filename: nil, contentType: nil)
    }

    /// Adds a field of bytes.
    /// - Parameters:
    ///   - filename: What the file is called; nil for a field that is no file.
    ///   - contentType: Its media type; nil to say none, which means `text/plain`. Control characters are left out.
    public mutating func append(_ name: String, data: Data, filename: String? = nil, contentType: String?) {
        parts.append(head(name, filename: filename, contentType: contentType) + data + Data("\r\n".utf8))
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
        let content = try HTTPBody(file: file)
        parts.append(head(name, filename: filename ?? file.lastPathComponent, contentType: contentType))
        parts.append(content)
        parts.append(Data("\r\n".utf8))
    }

    private func head(_ name: String, filename: String?, contentType: String?) -> Data {
        var head = "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name.inQuotes)\""
        if let filename { head += "; filename=\"\(filename.inQuotes)\"" }
        if let contentType {
            head += "\r\nContent-Type: \(contentType.filter { $0.asciiValue.map { $0 >= 0x20 } ?? true })"
        }
        return Data("\(head)\r\n\r\n".utf8)
    }
}

extension String {
    /// This name as it stands in quotes: as browsers do it, with what would end the quotes or the line percent-encoded
    /// (HTML Standard, multipart/form-data encoding algorithm).
    fileprivate var inQuotes: String {
        unicodeScalars.map { scalar in
            switch scalar {
            case "\"": "%22"
            case "\r": "%0D"
            case "\n": "%0A"
            default: String(scalar)
            }
        }.joined()
    }
}
