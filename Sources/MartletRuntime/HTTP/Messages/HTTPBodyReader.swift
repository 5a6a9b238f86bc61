import Foundation

/// A reader of a body without streams, which keeps one part at a time in memory.
package struct HTTPBodyReader {
    private var remaining: ArraySlice<HTTPBody.Part>
    private var file: (handle: FileHandle, count: Int)?
    /// The unread bytes of the current part.
    private var bytes = Data()

    /// The number of bytes read so far.
    package private(set) var offset = 0

    /// Creates a reader at the beginning of a body.
    package init(_ body: HTTPBody) {
        remaining = body.parts[...]
    }

    /// Creates a reader at the beginning of a part.
    init(_ part: HTTPBody.Part) { remaining = [part] }

    /// Returns the next bytes, at most `limit`; `nil` at the end.
    /// - Throws: ``ApiError`` of kind `invalidRequest` if a file cannot be read, or if its length has changed.
    package mutating func next(upTo limit: Int) throws -> Data? {
        while true {
            if let (handle, count) = file {
                guard count > 0 else {
                    file = nil
                    try? handle.close()
                    continue
                }
                guard let data = try? handle.read(upToCount: min(limit, count)), !data.isEmpty else {
                    throw Self.changedFile
                }
                file = (handle, count - data.count)
                offset += data.count
                return data
            }
            if !bytes.isEmpty {
                let part = bytes.prefix(limit)
                bytes = bytes.dropFirst(limit)
                offset += part.count
                return part
            }
            guard let part = remaining.popFirst() else { return nil }
            guard part.stream == nil else { throw Self.unreadableStream }
            bytes = part.bytes
            if let url = part.file { file = (try Self.open(url, count: part.fileCount), part.fileCount) }
        }
    }

    private static func open(_ url: URL, count: Int) throws -> FileHandle {
        guard let handle = try? FileHandle(forReadingFrom: url), let end = try? handle.seekToEnd(),
            end == UInt64(count), (try? handle.seek(toOffset: 0)) != nil
        else { throw changedFile }
        return handle
    }

    /// The error for a stream, which only ``HTTPBody/write(to:)`` reads.
    static let unreadableStream = ApiError(.requestBody, "a stream of the body can only be read asynchronously")

    /// The error for a file that changed after the body was created, when its length has already been announced.
    static let changedFile = ApiError(.invalidRequest, "a file of the body has changed or cannot be read")
}
