/// The costs of several operations that are run in turn, repeatedly, so that anything that slows the machine affects
/// all of them.
struct PairedRuns<Cost> {
    /// For each operation, its cost in each round.
    let costs: [[Cost]]

    init(rounds: Int, _ things: [() async throws -> Cost]) async throws {
        var costs = [[Cost]](repeating: [], count: things.count)
        for _ in 0..<rounds {
            for (index, thing) in things.enumerated() { costs[index].append(try await thing()) }
        }
        self.costs = costs
    }

    /// The ratio of one operation's cost to that of another one in the same round.
    func ratio(of thing: Int, to other: Int, _ measure: (Cost) -> Double) -> Spread {
        Spread(zip(costs[thing], costs[other]).map { measure($0) / measure($1) })
    }

    /// The cost of one operation.
    func cost(of thing: Int, _ measure: (Cost) -> Double) -> Spread { Spread(costs[thing].map(measure)) }
}

/// The median of some values, with the minimum and the maximum.
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

    /// The median, with the minimum and the maximum in parentheses.
    ///
    /// - Parameter digits: The number of digits after the decimal point.
    func text(digits: Int = 2) -> String {
        "\(median.text(digits: digits)) (\(least.text(digits: digits))–\(greatest.text(digits: digits)))"
    }
}
