public import Foundation

extension HTTPResponseStream {
    /// The body of a response in parts, none of them empty. It can be read once.
    ///
    /// The connection is closed when the task that reads is cancelled, and when nobody holds the body and its iterator
    /// any more. A slow reader slows the server down where the transport can do that; see the transport.
    public struct Body: AsyncSequence, Sendable {
        /// A part of the body.
        public typealias Element = Data

        private enum Source: Sendable {
            case complete(Data)
            case stream(AsyncThrowingStream<Data, any Error>, received: Locked<Int>)
            case pipe(BodyPipe.Outlet)
        }

        private let source: Source

        /// How many bytes a stream of a transport of your own must have; nil when that is unknown. The transports of
        /// this package check the length themselves.
        var expectedCount: Int?

        /// Makes of an error what the reader gets to see.
        var mapError: @Sendable (any Error) -> any Error = { $0 }

        /// A body that is complete already.
        public init(_ data: Data) { source = .complete(data) }

        /// A body in parts, for transports of your own. Nothing bounds what the stream buffers but its own policy.
        public init(_ stream: AsyncThrowingStream<Data, any Error>) {
            source = .stream(stream, received: Locked(0))
        }

        /// What comes out of a pipe.
        package init(_ outlet: BodyPipe.Outlet) { source = .pipe(outlet) }

        /// The iterator; all of them read the same bytes.
        public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(self) }

        /// Reads the parts one after the other.
        public struct AsyncIterator: AsyncIteratorProtocol {
            private var read: () async throws -> Data?
            private let mapError: @Sendable (any Error) -> any Error

            fileprivate init(_ body: Body) {
                mapError = body.mapError
                switch body.source {
                case .complete(let data):
                    var rest: Data? = data.isEmpty ? nil : data
                    read = {
                        defer { rest = nil }
                        return rest
                    }
                case .stream(let stream, let received):
                    var iterator = stream.makeAsyncIterator()
                    let expectedCount = body.expectedCount
                    read = {
                        if let part = try await iterator.next() {
                            received.withLock { $0 += part.count }
                            return part
                        }
                        // `AsyncThrowingStream` also ends, without an error, when the task that reads it is cancelled.
                        try Task.checkCancellation()
                        let count = received.withLock { $0 }
                        if let expectedCount, count != expectedCount { throw Body.wrongLength(count, expectedCount) }
                        return nil
                    }
                case .pipe(let outlet): read = { try await outlet.pipe.next() }
                }
            }

            /// The next part; nil at the end.
            ///
            /// - Throws: `CancellationError` when the task was cancelled, ``ApiError`` for everything else.
            public mutating func next() async throws -> Data? {
                do {
                    return try await read()
                } catch let error as CancellationError {
                    throw error
                } catch {
                    throw mapError(error)
                }
            }
        }

        /// The body ended before or after the length that the head announced.
        static func wrongLength(_ count: Int, _ expected: Int) -> ApiError {
            ApiError(.transport, "the response's body has \(count) bytes instead of \(expected)", delivery: .answered)
        }

        /// Reads to the end.
        func collected(upTo limit: Int) async throws -> Data {
            if case .complete(let data) = source {
                guard data.count <= limit else { throw ApiError.responseTooLarge(limit) }
                return data
            }
            var data = Data()
            for try await part in self {
                guard part.count <= limit - data.count else { throw ApiError.responseTooLarge(limit) }
                data += part
            }
            return data
        }
    }
}
