import MartletModel
import MartletOpenAPI
import MartletSource

extension ClientComparison {
    /// Compares the limits of values. Limits of requests may only be relaxed; those of responses aren't checked.
    mutating func compareLimits(
        _ old: [Limit],
        _ new: [Limit],
        in direction: MessageDirection,
        _ report: Reporter
    ) {
        for (first, second) in matched(old, new, by: \.place) where first?.value != second?.value {
            guard let limit = second ?? first else { continue }
            let isTighter =
                switch (first, second) {
                case (_?, nil): false
                case (nil, _?): true
                default: !limit.loosens(first)
                }
            let wire: Change.Effect =
                if !direction.contains(.request) {
                    .init(.compatible, "today's clients don't check it")
                } else if isTighter {
                    .init(.breaking, "servers may refuse values that today's clients send")
                } else {
                    .init(.compatible, .harmless)
                }
            let what: Diagnostic.Text =
                limit.depth == 0 ? "\(limit.keyword.text)" : "\(limit.keyword.text) of the elements"
            switch (first, second) {
            case (let first?, nil): add(report("\(what) was \(first.value) and is gone", wire: wire))
            case (nil, let second?): add(report("\(what) is \(second.value) now", wire: wire))
            case (let first?, let second?):
                add(report("\(what) was \(first.value) and is \(second.value)", wire: wire))
            case (nil, nil): break
            }
        }
    }
}

extension Limit {
    /// What limits are compared by.
    fileprivate var place: [Int] { [keyword.rawValue, depth] }

    /// Whether every value that another limit of the keyword allows is allowed.
    fileprivate func loosens(_ other: Limit?) -> Bool {
        guard let other, let old = Double(other.value), let new = Double(value) else {
            return false
        }
        if Limit.minima.contains(keyword) { return new <= old }
        return Limit.maxima.contains(keyword) && new >= old
    }
}
