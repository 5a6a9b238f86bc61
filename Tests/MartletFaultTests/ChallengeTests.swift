import Foundation
import MartletRuntime
import MartletSupport
import MartletTestSupport
import Testing

extension FaultTests {
    @Suite("Authentication challenges", .timeLimit(.minutes(1)))
    struct ChallengeTests {
        static let challenges: [[String]] = [
            [], ["Basic realm=\"x\""], ["Basic"], ["Digest realm=\"x\", nonce=\"y\""], ["Digest"],
            ["Bearer realm=\"x\", error=\"invalid_token\""], ["Negotiate"], ["NTLM"], ["=,="], [""],
            ["Basic realm=\"x"],
            ["Basic realm=\"x\"", "Bearer"], ["Basic realm=\"\u{e9}\""],
        ]

        @Test(
            "R50 401 and 407 are ordinary statuses, whatever challenge they contain",
            arguments: Carrier.all,
            challenges
        )
        func challenge(carrier: Carrier, values: [String]) async throws {
            for (status, name) in [(401, "WWW-Authenticate"), (407, "Proxy-Authenticate")] {
                for body in [#"{"code":"unauthorized"}"#, ""] {
                    let answer = CannedResponse(status, headers: values.map { (name, $0) }, body: body)
                    let server = try LoopbackServer(answer)
                    defer { server.stop() }
                    let error = try await carrier.client(server.url).failure(of: .list)
                    #expect(error.kind == .status)
                    #expect(error.statusCode == status)
                    #expect(error.body == Data(body.utf8))
                    #expect(server.requests.count == 1)
                }
            }
        }

        @Test("R50 the same holds for a streamed body, and for a request with a body", arguments: Carrier.all)
        func otherWays(carrier: Carrier) async throws {
            let answer = CannedResponse(401, headers: [("WWW-Authenticate", "Basic realm=x")], body: "no")
            let server = try LoopbackServer(answer)
            defer { server.stop() }
            let client = carrier.client(server.url)
            let streamed = try await #require(throws: ApiError.self) {
                _ = try await client.stream(.list, options: .init())
            }
            let posted = try await client.failure(
                of: ApiClient.Request(.post, "/"),
                options: RequestOptions(body: Data("{}".utf8))
            )
            for error in [streamed, posted] {
                #expect(error.statusCode == 401)
                #expect(error.body == Data("no".utf8))
            }
            #expect(server.requests.count == 2)
        }
    }
}
