/// Counts the bytes of a streamed body, and reports its end once: when it has been read or has failed, or when the body
/// and its iterators are released.
final class StreamTally: Sendable {
    private let onEnd: @Sendable (Result<Void, any Error>, Int) -> Void
    private let count = Locked<Int?>(0)

    /// Creates a tally.
    /// - Parameter onEnd: A closure that receives the result and the number of bytes.
    init(onEnd: @escaping @Sendable (Result<Void, any Error>, Int) -> Void) { self.onEnd = onEnd }

    deinit { end(.failure(CancellationError())) }

    /// Adds the bytes of a part.
    func add(_ bytes: Int) { count.withLock { $0? += bytes } }

    /// Reports the end, unless it has been reported.
    func end(_ result: Result<Void, any Error>) {
        if let count = count.withLock({ $0.take() }) { onEnd(result, count) }
    }
}
