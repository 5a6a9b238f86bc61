import Foundation

/// The bytes of a body with streams, for a transport that asks for bytes and cannot wait for them, such as libcurl.
package final class BodyFeed: Sendable {
    private struct State {
        var buffer = Data()
        var end: Result<Void, any Error>?
        /// The task that waits for room in the buffer.
        var writer: CheckedContinuation<Void, any Error>?
        /// Whether the transport waits for bytes.
        var isStarved = false
        var task: Task<Void, Never>?
    }

    private let state = Locked(State())
    private let body: HTTPBody
    private let capacity: Int
    private let onMore: @Sendable () -> Void

    /// Creates a feed. The body is not read before the first bytes are requested.
    ///
    /// - Parameters:
    ///   - body: The body.
    ///   - capacity: The number of buffered bytes at which the streams are no longer read.
    ///   - onMore: A closure that is called on any thread when ``next(upTo:)`` returned no bytes and there are more
    ///     now.
    package init(_ body: HTTPBody, capacity: Int = 1 << 18, onMore: @escaping @Sendable () -> Void) {
        self.body = body
        self.capacity = capacity
        self.onMore = onMore
    }

    /// Returns the next bytes, at most `limit`, none if there are none yet; `nil` at the end.
    ///
    /// - Throws: The error of reading the body.
    package func next(upTo limit: Int) throws -> Data? {
        let (part, writer) = try state.withLock { state -> (Data?, CheckedContinuation<Void, any Error>?) in
            if state.task == nil, state.end == nil { state.task = Task { await self.fill() } }
            if state.buffer.isEmpty {
                if let end = state.end {
                    try end.get()
                    return (nil, nil)
                }
                state.isStarved = true
                return (Data(), nil)
            }
            let part = Data(state.buffer.prefix(limit))
            state.buffer = state.buffer.dropFirst(limit)
            return (part, state.buffer.count < capacity ? state.writer.take() : nil)
        }
        writer?.resume()
        return part
    }

    /// Stops reading the body.
    package func cancel() {
        let task = state.withLock { state in
            state.buffer = Data()
            return state.task
        }
        end(.failure(CancellationError()))
        task?.cancel()
    }

    private func fill() async {
        do {
            try await body.write { try await add($0) }
            end(.success(()))
        } catch {
            end(.failure(error))
        }
    }

    private func add(_ data: Data) async throws {
        let isAwaited = state.withLock { state in
            state.buffer.append(data)
            defer { state.isStarved = false }
            return state.isStarved
        }
        if isAwaited { onMore() }
        try await withCheckedThrowingContinuation { (writer: CheckedContinuation<Void, any Error>) in
            let result: Result<Void, any Error>? = state.withLock { state in
                if let end = state.end { return end }
                if state.buffer.count < capacity { return .success(()) }
                state.writer = writer
                return nil
            }
            if let result { writer.resume(with: result) }
        }
    }

    private func end(_ result: Result<Void, any Error>) {
        let (writer, isAwaited) = state.withLock { state in
            guard state.end == nil else { return (nil as CheckedContinuation<Void, any Error>?, false) }
            state.end = result
            return (state.writer.take(), state.isStarved)
        }
        writer?.resume(throwing: CancellationError())
        if isAwaited { onMore() }
    }
}
