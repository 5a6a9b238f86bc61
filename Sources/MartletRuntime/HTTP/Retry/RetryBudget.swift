/// The retry tokens that the calls of a client share. Each retry takes some, so that retries stop if most calls fail.
final class RetryBudget: Sendable {
    private let capacity: Int
    private let tokens: Locked<Int>

    /// Creates a full budget.
    init(_ capacity: Int) {
        self.capacity = capacity
        tokens = Locked(capacity)
    }

    /// Returns the cost of a retry after a failure.
    static func cost(after failure: AttemptFailure) -> Int {
        if case .error(let error) = failure, error.kind == .timeout { 10 } else { 5 }
    }

    /// Takes tokens if enough are left; returns whether it did.
    func take(_ cost: Int) -> Bool {
        tokens.withLock { tokens in
            guard tokens >= cost else { return false }
            tokens -= cost
            return true
        }
    }

    /// Returns the tokens of the last retry of a successful call, or one token if the first attempt succeeded.
    func giveBack(_ cost: Int?) {
        tokens.withLock { $0 = min(capacity, $0 + (cost ?? 1)) }
    }

    /// The number of tokens left.
    var remaining: Int { tokens.withLock { $0 } }
}
