import Foundation

/// `martlet-dev`: commands for the development of martlet.
@main
enum MartletDev {
    static func main() async throws {
        let words = Array(CommandLine.arguments.dropFirst())
        switch (words.first, words.count) {
        case ("embed", 1): try EmbedCommand.run()
        case ("bundle", 2): exit(try await BundleCommand.run(words[1]) ? 0 : 1)
        case ("outline", 2): exit(try OutlineCommand.run(words[1]) ? 0 : 1)
        case ("corpus", 2): exit(try CorpusCommand(words[1]).run() ? 0 : 1)
        case ("samples", 2...):
            let passed = try words.dropFirst().map { try SamplesCommand($0).run() }
            exit(passed.allSatisfy { $0 } ? 0 : 1)
        case ("stability", 2...):
            let stable = try words.dropFirst().map { try StabilityCommand.run($0) }
            exit(stable.allSatisfy { $0 } ? 0 : 1)
        case ("round-trip", 3): exit(try RoundTripCommand.run(words[1], words[2]) ? 0 : 1)
        case ("soak", _): try await SoakCommand.run()
        case ("soak-bodies", _): exit(try await BodySoak.run(Array(words.dropFirst())) ? 0 : 1)
        case (BodySoak.subcommand, 4): try await BodySoak.runChild(Array(words.dropFirst()))
        case ("bench", _): try await BenchCommand.run(Array(words.dropFirst()))
        case (CodingFigures.subcommand, 2): try CodingFigures.runChild(words[1])
        case (RequestFigures.subcommand, 4): try await RequestFigures.runChild(Array(words.dropFirst()))
        case (ChildCost.subcommand, 2...): try ChildCost.runIntermediate(Array(words.dropFirst()))
        case (YAMLFloor.subcommand, 2): try YAMLFloor.run(words[1])
        default:
            FileHandle.standardError.write(Data(usage.utf8))
            exit(2)
        }
    }

    private static let usage = """
        usage: martlet-dev embed | bundle DIR | outline SPEC | corpus DIR | samples SPEC... | stability SPEC...
                           | round-trip SPEC PROGRAM | soak [--seconds N] | soak-bodies [--seconds N]
                           | bench [--compile] [--rounds N] [SPEC...]

        """
}
