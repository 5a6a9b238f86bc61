import Foundation
import MartletTestSupport

/// The cost of generating clients with an executable.
struct GenerationFigures {
    /// The number of times that each measurement is repeated.
    let rounds: Int
    /// The path of the executable, a release build.
    let martlet: String
    /// The folder for the clients. Nothing is removed before all is measured, because file systems are slow to allocate
    /// new files right after others are deleted.
    let folder: TemporaryFolder

    /// Measures and prints the cost for a document, also as a ratio to the cost of only reading it.
    func printAll(of document: BenchDocument) async throws {
        let kept = folder.path(UUID().uuidString)
        _ = try await generate(document, into: kept)
        var things: [() async throws -> ChildCost] = [
            { try await generate(document, into: folder.path(UUID().uuidString)) },
            { try await generate(document, into: kept) },
        ]
        // libyaml can't read all JSON.
        let hasFloor = (try? await floor(of: document)) != nil
        if hasFloor { things.append { try await floor(of: document) } }
        let runs = try await PairedRuns(rounds: rounds, things)

        var milliseconds: [String] = []
        for (thing, what) in ["all files new", "nothing changed"].enumerated() {
            milliseconds.append("\(what) \(runs.cost(of: thing) { $0.cpu * 1000 }.text(digits: 0))")
            guard hasFloor else { continue }
            let loop = Spread(zip(runs.costs[thing], runs.costs[2]).map { $0.cpu / YAMLFloor.loopCPU($1) })
            BenchTable.add(
                "generation, \(what)",
                "CPU ÷ CPU of a loop over libyaml's events; \(document.name)",
                target: thing == 0 ? "≤ 7" : "",
                "\(loop.text()); ÷ the process that runs the loop: \(runs.ratio(of: thing, to: 2, \.cpu).text())"
            )
        }
        if hasFloor {
            milliseconds.append("libyaml's loop \(runs.cost(of: 2) { YAMLFloor.loopCPU($0) * 1000 }.text(digits: 0))")
            milliseconds.append("its process \(runs.cost(of: 2) { $0.cpu * 1000 }.text(digits: 0))")
        }
        BenchTable.add("generation", "CPU, ms; \(document.name)", milliseconds.joined(separator: ", "))
        BenchTable.add(
            "memory",
            "peak of the process, MB; \(document.name)",
            target: "≤ 100",
            runs.cost(of: 0) { $0.peakBytes / 1e6 }.text(digits: 0)
        )
        BenchTable.add("output", "files, lines, MB; \(document.name)", try Self.size(of: kept))
        BenchTable.add("stages", "CPU in this process, ms; \(document.name)", try stages(of: document))
    }

    /// Prints the cost per operation of a document, as a ratio to that of a document of half the size.
    func printGrowth(from half: BenchDocument, to whole: BenchDocument) async throws {
        let runs = try await PairedRuns(
            rounds: rounds,
            [half, whole].map { document in { try await generate(document, into: folder.path(UUID().uuidString)) } }
        )
        BenchTable.add(
            "growth",
            "CPU for \(whole.name) ÷ for \(half.name)",
            target: "≤ 2.2",
            runs.ratio(of: 1, to: 0, \.cpu).text()
        )
    }

    /// Prints the cost with a debug build.
    func printDebug(_ debug: String, of document: BenchDocument) async throws {
        let slow = GenerationFigures(rounds: rounds, martlet: debug, folder: folder)
        let runs = try await PairedRuns(
            rounds: rounds,
            [slow, self].map { figures in { try await figures.generate(document, into: folder.path(UUID().uuidString)) }
            }
        )
        let seconds = runs.cost(of: 0, \.cpu).text()
        let ratio = runs.ratio(of: 0, to: 1, \.cpu).text(digits: 1)
        BenchTable.add("debug", "CPU of a debug build, s; \(document.name)", seconds)
        BenchTable.add("debug", "CPU of a debug build ÷ release; \(document.name)", ratio)
    }

    private func generate(_ document: BenchDocument, into path: String) async throws -> ChildCost {
        try await ChildCost.of([
            martlet, "generate", document.path, "--module", "BenchAPI", "--output", path,
        ])
    }

    private func floor(of document: BenchDocument) async throws -> ChildCost {
        try await ChildCost.of([CommandLine.arguments[0], YAMLFloor.subcommand, document.path])
    }

    private func stages(of document: BenchDocument) throws -> String {
        let runs = try (0..<rounds).map { _ in try StageTimes(document).stages }
        let names = runs.first?.map(\.name) ?? []
        return names.enumerated().map { index, name in
            "\(name) \(Spread(runs.map { $0[index].cpu * 1000 }).text(digits: 0))"
        }.joined(separator: ", ")
    }

    private static func size(of path: String) throws -> String {
        var lines = 0
        var bytes = 0
        let files = TemporaryFolder.files(below: URL(fileURLWithPath: path))
        for file in files {
            let contents = try Data(contentsOf: URL(fileURLWithPath: "\(path)/\(file)"))
            lines += contents.count { $0 == UInt8(ascii: "\n") }
            bytes += contents.count
        }
        return "\(files.count), \(lines), \((Double(bytes) / 1e6).text(digits: 1))"
    }
}
