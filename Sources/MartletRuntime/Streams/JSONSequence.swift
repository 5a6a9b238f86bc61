import Foundation

/// An asynchronous sequence of JSON values, decoded as they arrive: in lines (JSON Lines; NDJSON) or after record
/// separators (RFC 7464). It can be read once.
///
/// The connection is closed when the reading task is cancelled, or when the sequence and its iterators are released.
public struct JSONSequence<Element: Decodable & Sendable>: AsyncSequence, Sendable {
    private let stream: DecodedStream

    package init(_ stream: DecodedStream) { self.stream = stream }

    /// The problems of values, or of their elements, that ``Configuration/DecodingMode/lenient`` decoding left out so
    /// far.
    public var issues: [Configuration.DecodingMode.Issue] { stream.issues.withLock { $0 } }

    /// Returns an iterator; all iterators read from the same stream.
    public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(stream) }

    /// An iterator over the values.
    public struct AsyncIterator: AsyncIteratorProtocol {
        private let stream: DecodedStream
        private var records: RecordReader<JSONTextParser>
        private var index = 0

        fileprivate init(_ stream: DecodedStream) {
            self.stream = stream
            let parser = JSONTextParser(delimiter: stream.type.isJSONTextSequence ? 0x1E : UInt8(ascii: "\n"))
            records = RecordReader(stream.body, parser, limit: stream.maxRecordBytes)
        }

        /// Returns the next value; `nil` at the end of the stream.
        ///
        /// - Throws: `CancellationError` if the task was cancelled; otherwise ``ApiError``.
        public mutating func next() async throws -> Element? {
            while let record = try await records.record() {
                defer { index += 1 }
                if stream.type.isJSONTextSequence, JSONTextParser.mayBeTruncated(record) {
                    throw stream.truncated(at: index)
                }
                // A null in the stream is an element of an optional type, not the end of the stream.
                let value: Element? = try stream.decoded(record, index)
                if let value { return value }
            }
            return nil
        }
    }
}
