import Foundation
import MartletTestSupport
import MartletTesting
import OperationsAPI
import Testing

@Suite("Access", .timeLimit(.minutes(1)))
struct AccessTests {
    static let cases = [
        WireCase("GET /secret/header", headers: ["X-Key: \(secret)"]) { try await $0.access.useHeaderKey() },
        WireCase("GET /secret/query?key=s3cret%2F%2Bkey") { try await $0.access.useQueryKey() },
        WireCase("GET /secret/cookie", headers: ["Cookie: theme=dark; session=cookie-key"]) {
            try await $0.access.useCookieKey(theme: "dark")
        },
        WireCase("GET /secret/basic", headers: ["Authorization: Basic YWRhOnBhc3M6d29yZA=="]) {
            try await $0.access.useBasic()
        },
        WireCase("GET /secret/bearer", headers: ["Authorization: Bearer \(secret)"]) {
            try await $0.access.useBearer()
        },
        WireCase("GET /secret/scheme", headers: ["Authorization: Hawk id=\"1\""]) { try await $0.access.useScheme() },
        // The client has no token for the first alternative, and a provider for the second.
        WireCase("GET /secret/oauth", headers: ["Authorization: Bearer fresh"]) { try await $0.access.useOAuth() },
        WireCase("GET /secret/both?key=s3cret%2F%2Bkey", headers: ["X-Key: \(secret)"]) {
            try await $0.access.useBoth()
        },
        WireCase("GET /secret/certificate") { try await $0.access.useCertificate() },
    ]

    @Test("each security scheme sends its credential to the documented location", arguments: cases)
    func schemes(call: WireCase) async throws { try await call.check() }

    @Test("an operation without security sends none")
    func none() async throws {
        let server = try LoopbackServer(CannedResponse(204))
        defer { server.stop() }
        try await client(of: server).bodies.sendText(body: "")
        let request = try #require(server.requests.first)
        let head = String(decoding: request.bytes, as: UTF8.self)
        for text in [secret, "cookie-key", "Authorization", "key="] { #expect(!head.contains(text)) }
    }

    @Test("a call without its credential fails before sending, and names the schemes")
    func missing() async throws {
        let server = try LoopbackServer(CannedResponse(204))
        defer { server.stop() }
        let api = OperationsClient(headerKey: secret, server: .custom(server.url)).access
        let error = await #expect(throws: ApiError.self) { try await api.useOAuth() }
        #expect(error?.kind == .missingCredential)
        #expect(error?.message == "GET /secret/oauth needs a credential for oauth, or openID")
        // One of two alternatives is optional, and so is the credential.
        try await api.useBoth()
        #expect(server.requests.map(\.target) == ["/secret/both"])
        #expect(server.requests.first?.values(of: "X-Key") == [])
    }

    @Test("an operation with its own server uses that, selected by name")
    func servers() async throws {
        let server = try LoopbackServer(CannedResponse(204))
        defer { server.stop() }
        let transport = StubTransport { _ in HTTPResponse(statusCode: 204) }
        let client = OperationsClient { $0.transport = transport }
        try await client.access.upload()
        try await client.access.upload(server: .spare)
        try await client.bodies.sendText(body: "")
        try await OperationsClient(server: .regional(region: .apSouth, port: "8443")) { $0.transport = transport }
            .bodies.sendText(body: "")
        let base = URL(string: "https://example.com/docs/openapi.yaml")
        try await OperationsClient(server: .relative(relativeTo: base)) { $0.transport = transport }
            .bodies.sendText(body: "")
        #expect(
            transport.requests.map(\.url.absoluteString) == [
                "https://upload.example.com/v1/upload", "https://upload.example.org/v1/upload",
                "https://eu.example.com:443/v1/text", "https://ap-south.example.com:8443/v1/text",
                "https://example.com/v1/text",
            ]
        )
        try await client.access.upload(server: .custom(server.url))
        #expect(transport.requests.count == 6)
    }
}
