import Foundation
import MartletTestSupport
import OperationsAPI
import Testing

/// The secrets of these tests, one for each security scheme.
let secret = "s3cret/+key"

/// A client of a server, with a credential for every scheme.
func client(of server: LoopbackServer, configure: (inout Configuration) -> Void = { _ in }) -> OperationsClient {
    OperationsClient(
        headerKey: secret,
        queryKey: secret,
        cookieKey: "cookie-key",
        login: Credential.basic(username: "ada", password: "pass:word"),
        token: secret,
        signature: "id=\"1\"",
        openId: Credential { "fresh" },
        server: .custom(server.url),
        configure: configure
    )
}

/// A call, with the expected request.
struct WireCase: Sendable, CustomTestStringConvertible {
    /// Method and target.
    let line: String
    /// Header fields, `Name: value`.
    var headers: [String] = []
    /// The expected body; nil for any.
    var body: String?
    let run: @Sendable (OperationsClient) async throws -> Void

    var testDescription: String { line }

    init(
        _ line: String,
        headers: [String] = [],
        body: String? = nil,
        _ run: @escaping @Sendable (OperationsClient) async throws -> Void
    ) {
        self.line = line
        self.headers = headers
        self.body = body
        self.run = run
    }

    /// Runs the call against a server that records it.
    func check(answer: CannedResponse = CannedResponse(204)) async throws {
        let server = try LoopbackServer(answer)
        defer { server.stop() }
        try await run(client(of: server))
        let request = try #require(server.requests.first)
        #expect("\(request.method) \(request.target)" == line)
        for header in headers {
            let name = header.prefix { $0 != ":" }
            #expect(request.values(of: String(name)).map { "\(name): \($0)" } == [header])
        }
        if let body { #expect(String(decoding: request.body, as: UTF8.self) == body) }
    }
}

/// The value of the tables in OpenAPI, section "Style Examples".
let color = Color(r: 100, g: 200, b: 150)
let colors = ["blue", "black", "brown"]
