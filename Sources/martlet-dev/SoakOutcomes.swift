import Foundation
import MartletRuntime
import MartletSupport
import MartletTestSupport

/// Makes the calls of the soak test and counts their outcomes.
final class SoakOutcomes: @unchecked Sendable {
    /// Guards all properties below.
    private let lock = NSLock()
    private var counts: [String: Int] = [:]
    private var surprises: [String: Int] = [:]

    /// The number of calls with an unexpected outcome.
    var unexpected: Int { lock.withLock { surprises.values.reduce(0, +) } }

    /// Prints the number of calls for each outcome.
    func report() {
        for (outcome, count) in lock.withLock({ counts }).sorted(by: { $0.key < $1.key }) {
            print("\(outcome): \(count)")
        }
        for (outcome, count) in lock.withLock({ surprises }) { print("UNEXPECTED \(outcome): \(count)") }
    }

    /// Makes one call and counts its outcome.
    func call(_ number: Int, _ transport: any Transport, _ server: URL) async {
        let fault = SoakFault.all[number]
        let outcome: String
        var isExpected = fault.expectedErrors.isEmpty
        do {
            try await call(fault, number, transport, server)
            outcome = "success"
        } catch let error as ApiError {
            outcome = "\(error.kind)"
            isExpected = fault.expectedErrors.contains(error.kind)
        } catch {
            outcome = "cancelled"
            isExpected = fault.mode == .cancelled
        }
        lock.withLock {
            counts[outcome, default: 0] += 1
            if !isExpected { surprises["\(outcome) of fault \(number) over \(type(of: transport))", default: 0] += 1 }
        }
    }

    private func call(_ fault: SoakFault, _ number: Int, _ transport: any Transport, _ server: URL) async throws {
        var configuration = Configuration(
            server: server,
            timeout: .seconds(1),
            maxResponseBytes: 1 << 20,
            transport: transport
        )
        configuration.retry.baseDelay = .milliseconds(5)
        configuration.attemptTimeout = .milliseconds(500)
        let client = ApiClient(configuration: configuration)
        let get = ApiClient.Request(.get, "/\(number)")
        switch fault.mode {
        case .whole: let _: ApiResponse<Void> = try await client.send(get, options: .init())
        case .posted:
            let options = RequestOptions(body: Data(count: 100_000))
            let _: ApiResponse<Void> = try await client.send(ApiClient.Request(.post, "/\(number)"), options: options)
        case .streamed: _ = try await client.stream(get, options: .init()).collected()
        case .dropped: for try await _ in try await client.stream(get, options: .init()).body { break }
        case .cancelled:
            let call = Task { let _: ApiResponse<Void> = try await client.send(get, options: .init()) }
            try? await Task.sleep(for: .milliseconds(Int.random(in: 0...100)))
            call.cancel()
            try await call.value
        }
    }
}
