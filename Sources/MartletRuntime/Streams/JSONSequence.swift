import Foundation

/// JSON values as they come, in lines (JSON Lines; NDJSON) or behind record separators (RFC 7464). They can be read once.
///
/// The connection is closed when the task that reads is cancelled, and when nobody holds the values and their iterator any
/// more.
public struct JSONSequence<Element: Decodable & Sendable>: AsyncSequence, Sendable {
    private let stream: DecodedStream

    init(_ stream: DecodedStream) { self.stream = stream }

    /// What ``DecodingMode/lenient`` decoding has left out of the values so far, or instead of them.
    public var issues: [DecodingIssue] { stream.issues.withLock { $0 } }

    /// The iterator; all of them read the same bytes.
    public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(stream) }

    /// Reads the values one after the other.
    public struct AsyncIterator: AsyncIteratorProtocol {
        private let stream: DecodedStream
        private var records: RecordReader<JSONTextParser>
        private var index = 0

        fileprivate init(_ stream: DecodedStream) {
            self.stream = stream
            let parser = JSONTextParser(delimiter: stream.type.isJSONTextSequence ? 0x1E : UInt8(ascii: "\n"))
            records = RecordReader(stream.body, parser, limit: stream.maxRecordBytes)
        }

        /// The next value; nil at the end.
        ///
        /// - Throws: `CancellationError` when the task was cancelled, ``ApiError`` for everything else.
        public mutating func next() async throws -> Element? {
            while let record = try await records.record() {
                defer { index += 1 }
                if stream.type.isJSONTextSequence, JSONTextParser.mayBeTruncated(record) {
                    throw stream.truncated(at: index)
                }
                // A null in the stream is not its end: it is an element of an optional type.
                let value: Element? = try stream.decoded(record, index)
                if let value { return value }
            }
            return nil
        }
    }
}
