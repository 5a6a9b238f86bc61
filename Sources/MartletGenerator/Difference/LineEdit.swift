/// Which elements of one sequence stay when it becomes another one.
struct LineEdit {
    /// The places of an element that stays.
    typealias Pair = (old: Int, new: Int)

    /// The places of the elements that stay, in ascending order.
    let kept: [Pair]

    /// - Parameters:
    ///   - old: the elements, each distinct one as a number.
    ///   - maximumChanges: how many insertions and removals there may be; with more of them, only what both sequences begin
    ///     and end with stays.
    init(from old: [Int], to new: [Int], maximumChanges: Int) {
        let start = zip(old, new).prefix { $0 == $1 }.count
        let most = min(old.count, new.count) - start
        let end = zip(old.reversed(), new.reversed()).prefix(most).prefix { $0 == $1 }.count
        let middle = Self.middle(
            Array(old[start..<(old.count - end)]),
            Array(new[start..<(new.count - end)]),
            maximumChanges
        )
        kept =
            (0..<start).map { ($0, $0) } + middle.map { ($0.old + start, $0.new + start) }
            + (0..<end).reversed().map { (old.count - 1 - $0, new.count - 1 - $0) }
    }

    /// The greedy algorithm of Myers' paper (section 4). A diagonal `k` is where the place in `old` is `k` more than that in
    /// `new`; after each change, the furthest place in `old` on each diagonal is known.
    private static func middle(_ old: [Int], _ new: [Int], _ maximumChanges: Int) -> [Pair] {
        let limit = min(maximumChanges, old.count + new.count)
        // The diagonal `k` is at `k + limit + 1`.
        var furthest = [Int](repeating: 0, count: 2 * limit + 3)
        // What was known before each change, from the diagonal `-d - 1` on.
        var history: [[Int]] = []
        for d in 0...limit {
            history.append(Array(furthest[(limit - d)...(limit + d + 2)]))
            for k in stride(from: -d, through: d, by: 2) {
                let (left, right) = (furthest[k + limit], furthest[k + limit + 2])
                var x = isInsertion(k, d, left, right) ? right : left + 1
                while x < old.count, x - k < new.count, old[x] == new[x - k] { x += 1 }
                furthest[k + limit + 1] = x
                if x >= old.count, x - k >= new.count { return path(to: (old.count, new.count), history) }
            }
        }
        return []
    }

    /// The way back from the end: on each diagonal, what stays.
    private static func path(to end: Pair, _ history: [[Int]]) -> [Pair] {
        var kept: [Pair] = []
        var (x, y) = end
        for (d, furthest) in history.enumerated().reversed() {
            let k = x - y
            let (left, right) = (furthest[k + d], furthest[k + d + 2])
            let isInsertion = isInsertion(k, d, left, right)
            let start = isInsertion ? right : left
            let startOfOther = start - (isInsertion ? k + 1 : k - 1)
            while x > start, y > startOfOther, x > 0, y > 0 {
                (x, y) = (x - 1, y - 1)
                kept.append((x, y))
            }
            (x, y) = (start, startOfOther)
        }
        return kept.reversed()
    }

    /// Whether the furthest place on the diagonal `k` after `d` changes is reached from the one above, by taking an element
    /// of the new sequence.
    private static func isInsertion(_ k: Int, _ d: Int, _ left: Int, _ right: Int) -> Bool {
        k == -d || k != d && left < right
    }
}
