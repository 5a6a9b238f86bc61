import Foundation

/// Enforces the time limits of a transport's exchanges with a single timer.
///
/// A timer per exchange would remain scheduled until it is due, long after the exchange has ended.
final class Timekeeper: Sendable {
    private struct State {
        var exchanges: [ObjectIdentifier: Exchange] = [:]
        /// The time of the scheduled timer; `nil` if there is none.
        var alarm: ContinuousClock.Instant?
    }

    private let state = Locked(State())

    /// Checks an exchange whenever its next time limit may be due, until it is removed.
    func watch(_ exchange: Exchange, from next: ContinuousClock.Instant) {
        let isFirst = state.withLock { state in
            state.exchanges[ObjectIdentifier(exchange)] = exchange
            return Self.set(next, in: &state)
        }
        if isFirst { setTimer(next) }
    }

    /// Removes an exchange that has ended.
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

    /// Returns whether a timer must be scheduled for `next`, because the scheduled one is later.
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
