import Foundation
import MartletCurl
import MartletRuntime
import MartletSupport
import MartletTestSupport

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// The requests per second of a whole client with each transport, and those of bare loops over what the transports use.
///
/// Each loop runs in a process of its own, in turn with the others.
struct RequestFigures {
    let rounds: Int

    /// What makes the requests.
    private enum Caller: String, CaseIterable {
        case bareSession, session, bareCurl, curl

        var isCurl: Bool { self == .bareCurl || self == .curl }
    }

    /// The kinds of loops.
    private enum Mode: String, CaseIterable {
        case sequential, concurrent, posted, streamed

        var width: Int { self == .concurrent ? 6 : 1 }

        /// The number of requests in a loop.
        func count(of caller: Caller) -> Int {
            if caller.isCurl { return 12_000 }
            // Each POST uses a new connection, whose port the system keeps for a minute.
            return self == .posted ? 900 : 3000
        }

        var name: String {
            switch self {
            case .sequential: "one at a time"
            case .concurrent: "six at once"
            case .posted: "POST"
            case .streamed: "streamed"
            }
        }
    }

    /// Measures and prints the results.
    func printAll() async throws {
        let server = try LoopbackServer(keepsRequests: false) { _ in
            CannedResponse(200, body: #"{"items":[{"_id":"1","name":"one"}]}"#)
        }
        defer { server.stop() }
        let callers = Caller.allCases.filter { CurlTransport.isAvailable || $0 == .bareSession || $0 == .session }
        for mode in Mode.allCases {
            let runs = try await PairedRuns(
                rounds: rounds,
                callers.map { caller in { try await Self.child(caller, mode, server.url) } }
            )
            add(runs, mode, "URLSession", of: 1, to: 0, target: "≥ 0.95")
            if callers.contains(.curl) { add(runs, mode, "libcurl", of: 3, to: 2, target: "≥ 0.9") }
        }
    }

    private func add(
        _ runs: PairedRuns<Run>,
        _ mode: Mode,
        _ library: String,
        of client: Int,
        to bare: Int,
        target: String
    ) {
        let rates = [client, bare].map { runs.cost(of: $0, \.rate).median.text(digits: 0) }
        BenchTable.add(
            "requests, \(mode.name)",
            "requests per second of a client ÷ a bare loop over \(library)",
            target: target,
            "\(runs.ratio(of: client, to: bare, \.rate).text()); \(rates[0]) ÷ \(rates[1])"
        )
        BenchTable.add(
            "requests, \(mode.name), CPU",
            "CPU time of a request ÷ the loop over \(library)",
            "\(runs.ratio(of: client, to: bare, \.microseconds).text()); "
                + [client, bare].map { runs.cost(of: $0, \.microseconds).median.text(digits: 0) }.joined(
                    separator: " ÷ ")
                + " µs"
        )
        BenchTable.add(
            "requests, \(mode.name), memory",
            "peak memory ÷ the loop over \(library)",
            runs.ratio(of: client, to: bare, \.peakKiB).text()
        )
    }

    // MARK: - Children

    /// The result of a loop.
    private struct Run {
        let rate: Double
        /// The CPU time of a request.
        let microseconds: Double
        let peakKiB: Double
    }

    /// The command of a process that runs one loop.
    static let subcommand = "bench-requests"

    private static func child(_ caller: Caller, _ mode: Mode, _ url: URL) async throws -> Run {
        let child = try await ChildProcess.run(
            CommandLine.arguments[0],
            [subcommand, caller.rawValue, mode.rawValue, "\(url)"],
            timeout: .seconds(300)
        )
        let numbers = child.lines.last?.split(separator: " ").compactMap { Double($0) } ?? []
        guard child.isSuccess, numbers.count == 3 else { throw BenchFailure("a loop failed:\n\(child.errors)") }
        return Run(rate: numbers[0], microseconds: numbers[1], peakKiB: numbers[2])
    }

    /// Runs one loop, and prints its requests per second, the CPU time per request in microseconds, and its memory.
    static func runChild(_ words: [String]) async throws {
        guard words.count == 3, let caller = Caller(rawValue: words[0]), let mode = Mode(rawValue: words[1]),
            let url = URL(string: words[2])
        else { throw BenchFailure("\(subcommand) CALLER MODE URL") }
        let loop = try loop(caller, mode, url)
        try await loop(50)
        let count = mode.count(of: caller)
        let start = ProcessUsage.own.cpu
        let time = try await ContinuousClock().measure { try await loop(count) }
        let cpu = ProcessUsage.own.cpu - start
        print(Double(count) / (time / .seconds(1)), cpu * 1e6 / Double(count), Resources.peakKiB)
    }

    private static let body = #"{"name":"one"}"#

    /// Returns a function that makes a number of requests.
    private static func loop(_ caller: Caller, _ mode: Mode, _ url: URL) throws -> (Int) async throws -> Void {
        switch caller {
        case .bareSession: repeated(mode, bareCall(mode, url))
        case .session: repeated(mode, clientCall(URLSessionTransport(), mode, url))
        case .curl: repeated(mode, clientCall(CurlTransport(), mode, url))
        case .bareCurl:
            try BareCurl(
                url: "\(url.appendingPathComponent("tokens"))",
                body: mode == .posted ? body : nil,
                width: mode.width
            ).run
        }
    }

    private static func repeated(
        _ mode: Mode,
        _ call: @escaping @Sendable () async throws -> Void
    ) -> (Int) async throws -> Void {
        { count in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<mode.width {
                    group.addTask { for _ in 0..<count / mode.width { try await call() } }
                }
                try await group.waitForAll()
            }
        }
    }

    private static func bareCall(_ mode: Mode, _ url: URL) -> @Sendable () async throws -> Void {
        let session = URLSession(configuration: .ephemeral)
        var request = URLRequest(url: url.appendingPathComponent("tokens"))
        if mode == .posted {
            request.httpMethod = "POST"
            request.httpBody = Data(body.utf8)
            request.setValue("application/json", forHTTPHeaderField: "Content-Type")
        }
        return { [request] in _ = try await session.data(for: request) }
    }

    private static func clientCall(
        _ transport: some Transport,
        _ mode: Mode,
        _ url: URL
    ) -> @Sendable () async throws -> Void {
        let client = ApiClient(configuration: Configuration(server: url, transport: transport))
        let request = ApiClient.Request(mode == .posted ? .post : .get, "/tokens")
        var options = RequestOptions()
        if mode == .posted { options.body = HTTPBody(Data(body.utf8)) }
        if mode == .streamed {
            return { [options] in for try await _ in try await client.stream(request, options: options).body {} }
        }
        return { [options] in let _: ApiResponse<Void> = try await client.send(request, options: options) }
    }
}
