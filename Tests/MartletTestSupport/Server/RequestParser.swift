import Foundation

/// Finds requests in the bytes of a connection. Bodies are as long as `Content-Length` says, or come in chunks (RFC 9112,
/// section 7.1) without trailers; of a large one only the first bytes are kept.
struct RequestParser {
    private var buffer = Data()
    private var head: Data?
    /// How many bytes the body has, or its chunks so far.
    private var length = 0
    private var isInChunks = false
    private var body = Data()
    private var bodyCount = 0

    /// How many bytes of a body are kept.
    static let keptBytes = 1 << 20

    /// Takes what has come.
    mutating func append(_ bytes: Data) { buffer += bytes }

    /// The next complete request; nil while there is none.
    mutating func next() -> RecordedRequest? {
        if head == nil {
            guard let end = buffer.range(of: Data("\r\n\r\n".utf8))?.upperBound else { return nil }
            let head = Data(buffer[..<end])
            self.head = head
            let request = RecordedRequest(head: head, body: Data(), bodyCount: 0)
            length = request.values(of: "Content-Length").first.flatMap { Int($0) } ?? 0
            isInChunks = request.values(of: "Transfer-Encoding") == ["chunked"]
            buffer = Data(buffer[end...])
        }
        takeBody()
        while isInChunks, bodyCount == length, let count = takeChunkSize() {
            length += count
            isInChunks = count > 0
            takeBody()
        }
        guard let head, bodyCount == length, !isInChunks else { return nil }
        defer { (self.head, body, bodyCount, length) = (nil, Data(), 0, 0) }
        return RecordedRequest(head: head, body: body, bodyCount: bodyCount)
    }

    private mutating func takeBody() {
        let part = buffer.prefix(length - bodyCount)
        bodyCount += part.count
        body += part.prefix(Self.keptBytes - body.count)
        buffer = Data(buffer.dropFirst(part.count))
    }

    /// Takes the line with the size of the next chunk, and for the last one, which has size 0, the empty line after it.
    private mutating func takeChunkSize() -> Int? {
        let lineBreak = Data("\r\n".utf8)
        // Every chunk but the first follows the line break of the one before it.
        let start = buffer.starts(with: lineBreak) ? 2 : 0
        guard let end = buffer.dropFirst(start).range(of: lineBreak),
            let size = Int(String(decoding: buffer[start..<end.lowerBound], as: UTF8.self), radix: 16),
            size > 0 || buffer[end.upperBound...].starts(with: lineBreak)
        else { return nil }
        buffer = Data(buffer.dropFirst(end.upperBound + (size == 0 ? 2 : 0)))
        return size
    }
}
