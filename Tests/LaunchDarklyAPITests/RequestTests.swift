import Foundation
import LaunchDarklyAPI
import MartletTestSupport
import Testing

@Suite("What the client sends", .timeLimit(.minutes(1)))
struct RequestTests {
    /// A call, with the expected request line and JSON body.
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let line: String
        let body: String?
        var status = 200
        let run: @Sendable (AccessTokensApi) async throws -> Void
    }

    private static let path = "/api/v2/tokens"

    static let cases: [Case] = [
        Case(testDescription: "list, nothing set", line: "GET \(path)", body: nil) { _ = try await $0.getTokens() },
        Case(testDescription: "list, all set", line: "GET \(path)?showAll=true&limit=50&offset=100", body: nil) {
            _ = try await $0.getTokens(showAll: true, limit: 50, offset: 100)
        },
        Case(testDescription: "an id that is hard to send", line: "GET \(path)/x%2Fy%20z%3Fq%23r%C3%A9%2B", body: nil) {
            _ = try await $0.getToken(id: "x/y z?q#ré+")
        },
        Case(testDescription: "create by role", line: "POST \(path)", body: #"{"role":"writer"}"#, status: 201) {
            _ = try await $0.postToken(accessTokenPost: AccessTokenPost(role: .writer))
        },
        Case(
            testDescription: "create a service token",
            line: "POST \(path)",
            body: #"{"customRoleIds":["r1","r2"],"defaultApiVersion":20240415,"name":"svc","serviceToken":true}"#,
            status: 201
        ) {
            let post = AccessTokenPost(
                name: "svc",
                customRoleIds: ["r1", "r2"],
                serviceToken: true,
                defaultApiVersion: 20_240_415
            )
            _ = try await $0.postToken(accessTokenPost: post)
        },
        Case(
            testDescription: "create with a policy",
            line: "POST \(path)",
            body: #"{"inlineRole":[{"actions":["*"],"effect":"deny","resources":["proj/*"]}]}"#,
            status: 201
        ) {
            let statement = StatementPost(resources: ["proj/*"], actions: ["*"], effect: .deny)
            _ = try await $0.postToken(accessTokenPost: AccessTokenPost(inlineRole: [statement]))
        },
        Case(testDescription: "create from nothing", line: "POST \(path)", body: "{}", status: 201) {
            _ = try await $0.postToken(accessTokenPost: AccessTokenPost())
        },
        Case(testDescription: "a role of tomorrow", line: "POST \(path)", body: #"{"role":"owner"}"#, status: 201) {
            _ = try await $0.postToken(accessTokenPost: AccessTokenPost(role: .unrecognized("owner")))
        },
        Case(
            testDescription: "patch with a value, without one and with null",
            line: "PATCH \(path)/t",
            body: """
                [{"op":"replace","path":"/name","value":"n"},{"op":"remove","path":"/description"},\
                {"op":"add","path":"/a~1b","value":null},{"op":"test","path":"/x","value":{"k":[1,true]}}]
                """
        ) {
            let operations = [
                PatchOperation(op: "replace", path: "/name", value: "n"),
                PatchOperation(op: "remove", path: "/description"),
                PatchOperation(op: "add", path: "/a~1b", value: .null),
                PatchOperation(op: "test", path: "/x", value: ["k": [1, true]]),
            ]
            _ = try await $0.patchToken(id: "t", patchOperation: operations)
        },
        Case(
            testDescription: "patch with a comment, which the schema does not know",
            line: "PATCH \(path)/t",
            body: #"{"comment":"why","patch":[]}"#
        ) {
            let options = RequestOptions(body: Data(#"{"comment":"why","patch":[]}"#.utf8))
            _ = try await $0.patchToken(id: "t", patchOperation: [], options: options)
        },
        Case(testDescription: "reset now", line: "POST \(path)/t/reset", body: "") {
            _ = try await $0.resetToken(id: "t")
        },
        Case(testDescription: "reset later", line: "POST \(path)/t/reset?expiry=1760000600000", body: "") {
            _ = try await $0.resetToken(id: "t", expiry: 1_760_000_600_000)
        },
        Case(testDescription: "delete", line: "DELETE \(path)/t", body: nil, status: 204) {
            try await $0.deleteToken(id: "t")
        },
    ]

    @Test("each operation sends the documented request", arguments: cases)
    func requests(_ sample: Case) async throws {
        let answer = CannedResponse(sample.status, body: sample.status == 204 ? "" : Payload.token())
        try await withClient(answering: answer) { api, server in
            try await sample.run(api)
            let request = try #require(server.requests.first)
            #expect(server.requests.count == 1)
            #expect("\(request.method) \(request.target)" == sample.line)
            #expect(String(decoding: request.body, as: UTF8.self) == sample.body ?? "")
            #expect(request.values(of: "Authorization") == [key])
            #expect(request.values(of: "Accept") == ["application/json"])
            #expect(request.values(of: "Host").count == 1)
            #expect(request.values(of: "Content-Type") == (sample.body == nil ? [] : ["application/json"]))
        }
    }

    @Test("default headers, prefix and user agent of the configuration are sent once")
    func configuration() async throws {
        let server = try LoopbackServer(CannedResponse(200, body: "{}"))
        defer { server.stop() }
        let client = LaunchDarklyClient(apiKey: key, server: .custom(server.url)) { configuration in
            configuration.headers["LD-API-Version"] = "20240415"
            configuration.userAgent = "tests/1"
            configuration.credentials["ApiKey"]?.prefix = "Bearer"
        }
        _ = try await client.accessTokens.getTokens(options: RequestOptions(headers: ["ld-api-version": "beta"]))
        let request = try #require(server.requests.first)
        #expect(request.values(of: "LD-API-Version") == ["beta"])
        #expect(request.values(of: "User-Agent") == ["tests/1"])
        #expect(request.values(of: "Authorization") == ["Bearer \(key)"])
    }

    @Test("an id that would address another resource is rejected before sending", arguments: ["", ".", ".."])
    func refusedIDs(id: String) async throws {
        try await withClient(answering: CannedResponse(200, body: "{}")) { api, server in
            let calls: [() async throws -> Void] = [
                { _ = try await api.getToken(id: id) },
                { _ = try await api.patchToken(id: id, patchOperation: []) },
                { try await api.deleteToken(id: id) },
                { _ = try await api.resetToken(id: id) },
            ]
            for call in calls {
                let error = await #expect(throws: ApiError.self) { try await call() }
                #expect(error?.kind == .invalidRequest)
            }
            #expect(server.requests.isEmpty)
        }
    }

    @Test("the document's servers have names")
    func servers() {
        let urls = [LaunchDarklyClient.Server.default, .federal, .eu].map { $0.url?.absoluteString }
        #expect(
            urls == ["https://app.launchdarkly.com", "https://app.launchdarkly.us", "https://app.eu.launchdarkly.com"]
        )
    }

    @Test("plain HTTP is rejected except on the loopback interface")
    func plainHTTP() async throws {
        let url = try #require(URL(string: "http://app.example.test"))
        let api = LaunchDarklyClient(apiKey: key, server: .custom(url)).accessTokens
        let error = await #expect(throws: ApiError.self) { _ = try await api.getTokens() }
        #expect(error?.kind == .invalidRequest)
    }
}
