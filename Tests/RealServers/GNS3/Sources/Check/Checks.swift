/// Counts what holds and what does not.
struct Checks {
    private(set) var failures = 0

    mutating func expect(_ what: String, _ holds: Bool) {
        if !holds { failures += 1 }
        print(holds ? "ok: \(what)" : "FAILED: \(what)")
    }

    /// Whether a call fails as expected; any other error is printed.
    mutating func expect<Value: Sendable>(
        _ what: String, failing call: @Sendable () async throws -> Value, as isExpected: @Sendable (any Error) -> Bool
    ) async {
        do {
            _ = try await call()
            expect("\(what) (nothing was thrown)", false)
        } catch {
            let holds = isExpected(error)
            expect(holds ? what : "\(what) (\(error))", holds)
        }
    }
}
