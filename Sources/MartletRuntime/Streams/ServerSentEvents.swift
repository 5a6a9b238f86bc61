import Foundation

extension ServerSentEvents {
    /// A server-sent event (HTML Standard, section 9.2).
    public struct Event: Sendable {
        /// The type of the event; `message` if the server specifies none.
        public var name: String

        /// The decoded data of the event.
        public var data: Payload

        /// The last event identifier, for resuming the stream with another request; `nil` if the server has sent none.
        public var id: String?

        /// The time to wait before reconnecting; `nil` if the server specifies none.
        public var retry: Duration?

        /// Creates an event, for use in tests.
        public init(name: String = "message", data: Payload, id: String? = nil, retry: Duration? = nil) {
            self.name = name
            self.data = data
            self.id = id
            self.retry = retry
        }
    }
}

extension ServerSentEvents.Event: Equatable where Payload: Equatable {}

/// An asynchronous sequence of server-sent events. Their data is decoded from JSON as it arrives, or returned unchanged
/// if `Payload` is `String`. The sequence can be read once.
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
    public typealias Element = Event

    private let stream: DecodedStream
    private var maxReconnections = 0

    package init(_ stream: DecodedStream) { self.stream = stream }

    /// Returns the same events; the request is sent again when the connection breaks or the server ends the response
    /// (HTML Standard, section 9.2.3).
    ///
    /// The repeated request sends the identifier of the last event in the `Last-Event-ID` header, after a wait of the
    /// last `retry` time that the server specified, or three seconds. The sequence ends if the server answers 204 or
    /// sends `[DONE]`. Only requests with an idempotent method, such as GET, are sent again.
    /// - Parameter maxAttempts: The maximum number of consecutive reconnections without an event. After the last, the
    ///   sequence ends with the response or throws the error of the connection.
    public func reconnecting(maxAttempts: Int = 5) -> ServerSentEvents {
        var events = self
        events.maxReconnections = maxAttempts
        return events
    }

    /// The problems of events, or of their elements, that ``Configuration/DecodingMode/lenient`` decoding left out so
    /// far.
    public var issues: [Configuration.DecodingMode.Issue] { stream.issues.withLock { $0 } }

    /// Returns an iterator; all iterators read from the same stream.
    public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(stream, maxReconnections) }

    /// An iterator over the events.
    public struct AsyncIterator: AsyncIteratorProtocol {
        private var stream: DecodedStream
        private var records: RecordReader<EventParser>
        private var index = 0
        private var isDone = false
        private let maxReconnections: Int
        private var reconnections = 0
        private var lastEventID: String?
        private var pause: Duration = .seconds(3)

        fileprivate init(_ stream: DecodedStream, _ maxReconnections: Int) {
            self.stream = stream
            self.maxReconnections = maxReconnections
            records = RecordReader(stream.body, EventParser(), limit: stream.maxRecordBytes)
        }

        /// Returns the next event; `nil` at the end of the stream.
        ///
        /// - Throws: `CancellationError` if the task was cancelled; otherwise ``ApiError``.
        public mutating func next() async throws -> Element? {
            while true {
                do {
                    if let event = try await nextEvent() {
                        reconnections = 0
                        lastEventID = event.id ?? lastEventID
                        pause = event.retry ?? pause
                        return event
                    }
                    guard !isDone, try await reconnect(after: nil) else { return nil }
                } catch let error as ApiError where error.isInterruption {
                    guard try await reconnect(after: error) else { return nil }
                }
            }
        }

        /// Sends the request again, as often as allowed.
        /// - Returns: Whether the server continues; false if it declines, or if reconnecting is not allowed after an
        ///   end without an error.
        private mutating func reconnect(after interruption: ApiError?) async throws -> Bool {
            var interruption = interruption
            while let reopen = stream.reopen, reconnections < maxReconnections {
                reconnections += 1
                do {
                    guard var next = try await reopen(lastEventID, pause) else { return false }
                    next.issues = stream.issues
                    stream = next
                    records = RecordReader(next.body, EventParser(), limit: next.maxRecordBytes)
                    return true
                } catch let error as ApiError where error.statusCode == 204 {
                    return false
                } catch let error as ApiError where error.isInterruption {
                    interruption = error
                }
            }
            if let interruption { throw interruption }
            return false
        }

        private mutating func nextEvent() async throws -> Element? {
            while let record = try await records.record() {
                defer { index += 1 }
                if record.data == Array("[DONE]".utf8) {
                    isDone = true
                    return nil
                }
                guard !record.data.isEmpty, let data = try payload(of: record) else { continue }
                return Event(
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
