import Foundation

/// A server-sent event (HTML Standard, section 9.2).
public struct ServerSentEvent<Payload: Sendable>: Sendable {
    /// The type of the event; `message` if the server specifies none.
    public var name: String

    /// The decoded data of the event.
    public var data: Payload

    /// The last event identifier, for resuming the stream with another request; nil if the server has sent none.
    public var id: String?

    /// The time to wait before reconnecting; nil if the server specifies none.
    public var retry: Duration?

    /// Creates an event, for use in tests.
    public init(name: String = "message", data: Payload, id: String? = nil, retry: Duration? = nil) {
        self.name = name
        self.data = data
        self.id = id
        self.retry = retry
    }
}

extension ServerSentEvent: Equatable where Payload: Equatable {}

/// An asynchronous sequence of server-sent events, whose data is decoded from JSON as it arrives, or not decoded for
/// `String`. It can be read once.
///
/// ```swift
/// for try await event in try await client.chat.createChatAsEvents(body: request) {
///     print(event.data)
/// }
/// ```
/// The connection is closed when the reading task is cancelled, or when the sequence and its iterators are released.
/// The sequence ends with the response, or with an event `[DONE]`, which some servers send at the end. Events without
/// data, which some servers send to keep the connection open, are skipped.
public struct ServerSentEvents<Payload: Decodable & Sendable>: AsyncSequence, Sendable {
    /// A server-sent event.
    public typealias Element = ServerSentEvent<Payload>

    private let stream: DecodedStream

    init(_ stream: DecodedStream) { self.stream = stream }

    /// The problems of events, or of their elements, that ``DecodingMode/lenient`` decoding left out so far.
    public var issues: [DecodingIssue] { stream.issues.withLock { $0 } }

    /// Returns an iterator; all iterators read from the same stream.
    public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(stream) }

    /// An iterator over the events.
    public struct AsyncIterator: AsyncIteratorProtocol {
        private let stream: DecodedStream
        private var records: RecordReader<EventParser>
        private var index = 0

        fileprivate init(_ stream: DecodedStream) {
            self.stream = stream
            records = RecordReader(stream.body, EventParser(), limit: stream.maxRecordBytes)
        }

        /// Returns the next event; nil at the end of the stream.
        ///
        /// - Throws: `CancellationError` if the task was cancelled; otherwise ``ApiError``.
        public mutating func next() async throws -> Element? {
            while let record = try await records.record() {
                defer { index += 1 }
                if record.data == Array("[DONE]".utf8) { return nil }
                guard !record.data.isEmpty, let data = try payload(of: record) else { continue }
                return ServerSentEvent(
                    name: record.name.isEmpty ? "message" : record.name,
                    data: data,
                    id: record.id,
                    retry: record.retry.map { .milliseconds($0) }
                )
            }
            return nil
        }

        private func payload(of record: RawEvent) throws -> Payload? {
            let text = String(decoding: record.data, as: UTF8.self) as? Payload
            return try text ?? stream.decoded(record.data, index)
        }
    }
}
