/// Does something for at most so long. When the time is over or the task is cancelled, the wait ends at once, even if
/// `action` goes on in spite of its own cancellation.
/// - Throws: `error` when the time is over, `CancellationError`, and what `action` throws.
package func withTimeLimit<Value: Sendable>(
    _ limit: Duration,
    _ error: ApiError,
    _ action: @escaping @Sendable () async throws -> Value
) async throws -> Value {
    let (results, continuation) = AsyncStream.makeStream(of: Result<Value, any Error>.self)
    let work = Task {
        do {
            continuation.yield(.success(try await action()))
        } catch {
            continuation.yield(.failure(error))
        }
    }
    let timer = Task {
        try await Task.sleep(for: limit.bounded)
        continuation.yield(.failure(error))
    }
    defer {
        work.cancel()
        timer.cancel()
    }
    for await result in results { return try result.get() }
    throw CancellationError()
}
