import Foundation
import MartletTestSupport

/// The cost of running a program.
struct ChildCost {
    /// CPU time in seconds, including that of the program's child processes.
    let cpu: Double
    /// The peak resident memory of one process, in bytes; at least that of the intermediate process, about 30 MB.
    let peakBytes: Double
    /// The lines that the program printed.
    let lines: [String]

    /// Runs a program, found by `PATH` as in a shell.
    ///
    /// An intermediate process waits for the program: the system adds the memory of the process that starts a program,
    /// and that of the benchmark is large.
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

    /// The command that the intermediate process runs.
    static let subcommand = "bench-child"

    /// Runs a program, prints its cost after its output, and exits with its status.
    static func runIntermediate(_ words: [String]) throws -> Never {
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

/// The reason why the benchmark can't be run.
struct BenchFailure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
