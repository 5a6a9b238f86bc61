import Foundation
import MartletCurl
import MartletRuntime
import MartletSupport
import MartletTestSupport

/// `MartletProbe TRANSPORT URL [--option value]...`: makes calls in a process of its own, for tests of what would end or
/// hang the one they run in. Prints a line a call, and the peak of its memory at the end.
///
/// Options: `method`, `timeout` (seconds), `count`, `concurrent`, `attempts`, `token`, `body` (bytes), `file`, `stream`
/// (`read`, `drop`, `slow`), `limit` (bytes of the response), `cancel` (microseconds to the cancellation of the last of
/// the calls; of the others, earlier), `trust` (a file of certificates), `proxy` (its URL), `churn` (`yes` for a transport of its own for
/// each call, closed behind it), `close` (microseconds after which the transport of concurrent calls is closed, and the
/// next ones get another one), `resources` (`yes` to print descriptors and threads before and after, with everything
/// closed), `log` (`yes` to print what the client logs).
@main
struct Probe {
    let client: ApiClient
    let options: [String: String]

    static func main() async throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        guard arguments.count >= 2, let server = URL(string: arguments[1]) else { exit(2) }
        var options: [String: String] = [:]
        for index in stride(from: 2, to: arguments.count - 1, by: 2) {
            options[String(arguments[index].dropFirst(2))] = arguments[index + 1]
        }
        var configuration = Configuration(
            server: server,
            timeout: .seconds(options["timeout"].flatMap { Double($0) } ?? 10),
            transport: ProbeTransport(
                isCurl: arguments[0] == "curl",
                trust: options["trust"],
                proxy: options["proxy"]
            )
        )
        configuration.retry.maxAttempts = options["attempts"].flatMap { Int($0) } ?? 1
        configuration.environment.sleep = { _ in }
        if options["log"] != nil { configuration.log = { write("log \($0)") } }
        if let token = options["token"] { configuration.credentials["Token"] = Credential(token) }
        if let limit = options["limit"].flatMap({ Int($0) }) { configuration.maxResponseBytes = limit }
        let probe = Probe(client: ApiClient(configuration: configuration), options: options)
        if options["resources"] == nil { return await probe.run() }
        // Everything that is made once is made by now.
        _ = await probe.line(0, of: 1)
        await probe.transport?.renew()
        try await Task.sleep(for: .milliseconds(100))
        let before = Resources()
        await probe.run()
        await probe.transport?.renew()
        let after = await Resources.settled(to: before)
        write("descriptors \(before.descriptors) \(after.descriptors)")
        write("threads \(before.threads) \(after.threads)")
    }

    private var transport: ProbeTransport? { client.configuration.transport as? ProbeTransport }

    private func run() async {
        let count = options["count"].flatMap { Int($0) } ?? 1
        let width = options["concurrent"].flatMap { Int($0) } ?? 1
        for first in stride(from: 0, to: count, by: width) {
            let closing = options["close"].flatMap { Int($0) }.map { limit in
                Task.detached { [self] in await close(after: limit) }
            }
            await withTaskGroup(of: String.self) { group in
                for number in first..<min(count, first + width) {
                    group.addTask { await line(number, of: count) }
                }
                for await line in group { Self.write(line) }
            }
            await closing?.value
        }
        Self.write("peak-kib \(Resources.peakKiB)")
    }

    /// Closes the transport at some moment within this time.
    private func close(after limit: Int) async {
        let moment = ContinuousClock.now.advanced(by: .microseconds(Int.random(in: 0...limit)))
        while ContinuousClock.now < moment {}
        await transport?.renew()
    }

    /// Writes a line at once: the process may not live to do it later.
    private static func write(_ line: String) { FileHandle.standardOutput.write(Data("\(line)\n".utf8)) }

    /// What came of one call.
    private func line(_ number: Int, of count: Int) async -> String {
        let call = Task { try await self.call() }
        if let cancel = options["cancel"].flatMap({ Int($0) }) {
            try? await Task.sleep(for: .microseconds(cancel * (number + 1) / count))
            call.cancel()
        }
        do {
            let line = try await call.value
            if options["churn"] != nil { await transport?.renew() }
            return line
        } catch let error as ApiError {
            return "\(error.kind) \(error.statusCode ?? 0) \(error.delivery) \(error)"
        } catch {
            return "\(type(of: error))"
        }
    }

    private func call() async throws -> String {
        let security = options["token"] == nil ? [] : [[Credential.Scheme.apiKey("Token", header: "Authorization")]]
        let request = ApiClient.Request(
            HTTPRequest.Method(rawValue: options["method"] ?? "GET"), "/probe", security: security)
        var requestOptions = RequestOptions()
        if let count = options["body"].flatMap({ Int($0) }) { requestOptions.body = HTTPBody(Data(count: count)) }
        if let file = options["file"] {
            requestOptions.body = HTTPBody(Data("<".utf8))
            try requestOptions.body?.append(file: URL(fileURLWithPath: file))
            requestOptions.body?.append(Data(">".utf8))
        }
        guard let mode = options["stream"] else {
            let response: ApiResponse<Void> = try await client.send(request, options: requestOptions)
            return "\(response.statusCode) \(response.rawBody.count)"
        }
        let stream = try await client.stream(request, options: requestOptions)
        var count = 0
        for try await part in stream.body {
            count += part.count
            if mode == "drop" { break }
            if mode == "slow" { try await Task.sleep(for: .milliseconds(50)) }
        }
        return "\(stream.statusCode) \(count)"
    }
}
