import Foundation
import MartletRuntime
import MartletSupport
import MartletTestSupport
import MartletTesting
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

    /// Ways in which a server may write `k/"é1`, which stands as `k/\"é1` in this program.
    static let spellings = [
        #"k/"é1"#, #"k\/\"é1"#, #"\u006b\u002F\u0022\u00e91"#, "k%2F%22%C3%A91", #"k%2f\"\u00E9%31"#,
        #"k\\\/\\\"\\u00e91"#, #"k\u00252F%2522%C3%A91"#,
    ]

    @Test("a secret is replaced however the server has escaped it", arguments: spellings)
    func escaped(spelling: String) async throws {
        let key = SecurityScheme.apiKey("Other", query: "k")
        let error = try await failure("no <\(spelling)>", ["Other": Credential(#"k/"é1"#)], [[key]])
        #expect(error.message == "GET / answered 401: no <<redacted>>")
    }

    @Test("a recording has no secret that came back with escapes")
    func recorded() async throws {
        let recorder = RecordingTransport(StubTransport(.json(#"{"echo":"k\/ey","a":"k\/e"}"#)))
        var configuration = Configuration(server: URL(string: "https://x.example"))
        configuration.transport = recorder
        configuration.headers["Authorization"] = "Bearer k/ey"
        _ = try await ApiClient(configuration: configuration).json(ApiRequest(.get, "/"))
        let recording = try String(decoding: JSONEncoder().encode(recorder.recording), as: UTF8.self)
        #expect(recording.contains("<redacted>") && !recording.contains("ey"))
    }

    @Test("user and password are replaced together, alone, and in Base64 of any kind")
    func basic() async throws {
        // In Base64: dTpwPz4/Pz8+
        let credential = Credential.basic(username: "u", password: "p?>???>")
        for echo in [
            "dTpwPz4/Pz8+", #"dTpwPz4\/Pz8\u002B"#, "dTpwPz4_Pz8-", "dTpwPz4%2FPz8%2B", "p?>???>", "u:p?>???>",
        ] {
            let body = "a \(echo) b"
            let error = try await failure(body, ["Login": credential], [[.basic("Login")]])
            #expect(
                error.message == "GET / answered 401: a <redacted> b" || error.message.hasSuffix("a u:<redacted> b"))
        }
    }

    @Test("a credential in a header of one's own is replaced without its scheme, and a key that is the user's name")
    func schemes() async throws {
        let key = Data("sk_live_1:".utf8).base64EncodedString()
        let stub = StubTransport { _ in
            HTTPResponse(statusCode: 401, body: Data("a \(key) b sk_live_1 c \(key.dropLast(2)) d".utf8))
        }
        let error = try await #require(throws: ApiError.self) {
            let _: ApiResponse<JSONValue> = try await ApiClient(stub)
                .send(ApiRequest(.get, "/"), options: RequestOptions(headers: ["Authorization": "Basic \(key)"]))
        }
        #expect(error.message == "GET / answered 401: a <redacted> b <redacted> c <redacted> d")
    }

    @Test("characters that a terminal acts on, or that change how others show, are blanked")
    func controls() async throws {
        let body = "a\u{9B}2J\u{9D}0;pwn\u{9C}b\u{2028}c\u{202E}d\u{7F}e"
        let error = try await failure(body)
        #expect(error.message == "GET / answered 401: a 2J 0;pwn b c d e")
    }

    private func failure(
        _ body: String,
        _ credentials: [String: Credential] = [:],
        _ security: [[SecurityScheme]] = [],
        secretProperties: [String] = []
    ) async throws -> ApiError {
        var configuration = try ApiClient(StubTransport(HTTPResponse(statusCode: 401, body: Data(body.utf8))))
            .configuration
        for (name, credential) in credentials { configuration.credentials[name] = credential }
        return try await ApiClient(configuration: configuration, secretProperties: secretProperties)
            .failure(of: ApiRequest(.get, "/", security: security))
    }

    @Test(
        "a failure's body is quoted without the values of secret properties",
        arguments: [
            (#"{"id":1,"pin":90210123}"#, #"{"id":1,"pin":<redacted>}"#),
            (#"{"a":[{"p\u0069n" : {"x":"90210123"}, "b":2}]}"#, #"{"a":[{"p\u0069n" : <redacted>, "b":2}]}"#),
            ("\u{FEFF}{\"pin\":\"90210123\"}", #"{"pin":<redacted>}"#), (#"{"pin":"90210123"#, #"{"pin"<redacted>"#),
            (#"{"pins":[1]}"#, #"{"pins":[1]}"#),
        ]
    )
    func failureBody(body: String, shown: String) async throws {
        #expect(try await failure(body, secretProperties: ["pin"]).message == "GET / answered 401: \(shown)")
    }
}
