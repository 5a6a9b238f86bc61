import Foundation
import LaunchDarklyAPI
import MartletSupport
import MartletTesting

/// The cost of decoding and encoding a page of tokens, with a generated client and with synthesized `Codable`.
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
        try await compare(
            "decode",
            [{ _ = try await api.getTokens() }, { _ = try JSONDecoder().decode(Synthesized.Tokens.self, from: body) }]
        )
        try await compare(
            "encode",
            [
                {
                    var request = ApiClient.Request(.post, "/api/v2/tokens")
                    try request.setBody(json: tokens)
                },
                { _ = try encoder.encode(twin) },
            ]
        )
    }

    private func compare(_ figure: String, _ ways: [() async throws -> Void]) async throws {
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
            "CPU in the client for \(Self.count) tokens ÷ synthesized `Codable` with Foundation's coder",
            target: figure == "decode" ? "≤ 1.0" : "",
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
