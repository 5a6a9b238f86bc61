import Foundation
import MartletRuntime
import MartletSupport
import MartletTestSupport
import MartletTesting
import Testing

@Suite("Redaction", .timeLimit(.minutes(1)))
struct RedactionTests {
    @Test("R21 descriptions of values with secrets never contain them")
    func everything() async throws {
        let stub = StubTransport { _ in .json("{}") }
        var configuration = try ApiClient(stub).configuration
        configuration.headers = ["Cookie": secret, "proxy-authorization": secret, "Set-Cookie": secret]
        configuration.credentials["Other"] = Credential(secret, prefix: "Bearer")
        let client = ApiClient(configuration: configuration)
        let other = Credential.Scheme.apiKey("Other", header: "X-Other")
        var request = ApiClient.Request(.patch, "/{id}", security: [[apiKey, other]])
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

    @Test("R22 an error contains no secret that the server returned, in whole or in part")
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

    @Test("R21 the error for an undecodable success quotes nothing of its body, which may contain a new token")
    func newToken() async throws {
        for response in [
            HTTPResponse.json(#"{"token":"new-secret"}"#), .json(#"{"token":"new-secret"}"#, statusCode: 202),
        ] {
            let error = try await #require(throws: ApiError.self) {
                let _: ApiResponse<Tokens> = try await ApiClient(StubTransport(response))
                    .send(ApiClient.Request(.post, "/", success: [200]), options: .init())
            }
            #expect(!allTexts(of: error).contains("new-secret"))
        }
    }

    @Test("descriptions contain no secret parameter or body, and errors none that the server returned")
    func secretArguments() async throws {
        let log = Log()
        for (status, header) in [(200, "ok"), (500, "pass/word-1")] {
            let stub = StubTransport { request in
                let path = request.url.path(percentEncoded: true)
                let body = "no pass/word-1, pass%2Fword-2, 4711 or deep-3 at \(path)"
                return HTTPResponse(statusCode: status, headers: ["X-Echo": header], body: Data(body.utf8))
            }
            var configuration = try ApiClient(stub).configuration
            configuration.log = { log.add(allTexts(of: $0)) }
            let client = ApiClient(configuration: configuration)
            var request = ApiClient.Request(.post, "/{pin}")
            request.hide("pass/word-1")
            request.hide("pass/word-2" as String?)
            request.hide(4711)
            request.hide(["a": [["deep-3"]]])
            request.hide(nil as String?)
            try request.setPath("pin", "pass/word-1")
            try request.addQuery("pin", "pass/word-2")
            try request.setHeader("X-Pin", 4711)
            try request.setBody(json: "deep-3")
            let error = try await client.failure(of: request)
            let sent = try #require(stub.requests.first)
            #expect(sent.url.absoluteString == "https://api.example.com/pass%2Fword-1?pin=pass%2Fword-2")
            #expect(sent.headers["X-Pin"] == "4711")
            for value in [error, request, sent, sent.headers, stub, sent.curl(), error.curl() ?? "", error.message]
                as [Any]
            {
                let texts = allTexts(of: value)
                for secret in ["word-1", "word-2", "4711", "deep-3"] { #expect(!texts.contains(secret), "\(texts)") }
            }
        }
        let texts = log.lines.joined()
        #expect(texts.contains("https://api.example.com/<redacted>"))
        for secret in ["word-1", "word-2", "4711", "deep-3"] { #expect(!texts.contains(secret), "\(texts)") }
    }

    @Test(
        "descriptions contain no secret result, decoded or not",
        arguments: [#"["pass-1"]"#, #"[["pass-1"]]"#, #"["pass-1", 4711]"#, #"["pass-1"#]
    )
    func secretResult(body: String) async throws {
        let request = ApiClient.Request(.get, "/", hidesResult: true)
        for type in ["application/json", "text/html"] {
            let answer = HTTPResponse(statusCode: 200, headers: ["Content-Type": type], body: Data(body.utf8))
            let client = try ApiClient(StubTransport(answer))
            let outcome: Any
            do {
                outcome = try await client.send(request, options: .init()) as ApiResponse<[String]>
            } catch {
                outcome = error
            }
            let texts = allTexts(of: outcome)
            #expect(!texts.contains("pass-1") && !texts.contains("4711"), "\(texts)")
        }
        let refused = HTTPResponse(statusCode: 400, body: Data("no such pin".utf8))
        #expect(try await ApiClient(StubTransport(refused)).failure(of: request).message.hasSuffix("no such pin"))
    }

    @Test("descriptions contain no response header that the document declares secret")
    func secretHeader() async throws {
        let answer = HTTPResponse(
            statusCode: 200, headers: ["X-Token": "pass-1", "X-Other": "b"], body: Data("{}".utf8))
        let configuration = try ApiClient(StubTransport(answer)).configuration
        let client = ApiClient(configuration: configuration, secretProperties: ["x-token"])
        let response: ApiResponse<JSONValue> = try await client.send(ApiClient.Request(.get, "/"), options: .init())
        #expect(response.headers["x-token"] == "pass-1")
        #expect(!allTexts(of: response).contains("pass-1"))
        #expect("\(response.headers)".contains("b"))
    }

    @Test("an error's text is one line of at most 512 bytes of body")
    func excerpt() async throws {
        let body = "a\u{1B}[31m\r\n" + String(repeating: "é", count: 10_000)
        let stub = StubTransport(HTTPResponse(statusCode: 500, body: Data(body.utf8)))
        let message = try await ApiClient(stub).failure(of: ApiClient.Request(.get, "/")).message
        #expect(message.hasPrefix("GET / answered 500: a [31m  é"))
        #expect(message.hasSuffix("…"))
        #expect(message.utf8.count < 550)
    }

    /// Ways in which a server may write `k/"é1`, which stands as `k/\"é1` in this program.
    static let spellings = [
        #"k/"é1"#, #"k\/\"é1"#, #"\u006b\u002F\u0022\u00e91"#, "k%2F%22%C3%A91", #"k%2f\"\u00E9%31"#,
        #"k\\\/\\\"\\u00e91"#, #"k\u00252F%2522%C3%A91"#,
    ]

    @Test("a secret is redacted however the server escapes it", arguments: spellings)
    func escaped(spelling: String) async throws {
        let key = Credential.Scheme.apiKey("Other", query: "k")
        let error = try await failure("no <\(spelling)>", ["Other": Credential(#"k/"é1"#)], [[key]])
        #expect(error.message == "GET / answered 401: no <<redacted>>")
    }

    @Test("a recording contains no secret, even with escapes")
    func recorded() async throws {
        let recorder = RecordingTransport(StubTransport(.json(#"{"echo":"k\/ey","a":"k\/e"}"#)))
        var configuration = Configuration(server: URL(string: "https://x.example"))
        configuration.transport = recorder
        configuration.headers["Authorization"] = "Bearer k/ey"
        _ = try await ApiClient(configuration: configuration).json(ApiClient.Request(.get, "/"))
        let recording = try String(decoding: JSONEncoder().encode(recorder.recording), as: UTF8.self)
        #expect(recording.contains("<redacted>") && !recording.contains("ey"))
    }

    @Test("user name and password are redacted together, separately, and in every variant of Base64")
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

    @Test("a credential in a custom header is redacted without its scheme, and a key used as the user name")
    func schemes() async throws {
        let key = Data("sk_live_1:".utf8).base64EncodedString()
        let stub = StubTransport { _ in
            HTTPResponse(statusCode: 401, body: Data("a \(key) b sk_live_1 c \(key.dropLast(2)) d".utf8))
        }
        let error = try await #require(throws: ApiError.self) {
            let _: ApiResponse<JSONValue> = try await ApiClient(stub)
                .send(ApiClient.Request(.get, "/"), options: RequestOptions(headers: ["Authorization": "Basic \(key)"]))
        }
        #expect(error.message == "GET / answered 401: a <redacted> b <redacted> c <redacted> d")
    }

    @Test("control characters and invisible characters are replaced")
    func controls() async throws {
        let body = "a\u{9B}2J\u{9D}0;pwn\u{9C}b\u{2028}c\u{202E}d\u{7F}e"
        let error = try await failure(body)
        #expect(error.message == "GET / answered 401: a 2J 0;pwn b c d e")
    }

    private func failure(
        _ body: String,
        _ credentials: [String: Credential] = [:],
        _ security: [[Credential.Scheme]] = [],
        secretProperties: [String] = []
    ) async throws -> ApiError {
        var configuration = try ApiClient(StubTransport(HTTPResponse(statusCode: 401, body: Data(body.utf8))))
            .configuration
        for (name, credential) in credentials { configuration.credentials[name] = credential }
        return try await ApiClient(configuration: configuration, secretProperties: secretProperties)
            .failure(of: ApiClient.Request(.get, "/", security: security))
    }

    @Test(
        "a failure's body is quoted without secret properties",
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
