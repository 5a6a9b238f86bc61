import Foundation
import MartletRuntime
import MartletTestSupport
import Testing

@Suite("Redaction", .timeLimit(.minutes(1)))
struct RedactionTests {
    @Test("R21 no text of anything that holds a secret shows it")
    func everything() async throws {
        let stub = StubTransport { _ in .json("{}") }
        var configuration = try ApiClient(stub).configuration
        configuration.headers = ["Cookie": secret, "proxy-authorization": secret, "Set-Cookie": secret]
        configuration.credentials["Other"] = Credential(secret, prefix: "Bearer")
        let client = ApiClient(configuration: configuration)
        let other = SecurityScheme.apiKey("Other", header: "X-Other")
        var request = ApiRequest(.patch, "/{id}", security: [[apiKey, other]])
        try request.setPath("id", "a")
        try request.addQuery("key", secret)
        try request.setBody(json: secret)
        let options = RequestOptions(
            headers: ["authorization": secret],
            query: [("key", secret)],
            body: Data(secret.utf8),
            contentType: "text/plain"
        )
        let response: ApiResponse<JSONValue> = try await client.send(request, options: options)
        let sent = try #require(stub.requests.first)
        #expect(sent.headers["X-Other"] == "Bearer \(secret)")
        for value in [client, configuration, Credential(secret), request, options, response, sent, sent.headers, stub]
            as [Any]
        {
            #expect(!allTexts(of: value).contains(secret), "\(type(of: value))")
        }
        #expect(
            "\(sent)"
                == "HTTPRequest(method: PATCH, url: https://api.example.com/a, headers: \(sent.headers), body: 40 bytes)"
        )
        #expect("\(request)" == "PATCH /{id}")
        #expect("\(Credential(secret))" == "<redacted>")
    }

    @Test("R22 an error does not show a secret that the server sent back, whole or in part")
    func echoed() async throws {
        let bodies = [
            secret, String(repeating: secret, count: 50), String(repeating: "x", count: 500) + secret + secret,
        ]
        for body in bodies {
            let answers = [
                CannedResponse(
                    401,
                    headers: [("X-Echo", secret), ("WWW-Authenticate", "Basic realm=\"\(secret)\"")],
                    body: body
                ),
                CannedResponse(302, headers: [("Location", "/\(secret)")], body: body),
                CannedResponse(200, body: body, contentType: "text/\(secret)"),
                CannedResponse(200, headers: [("X-Echo", secret)], body: "\"\(body)"),
            ]
            for answer in answers {
                try await withServer(answer) { server in
                    let error = try await ApiClient(server.url).failure(of: .list)
                    #expect(!allTexts(of: error).contains(secret.prefix(20)), "\(error.kind)")
                    #expect(!(error as NSError).userInfo.description.contains(secret.prefix(20)))
                    #expect(error.message.utf8.count < 700)
                    #expect(error.body.range(of: Data(secret.utf8)) != nil)
                }
            }
        }
    }

    @Test("R21 a success that does not decode shows nothing of its body, which may hold a new token")
    func newToken() async throws {
        for response in [
            HTTPResponse.json(#"{"token":"new-secret"}"#), .json(#"{"token":"new-secret"}"#, statusCode: 202),
        ] {
            let error = try await #require(throws: ApiError.self) {
                let _: ApiResponse<Tokens> = try await ApiClient(StubTransport(response))
                    .send(ApiRequest(.post, "/", success: [200]), options: .init())
            }
            #expect(!allTexts(of: error).contains("new-secret"))
        }
    }

    @Test("an error's text is one line of at most 512 bytes of body")
    func excerpt() async throws {
        let body = "a\u{1B}[31m\r\n" + String(repeating: "é", count: 10_000)
        let stub = StubTransport(HTTPResponse(statusCode: 500, body: Data(body.utf8)))
        let message = try await ApiClient(stub).failure(of: ApiRequest(.get, "/")).message
        #expect(message.hasPrefix("GET / answered 500: a [31m  é"))
        #expect(message.hasSuffix("…"))
        #expect(message.utf8.count < 550)
    }
}
