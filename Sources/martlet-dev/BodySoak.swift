import Foundation
import MartletCurl
import MartletRuntime
import MartletSupport
import MartletTestSupport

/// `martlet-dev soak-bodies [--seconds N]`: sends and receives bodies of a megabyte, whole and as streams, for ten
/// minutes by default; fails if the client's memory grows.
///
/// Each transport runs in its own process; the server runs in this one.
enum BodySoak {
    /// The command of the process that makes the calls.
    static let subcommand = "soak-bodies-child"

    private static let size = 1 << 20
    /// The maximum growth of the memory between the middle and the end.
    private static let allowedKiB = 4096

    /// Runs the command with the arguments after its name; returns whether memory stayed flat.
    static func run(_ words: [String]) async throws -> Bool {
        let seconds = words.count == 2 && words[0] == "--seconds" ? Int(words[1]) ?? 600 : 600
        let server = try LoopbackServer(keepsRequests: false) { _ in
            CannedResponse(200, body: String(repeating: "x", count: size))
        }
        defer { server.stop() }
        let names = ["URLSession"] + (CurlTransport.isAvailable ? ["libcurl"] : [])
        return try await withThrowingTaskGroup(of: Bool.self) { group in
            for name in names {
                group.addTask {
                    let child = try await ChildProcess.run(
                        CommandLine.arguments[0],
                        [subcommand, name, "\(seconds)", "\(server.url)"],
                        timeout: .seconds(seconds + 120)
                    )
                    print((child.lines + [child.errors]).joined(separator: "\n"))
                    return child.isSuccess
                }
            }
            return try await group.reduce(true) { $0 && $1 }
        }
    }

    /// Makes calls over one transport, and prints the memory of the process twenty times.
    static func runChild(_ words: [String]) async throws {
        guard let seconds = Int(words[1]), let url = URL(string: words[2]) else { return }
        let transport: any Transport = words[0] == "libcurl" ? CurlTransport() : URLSessionTransport()
        let client = ApiClient(configuration: Configuration(server: url, transport: transport))
        let begin = ContinuousClock.now
        let calls = Locked(0)
        var samples: [Int] = []
        try await withThrowingTaskGroup(of: Void.self) { group in
            for worker in 0..<4 {
                group.addTask {
                    while ContinuousClock.now < begin + .seconds(seconds) {
                        try await call(client, kind: worker % 3)
                        calls.withLock { $0 += 1 }
                    }
                }
            }
            for number in 1...20 {
                try await Task.sleep(until: begin + .seconds(seconds) * number / 20, clock: .continuous)
                samples.append(Resources().residentKiB)
            }
            try await group.waitForAll()
        }
        let growth = samples[19] - samples[9]
        print("\(words[0]): \(calls.withLock { $0 }) calls of 1 MiB in \(seconds) s")
        print("  memory, MiB: \(samples.map { ($0 / 1024).formatted(.number) }.joined(separator: " "))")
        print("  from the middle to the end: \(growth) KiB")
        guard growth <= allowedKiB else { exit(1) }
    }

    private static func call(_ client: ApiClient, kind: Int) async throws {
        switch kind {
        case 0: let _: ApiResponse<Void> = try await client.send(ApiClient.Request(.get, "/whole"), options: .init())
        case 1:
            for try await _ in try await client.stream(ApiClient.Request(.get, "/stream"), options: .init()).body {}
        default:
            let options = RequestOptions(body: Data(count: size))
            let _: ApiResponse<Void> = try await client.send(ApiClient.Request(.put, "/body"), options: options)
        }
    }
}
