public import Foundation

extension HTTPResponse.Stream {
    /// The body of a response as an asynchronous sequence of non-empty parts. It can be read once.
    ///
    /// The connection is closed when the reading task is cancelled, or when the body and its iterators are released. A
    /// slow reader slows down the server if the transport supports back pressure; see the transport.
    public struct Body: AsyncSequence, Sendable {
        /// A part of the body.
        public typealias Element = Data

        private enum Source: Sendable {
            case complete(Data)
            case stream(AsyncThrowingStream<Data, any Error>, received: Locked<Int>)
            case pipe(BodyPipe.Outlet)
        }

        private let source: Source

        /// The expected length in bytes of a custom transport's stream; `nil` if it is unknown. The transports of this
        /// package verify the length themselves.
        var expectedCount: Int?

        /// A function that converts the errors of the stream to those that the reader receives.
        var mapError: @Sendable (any Error) -> any Error = { $0 }

        /// The observer of the body; `nil` for none.
        var tally: StreamTally?

        /// Creates a body that is already complete.
        public init(_ data: Data) { source = .complete(data) }

        /// Creates a body from a stream, for custom transports. The stream's own buffering policy is the only limit of
        /// its buffer.
        public init(_ stream: AsyncThrowingStream<Data, any Error>) {
            source = .stream(stream, received: Locked(0))
        }

        /// Creates a body from a pipe.
        package init(_ outlet: BodyPipe.Outlet) { source = .pipe(outlet) }

        /// The bytes of a body that is complete; `nil` if it is still arriving.
        var complete: Data? {
            if case .complete(let data) = source { data } else { nil }
        }

        /// Returns an iterator; all iterators read from the same stream.
        public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(self) }

        /// An iterator over the parts.
        public struct AsyncIterator: AsyncIteratorProtocol {
            private var read: () async throws -> Data?
            private let mapError: @Sendable (any Error) -> any Error
            private let tally: StreamTally?

            fileprivate init(_ body: Body) {
                mapError = body.mapError
                tally = body.tally
                switch body.source {
                case .complete(let data):
                    var rest: Data? = data.isEmpty ? nil : data
                    read = {
                        defer { rest = nil }
                        return rest
                    }
                case .stream(let stream, let received):
                    // Only one task at a time uses an iterator, even if async functions run on the actor of their
                    // caller.
                    nonisolated(unsafe) var iterator = stream.makeAsyncIterator()
                    let expectedCount = body.expectedCount
                    read = {
                        if let part = try await iterator.next() {
                            received.withLock { $0 += part.count }
                            return part
                        }
                        // `AsyncThrowingStream` also ends without an error when the reading task is cancelled.
                        try Task.checkCancellation()
                        let count = received.withLock { $0 }
                        if let expectedCount, count != expectedCount { throw Body.wrongLength(count, expectedCount) }
                        return nil
                    }
                case .pipe(let outlet): read = { try await outlet.pipe.next() }
                }
            }

            /// Returns the next part; `nil` at the end.
            ///
            /// - Throws: `CancellationError` if the task was cancelled; otherwise ``ApiError``.
            public mutating func next() async throws -> Data? {
                do {
                    let part = try await read()
                    if let part { tally?.add(part.count) } else { tally?.end(.success(())) }
                    return part
                } catch {
                    let error = error is CancellationError ? error : mapError(error)
                    tally?.end(.failure(error))
                    throw error
                }
            }
        }

        /// The error for a body that is shorter or longer than announced.
        static func wrongLength(_ count: Int, _ expected: Int) -> ApiError {
            ApiError(.transport, "the response's body has \(count) bytes instead of \(expected)", delivery: .answered)
        }

        /// Reads the body to its end.
        func collected(upTo limit: Int) async throws -> Data {
            if case .complete(let data) = source {
                guard data.count <= limit else { throw ApiError.responseTooLarge(limit) }
                tally?.add(data.count)
                tally?.end(.success(()))
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
