import Foundation
import MartletRuntime
import MartletTestSupport

/// Time that passes when it is told to, and chance that is no chance.
final class SimulatedTime: @unchecked Sendable {
    /// Guards everything below.
    private let lock = NSLock()
    private var instant = ContinuousClock.now
    private var slept: [Duration] = []
    private var numbers: [Double]

    /// 2026-01-01 00:00:00 GMT, which does not pass.
    static let date = Date(timeIntervalSince1970: 1_767_225_600)

    /// - Parameter numbers: What chance gives, one after the other; the last one for ever.
    init(chance numbers: [Double] = [0.5]) { self.numbers = numbers }

    /// How long the client has slept, each time.
    var pauses: [Duration] { lock.withLock { slept } }

    /// Lets time pass.
    func advance(by duration: Duration) { lock.withLock { instant += duration } }

    /// The surroundings of a client that lives in this time.
    var environment: Environment {
        var environment = Environment()
        environment.now = { [self] in lock.withLock { instant } }
        environment.sleep = { [self] pause in
            try Task.checkCancellation()
            lock.withLock {
                instant += pause
                slept.append(pause)
            }
        }
        environment.date = { Self.date }
        environment.random = { [self] in lock.withLock { numbers.count > 1 ? numbers.removeFirst() : numbers[0] } }
        return environment
    }

    /// A client in this time that gets its answers from `stub`.
    func client(_ stub: StubTransport, _ configure: (inout Configuration) -> Void = { _ in }) -> ApiClient {
        var configuration = Configuration(
            server: URL(string: "https://api.example.com"),
            credentials: ["ApiKey": Credential(secret)],
            transport: stub
        )
        configuration.environment = environment
        configure(&configuration)
        return ApiClient(configuration: configuration)
    }
}

extension StubTransport {
    /// Answers with these statuses in order, and with 200 afterwards.
    convenience init(_ statuses: [Int], headers: HTTPHeaders = [:]) {
        let count = Counter()
        self.init { _ in
            let number = count.next()
            return HTTPResponse(
                statusCode: number < statuses.count ? statuses[number] : 200,
                headers: number < statuses.count ? headers : [:],
                body: Data("{}".utf8)
            )
        }
    }

    /// Fails in this way so many times, and answers 200 afterwards.
    convenience init(failing times: Int, _ error: any Error) {
        let count = Counter()
        self.init { _ in
            if count.next() < times { throw error }
            return .json("{}")
        }
    }
}
