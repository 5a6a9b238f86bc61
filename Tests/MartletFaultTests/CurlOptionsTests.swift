import Foundation
import MartletCurl
import MartletRuntime
import MartletTestSupport
import Testing

extension FaultTests {
    @Suite("Options of libcurl", .enabled(if: CurlTransport.isAvailable), .timeLimit(.minutes(1)))
    struct CurlOptionsTests {
        @Test("no text of the options shows the credentials of a proxy or a passphrase")
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

        @Test("a proxy of its own is used for all hosts, whatever no_proxy says")
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
            "a passphrase is asked for where it has a provider, and a failure to get it is told",
            .enabled(if: TLSIdentity.isAvailable)
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
