import Foundation

/// Carries the body of a response from a transport, which writes on a thread of its own, to a task that reads.
package final class BodyPipe: Sendable {
    private struct State {
        var buffer = Data()
        var end: Result<Void, any Error>?
        var reader: CheckedContinuation<Data?, any Error>?
        var wantsMore = false

        mutating func takeBuffer() -> Data {
            defer { buffer = Data() }
            return buffer
        }
    }

    private let state = Locked(State())
    private let capacity: Int
    private let onDrain: @Sendable () -> Void
    private let onCancel: @Sendable () -> Void

    /// An empty pipe.
    /// - Parameters:
    ///   - capacity: How many bytes make it full.
    ///   - onDrain: Called when a pipe that was full has been emptied, on the reader's thread.
    ///   - onCancel: Called at most once, when nobody wants the rest any more, on any thread.
    package init(capacity: Int, onDrain: @escaping @Sendable () -> Void, onCancel: @escaping @Sendable () -> Void) {
        self.capacity = capacity
        self.onDrain = onDrain
        self.onCancel = onCancel
    }

    /// Whether the writer had better wait. If so, `onDrain` will be called once.
    package func isFull() -> Bool {
        state.withLock { state in
            state.wantsMore = state.buffer.count >= capacity
            return state.wantsMore
        }
    }

    /// How many bytes wait for the reader.
    package var count: Int { state.withLock(\.buffer.count) }

    /// Takes bytes in, however full the pipe is.
    package func write(_ data: Data) {
        guard !data.isEmpty else { return }
        let reader: CheckedContinuation<Data?, any Error>? = state.withLock { state in
            guard state.end == nil else { return nil }
            guard let reader = state.reader.take() else {
                state.buffer.append(data)
                return nil
            }
            return reader
        }
        reader?.resume(returning: data)
    }

    /// Ends the body; what has been written can still be read, unless an error ends it.
    package func finish(_ end: Result<Void, any Error>) {
        let reader: CheckedContinuation<Data?, any Error>? = state.withLock { state in
            guard state.end == nil else { return nil }
            state.end = end
            return state.reader.take()
        }
        reader?.resume(with: end.map { nil })
    }

    /// The next bytes, all that there are; nil at the end. One task may read at a time.
    /// - Throws: `CancellationError` when the task was cancelled, and what ``finish(_:)`` was given.
    package func next() async throws -> Data? {
        if let result = read(nil) { return try result.get() }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                if let result = read(continuation) { continuation.resume(with: result) }
            }
        } onCancel: {
            cancel()
        }
    }

    /// What can be read at once; if nothing, `reader` will be resumed.
    private func read(_ reader: CheckedContinuation<Data?, any Error>?) -> Result<Data?, any Error>? {
        if Task.isCancelled { cancel() }
        var hasDrained = false
        defer { if hasDrained { onDrain() } }
        return state.withLock { state in
            if !state.buffer.isEmpty {
                hasDrained = state.wantsMore
                state.wantsMore = false
                return .success(state.takeBuffer())
            }
            if let end = state.end { return end.map { nil } }
            guard let reader else { return nil }
            guard state.reader == nil else { return .failure(Self.twoReaders) }
            state.reader = reader
            return nil
        }
    }

    /// Ends the body because nobody wants the rest. What is buffered is lost, so the reader must not take it for all.
    package func cancel() {
        let (reader, wasOpen) = state.withLock { state in
            let wasOpen = state.end == nil
            if wasOpen || !state.buffer.isEmpty { state.end = .failure(CancellationError()) }
            state.buffer = Data()
            return (state.reader.take(), wasOpen)
        }
        reader?.resume(throwing: CancellationError())
        if wasOpen { onCancel() }
    }

    /// The reading end. When nobody holds it any more, the pipe is cancelled.
    package final class Outlet: Sendable {
        let pipe: BodyPipe

        /// The reading end of a pipe.
        package init(_ pipe: BodyPipe) { self.pipe = pipe }

        deinit { pipe.cancel() }
    }

    /// A body that is read from two places at once.
    static let twoReaders = ApiError(.invalidRequest, "the body of a response can be read by one task at a time")
}
