/// The tokens that the calls of one client share. Each second try takes some, so that retries stop when most calls fail.
final class RetryBudget: Sendable {
    private let capacity: Int
    private let tokens: Locked<Int>

    /// A full budget.
    init(_ capacity: Int) {
        self.capacity = capacity
        tokens = Locked(capacity)
    }

    /// What a try after this failure takes.
    static func cost(after failure: AttemptFailure) -> Int {
        if case .error(let error) = failure, error.kind == .timeout { 10 } else { 5 }
    }

    /// Whether there was enough; if so, it is taken.
    func take(_ cost: Int) -> Bool {
        tokens.withLock { tokens in
            guard tokens >= cost else { return false }
            tokens -= cost
            return true
        }
    }

    /// Gives back what the last try of a success took, or one token when the first try was the last.
    func giveBack(_ cost: Int?) {
        tokens.withLock { $0 = min(capacity, $0 + (cost ?? 1)) }
    }

    /// How much is left.
    var remaining: Int { tokens.withLock { $0 } }
}
