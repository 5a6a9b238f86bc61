import Foundation
import MartletRuntime
import MartletSupport
import MartletTestSupport
import MartletTesting
import Testing

@Suite("Middleware, logs and curl commands")
struct MiddlewareTests {
    private func client(
        _ stub: StubTransport,
        _ configure: (inout Configuration) -> Void
    ) -> ApiClient { TestClock(random: [0]).client(stub, configure) }

    @Test("middleware runs once per call, the first one outermost, whatever the number of attempts")
    func order() async throws {
        let log = Log()
        func noting(_ name: String) -> Middleware {
            Middleware { request, next in
                log.add("\(name) in")
                var request = request
                request.headers.append("X-Way", name)
                var response = try await next(request)
                log.add("\(name) out \(response.statusCode)")
                response.headers.append("X-Way", name)
                return response
            }
        }
        let stub = StubTransport([503, 503])
        let client = client(stub) { $0.middleware = [noting("a"), noting("b")] }
        let response: ApiResponse<JSONValue> = try await client.send(.list, options: .init())
        #expect(log.lines == ["a in", "b in", "b out 200", "a out 200"])
        #expect(response.headers["X-Way"] == "b, a")
        #expect(stub.requests.map { $0.headers["X-Way"] } == ["a, b", "a, b", "a, b"])
    }

    @Test("middleware neither sees nor sets credentials")
    func credentials() async throws {
        let stub = StubTransport { _ in .json("{}") }
        let client = client(stub) {
            $0.middleware = [
                Middleware { request, next in
                    #expect(request.headers["Authorization"] == nil)
                    #expect(!"\(request.headers.map(\.value))".contains(secret))
                    var request = request
                    request.headers["authorization"] = "other"
                    return try await next(request)
                }
            ]
        }
        _ = try await client.json(.list)
        _ = try await client.json(.list, options: RequestOptions(headers: ["Authorization": "mine"]))
        #expect(stub.requests.map { $0.headers.values(of: "Authorization") } == [[secret], ["mine"]])
    }

    @Test("middleware can answer by itself, read and change the response, and throw")
    func answers() async throws {
        struct Failure: Error {}
        let stub = StubTransport { _ in .json("[1]") }
        let own = client(stub) { $0.middleware = [Middleware { _, _ in HTTPResponse.Stream(.json("7")) }] }
        #expect(try await own.json(.list) == 7)
        #expect(stub.requests.isEmpty)
        let changing = client(stub) {
            $0.middleware = [
                Middleware { request, next in
                    var response = try await next(request).collected()
                    response.body.append(contentsOf: " ".utf8)
                    return HTTPResponse.Stream(response)
                }
            ]
        }
        let response: ApiResponse<[Int]> = try await changing.send(.list, options: .init())
        #expect(response.rawBody == Data("[1] ".utf8))
        let failing = client(stub) { $0.middleware = [Middleware { _, _ in throw Failure() }] }
        let error = try await failing.failure(of: .list)
        #expect(error.kind == .middleware)
        #expect(error.underlying is Failure)
        #expect(error.attempts == 0)
        let signing = client(stub) { $0.attemptMiddleware = [Middleware { _, _ in throw Failure() }] }
        let unsigned = try await signing.failure(of: .list)
        #expect(unsigned.kind == .middleware && unsigned.attempts == 1)
        let offline = client(StubTransport { _ in throw Failure() }) {
            $0.middleware = [Middleware { request, next in try await next(request) }]
            $0.retry = .never
        }
        #expect(try await offline.failure(of: .list).kind == .transport)
        let cancelling = client(stub) { $0.middleware = [Middleware { _, _ in throw CancellationError() }] }
        await #expect(throws: CancellationError.self) { try await cancelling.json(.list) }
    }

    @Test("a foreign error keeps its text, except for known secrets")
    func foreignErrors() async throws {
        struct Described: Error, CustomStringConvertible { let description = "no route for \(secret)" }
        enum Plain: Error { case offline(code: Int) }
        struct Localized: LocalizedError { let errorDescription: String? = "nobody is there" }
        let texts: [(any Error, String)] = [
            (Described(), "no route for <redacted>"), (Plain.offline(code: 7), "offline(code: 7)"),
            (Localized(), "nobody is there"),
            (CocoaError(.fileNoSuchFile), CocoaError(.fileNoSuchFile).localizedDescription),
        ]
        for (error, text) in texts {
            let failed = try await client(StubTransport { _ in throw error }) { $0.retry = .never }.failure(of: .list)
            #expect(failed.message == "GET /api/v2/tokens failed: \(text)")
            #expect(failed.kind == .transport)
        }
    }

    @Test("a timeout of URLSession is of kind timeout, with unknown delivery")
    func urlSessionTimeout() async throws {
        let error = try await client(StubTransport { _ in throw URLError(.timedOut) }) { $0.retry = .never }
            .failure(of: .list)
        #expect(error.kind == .timeout)
        #expect(error.delivery == .unknown)
    }

    /// libcurl's messages about TLS, and whether they concern the handshake.
    static let tlsFaults: [(text: String, isHandshake: Bool)] = [
        ("SSL certificate problem: self-signed certificate", true), ("SSL connection timeout", true),
        ("SSL: no alternative certificate subject name matches target host name 'a.example'", true),
        ("error:0A00010B:SSL routines::wrong version number", true),
        ("TLS connect error: error:0A000102:SSL routines::unsupported protocol", true),
        ("OpenSSL SSL_connect: Connection reset by peer in connection to a.example:443", true),
        ("gnutls_handshake() failed: Error in the pull function.", true),
        ("OpenSSL SSL_read: error:0A000126:SSL routines::unexpected eof while reading, errno 0", false),
        ("OpenSSL SSL_read: error:0A00045C:SSL routines::tlsv13 alert certificate required, errno 0", false),
        ("OpenSSL SSL_write: Broken pipe, errno 32", false), ("SSL_write() error: error:0A000123:x", false),
        ("GnuTLS recv error (-110): The TLS connection was non-properly terminated.", false),
    ]

    @Test(
        "a TLS error during the handshake means that nothing was sent, and later ones may not", arguments: tlsFaults)
    func tlsFault(text: String, isHandshake: Bool) async throws {
        let fault = URLError(.unknown, userInfo: [NSLocalizedDescriptionKey: text])
        let error = try await client(StubTransport { _ in throw fault }) { $0.retry = .never }.failure(of: .list)
        #expect(error.kind == (isHandshake ? .tls : .transport))
        #expect(error.delivery == (isHandshake ? .notSent : .unknown))
    }

    @Test("middleware also sees streams")
    func streams() async throws {
        let stub = StubTransport(.json("[1]"))
        let client = client(stub) {
            $0.middleware = [
                Middleware { request, next in
                    var response = try await next(request)
                    response.headers["X-Seen"] = "1"
                    return response
                }
            ]
        }
        let stream = try await client.stream(.list, options: .init())
        #expect(stream.headers["X-Seen"] == "1")
        #expect(try await stream.collected().body == Data("[1]".utf8))
    }

    @Test("the log has entries for each attempt, its end and each pause, with one request ID and no secrets")
    func log() async throws {
        let log = Log()
        let stub = StubTransport([429, 503], headers: ["Retry-After": "2"])
        let client = client(stub) {
            $0.log = { log.add("\($0)") }
            $0.environment.uuid = { UUID(uuid: (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16)) }
            $0.requestIDHeader = "X-Request-ID"
        }
        let options = RequestOptions(query: [("key", secret)])
        _ = try await client.json(.list, options: options)
        let id = "01020304-0506-0708-090a-0b0c0d0e0f10"
        let begin = "[\(id)] GET https://api.example.com/api/v2/tokens, attempt"
        #expect(
            log.lines == [
                "\(begin) 1: sent", "\(begin) 1: 429 after 0.0 seconds", "\(begin) 1: trying again in 2.0 seconds",
                "\(begin) 2: sent", "\(begin) 2: 503 after 0.0 seconds", "\(begin) 2: trying again in 2.0 seconds",
                "\(begin) 3: sent", "\(begin) 3: 200 after 0.0 seconds",
                "\(begin) 3: ended with 200 after 3 attempts and 4.0 seconds",
            ]
        )
        #expect(stub.requests.map { $0.headers["X-Request-ID"] } == [id, id, id])
        let error = try await client.failure(
            of: ApiClient.Request(.post, "/missing", security: [[.apiKey("None", header: "X")]])
        )
        #expect(error.kind == .missingCredential)
        #expect(error.requestID == id)
    }

    @Test("a repeated request with an entity tag is conditional")
    func entityTags() async throws {
        let stub = StubTransport { request in
            let path = request.url.path
            let tag = path == "/changing" ? "\"\(UUID())\"" : "\"1\""
            guard request.headers["If-None-Match"] != tag else {
                return HTTPResponse(statusCode: 304, headers: ["ETag": tag, "X-Age": "new"])
            }
            let control = path == "/private" ? "no-store" : "max-age=0"
            let headers: HTTPHeaders = ["ETag": tag, "Cache-Control": control, "Vary": "X-Tenant", "X-Age": "old"]
            return HTTPResponse(statusCode: 200, headers: headers, body: Data("\"\(path)\"".utf8))
        }
        let client = client(stub) { $0.middleware = [.entityTags(capacity: 2)] }
        func call(_ path: String, tenant: String = "a") async throws -> (age: String?, condition: String?) {
            let options = RequestOptions(headers: ["X-Tenant": tenant])
            let response: ApiResponse<String> = try await client.send(ApiClient.Request(.get, path), options: options)
            #expect(response.body == path && response.statusCode == 200)
            return (response.headers["X-Age"], stub.requests.last?.headers["If-None-Match"])
        }
        for path in ["/same", "/changing", "/private"] { #expect(try await call(path) == ("old", nil)) }
        #expect(try await call("/same") == ("new", "\"1\""))
        #expect(try await call("/changing").age == "old")
        #expect(try await call("/private") == ("old", nil))
        #expect(try await call("/same", tenant: "b") == ("old", nil))
        // Two are kept, and this is the third.
        #expect(try await call("/same") == ("old", nil))
        let error = try await client.failure(of: ApiClient.Request(.get, "/same"), options: .ifNoneMatch("\"1\""))
        #expect(error.statusCode == 304 && error.headers.entityTag == "\"1\"")
        #expect(RequestOptions.ifMatch("\"2\"").headers["If-Match"] == "\"2\"")
    }

    @Test(
        "every call ends with one event that contains its operation, outcome and cost", arguments: [false, true])
    func ends(isStreamed: Bool) async throws {
        let log = Log()
        let stub = StubTransport { request in
            if request.url.path.hasSuffix("/broken") { throw ApiError(.transport, "broken") }
            return HTTPResponse(statusCode: request.body == nil ? 200 : 400, body: Data("12345".utf8))
        }
        let client = client(stub) {
            $0.retry = .never
            $0.log = { entry in
                guard case .end(let end) = entry.event else { return }
                let outcome =
                    switch end.outcome {
                    case .success(let status): "\(status)"
                    case .failure(let error): "\(error.kind) \(error.operation?.id ?? "")"
                    case .cancelled: "cancelled"
                    }
                let operation = "\(entry.operation.id) \(entry.operation.path)"
                log.add("\(operation): \(outcome), \(end.attempts), \(end.sentBytes), \(end.receivedBytes)")
            }
            $0.middleware = [
                Middleware { request, next in
                    #expect(request.operation?.path.hasPrefix("/{id}") == true)
                    return try await next(request)
                }
            ]
        }
        func call(_ method: HTTPRequest.Method, _ path: String, id: String, body: String? = nil) async throws {
            var request = ApiClient.Request(method, "/{id}\(path)", operationID: id)
            try request.setPath("id", secret)
            request.setBody(text: body, contentType: "text/plain")
            if isStreamed {
                _ = try await client.stream(request, options: .init()).collected()
            } else {
                let _: ApiResponse<Void> = try await client.send(request, options: .init())
            }
        }
        try await call(.get, "", id: "get")
        await #expect(throws: ApiError.self) { try await call(.put, "", id: "put", body: "abc") }
        await #expect(throws: ApiError.self) { try await call(.get, "/broken", id: "broken") }
        let missing = ApiClient.Request(
            .get, "/{id}", operationID: "missing", security: [[.apiKey("None", header: "X")]])
        #expect(try await client.failure(of: missing).kind == .invalidRequest)
        #expect(
            log.lines == [
                "get /{id}: 200, 1, 0, 5", "put /{id}: status put, 1, 3, 5",
                "broken /{id}/broken: transport broken, 1, 0, 0",
            ]
        )
        if isStreamed {
            var request = ApiClient.Request(.get, "/{id}", operationID: "released")
            try request.setPath("id", "x")
            _ = try await client.stream(request, options: .init())
            #expect(log.lines.last == "released /{id}: cancelled, 1, 0, 0")
        }
    }

    @Test("a failure is logged with its reason, and the error has the same request ID")
    func loggedFailure() async throws {
        let log = Log()
        let stub = StubTransport { _ in throw ApiError(.transport, "no \(secret) here") }
        let client = client(stub) {
            $0.retry = .never
            $0.log = { log.add("\($0)\n\(allTexts(of: $0))") }
        }
        let error = try await client.failure(of: .list)
        let id = try #require(error.requestID)
        #expect(log.lines.count == 3)
        #expect(log.lines[1].hasPrefix("[\(id)] GET https://api.example.com/api/v2/tokens, attempt 1: failed after "))
        #expect(log.lines.allSatisfy { !$0.contains(secret) })
        #expect(error.message == "GET /api/v2/tokens failed: no <redacted> here")
    }

    @Test("R22 a secret in a response header does not appear in descriptions of log entries and responses")
    func echoedHeader() async throws {
        let log = Log()
        let headers: HTTPHeaders = ["X-Echo": "you sent \(secret)", "X-Other": "7"]
        let stub = StubTransport { _ in HTTPResponse(statusCode: 200, headers: headers, body: Data("{}".utf8)) }
        let client = client(stub) { $0.log = { log.add("\(allTexts(of: $0)) \($0.event)") } }
        let response: ApiResponse<JSONValue> = try await client.send(.list, options: .init())
        #expect(response.headers["X-Echo"] == "you sent \(secret)")
        let stream = try await client.stream(.list, options: .init())
        for text in log.lines + [allTexts(of: response), allTexts(of: stream)] { #expect(!text.contains(secret)) }
        #expect(log.lines.contains { $0.contains("X-Other") })
    }

    @Test("a curl command contains secrets only on request")
    func curl() async throws {
        let stub = StubTransport { _ in HTTPResponse(statusCode: 400) }
        let client = client(stub) { $0.userAgent = "it's me" }
        var request = ApiClient.Request(.patch, "/t/{id}", security: [[apiKey]])
        try request.setPath("id", "a'b")
        try request.addQuery("q", secret)
        try request.addQuery("r", "x")
        try request.setBody(json: ["a": secret])
        let error = try await client.failure(
            of: request,
            options: RequestOptions(headers: ["X-Empty": "", "Cookie": secret])
        )
        let common = """
            curl --path-as-is --request 'PATCH' --header 'User-Agent: it'\\''s me' --header 'Accept: application/json' \
            --header 'Content-Type: application/json' --header 'X-Empty;'
            """
        let redacted = """
            \(common) --header 'Cookie: <redacted>' --header 'Authorization: <redacted>' --data-raw '<48 bytes>' \
            'https://api.example.com/t/a%27b?q=<redacted>&r=<redacted>'
            """
        #expect(error.curl() == redacted)
        let sent = try #require(stub.requests.first)
        #expect(sent.curl() == redacted)
        #expect(
            sent.curl(showingSecrets: true) == """
                \(common) --header 'Cookie: \(secret)' --header 'Authorization: \(secret)' --data-raw '{"a":"\(secret)"}' \
                'https://api.example.com/t/a%27b?q=\(secret)&r=x'
                """
        )
        let shown = try #require(error.curl(showingSecrets: true))
        #expect(shown.contains("'Authorization: <redacted>'"), "an error never holds a credential")
        #expect(shown.contains("'Cookie: \(secret)'"))
        #expect(ApiError(.transport, "x").curl() == nil)
    }

    @Test("the curl command sends the same request, in a shell")
    func curlRuns() async throws {
        guard FileManager.default.isExecutableFile(atPath: "/usr/bin/curl") else {
            return print("skipped: no curl here")
        }
        let server = try LoopbackServer(CannedResponse(200, body: "{}"))
        defer { server.stop() }
        var request = HTTPRequest(method: .put, url: server.url.appendingPathComponent("a/../b"))
        request.headers = ["X-Empty": "", "X-Quote": "it's \"$HOME\" `x`"]
        request.body = HTTPBody(Data("@it's \\ $(x)".utf8))
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", request.curl(showingSecrets: true) + " --silent --noproxy '*'"]
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        let sent = try #require(server.requests.first)
        #expect(sent.method == "PUT")
        #expect(sent.target == "/a/../b")
        #expect(sent.values(of: "X-Empty") == [""])
        #expect(sent.values(of: "X-Quote") == ["it's \"$HOME\" `x`"])
        #expect(sent.body == request.body?.data)
    }
}
