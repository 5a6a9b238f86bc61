import Foundation
import MartletTestSupport

/// What a run of a program cost.
struct ChildCost {
    /// Seconds of the processor, with those of the processes that the program started.
    let cpu: Double
    /// The most memory that was resident at once in one process; not less than what the one in between has, some 30 MB.
    let peakBytes: Double
    /// What the program printed.
    let lines: [String]

    /// Runs a program, which is looked for as the shell does.
    ///
    /// A process in between does the waiting: the system counts the memory of the one that starts a program as the
    /// program's own, and that of the benchmark is large.
    static func of(_ words: [String], folder: URL? = nil) async throws -> ChildCost {
        let child = try await ChildProcess.run(
            CommandLine.arguments[0],
            [subcommand] + words,
            folder: folder,
            timeout: .seconds(3600)
        )
        let numbers = child.lines.last?.split(separator: " ").compactMap { Double($0) } ?? []
        guard child.isSuccess, numbers.count == 2 else {
            let output = (child.lines.dropLast() + [child.errors]).joined(separator: "\n")
            throw BenchFailure("\(words.joined(separator: " ")) failed:\n\(output.suffix(2000))")
        }
        return ChildCost(cpu: numbers[0], peakBytes: numbers[1], lines: child.lines.dropLast())
    }

    /// The command that the process in between is.
    static let subcommand = "bench-child"

    /// Runs a program, prints below its own output what it took, and ends as it did.
    static func runInBetween(_ words: [String]) throws -> Never {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = words
        try process.run()
        process.waitUntilExit()
        let usage = ProcessUsage.children
        print(usage.cpu, usage.peakBytes)
        exit(process.terminationStatus)
    }
}

/// Why there is no benchmark.
struct BenchFailure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
