public import Foundation

/// What a request carries: bytes in memory, files on disk, or both in a row.
///
/// Its length is known before it is sent, and it can be read as often as the request has to be sent. Files are read
/// while they are sent, so that memory stays flat whatever their size.
public struct HTTPBody: Sendable, Hashable {
    /// A stretch of a body: bytes in memory, or a whole file.
    ///
    /// Not an enum, so that bytes can be appended in place.
    struct Part: Sendable, Hashable {
        /// The bytes; empty for a file.
        var bytes = Data()
        /// The file; nil for bytes in memory.
        var file: URL?
        /// How many bytes the file had when it was added.
        var fileCount = 0
    }

    /// What is sent, in order.
    private(set) var parts: [Part] = []

    /// How many bytes the body has.
    public private(set) var count = 0

    /// A body without a byte.
    public init() {}

    /// Bytes in memory.
    public init(_ data: Data) { append(data) }

    /// A whole file.
    ///
    /// - Parameter file: A file that keeps its length until the request has been sent. When it has another one by
    ///   then, the request fails with an ``ApiError`` of kind `invalidRequest`.
    /// - Throws: ``ApiError`` of kind `invalidRequest` when there is no such file.
    public init(file: URL) throws { try append(file: file) }

    /// Adds bytes at the end.
    public mutating func append(_ data: Data) {
        guard !data.isEmpty else { return }
        if let last = parts.indices.last, parts[last].file == nil {
            parts[last].bytes.append(data)
        } else {
            parts.append(Part(bytes: data))
        }
        count += data.count
    }

    /// Adds a whole file at the end, as ``init(file:)`` takes it.
    /// - Throws: ``ApiError`` of kind `invalidRequest` when there is no such file.
    public mutating func append(file: URL) throws {
        let attributes = try? FileManager.default.attributesOfItem(atPath: file.path)
        guard file.isFileURL, attributes?[.type] as? FileAttributeType == .typeRegular,
            let size = (attributes?[.size] as? NSNumber).flatMap({ Int(exactly: $0.int64Value) })
        else { throw Self.noFile }
        parts.append(Part(file: file, fileCount: size))
        count += size
    }

    /// Adds another body at the end.
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

    /// The bytes; nil when a file is among them.
    public var data: Data? {
        guard let first = parts.first else { return Data() }
        return parts.count == 1 && first.file == nil ? first.bytes : nil
    }

    /// The file, when the body is one file and nothing else.
    var file: URL? {
        parts.count == 1 ? parts[0].file : nil
    }

    /// A file that is not there, or no regular one. Its path stays out of the text, for it may tell about the user.
    static let noFile = ApiError(.invalidRequest, "a file of the body cannot be found")
}

extension Optional<HTTPBody> {
    /// Whether the body is in memory and consists of these bytes; for tests of what was sent.
    public static func == (body: Self, data: Data) -> Bool { body?.data == data }
}

extension HTTPBody: SelfRedacting {
    /// The length.
    public var shownProperties: KeyValuePairs<String, Any> { ["count": count] }

    /// `12 bytes`
    public var description: String { "\(count) bytes" }
}
