import Foundation
import MartletCurl
import MartletRuntime
import MartletTestSupport
import Testing

extension FaultTests {
    @Suite(
        "CurlOptions", .enabled(if: CurlTransport.isAvailable, "libcurl is not installed"),
        .timeLimit(.minutes(1)))
    struct CurlOptionsTests {
        @Test("descriptions never contain proxy credentials or a passphrase")
        func redaction() throws {
            var options = CurlOptions()
            options.proxy = .server(try #require(URL(string: "http://user:\(secret)@proxy.example.com:3128")))
            options.clientCertificate = CurlOptions.ClientCertificate(
                certificate: URL(fileURLWithPath: "/certificate"),
                key: URL(fileURLWithPath: "/key"),
                passphrase: Credential(secret)
            )
            for value in [options, options.proxy, options.clientCertificate as Any] as [Any] {
                var dumped = ""
                dump(value, to: &dumped)
                #expect(!"\(value) \(String(reflecting: value)) \(dumped)".contains(secret))
            }
            #expect("\(options)".contains("http://proxy.example.com:3128"))
        }

        @Test("fixed addresses, a Unix socket and an HTTP version are used")
        func destination() async throws {
            let server = try LoopbackServer(CannedResponse(200, body: "1"))
            defer { server.stop() }
            func client(_ host: String, _ change: (inout CurlOptions) -> Void) throws -> ApiClient {
                var options = CurlOptions()
                change(&options)
                let url = try #require(URL(string: "http://\(host):\(server.port)"))
                return Carrier.curl.client(url, transport: CurlTransport(options: options)) {
                    $0.allowsInsecureHTTP = .hosts(["api.example.test"]).includingCredentials
                }
            }
            let renamed = try client("API.example.test") { $0.addresses = ["api.example.test": "127.0.0.1"] }
            #expect(try await renamed.json(.list) == 1)
            #expect(server.requests.first?.values(of: "Host") == ["API.example.test:\(server.port)"])
            for version in [CurlOptions.HTTPVersion.automatic, .http1, .http2] {
                #expect(try await client("127.0.0.1") { $0.httpVersion = version }.json(.list) == 1)
            }
            let count = server.connectionCount
            let socket = try client("127.0.0.1") { $0.unixSocket = URL(fileURLWithPath: "/nonexistent/socket") }
            #expect(try await socket.failure(of: .list).delivery == .notSent)
            #expect(server.connectionCount == count)
        }

        @Test(
            "a server whose public key is not pinned receives nothing",
            .enabled(if: TLSIdentity.isAvailable, "\(TLSIdentity.missing)"))
        func pinning() async throws {
            let identity = try #require(TLSIdentity.valid)
            let command = """
                openssl x509 -in '\(identity.certificate)' -pubkey -noout | openssl pkey -pubin -outform der \
                | openssl dgst -sha256 -binary | openssl base64
                """
            let hash = try await ChildProcess.run("/bin/sh", ["-c", command])
            try #require(hash.isSuccess, "\(hash.errors)")
            let pin = hash.lines.first ?? ""
            let server = try LoopbackServer(tls: identity) { _ in CannedResponse(200, body: "1") }
            defer { server.stop() }
            let other = Data(repeating: 7, count: 32).base64EncodedString()
            for (pins, isTrusted) in [([pin], true), ([other, pin], true), ([other], false)] {
                let client = Carrier.curl.client(
                    server.url, transport: try trustingTransport { $0.publicKeyPins = pins })
                if isTrusted {
                    #expect(try await client.json(.list) == 1)
                } else {
                    let error = try await client.failure(of: .list)
                    #expect(error.kind == .tls && error.delivery == .notSent)
                }
            }
            #expect(server.requests.count == 2)
        }

        @Test("a configured proxy is used for all hosts, regardless of no_proxy")
        func noProxy() async throws {
            let proxy = try LoopbackServer(CannedResponse(403))
            defer { proxy.stop() }
            let probe = try await ChildProcess.run(
                "MartletProbe",
                ["curl", "https://a.example.test", "--proxy", "\(proxy.url)"],
                environment: ["no_proxy": "*", "NO_PROXY": "*"]
            )
            #expect(probe.isSuccess, "\(probe.errors)")
            #expect(proxy.requests.map { "\($0.method) \($0.target)" } == ["CONNECT a.example.test:443"])
        }

        @Test(
            "a passphrase provider is called, and its failure is reported",
            .enabled(if: TLSIdentity.isAvailable, "\(TLSIdentity.missing)")
        )
        func passphrase() async throws {
            struct Locked: Error {}
            var identity = try #require(TLSIdentity.valid)
            identity.clientAuthority = identity.certificate
            let folder = try TemporaryFolder()
            let key = folder.path("key")
            let encryption = try await ChildProcess.run(
                "/bin/sh",
                ["-c", "openssl ec -in '\(identity.key)' -aes256 -passout pass:opensesame -out '\(key)'"]
            )
            try #require(encryption.isSuccess, "\(encryption.errors)")
            let server = try LoopbackServer(tls: identity) { _ in CannedResponse(200, body: "1") }
            defer { server.stop() }
            func client(_ passphrase: Credential) throws -> ApiClient {
                let transport = try trustingTransport { [identity] in
                    $0.clientCertificate = CurlOptions.ClientCertificate(
                        certificate: URL(fileURLWithPath: identity.certificate),
                        key: URL(fileURLWithPath: key),
                        passphrase: passphrase
                    )
                }
                return Carrier.curl.client(server.url, transport: transport)
            }
            #expect(try await client(Credential { "opensesame" }).json(.list) == 1)
            let error = try await client(Credential { throw Locked() }).failure(of: .list)
            #expect(error.kind == .credentialUnavailable)
            #expect(error.underlying is Locked)
            #expect(server.requests.count == 1)
        }
    }
}
