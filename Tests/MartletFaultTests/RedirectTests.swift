import Foundation
import MartletRuntime
import MartletSupport
import MartletTestSupport
import MartletTesting
import Testing

extension FaultTests {
    @Suite("Redirects", .timeLimit(.minutes(1)))
    struct RedirectTests {
        static let statuses = [301, 302, 303, 307, 308]

        /// A server that redirects everything to `location`, and the client's result.
        private func redirected(
            _ carrier: Carrier,
            _ status: Int,
            _ location: String,
            method: HTTPRequest.Method = .get,
            redirects: Configuration.RedirectPolicy = .sameOrigin(limit: 5)
        ) async throws -> (error: ApiError, requests: [RecordedRequest]) {
            let server = try LoopbackServer(CannedResponse(status, headers: [("Location", location)], body: "moved"))
            defer { server.stop() }
            let client = carrier.client(server.url) { $0.redirects = redirects }
            let error = try await client.failure(of: ApiClient.Request(method, "/a/b", security: [[apiKey]]))
            return (error, server.requests)
        }

        @Test(
            "R1 a redirect to another server is an error with the complete response, and that server receives no request",
            arguments: Carrier.all,
            statuses
        )
        func otherServer(carrier: Carrier, status: Int) async throws {
            let other = try LoopbackServer(CannedResponse(200, body: "{}"))
            defer { other.stop() }
            for redirects in [Configuration.RedirectPolicy.never, .sameOrigin(limit: 5)] {
                let location = "\(other.url)/stolen"
                let (error, requests) = try await redirected(carrier, status, location, redirects: redirects)
                #expect(error.kind == .redirect)
                #expect(error.statusCode == status)
                #expect(error.message.contains("\(location); configuration.redirects"))
                #expect(error.headers["Location"] == location)
                #expect(error.body == Data("moved".utf8))
                #expect(requests.count == 1)
            }
            #expect(other.connectionCount == 0)
        }

        @Test("R2 a different port, host name or scheme is a different origin", arguments: Carrier.all)
        func otherOrigins(carrier: Carrier) async throws {
            let other = try LoopbackServer(CannedResponse(200, body: "{}"))
            defer { other.stop() }
            let server = try LoopbackServer { request in
                let targets = [
                    "http://127.0.0.1:\(other.port)/", "//127.0.0.1:\(other.port)/", "http://127.0.0.1./a",
                    "http://user@127.0.0.1:\(request.values(of: "Host")[0].split(separator: ":")[1])/",
                    "http://localhost:\(request.values(of: "Host")[0].split(separator: ":")[1])/",
                    "https://\(request.values(of: "Host")[0])/",
                ]
                let number = Int(request.target.dropFirst()) ?? 0
                return CannedResponse(307, headers: [("Location", targets[number])])
            }
            defer { server.stop() }
            let client = carrier.client(server.url) { $0.redirects = .sameOrigin(limit: 5) }
            for number in 0..<6 {
                let error = try await client.failure(of: ApiClient.Request(.get, "/\(number)", security: [[apiKey]]))
                #expect(error.kind == .redirect)
            }
            #expect(server.requests.count == 6)
            #expect(other.connectionCount == 0)
        }

        @Test(
            "R3 a redirect from TLS to plain HTTP sends nothing unencrypted",
            .enabled(if: TLSIdentity.isAvailable, "\(TLSIdentity.missing)"),
            arguments: [Carrier.curl].filter(Carrier.all.contains)
        )
        func downgrade(carrier: Carrier) async throws {
            // URLSession cannot be told to trust the certificate of a test; its redirects are declined all the same.
            let plain = try LoopbackServer(CannedResponse(200, body: "{}"))
            defer { plain.stop() }
            let secure = try LoopbackServer(tls: TLSIdentity.valid) { _ in
                CannedResponse(307, headers: [("Location", "\(plain.url)/")])
            }
            defer { secure.stop() }
            for redirects in [Configuration.RedirectPolicy.sameOrigin(limit: 5), .anyOrigin(limit: 5)] {
                let client = carrier.client(secure.url, transport: try trustingTransport()) { $0.redirects = redirects }
                var request = ApiClient.Request(.patch, "/", security: [[apiKey]])
                try request.setBody(json: ["a": 1])
                #expect(try await client.failure(of: request).kind == .redirect)
                #expect(try await client.failure(of: .list).kind == .redirect)
            }
            #expect(secure.requests.count == 4)
            #expect(plain.connectionCount == 0)
        }

        @Test("R4 a chain of redirects that leaves the origin and returns ends where it leaves", arguments: Carrier.all)
        func chain(carrier: Carrier) async throws {
            let home = Location()
            let away = try LoopbackServer { _ in CannedResponse(302, headers: [("Location", "\(home.value)/last")]) }
            defer { away.stop() }
            let server = try LoopbackServer { request in
                CannedResponse(302, headers: [("Location", request.target == "/first" ? "/second" : "\(away.url)/")])
            }
            defer { server.stop() }
            home.value = "\(server.url)"
            let client = carrier.client(server.url) { $0.redirects = .sameOrigin(limit: 5) }
            #expect(
                try await client.failure(of: ApiClient.Request(.get, "/first", security: [[apiKey]])).kind == .redirect)
            #expect(server.requests.map(\.target) == ["/first", "/second"])
            #expect(away.connectionCount == 0)
        }

        @Test(
            "R5 R6 a request that could change something is not redirected to another origin",
            arguments: Carrier.all,
            [HTTPRequest.Method.post, .put, .patch, .delete]
        )
        func unsafeMethods(carrier: Carrier, method: HTTPRequest.Method) async throws {
            for status in Self.statuses {
                let (error, requests) = try await redirected(carrier, status, "/elsewhere", method: method)
                #expect(error.kind == .redirect)
                #expect(requests.count == 1)
            }
        }

        @Test("R7 a redirect to itself ends at the limit", arguments: Carrier.all)
        func loop(carrier: Carrier) async throws {
            for limit in [0, 1, 5] {
                let (error, requests) = try await redirected(
                    carrier,
                    302,
                    "/a/b",
                    redirects: .sameOrigin(limit: limit)
                )
                #expect(error.kind == .redirect)
                #expect(requests.count == limit + 1)
            }
        }

        @Test(
            "R1 if allowed, a redirect within the origin is followed with the credentials",
            arguments: Carrier.all
        )
        func followed(carrier: Carrier) async throws {
            let server = try LoopbackServer { request in
                switch request.target {
                case "/a/b": CannedResponse(307, headers: [("Location", "../c?d=e#f")])
                case "/c?d=e": CannedResponse(200, body: "1")
                default: CannedResponse(404)
                }
            }
            defer { server.stop() }
            let client = carrier.client(server.url) { $0.redirects = .sameOrigin(limit: 5) }
            #expect(try await client.json(ApiClient.Request(.get, "/a/b", security: [[apiKey]])) == 1)
            #expect(server.requests.map { $0.values(of: "Authorization") } == [[secret], [secret]])
        }

        @Test(
            "R1 if allowed, a redirect to storage is followed without credentials, even if it leads back",
            arguments: Carrier.all
        )
        func storage(carrier: Carrier) async throws {
            let home = Location()
            let storage = try LoopbackServer { request in
                request.target.hasPrefix("/back")
                    ? CannedResponse(302, headers: [("Location", "\(home.value)/last")])
                    : CannedResponse(200, body: "\"stored\"")
            }
            defer { storage.stop() }
            let server = try LoopbackServer { request in
                switch request.target {
                case "/file": CannedResponse(302, headers: [("Location", "\(storage.url)/file?signature=s")])
                case "/chain": CannedResponse(302, headers: [("Location", "\(storage.url)/back")])
                default: CannedResponse(200, body: "\"home\"")
                }
            }
            defer { server.stop() }
            home.value = "\(server.url)"
            let client = carrier.client(server.url) {
                $0.redirects = .anyOrigin(limit: 5)
                $0.headers = ["X-Tenant": "eu"]
                $0.attemptMiddleware = [
                    Middleware { request, next in
                        var request = request
                        request.headers["X-Signature"] = "signed"
                        return try await next(request)
                    }
                ]
            }
            #expect(try await client.json(ApiClient.Request(.get, "/file", security: [[apiKey]])) == "stored")
            #expect(try await client.json(ApiClient.Request(.get, "/chain", security: [[apiKey]])) == "home")
            #expect(storage.requests.map(\.target) == ["/file?signature=s", "/back"])
            #expect(server.requests.map(\.target) == ["/file", "/chain", "/last"])
            let names = ["Authorization", "X-Tenant", "X-Signature"]
            for request in server.requests.dropLast() {
                #expect(names.flatMap(request.values) == [secret, "eu", "signed"])
            }
            for request in storage.requests + server.requests.suffix(1) {
                #expect(names.flatMap(request.values) == [])
                #expect(request.values(of: "Accept") == ["application/json"])
            }
            let post = try await client.failure(of: ApiClient.Request(.post, "/file", security: [[apiKey]]))
            #expect(post.kind == .redirect && post.message.contains("\(storage.url)/file;"))
            #expect(!post.message.contains("signature"))
        }

        static let oddLocations = [
            "", "//", "http://", "ftp://x", "file:///etc/passwd", "javascript:1", "http://[::1", "a b", "http://a b/",
            "\\\\x", "http://\u{7F}/", "http://é.example/", "http://127.0.0.1:99999/", "http:///x", "%", "?%zz",
            String(repeating: "x", count: 100_000), "/\u{FFFD}",
        ]

        @Test("R8 a redirect without a valid target is an error", arguments: Carrier.all)
        func oddRedirects(carrier: Carrier) async throws {
            for location in Self.oddLocations {
                for redirects in [Configuration.RedirectPolicy.never, .sameOrigin(limit: 2), .anyOrigin(limit: 2)] {
                    let (error, _) = try await redirected(carrier, 302, location, redirects: redirects)
                    #expect(error.kind == .redirect || error.kind == .transport, "\(location.prefix(50))")
                }
            }
            let error = try await carrier.failure(from: CannedResponse(302))
            #expect(error.kind == .redirect)
            let bytes =
                Data("HTTP/1.1 302 F\r\nLocation: /".utf8) + [0xFF, 0xFE] + Data("\r\nContent-Length: 0\r\n\r\n".utf8)
            let invalid = try await carrier.failure(from: CannedResponse(bytes: bytes))
            #expect(invalid.kind == (carrier.isFoundationNetworking ? .transport : .redirect))
        }

        @Test("R8 a relative redirect is resolved according to RFC 3986", arguments: Carrier.all)
        func relative(carrier: Carrier) async throws {
            for (location, target) in [("x", "/a/x"), ("/x%2Fy", "/x%2Fy"), ("?a", "/a/b?a"), ("./x", "/a/x")] {
                let server = try LoopbackServer { request in
                    request.target == "/a/b"
                        ? CannedResponse(302, headers: [("Location", location)]) : CannedResponse(200, body: "{}")
                }
                defer { server.stop() }
                let client = carrier.client(server.url) { $0.redirects = .sameOrigin(limit: 1) }
                _ = try await client.json(ApiClient.Request(.get, "/a/b"))
                #expect(server.requests.map(\.target) == ["/a/b", target])
            }
        }

        @Test("R69 a link to another origin is never followed with credentials")
        func middleware() async throws {
            let stub = StubTransport { _ in .json("{}") }
            for target in ["https://evil.example/x", "http://api.example.com/", "https://api.example.com:8443/"] {
                var configuration = Configuration(server: URL(string: "https://api.example.com"), transport: stub)
                configuration.credentials["ApiKey"] = Credential(secret)
                configuration.middleware = [
                    Middleware { request, next in
                        var request = request
                        request.url = try #require(URL(string: target))
                        return try await next(request)
                    }
                ]
                let error = try await ApiClient(configuration: configuration).failure(of: .list)
                #expect(error.kind == .invalidRequest)
            }
            #expect(stub.requests.isEmpty)
        }
    }
}

/// A text that is set once it is known.
private final class Location: @unchecked Sendable {
    private let lock = NSLock()
    private var text = ""

    var value: String {
        get { lock.withLock { text } }
        set { lock.withLock { text = newValue } }
    }
}
