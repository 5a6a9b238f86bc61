/// Runs an action with a time limit.
///
/// When the limit is reached or the task is cancelled, the function returns immediately, even if `action` ignores its
/// own cancellation.
/// - Throws: `error` if the limit is reached; `CancellationError` if the task is cancelled; the errors of `action`.
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
