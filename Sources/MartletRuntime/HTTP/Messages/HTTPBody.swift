public import Foundation

/// The body of a request: bytes in memory, files on disk, or a concatenation of both.
///
/// Its length is known before it is sent, and it can be read repeatedly for retries. Files are read as they are sent,
/// so that memory use is independent of their size.
public struct HTTPBody: Sendable, Hashable {
    /// A part of a body: bytes in memory, or a whole file.
    ///
    /// Not an enum, so that bytes can be appended in place.
    struct Part: Sendable, Hashable {
        /// The bytes; empty for a file.
        var bytes = Data()
        /// The URL of the file; nil for bytes in memory.
        var file: URL?
        /// The length of the file in bytes when it was added.
        var fileCount = 0
    }

    /// The parts in order.
    private(set) var parts: [Part] = []

    /// The length of the body in bytes.
    public private(set) var count = 0

    /// The media type of the body, such as `image/png`; nil for the one that the operation describes.
    public var contentType: String?

    /// Creates an empty body.
    public init() {}

    /// Creates a body from bytes in memory.
    /// - Parameters:
    ///   - data: The bytes.
    ///   - contentType: The media type; nil for the one that the operation describes.
    public init(_ data: Data, contentType: String? = nil) {
        append(data)
        self.contentType = contentType
    }

    /// Creates a body from a file.
    ///
    /// - Parameters:
    ///   - file: The URL of a file. If its length changes before the request has been sent, the request fails with an
    ///     ``ApiError`` of kind `invalidRequest`.
    ///   - contentType: The media type; nil for the one that the operation describes.
    /// - Throws: ``ApiError`` of kind `invalidRequest` if the file does not exist.
    public init(file: URL, contentType: String? = nil) throws {
        try append(file: file)
        self.contentType = contentType
    }

    /// Appends bytes.
    public mutating func append(_ data: Data) {
        guard !data.isEmpty else { return }
        if let last = parts.indices.last, parts[last].file == nil {
            parts[last].bytes.append(data)
        } else {
            parts.append(Part(bytes: data))
        }
        count += data.count
    }

    /// Appends a file; see ``init(file:contentType:)``.
    /// - Throws: ``ApiError`` of kind `invalidRequest` if the file does not exist.
    public mutating func append(file: URL) throws {
        let attributes = try? FileManager.default.attributesOfItem(atPath: file.path)
        guard file.isFileURL, attributes?[.type] as? FileAttributeType == .typeRegular,
            let size = (attributes?[.size] as? NSNumber).flatMap({ Int(exactly: $0.int64Value) })
        else { throw Self.noFile }
        parts.append(Part(file: file, fileCount: size))
        count += size
    }

    /// Appends the bytes and files of another body.
    public mutating func append(_ other: HTTPBody) {
        for part in other.parts {
            if part.file == nil {
                append(part.bytes)
            } else {
                parts.append(part)
                count += part.fileCount
            }
        }
    }

    /// The bytes; nil if the body contains a file.
    public var data: Data? {
        guard let first = parts.first else { return Data() }
        return parts.count == 1 && first.file == nil ? first.bytes : nil
    }

    /// The URL of the file if the body consists of exactly one file.
    var file: URL? {
        parts.count == 1 ? parts[0].file : nil
    }

    /// The error for a missing or irregular file. The message does not contain the path, which may reveal personal
    /// data.
    static let noFile = ApiError(.invalidRequest, "a file of the body cannot be found")
}

extension Optional<HTTPBody> {
    /// Returns whether the body is in memory and consists of the given bytes, for use in tests.
    public static func == (body: Self, data: Data) -> Bool { body?.data == data }
}

extension HTTPBody: SelfRedacting {
    /// The length of the body.
    public var shownProperties: KeyValuePairs<String, Any> { ["count": count] }

    /// The length, such as `12 bytes`.
    public var description: String { "\(count) bytes" }
}
