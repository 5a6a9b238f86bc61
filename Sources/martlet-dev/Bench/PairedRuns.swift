/// What several things cost that were done in turn, again and again, so that what slows the machine slows all of them.
struct PairedRuns<Cost> {
    /// For each thing, what it cost in each round.
    let costs: [[Cost]]

    init(rounds: Int, _ things: [() async throws -> Cost]) async throws {
        var costs = [[Cost]](repeating: [], count: things.count)
        for _ in 0..<rounds {
            for (index, thing) in things.enumerated() { costs[index].append(try await thing()) }
        }
        self.costs = costs
    }

    /// What one of the things cost for each unit that another one cost in the same round.
    func ratio(of thing: Int, to other: Int, _ respect: (Cost) -> Double) -> Spread {
        Spread(zip(costs[thing], costs[other]).map { respect($0) / respect($1) })
    }

    /// What one of the things cost.
    func cost(of thing: Int, _ respect: (Cost) -> Double) -> Spread { Spread(costs[thing].map(respect)) }
}

/// The middle of some figures, and how far they lie apart.
struct Spread {
    let median: Double
    private let least: Double
    private let greatest: Double

    init(_ values: [Double]) {
        let sorted = values.sorted()
        median = sorted.isEmpty ? .nan : sorted[sorted.count / 2]
        least = sorted.first ?? .nan
        greatest = sorted.last ?? .nan
    }

    /// The median, and the least and greatest in brackets.
    ///
    /// - Parameter digits: how many stand behind the point.
    func text(digits: Int = 2) -> String {
        "\(median.text(digits: digits)) (\(least.text(digits: digits))–\(greatest.text(digits: digits)))"
    }
}
