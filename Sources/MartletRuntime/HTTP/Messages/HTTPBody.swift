public import Foundation

/// The body of a request: bytes in memory, files on disk, streams, or a concatenation of these.
///
/// Files and streams are read as they are sent, so that memory use is independent of their size. Bytes and files can be
/// read repeatedly for retries; for streams, see ``init(stream:count:contentType:isRepeatable:)-(Parts,_,_,_)``.
public struct HTTPBody: Sendable, Hashable {
    /// A part of a body: bytes in memory, a whole file, or a stream.
    ///
    /// Not an enum, so that bytes can be appended in place.
    struct Part: Sendable, Hashable {
        /// The bytes; empty for a file and a stream.
        var bytes = Data()
        /// The URL of the file; `nil` for bytes in memory and a stream.
        var file: URL?
        /// The length of the file in bytes when it was added.
        var fileCount = 0
        /// The stream; `nil` for bytes in memory and a file.
        var stream: ByteStream?

        /// Whether the part consists of bytes in memory.
        var isInMemory: Bool { file == nil && stream == nil }

        /// The length in bytes; `nil` if it is unknown.
        var count: Int? {
            if let stream { return stream.count }
            return file == nil ? bytes.count : fileCount
        }
    }

    /// The parts in order.
    private(set) var parts: [Part] = []

    /// The length of the body in bytes; `nil` if it has a stream of unknown length.
    public private(set) var count: Int? = 0

    /// The media type of the body, such as `image/png`; `nil` for the one that the operation describes.
    public var contentType: String?

    /// Creates an empty body.
    public init() {}

    /// Creates a body from bytes in memory.
    /// - Parameters:
    ///   - data: The bytes.
    ///   - contentType: The media type; `nil` for the one that the operation describes.
    public init(_ data: Data, contentType: String? = nil) {
        append(data)
        self.contentType = contentType
    }

    /// Creates a body from a file.
    ///
    /// - Parameters:
    ///   - file: The URL of a file. If its length changes before the request has been sent, the request fails with an
    ///     ``ApiError`` of kind `invalidRequest`.
    ///   - contentType: The media type; `nil` for the one that the operation describes.
    /// - Throws: ``ApiError`` of kind `invalidRequest` if the file does not exist.
    public init(file: URL, contentType: String? = nil) throws {
        try append(file: file)
        self.contentType = contentType
    }

    /// Creates a body from a stream.
    init(stream: ByteStream, contentType: String?) {
        append(Part(stream: stream))
        self.contentType = contentType
    }

    /// Appends bytes.
    public mutating func append(_ data: Data) {
        guard !data.isEmpty else { return }
        if let last = parts.indices.last, parts[last].isInMemory {
            parts[last].bytes.append(data)
            count = count.map { $0 + data.count }
        } else {
            append(Part(bytes: data))
        }
    }

    private mutating func append(_ part: Part) {
        parts.append(part)
        count = if let count, let more = part.count { count + more } else { nil }
    }

    /// Appends a file; see ``init(file:contentType:)``.
    /// - Throws: ``ApiError`` of kind `invalidRequest` if the file does not exist.
    public mutating func append(file: URL) throws {
        let attributes = try? FileManager.default.attributesOfItem(atPath: file.path)
        guard file.isFileURL, attributes?[.type] as? FileAttributeType == .typeRegular,
            let size = (attributes?[.size] as? NSNumber).flatMap({ Int(exactly: $0.int64Value) })
        else { throw Self.noFile }
        append(Part(file: file, fileCount: size))
    }

    /// Appends the bytes, files and streams of another body.
    public mutating func append(_ other: HTTPBody) {
        for part in other.parts {
            if part.isInMemory { append(part.bytes) } else { append(part) }
        }
    }

    /// The bytes; `nil` if the body contains a file or a stream.
    public var data: Data? {
        guard let first = parts.first else { return Data() }
        return parts.count == 1 && first.isInMemory ? first.bytes : nil
    }

    /// The URL of the file if the body consists of exactly one file.
    var file: URL? {
        parts.count == 1 ? parts[0].file : nil
    }

    /// The error for a missing or irregular file. The message does not contain the path, which may reveal personal
    /// data.
    static let noFile = ApiError(.invalidRequest, "a file of the body does not exist")
}

extension Optional<HTTPBody> {
    /// Returns whether the body is in memory and consists of the given bytes, for use in tests.
    public static func == (body: Self, data: Data) -> Bool { body?.data == data }
}

extension HTTPBody: ApiModel.SelfRedacting {
    /// The length of the body.
    public var shownProperties: KeyValuePairs<String, Any> { ["count": count.map { "\($0)" } ?? "unknown"] }

    /// The length, such as `12 bytes`.
    public var description: String { count.map { "\($0) bytes" } ?? "a stream of bytes" }
}
