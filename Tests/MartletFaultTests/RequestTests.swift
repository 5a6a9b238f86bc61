import Foundation
import MartletCurl
import MartletRuntime
import MartletSupport
import MartletTestSupport
import MartletTesting
import Testing

extension FaultTests {
    @Suite("Requests", .timeLimit(.minutes(1)))
    struct RequestTests {
        /// Requests that must be rejected before a connection is opened.
        private func refused(
            _ carrier: Carrier,
            _ request: ApiClient.Request = .list,
            options: RequestOptions = .init(),
            _ configure: (inout Configuration) -> Void = { _ in }
        ) async throws {
            let server = try LoopbackServer(CannedResponse(200, body: "{}"))
            defer { server.stop() }
            let error = try await carrier.client(server.url, configure).failure(of: request, options: options)
            #expect(error.kind == .invalidRequest)
            #expect(error.delivery == .notSent)
            #expect(!"\(error)".contains(secret))
            #expect(server.connectionCount == 0)
        }

        @Test(
            "R9 a credential that is not a valid header value is rejected, and nothing is sent", arguments: Carrier.all)
        func badCredential(carrier: Carrier) async throws {
            for value in [
                "\(secret)\r\nX-Evil: 1", "\(secret)\n", "\(secret)\0", " \(secret)", "\(secret) ", "\(secret)é",
            ] {
                try await refused(carrier) { $0.credentials["ApiKey"] = Credential(value) }
            }
            try await refused(carrier) { $0.credentials["ApiKey"] = Credential("\(secret)\u{2028}") }
        }

        @Test(
            "R10 R11 an invalid header is rejected, and nothing is sent",
            arguments: Carrier.all
        )
        func badHeader(carrier: Carrier) async throws {
            for (name, value) in [
                ("X", "a\r\nY: b"), ("X", "a\nb"), ("X", "a\r\n b"), ("X", "a\0"), ("X Y", "a"), ("X:", "a"), ("", "a"),
                ("X", "é"), ("X", "🔑"), ("Content-Length", "5"), ("Transfer-Encoding", "chunked"), ("Host", "x"),
            ] {
                try await refused(carrier, options: RequestOptions(headers: [name: value]))
                try await refused(carrier) {
                    $0.middleware = [
                        Middleware { request, next in
                            var request = request
                            request.headers.append(name, value)
                            return try await next(request)
                        }
                    ]
                }
            }
        }

        /// Path parameters, with their expected form in the request line: one segment, whatever they contain.
        static let segments: [(String, String)] = [
            ("a/b", "a%2Fb"), ("../members/x", "..%2Fmembers%2Fx"), ("..\\x", "..%5Cx"), ("..;/x", "..%3B%2Fx"),
            ("%2e%2e", "%252e%252e"), ("%2E.", "%252E."), ("...", "..."), ("a?b", "a%3Fb"), ("a#b", "a%23b"),
            ("a b", "a%20b"), ("+;=&:@", "%2B%3B%3D%26%3A%40"), ("\"{}|", "%22%7B%7D%7C"), ("é", "%C3%A9"),
            ("🔑", "%F0%9F%94%91"), ("\u{7F}", "%7F"), ("\r\n\0", "%0D%0A%00"),
            (String(repeating: "x", count: 8000), String(repeating: "x", count: 8000)),
        ]

        @Test(
            "R13 R14 R15 a path parameter is a single segment on the wire, and dots are preserved",
            arguments: Carrier.all
        )
        func segments(carrier: Carrier) async throws {
            let server = try LoopbackServer(CannedResponse(200, body: "{}"))
            defer { server.stop() }
            let client = carrier.client(server.url)
            for (id, _) in Self.segments {
                var request = ApiClient.Request(.get, "/api/v2/tokens/{id}/reset")
                try request.setPath("id", id)
                _ = try await client.json(request)
            }
            #expect(server.requests.map(\.target) == Self.segments.map { "/api/v2/tokens/\($0.1)/reset" })
        }

        @Test("R12 R13 an id that would address another resource is rejected", arguments: ["", ".", ".."])
        func badID(id: String) {
            for method in [HTTPRequest.Method.get, .patch, .delete, .post] {
                var request = ApiClient.Request(method, "/api/v2/tokens/{id}")
                let error = #expect(throws: ApiError.self) { try request.setPath("id", id) }
                #expect(error?.kind == .invalidRequest)
            }
        }

        @Test("R14 R16 any text survives as a path parameter and as a query parameter")
        func anyText() async throws {
            var generator = SystemRandomNumberGenerator()
            let stub = StubTransport { _ in .json("{}") }
            let client = ApiClient(
                configuration: Configuration(server: URL(string: "https://x.example"), transport: stub)
            )
            for _ in 0..<10_000 {
                let scalars = (0..<6).compactMap { _ in
                    Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &generator))
                }
                let text = "x" + String(String.UnicodeScalarView(scalars))
                var request = ApiClient.Request(.get, "/t/{id}")
                try request.setPath("id", text)
                try request.addQuery(text, text)
                _ = try await client.json(request)
            }
            for request in stub.requests {
                let parts = request.url.absoluteString.split(separator: "?")
                let path = parts[0].dropFirst("https://x.example/t/".count)
                #expect(!path.contains("/"))
                let values = parts[1].split(separator: "=").map(\.removingPercentEncoding)
                #expect(values == [path.removingPercentEncoding, path.removingPercentEncoding])
            }
        }

        @Test("R16 a server reads back the query that was sent", arguments: Carrier.all)
        func query(carrier: Carrier) async throws {
            let server = try LoopbackServer(CannedResponse(200, body: "{}"))
            defer { server.stop() }
            var request = ApiClient.Request(.get, "/q")
            let pairs = [("a b", "c&d"), ("=", "+"), ("#", "%"), ("n", "e\u{301}"), ("n", "\u{e9}"), ("empty", "")]
            for (name, value) in pairs { try request.addQuery(name, value) }
            _ = try await carrier.client(server.url).json(request)
            let target = try #require(server.requests.first?.target)
            let read = target.dropFirst("/q?".count).split(separator: "&").map { field in
                field.split(separator: "=", omittingEmptySubsequences: false).map {
                    $0.replacingOccurrences(of: "+", with: " ").removingPercentEncoding ?? ""
                }
            }
            #expect(read.map { Array($0.joined(separator: "\0").utf8) } == pairs.map { Array("\($0)\0\($1)".utf8) })
        }

        @Test("R17 the server's path comes first, followed by a single slash", arguments: Carrier.all)
        func joining(carrier: Carrier) async throws {
            let server = try LoopbackServer(CannedResponse(200, body: "{}"))
            defer { server.stop() }
            for path in ["", "/", "/x", "/x/", "/x//"] {
                let url = try #require(URL(string: "\(server.url)\(path)"))
                _ = try await carrier.client(url).json(ApiClient.Request(.get, "/y"))
            }
            #expect(server.requests.map(\.target) == ["/y", "/y", "/x/y", "/x/y", "/x/y"])
        }

        @Test(
            "R18 plain HTTP is rejected except on the loopback interface, with or without a credential",
            arguments: Carrier.all)
        func plain(carrier: Carrier) async throws {
            for host in ["api.example.com", "127.0.0.1.example.com", "localhost.example.com", "0.0.0.0"] {
                let client = carrier.client(try #require(URL(string: "http://\(host)")))
                for request in [ApiClient.Request.list, ApiClient.Request(.get, "/")] {
                    #expect(try await client.failure(of: request).kind == .invalidRequest)
                }
            }
        }

        @Test(
            "R18 plain HTTP is sent if the configuration allows it, with a credential only if it includes credentials",
            arguments: Carrier.all
        )
        func plainOnPurpose(carrier: Carrier) async throws {
            let server = try LoopbackServer(CannedResponse(200, body: "{}"))
            defer { server.stop() }
            // This address leads to the loopback server but is no loopback address.
            let url = try #require(URL(string: "http://0.0.0.0:\(server.port)"))
            let open = ApiClient.Request(.get, "/open")
            let rows: [(policy: Configuration.InsecureHTTP, open: Bool, secret: Bool)] = [
                (.never, false, false), (.never.includingCredentials, false, false), (.hosts(["0.0.0"]), false, false),
                (.hosts(["0.0.0.0"]), true, false), (.always, true, false),
                (.hosts(["0.0.0.0"]).includingCredentials, true, true), (.always.includingCredentials, true, true),
                (.hosts(["x.example.com"]).includingCredentials, false, false),
            ]
            for row in rows {
                let client = carrier.client(url) { $0.allowsInsecureHTTP = row.policy }
                for (request, isSent) in [(open, row.open), (.list, row.secret)] {
                    let count = server.requests.count
                    if isSent {
                        _ = try await client.json(request)
                    } else {
                        let error = try await client.failure(of: request)
                        #expect(error.kind == .invalidRequest && error.delivery == .notSent)
                        #expect(error.message.contains("configuration.allowsInsecureHTTP"))
                    }
                    #expect(server.requests.count == count + (isSent ? 1 : 0))
                }
            }
        }

        @Test("R25 a request has each header once, and no unexpected header", arguments: Carrier.all)
        func wire(carrier: Carrier) async throws {
            let server = try LoopbackServer(CannedResponse(200, body: "{}"))
            defer { server.stop() }
            let client = carrier.client(server.url) { $0.headers["LD-API-Version"] = "20240415" }
            var request = ApiClient.Request(.post, "/api/v2/tokens", security: [[apiKey]])
            try request.setBody(json: ["path": "/name", "emoji": "🔑"] as JSONValue)
            // Waiting for 100 Continue would take a second.
            try await expectSoon(within: .milliseconds(500)) {
                try await duration { _ = try await client.json(request) }
            }
            let sent = try #require(server.requests.first)
            #expect(String(decoding: sent.bytes.prefix(30), as: UTF8.self) == "POST /api/v2/tokens HTTP/1.1\r\n")
            #expect(sent.body == Data(#"{"emoji":"🔑","path":"/name"}"#.utf8))
            var expected = [
                "host": "127.0.0.1:\(server.port)", "authorization": secret, "accept": "application/json",
                "ld-api-version": "20240415", "user-agent": Configuration.defaultUserAgent,
                "content-type": "application/json", "content-length": "\(sent.body.count)",
            ]
            // Headers that the transports add.
            let accepted = sent.values(of: "Accept-Encoding")
            #expect(accepted.count == 1)
            expected["accept-encoding"] = accepted.first
            if carrier == .urlSession {
                expected["accept-language"] = "*"
                expected["connection"] = "close"
            }
            #expect(sent.headers.count == expected.count)
            for (name, value) in expected { #expect(sent.values(of: name) == [value]) }
        }

        @Test(
            "R25 every method is sent unchanged, and an empty body is announced where servers require it",
            arguments: Carrier.all,
            ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]
        )
        func methods(carrier: Carrier, name: String) async throws {
            let server = try LoopbackServer(CannedResponse(204))
            defer { server.stop() }
            let request = ApiClient.Request(HTTPRequest.Method(rawValue: name), "/")
            let response: ApiResponse<Void> = try await carrier.client(server.url).send(request, options: .init())
            #expect(response.statusCode == 204)
            let sent = try #require(server.requests.first)
            #expect(sent.method == name)
            let announces = ["POST", "PUT", "PATCH"].contains(name)
            #expect(sent.values(of: "Content-Type") == (announces ? ["application/json"] : []))
            if announces { #expect(sent.values(of: "Content-Length") == ["0"]) }
            #expect(sent.values(of: "Transfer-Encoding").isEmpty)
        }

        @Test("R25 headers without a value and repeated headers are sent unchanged", arguments: Carrier.all)
        func oddHeaders(carrier: Carrier) async throws {
            let server = try LoopbackServer(CannedResponse(200, body: "{}"))
            defer { server.stop() }
            let options = RequestOptions(headers: ["X-Empty": "", "X-Two": "1", "x-two": "2"])
            _ = try await carrier.client(server.url).json(.list, options: options)
            let sent = try #require(server.requests.first)
            #expect(sent.values(of: "X-Empty") == [""])
            #expect(sent.values(of: "X-Two").joined(separator: ", ") == "1, 2")
        }

        @Test("R26 a number that JSON cannot represent is rejected before sending")
        func numbers() throws {
            for number in [Double.nan, .infinity] {
                var request = ApiClient.Request(.post, "/")
                let error = #expect(throws: ApiError.self) { try request.setBody(json: [number]) }
                #expect(error?.kind == .invalidRequest)
            }
            var request = ApiClient.Request(.post, "/")
            try request.setBody(json: [Int64.min])
        }

        @Test("a body of bytes and files is sent in order, with its length", arguments: Carrier.all)
        func files(carrier: Carrier) async throws {
            func copies() throws -> Set<String> {
                let folder = FileManager.default.temporaryDirectory
                let files = try FileManager.default.contentsOfDirectory(
                    at: folder, includingPropertiesForKeys: [.isRegularFileKey])
                let copies = try files.filter { file in
                    try file.lastPathComponent.hasPrefix("martlet-")
                        && file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true
                }
                return Set(copies.map(\.lastPathComponent))
            }
            let before = try copies()
            let folder = try TemporaryFolder()
            let text = String(repeating: "0123456789", count: 20_000)
            try folder.write(text, to: "file")
            try folder.write("", to: "empty")
            let file = folder.url.appendingPathComponent("file")
            var mixed = HTTPBody(Data("<".utf8))
            try mixed.append(file: file)
            mixed.append(Data("|".utf8))
            try mixed.append(file: folder.url.appendingPathComponent("empty"))
            try mixed.append(file: file)
            let server = try LoopbackServer(CannedResponse(200, body: "{}"))
            defer { server.stop() }
            let client = carrier.client(server.url)
            for body in [
                mixed, try HTTPBody(file: file), try HTTPBody(file: folder.url.appendingPathComponent("empty")),
            ] {
                _ = try await client.json(ApiClient.Request(.put, "/"), options: RequestOptions(body: body))
            }
            #expect(server.requests.map { String(decoding: $0.body, as: UTF8.self) } == ["<\(text)|\(text)", text, ""])
            #expect(server.requests.allSatisfy { $0.values(of: "Content-Length") == ["\($0.body.count)"] })
            #expect(try copies().subtracting(before).isEmpty)
        }

        @Test("R61 a changed or missing file is an error before anything is sent", arguments: Carrier.all)
        func changedFile(carrier: Carrier) async throws {
            let folder = try TemporaryFolder()
            try folder.write("12345", to: "file")
            let file = folder.url.appendingPathComponent("file")
            let body = try HTTPBody(file: file)
            #expect(throws: ApiError.self) { try HTTPBody(file: folder.url.appendingPathComponent("none")) }
            #expect(throws: ApiError.self) { try HTTPBody(file: folder.url) }
            let server = try LoopbackServer(CannedResponse(200, body: "{}"))
            defer { server.stop() }
            let client = carrier.client(server.url) { $0.retry = .standard }
            try folder.write("123", to: "file")
            let put = ApiClient.Request(.put, "/")
            for _ in 0..<2 {
                let error = try await client.failure(of: put, options: RequestOptions(body: body))
                #expect(error.kind == .invalidRequest)
                #expect(error.message.contains("a file of the body has changed or cannot be read"))
                #expect(error.attempts == 1)
                try? FileManager.default.removeItem(at: file)
            }
            #expect(server.requests.isEmpty)
        }
    }
}
