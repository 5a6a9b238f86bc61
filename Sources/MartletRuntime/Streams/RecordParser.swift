import Foundation

/// A parser that splits a stream of bytes into records.
protocol RecordParser: Sendable {
    associatedtype Record

    /// Parses bytes as they arrive, and passes complete records to a closure.
    mutating func parse(_ part: Data, _ found: (Record) -> Void)

    /// Passes the record that the end of the stream completes to a closure.
    mutating func finish(_ found: (Record) -> Void)

    /// The number of bytes of the incomplete record.
    var pendingBytes: Int { get }
}

/// A parser of JSON texts, each in its own line (JSON Lines; NDJSON) or after a record separator (RFC 7464).
struct JSONTextParser: RecordParser {
    /// The delimiter: LF or RS.
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
        // Blank lines are ignored.
        if text.contains(where: { !Self.whiteSpace.contains($0) }) { found(text) }
    }

    var pendingBytes: Int { text.count }

    /// Whether a text may be truncated: a number, `true`, `false` and `null` must be followed by white space (RFC 7464,
    /// section 2.4); all other values end with a delimiter.
    static func mayBeTruncated(_ text: [UInt8]) -> Bool {
        guard let first = text.first(where: { !whiteSpace.contains($0) }), let last = text.last else { return false }
        return !"{[\"".utf8.contains(first) && !whiteSpace.contains(last)
    }

    private static let whiteSpace: Set<UInt8> = Set(" \t\r\n".utf8)
}

/// A reader of the records of a body.
struct RecordReader<Parser: RecordParser> {
    private var body: HTTPResponse.Stream.Body.AsyncIterator
    private var parser: Parser
    /// The maximum number of bytes of a record.
    private let limit: Int
    private var found: [Parser.Record] = []
    private var next = 0
    private var isAtEnd = false

    init(_ body: HTTPResponse.Stream.Body, _ parser: Parser, limit: Int) {
        self.body = body.makeAsyncIterator()
        self.parser = parser
        self.limit = limit
    }

    /// Returns the next record; `nil` at the end of the body.
    /// - Throws: The errors of the body; ``ApiError`` of kind `responseTooLarge` for a record above the limit.
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
