import Foundation
import MartletCurl
import MartletRuntime
import MartletSupport
import MartletTestSupport

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// `martlet-dev transports`: calls per second and memory of a whole client with each transport, as ratios to a plain
/// loop over `URLSession.data(for:)`. Needs a release build.
///
/// Each loop runs several times in a process of its own, alternating with the others; the medians are printed.
enum TransportsCommand {
    /// The implementations that are compared.
    private enum Caller: String, CaseIterable {
        case bare, urlSession, curl
    }

    /// The kinds of loops.
    private enum Mode: String, CaseIterable {
        case sequential, concurrent, posted

        var width: Int { self == .concurrent ? 6 : 1 }
        // Fewer calls where each has a connection of its own: the system keeps their ports for a minute.
        var count: Int { self == .posted ? 900 : 3000 }
    }

    static func run() async throws {
        let arguments = CommandLine.arguments
        if arguments.count == 5, let caller = Caller(rawValue: arguments[2]), let mode = Mode(rawValue: arguments[3]),
            let url = URL(string: arguments[4])
        {
            return try await measure(caller, mode, url)
        }
        let server = try LoopbackServer(keepsRequests: false) { _ in
            CannedResponse(200, body: #"{"items":[{"_id":"1","name":"one"}]}"#)
        }
        defer { server.stop() }
        for mode in Mode.allCases {
            var rates: [Caller: [Double]] = [:]
            var peaks: [Caller: [Double]] = [:]
            for _ in 0..<5 {
                for caller in Caller.allCases {
                    let child = try await ChildProcess.run(
                        arguments[0],
                        ["transports", caller.rawValue, mode.rawValue, "\(server.url)"],
                        timeout: .seconds(120)
                    )
                    let numbers = child.lines.last?.split(separator: " ").compactMap { Double($0) } ?? []
                    guard child.isSuccess, numbers.count == 2 else { throw Failure(output: child.errors) }
                    rates[caller, default: []].append(numbers[0])
                    peaks[caller, default: []].append(numbers[1])
                }
            }
            for caller in Caller.allCases {
                let rate = median(rates[caller]) / median(rates[.bare])
                let memory = median(peaks[caller]) / median(peaks[.bare])
                print(
                    "\(mode) \(caller): \(Int(median(rates[caller]))) calls/s (\(two(rate)) of bare), "
                        + "\(Int(median(peaks[caller])) / 1024) MiB (\(two(memory)) of bare)"
                )
            }
        }
    }

    private static func measure(_ caller: Caller, _ mode: Mode, _ url: URL) async throws {
        let call = caller == .bare ? bareCall(mode, url) : clientCall(caller, mode, url)
        for _ in 0..<50 { try await call() }
        let time = try await ContinuousClock().measure {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<mode.width {
                    group.addTask { for _ in 0..<mode.count / mode.width { try await call() } }
                }
                try await group.waitForAll()
            }
        }
        print(Double(mode.count) / (time / .seconds(1)), Resources.peakKiB)
    }

    private static let body = Data(#"{"name":"one"}"#.utf8)

    private static func bareCall(_ mode: Mode, _ url: URL) -> @Sendable () async throws -> Void {
        let session = URLSession(configuration: .ephemeral)
        var request = URLRequest(url: url.appendingPathComponent("tokens"))
        if mode == .posted {
            request.httpMethod = "POST"
            request.httpBody = body
            request.setValue("application/json", forHTTPHeaderField: "Content-Type")
        }
        return { [request] in _ = try await session.data(for: request) }
    }

    private static func clientCall(_ caller: Caller, _ mode: Mode, _ url: URL) -> @Sendable () async throws -> Void {
        let transport: any Transport = caller == .curl ? CurlTransport() : URLSessionTransport()
        let client = ApiClient(configuration: Configuration(server: url, transport: transport))
        let request = ApiClient.Request(mode == .posted ? .post : .get, "/tokens")
        var options = RequestOptions()
        if mode == .posted { options.body = HTTPBody(body) }
        return { [options] in let _: ApiResponse<Void> = try await client.send(request, options: options) }
    }

    private static func median(_ values: [Double]?) -> Double {
        guard let values, !values.isEmpty else { return 0 }
        return values.sorted()[values.count / 2]
    }

    private static func two(_ value: Double) -> String { value.formatted(.number.precision(.fractionLength(2))) }

    /// A loop that did not complete.
    private struct Failure: Error {
        let output: String
    }
}
