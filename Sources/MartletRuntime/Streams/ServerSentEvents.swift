import Foundation

/// One event of a stream of events (HTML Standard, section 9.2).
public struct ServerSentEvent<Payload: Sendable>: Sendable {
    /// The kind of event; `message` where the server says none.
    public var name: String

    /// What the event carries.
    public var data: Payload

    /// The identifier of the last event that had one, to go on from in another request; nil when none had.
    public var id: String?

    /// How long to wait before connecting again; nil when the server says nothing of it.
    public var retry: Duration?

    /// An event of these parts; public so that tests can make one.
    public init(name: String = "message", data: Payload, id: String? = nil, retry: Duration? = nil) {
        self.name = name
        self.data = data
        self.id = id
        self.retry = retry
    }
}

extension ServerSentEvent: Equatable where Payload: Equatable {}

/// Events as they come, their data decoded from JSON, or as it is for `String`. They can be read once.
///
/// ```swift
/// for try await event in try await client.chat.createChatAsEvents(body: request) {
///     print(event.data)
/// }
/// ```
/// The connection is closed when the task that reads is cancelled, and when nobody holds the events and their iterator
/// any more. They end with the response, or with an event `[DONE]`, which some servers send before they end it.
public struct ServerSentEvents<Payload: Decodable & Sendable>: AsyncSequence, Sendable {
    /// An event.
    public typealias Element = ServerSentEvent<Payload>

    private let stream: DecodedStream

    init(_ stream: DecodedStream) { self.stream = stream }

    /// What ``DecodingMode/lenient`` decoding has left out of the events so far, or instead of them.
    public var issues: [DecodingIssue] { stream.issues.withLock { $0 } }

    /// The iterator; all of them read the same bytes.
    public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(stream) }

    /// Reads the events one after the other.
    public struct AsyncIterator: AsyncIteratorProtocol {
        private let stream: DecodedStream
        private var records: RecordReader<EventParser>
        private var index = 0

        fileprivate init(_ stream: DecodedStream) {
            self.stream = stream
            records = RecordReader(stream.body, EventParser(), limit: stream.maxRecordBytes)
        }

        /// The next event; nil at the end.
        ///
        /// - Throws: `CancellationError` when the task was cancelled, ``ApiError`` for everything else.
        public mutating func next() async throws -> Element? {
            while let record = try await records.record() {
                defer { index += 1 }
                if Payload.self != String.self, record.data == Array("[DONE]".utf8) { return nil }
                guard let data = try payload(of: record) else { continue }
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
