import Foundation
import LaunchDarklyAPI
import MartletSupport
import MartletTestSupport
import MartletTesting

/// The cost of decoding, encoding, comparing and hashing a page of tokens, with a generated client and with what the compiler
/// synthesizes.
struct CodingFigures {
    let rounds: Int
    private static let count = 1000
    /// The number of pages in a round.
    private static let pages = 10

    /// Measures and prints the results.
    func printAll() async throws {
        let twin = Synthesized.Tokens(count: Self.count)
        let body = try Self.encoder.encode(twin)
        let api = LaunchDarklyClient(apiKey: "api-key") { configuration in
            configuration.transport = StubTransport { _ in
                HTTPResponse(statusCode: 200, headers: ["Content-Type": "application/json"], body: body)
            }
        }.accessTokens
        let tokens = try await api.getTokens()
        guard try Self.encoder.encode(tokens) == body else {
            throw BenchFailure("the models don't hold what the twins do")
        }
        let encoder = Self.encoder
        let coding = "CPU in the client for \(Self.count) tokens ÷ synthesized `Codable` with Foundation's coder"
        try await compare(
            "decode",
            coding,
            target: "≤ 0.3",
            [{ _ = try await api.getTokens() }, { _ = try JSONDecoder().decode(Synthesized.Tokens.self, from: body) }]
        )
        try await compare(
            "encode",
            coding,
            target: "≤ 0.33",
            [
                {
                    var request = ApiClient.Request(.post, "/api/v2/tokens")
                    try request.setBody(json: tokens)
                },
                { _ = try encoder.encode(twin) },
            ]
        )
        // Decoded again, so that nothing is shared.
        let others = try await api.getTokens()
        let otherTwin = try JSONDecoder().decode(Synthesized.Tokens.self, from: body)
        try await compareValues([tokens.items ?? [], others.items ?? []], [twin.items ?? [], otherTwin.items ?? []])
    }

    /// The command of the process that decodes, a debug build.
    static let subcommand = "bench-decoding"

    /// Measures decoding in a debug build. Foundation is optimized in any build.
    ///
    /// - Parameter executable: The path of the debug build of `martlet-dev`.
    func printDebug(_ executable: String) async throws {
        let child = try await ChildProcess.run(
            executable, [Self.subcommand, "\(rounds)"], timeout: .seconds(300))
        let costs = child.lines.last?.split(separator: " ").compactMap { Double($0) } ?? []
        guard child.isSuccess, costs.count == 2 * rounds else {
            throw BenchFailure("decoding failed:\n\(child.errors)")
        }
        let pairs = stride(from: 0, to: costs.count, by: 2).map { (own: costs[$0], foundation: costs[$0 + 1]) }
        BenchTable.add(
            "decode, debug",
            "the same in a debug build ÷ `JSONDecoder`",
            target: "≤ 1",
            "\(Spread(pairs.map { $0.own / $0.foundation }).text()); "
                + "\(Spread(pairs.map(\.own)).median.text(digits: 1)) ÷ "
                + "\(Spread(pairs.map(\.foundation)).median.text(digits: 1)) ms"
        )
    }

    /// Decodes a page with both decoders in turn, and prints their CPU times in milliseconds.
    static func runChild(_ rounds: String) throws {
        let body = try encoder.encode(Synthesized.Tokens(count: count))
        func cost(_ decode: () throws -> Void) rethrows -> Double {
            let start = ProcessUsage.own.cpu
            for _ in 0..<pages { try decode() }
            return (ProcessUsage.own.cpu - start) * 1000 / Double(pages)
        }
        let costs = try (0..<(Int(rounds) ?? 1)).flatMap { _ in
            [
                try cost { _ = try JSONDocument.decode(Tokens.self, from: body) },
                try cost { _ = try JSONDecoder().decode(Synthesized.Tokens.self, from: body) },
            ]
        }
        print(costs.map { "\($0)" }.joined(separator: " "))
    }

    /// Measures two lists of equal tokens, and two lists of the same with synthesized conformances.
    private func compareValues(_ tokens: [[Token]], _ twins: [[Synthesized.Token]]) async throws {
        let measures = [
            ("compare", "`==` of \(Self.count) pairs of equal tokens ÷ synthesized", 0),
            ("compare, different", "`==` of \(Self.count) pairs of tokens with different ids ÷ synthesized", 1),
        ]
        for (figure, measure, offset) in measures {
            let expected = offset == 0 ? Self.count : 0
            try await compare(
                figure,
                measure,
                target: "≤ 2",
                [
                    { try Self.check(Self.equalCount(tokens[0], tokens[1], offset) == expected) },
                    { try Self.check(Self.equalCount(twins[0], twins[1], offset) == expected) },
                ]
            )
        }
        try await compare(
            "hash",
            "`hashValue` of \(Self.count) tokens ÷ synthesized",
            target: "≤ 2",
            [{ try Self.check(Self.areHashed(tokens[0])) }, { try Self.check(Self.areHashed(twins[0])) }]
        )
    }

    private static func equalCount<Value: Equatable>(_ values: [Value], _ others: [Value], _ offset: Int) -> Int {
        var count = 0
        for index in values.indices where values[index] == others[(index + offset) % others.count] { count += 1 }
        return count
    }

    private static func areHashed<Value: Hashable>(_ values: [Value]) -> Bool {
        values.reduce(0) { $0 ^ $1.hashValue } != 0
    }

    /// Looks at a result, so that nothing is optimized away.
    private static func check(_ isExpected: Bool) throws {
        guard isExpected else { throw BenchFailure("the values are not equal where they should be") }
    }

    private func compare(
        _ figure: String,
        _ measure: String,
        target: String,
        _ ways: [() async throws -> Void]
    ) async throws {
        for way in ways { try await way() }
        let runs = try await PairedRuns(
            rounds: rounds,
            ways.map { way in
                {
                    let start = ProcessUsage.own.cpu
                    for _ in 0..<Self.pages { try await way() }
                    return ProcessUsage.own.cpu - start
                }
            }
        )
        let milliseconds = [0, 1].map { way in
            runs.cost(of: way) { $0 * 1000 / Double(Self.pages) }.median.text(digits: 2)
        }
        BenchTable.add(
            figure,
            measure,
            target: target,
            "\(runs.ratio(of: 0, to: 1) { $0 }.text()); \(milliseconds[0]) ÷ \(milliseconds[1]) ms"
        )
    }

    /// An encoder with the client's settings.
    private static var encoder: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.withoutEscapingSlashes, .sortedKeys]
        return encoder
    }
}
