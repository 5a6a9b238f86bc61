package import Foundation

/// A run of a process until it ends or its time is over.
package struct ChildProcess: Sendable {
    /// The lines of its standard output.
    package let lines: [String]

    /// Its standard error.
    package let errors: String

    /// Whether it ended with status 0.
    package let isSuccess: Bool

    /// Whether it had to be killed because its time was over.
    package let hasHung: Bool

    /// Runs an executable, which is one of this package unless its path is given.
    ///
    /// - Parameters:
    ///   - environment: What is different from the environment of the tests; nil removes a variable.
    ///   - timeout: After this, it is killed.
    package static func run(
        _ name: String,
        _ arguments: [String],
        environment: [String: String?] = [:],
        folder: URL? = nil,
        timeout: Duration = .seconds(20)
    ) async throws -> ChildProcess {
        let process = Process()
        process.executableURL =
            name.contains("/") ? URL(fileURLWithPath: name) : Repository.products.appendingPathComponent(name)
        process.arguments = arguments
        var variables = ProcessInfo.processInfo.environment
        // A backtrace would take longer than all the rest.
        variables["SWIFT_BACKTRACE"] = "enable=no"
        for (name, value) in environment { variables[name] = value }
        process.environment = variables
        if let folder { process.currentDirectoryURL = folder }
        let output = Pipe()
        let errors = Pipe()
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        let timer = Task {
            try await Task.sleep(for: timeout)
            kill(process.processIdentifier, SIGKILL)
            return true
        }
        async let errorData = read(errors)
        let data = await read(output)
        let errorText = String(decoding: await errorData, as: UTF8.self)
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                process.waitUntilExit()
                continuation.resume()
            }
        }
        timer.cancel()
        let hasHung = (try? await timer.value) ?? false
        return ChildProcess(
            lines: String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init),
            errors: errorText,
            isSuccess: process.terminationReason == .exit && process.terminationStatus == 0,
            hasHung: hasHung
        )
    }

    /// All bytes of a pipe, read on a thread that may be blocked.
    private static func read(_ pipe: Pipe) async -> Data {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                continuation.resume(returning: (try? pipe.fileHandleForReading.readToEnd()) ?? Data())
            }
        }
    }
}
