import Foundation

/// Reads a body from its beginning to its end, and again if need be. It holds one part of it at a time.
package struct HTTPBodyReader {
    private let body: HTTPBody
    private var remaining: ArraySlice<HTTPBody.Part>
    private var file: (handle: FileHandle, count: Int)?
    /// What is left of the bytes that are being read.
    private var bytes = Data()

    /// How many bytes have been read.
    package private(set) var offset = 0

    /// A reader at the beginning.
    package init(_ body: HTTPBody) {
        self.body = body
        remaining = body.parts[...]
    }

    /// The next bytes, at most `limit` of them; nil at the end.
    /// - Throws: ``ApiError`` of kind `invalidRequest` when a file cannot be read or has not the length that it had.
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

    /// A file that is not what it was when the body was made. A length has been promised by then.
    static let changedFile = ApiError(.invalidRequest, "a file of the body has changed or cannot be read")
}
