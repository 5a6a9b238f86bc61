import Foundation
import MartletRuntime
import MartletTestSupport
import MartletTesting

extension TestClock {
    /// 2026-01-01 00:00:00 GMT, when the clock starts.
    static let start = Date(timeIntervalSince1970: 1_767_225_600)

    /// A client with this clock that receives its responses from `stub`.
    func client(_ stub: StubTransport, _ configure: (inout Configuration) -> Void = { _ in }) -> ApiClient {
        var configuration = Configuration(
            server: URL(string: "https://api.example.com"),
            credentials: ["ApiKey": Credential(secret)],
            transport: stub
        )
        drive(&configuration)
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

    /// Fails a number of times, and answers 200 afterwards.
    convenience init(failing times: Int, _ error: any Error) {
        let count = Counter()
        self.init { _ in
            if count.next() < times { throw error }
            return .json("{}")
        }
    }
}
