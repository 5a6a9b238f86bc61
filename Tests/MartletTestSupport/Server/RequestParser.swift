import Foundation

/// Finds requests in the bytes of a connection. Bodies are as long as `Content-Length` says; of a large one only the
/// first bytes are kept.
struct RequestParser {
    private var buffer = Data()
    private var head: Data?
    private var length = 0
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
            length =
                RecordedRequest(head: head, body: Data(), bodyCount: 0).values(of: "Content-Length").first
                .flatMap { Int($0) } ?? 0
            buffer = Data(buffer[end...])
        }
        let part = buffer.prefix(length - bodyCount)
        bodyCount += part.count
        body += part.prefix(Self.keptBytes - body.count)
        buffer = Data(buffer.dropFirst(part.count))
        guard let head, bodyCount == length else { return nil }
        defer { (self.head, body, bodyCount, length) = (nil, Data(), 0, 0) }
        return RecordedRequest(head: head, body: body, bodyCount: bodyCount)
    }
}
