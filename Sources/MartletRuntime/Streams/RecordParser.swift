import Foundation

/// Cuts a stream of bytes into records.
protocol RecordParser: Sendable {
    associatedtype Record

    /// Takes bytes as they come, and hands out the records that are complete.
    mutating func parse(_ part: Data, _ found: (Record) -> Void)

    /// Hands out what the end of the stream completes.
    mutating func finish(_ found: (Record) -> Void)

    /// How many bytes wait for the end of their record.
    var pendingBytes: Int { get }
}

/// JSON texts, each in a line of its own (JSON Lines; NDJSON) or behind a record separator (RFC 7464).
struct JSONTextParser: RecordParser {
    /// LF or RS.
    let delimiter: UInt8
    private var text: [UInt8] = []

    init(delimiter: UInt8) { self.delimiter = delimiter }

    mutating func parse(_ part: Data, _ found: ([UInt8]) -> Void) {
        var rest = part[...]
        while let end = rest.firstIndex(of: delimiter) {
            text += rest[..<end]
            finish(found)
            rest = rest[(end + 1)...]
        }
        text += rest
    }

    mutating func finish(_ found: ([UInt8]) -> Void) {
        defer { text.removeAll(keepingCapacity: true) }
        // Blank lines separate nothing.
        if text.contains(where: { !Self.whiteSpace.contains($0) }) { found(text) }
    }

    var pendingBytes: Int { text.count }

    /// Whether the end of a text may be missing: a number, `true`, `false` and `null` end with white space (RFC 7464,
    /// section 2.4), and everything else by itself.
    static func mayBeTruncated(_ text: [UInt8]) -> Bool {
        guard let first = text.first(where: { !whiteSpace.contains($0) }), let last = text.last else { return false }
        return !"{[\"".utf8.contains(first) && !whiteSpace.contains(last)
    }

    private static let whiteSpace: Set<UInt8> = Set(" \t\r\n".utf8)
}

/// Reads the records of a body, one after the other.
struct RecordReader<Parser: RecordParser> {
    private var body: HTTPResponseStream.Body.AsyncIterator
    private var parser: Parser
    /// How many bytes a record may have.
    private let limit: Int
    private var found: [Parser.Record] = []
    private var next = 0
    private var isAtEnd = false

    init(_ body: HTTPResponseStream.Body, _ parser: Parser, limit: Int) {
        self.body = body.makeAsyncIterator()
        self.parser = parser
        self.limit = limit
    }

    /// - Throws: what the body throws; ``ApiError`` of kind `responseTooLarge` for a record that does not end.
    mutating func record() async throws -> Parser.Record? {
        while next == found.count, !isAtEnd {
            found.removeAll(keepingCapacity: true)
            next = 0
            if let part = try await body.next() {
                parser.parse(part) { found.append($0) }
                guard parser.pendingBytes <= limit else { throw ApiError.responseTooLarge(limit) }
            } else {
                isAtEnd = true
                parser.finish { found.append($0) }
            }
        }
        guard next < found.count else { return nil }
        defer { next += 1 }
        return found[next]
    }
}
