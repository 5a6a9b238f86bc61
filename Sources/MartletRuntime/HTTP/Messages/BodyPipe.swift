import Foundation

/// A pipe that carries a response body from a transport's thread to a reading task.
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

    /// Creates an empty pipe.
    ///
    /// - Parameters:
    ///   - capacity: The number of bytes at which the pipe is full.
    ///   - onDrain: A closure that is called on the reader's thread when a full pipe has been emptied.
    ///   - onCancel: A closure that is called at most once, on any thread, when the rest of the body is no longer
    ///     needed.
    package init(capacity: Int, onDrain: @escaping @Sendable () -> Void, onCancel: @escaping @Sendable () -> Void) {
        self.capacity = capacity
        self.onDrain = onDrain
        self.onCancel = onCancel
    }

    /// Returns whether the writer should wait. If so, `onDrain` will be called once.
    package func isFull() -> Bool {
        state.withLock { state in
            state.wantsMore = state.buffer.count >= capacity
            return state.wantsMore
        }
    }

    /// The number of bytes that have not been read.
    package var count: Int { state.withLock(\.buffer.count) }

    /// Writes bytes, even if the pipe is full.
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

    /// Ends the body. Bytes already written can still be read, unless it ends with an error.
    package func finish(_ end: Result<Void, any Error>) {
        let reader: CheckedContinuation<Data?, any Error>? = state.withLock { state in
            guard state.end == nil else { return nil }
            state.end = end
            return state.reader.take()
        }
        reader?.resume(with: end.map { nil })
    }

    /// Returns all available bytes, waiting for at least one; `nil` at the end. Only one task may read at a time.
    ///
    /// - Throws: `CancellationError` if the task was cancelled; the error passed to ``finish(_:)``.
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

    /// Returns the available bytes; if there are none, `reader` is resumed later.
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

    /// Ends the body because the rest is no longer needed. Buffered bytes are discarded, and the reader gets an error
    /// so that it does not mistake the body for complete.
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

    /// The reading end of a pipe. The pipe is cancelled when its outlet is released.
    package final class Outlet: Sendable {
        let pipe: BodyPipe

        /// Creates the reading end of a pipe.
        package init(_ pipe: BodyPipe) { self.pipe = pipe }

        deinit { pipe.cancel() }
    }

    /// The error for a body that two tasks read at the same time.
    static let twoReaders = ApiError(.invalidRequest, "only one task at a time can read the body of a response")
}
