import Foundation
import MartletGenerator
import MartletTestSupport

/// The cost of compiling the models of a document, compared with the same structs with synthesized `Codable`.
struct CompileFigures {
    private let document: BenchDocument
    private let rounds: Int
    private let generated = Compiler()
    private let synthesized = Compiler()
    /// The number of synthesized models, for the table.
    private let twins: String

    init(_ document: BenchDocument, rounds: Int) throws {
        self.document = document
        self.rounds = rounds
        var counts = (synthesized: 0, kept: 0)
        for file in try document.sources() where file.path.hasPrefix("Models/") {
            let twin = SynthesizedSource(String(decoding: file.contents, as: UTF8.self))
            counts.synthesized += twin.synthesizedCount
            counts.kept += twin.keptCount
            try generated.add(file.path, Data(file.contents))
            try synthesized.add(file.path, Data(twin.text.utf8))
        }
        let runtime = Data("@_exported public import MartletRuntime\n".utf8)
        for compiler in [generated, synthesized] { try compiler.add("Runtime.swift", runtime) }
        guard counts.synthesized > 0 else { throw BenchFailure("the generated models don't code as they used to") }
        twins = "\(counts.synthesized) of \(counts.synthesized + counts.kept) synthesized"
    }

    /// Measures and prints the results.
    func printAll() async throws {
        for level in ["-Onone", "-O"] {
            let runs = try await PairedRuns(
                rounds: rounds,
                [generated, synthesized].map { compiler in
                    {
                        try await ChildCost.of(
                            try compiler.command(["-wmo", "-c", level, "-o", Self.object(compiler)])
                        )
                    }
                }
            )
            let seconds = [0, 1].map { runs.cost(of: $0, \.cpu).median.text(digits: 1) }
            BenchTable.add(
                "compile, models, \(level)",
                "CPU of `swiftc -wmo` ÷ the same with synthesized `Codable`; \(document.name), \(twins)",
                target: "≤ 0.6",
                "\(runs.ratio(of: 0, to: 1, \.cpu).text()); \(seconds[0]) ÷ \(seconds[1]) s"
            )
            let sizes = [try await textSize(of: generated), try await textSize(of: synthesized)]
            BenchTable.add(
                "object, models, \(level)",
                "bytes of text ÷ the same with synthesized `Codable`; \(document.name)",
                "\((sizes[0] / sizes[1]).text(digits: 2)); \(Int(sizes[0])) ÷ \(Int(sizes[1]))"
            )
        }
    }

    private static func object(_ compiler: Compiler) -> String {
        compiler.folder.appendingPathComponent("models.o").path
    }

    /// The size in bytes of code and constants in the object file: the first number in the second line of `size`.
    private func textSize(of compiler: Compiler) async throws -> Double {
        let lines = try await ChildCost.of(["size", Self.object(compiler)]).lines
        return lines.last?.split(whereSeparator: \.isWhitespace).first.flatMap { Double($0) } ?? .nan
    }
}
