import Foundation
import MartletRuntime
import MartletSupport
import MartletTesting
import Testing

@Suite("HTTPHeaders")
struct HTTPHeadersTests {
    @Test("names are case-insensitive, and values of one name are joined")
    func lookup() {
        var headers: HTTPHeaders = ["X-Ratelimit-Reset": "1"]
        #expect(headers["x-RateLimit-reset"] == "1")
        #expect(headers["x-ratelimit"] == nil)
        headers.append("X-RATELIMIT-RESET", "2")
        #expect(headers["x-ratelimit-reset"] == "1, 2")
        #expect(headers.map(\.value) == ["1", "2"])
        headers["x-ratelimit-reset"] = "3"
        #expect(headers.map(\.value) == ["3"])
        headers["X-Ratelimit-Reset"] = nil
        #expect(headers == HTTPHeaders())
    }

    @Test("header lists are equal if each name has the same values")
    func equality() {
        let headers: HTTPHeaders = ["A": "1", "b": "2", "a": "3"]
        let same: HTTPHeaders = ["B": "2", "a": "1", "A": "3"]
        #expect(headers == same)
        #expect(Set([headers, same]).count == 1)
        #expect(headers != ["a": "3", "b": "2", "A": "1"])
        #expect(headers != ["a": "1, 3", "b": "2"])
    }

    @Test("R10 R11 an invalid header is rejected without quoting its value, wherever it was set")
    func refused() async throws {
        let values = [
            "\(secret)\r\nX-Evil: 1", "\(secret)\n", "\(secret)\r\n folded", "\(secret)\0", " \(secret)", "\(secret)\t",
            "\(secret)é", "\(secret)🔑", "\(secret)\u{2028}", "\(secret)\u{7F}",
        ]
        let fields =
            values.map { ("X-Header", $0) }
            + ["", "X:", "X Y", "X\r\nY", "é", secret + ":"].map { ($0, "value") }
            + ["Host", "content-length", "Transfer-Encoding", "connection"].map { ($0, "1") }
        let stub = StubTransport { _ in .json("{}") }
        for (name, value) in fields {
            var request = ApiClient.Request.list
            let own = #expect(throws: ApiError.self) { try request.setHeader(name, value) }
            let headers: HTTPHeaders = [name: value]
            let perCall = try await ApiClient(stub).failure(of: .list, options: RequestOptions(headers: headers))
            var configuration = try ApiClient(stub).configuration
            configuration.headers = headers
            let configured = try await ApiClient(configuration: configuration).failure(of: .list)
            for error in [own, perCall, configured] {
                #expect(error?.kind == .invalidRequest)
                #expect(try !allTexts(of: #require(error)).contains(secret))
            }
        }
        #expect(stub.requests.isEmpty)
    }

    @Test("a header of the call takes precedence over the operation's and the configuration's")
    func precedence() async throws {
        let stub = StubTransport { _ in .json("{}") }
        var configuration = try ApiClient(stub).configuration
        configuration.headers = ["A": "configured", "b": "configured", "C": "configured", "user-agent": "mine"]
        var request = ApiClient.Request(.get, "/", accept: [])
        try request.setHeader("B", "operation")
        try request.setHeader("c", "operation")
        try request.setHeader("D", nil as String?)
        let options = RequestOptions(headers: ["C": "call"])
        _ = try await ApiClient(configuration: configuration).json(request, options: options)
        let expected: HTTPHeaders = ["A": "configured", "B": "operation", "C": "call", "User-Agent": "mine"]
        #expect(stub.requests.first?.headers == expected)
    }
}
