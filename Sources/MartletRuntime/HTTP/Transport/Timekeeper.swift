import Foundation

/// Ends the exchanges of a transport that take too long, with one timer for all of them.
///
/// A timer for each would stay with the system until it is due, long after its exchange is over.
final class Timekeeper: Sendable {
    private struct State {
        var exchanges: [ObjectIdentifier: Exchange] = [:]
        /// When the timer will ring; nil while none is set.
        var alarm: ContinuousClock.Instant?
    }

    private let state = Locked(State())

    /// Looks at an exchange when its next limit may be due, and goes on until it is forgotten.
    func watch(_ exchange: Exchange, from next: ContinuousClock.Instant) {
        let isFirst = state.withLock { state in
            state.exchanges[ObjectIdentifier(exchange)] = exchange
            return Self.set(next, in: &state)
        }
        if isFirst { setTimer(next) }
    }

    /// Forgets an exchange that is over.
    func forget(_ exchange: Exchange) {
        state.withLock { $0.exchanges[ObjectIdentifier(exchange)] = nil }
    }

    private func ring() {
        let exchanges = state.withLock { state in
            state.alarm = nil
            return Array(state.exchanges.values)
        }
        let now = ContinuousClock.now
        var nearest: ContinuousClock.Instant?
        for exchange in exchanges {
            if let next = exchange.checkTime(now) {
                nearest = min(nearest ?? next, next)
            } else {
                forget(exchange)
            }
        }
        guard let next = nearest else { return }
        if state.withLock({ Self.set(next, in: &$0) }) { setTimer(next) }
    }

    /// Whether a timer has to be set for `next`, because the one that is set comes later.
    private static func set(_ next: ContinuousClock.Instant, in state: inout State) -> Bool {
        if let alarm = state.alarm, alarm <= next { return false }
        state.alarm = next
        return true
    }

    private func setTimer(_ next: ContinuousClock.Instant) {
        DispatchQueue.global().asyncAfter(deadline: .now() + max(.zero, next - .now).boundedSeconds) { [weak self] in
            self?.ring()
        }
    }
}
