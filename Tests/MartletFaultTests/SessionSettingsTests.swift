import Foundation
import MartletCurl
import MartletTestSupport
import Testing

@testable import MartletRuntime

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

extension FaultTests {
    @Suite("Settings of URLSession", .timeLimit(.minutes(1)))
    struct SessionSettingsTests {
        @Test("the session's configuration is used, but cookies and the cache stay off")
        func configuration() async throws {
            let server = try LoopbackServer { _ in
                CannedResponse(
                    200,
                    headers: [("Set-Cookie", "a=b; Path=/"), ("Cache-Control", "max-age=600")],
                    body: "1"
                )
            }
            defer { server.stop() }
            let configuration = URLSessionConfiguration.default
            configuration.httpAdditionalHeaders = ["X-Of-Session": "1"]
            let transport = URLSessionTransport(configuration: configuration)
            // Later changes have no effect.
            configuration.httpAdditionalHeaders = [:]
            let client = Carrier.urlSession.client(server.url, transport: transport)
            for _ in 0..<2 { #expect(try await client.json(.list) == 1) }
            #expect(server.requests.count == 2)
            #expect(server.requests.allSatisfy { $0.values(of: "X-Of-Session") == ["1"] })
            #expect(server.requests.allSatisfy { $0.values(of: "Cookie").isEmpty })
        }

        @Test(
            "a setting that URLSession does not support on Linux is an error that names the alternative, and nothing is sent"
        )
        func unsupported() async throws {
            #if canImport(FoundationNetworking)
                let server = try LoopbackServer(CannedResponse(200, body: "1"))
                defer { server.stop() }
                for transport in [
                    URLSessionTransport(trust: .publicKeys(["AAAA"])),
                    URLSessionTransport(identity: .init(pkcs12: Data(), passphrase: secret)),
                ] {
                    let error = try await Carrier.urlSession.client(server.url, transport: transport).failure(of: .list)
                    #expect(error.kind == .invalidRequest && error.message.contains("CurlTransport"))
                }
                #expect(server.connectionCount == 0)
            #endif
        }

        @Test(
            "the hash of a public key is the one that openssl computes",
            .enabled(if: TLSIdentity.isAvailable, "\(TLSIdentity.missing)"))
        func publicKeyInfo() async throws {
            let folder = try TemporaryFolder()
            for algorithm in ["rsa:2048", "ec -pkeyopt ec_paramgen_curve:secp384r1"] {
                let command = """
                    cd '\(folder.url.path)' && \
                    openssl req -x509 -newkey \(algorithm) -nodes -keyout key.pem -subj '/CN=a' -out cert.pem && \
                    openssl x509 -in cert.pem -outform der -out cert.der && \
                    openssl x509 -in cert.pem -pubkey -noout | openssl pkey -pubin -outform der -out key.der
                    """
                let openssl = try await ChildProcess.run("/bin/sh", ["-c", command])
                try #require(openssl.isSuccess, "\(openssl.errors)")
                let certificate = try Data(contentsOf: folder.url.appendingPathComponent("cert.der"))
                let key = try Data(contentsOf: folder.url.appendingPathComponent("key.der"))
                #expect(PublicKeyInfo(certificate: certificate)?.bytes == key)
                for count in 0..<certificate.count {
                    // A certificate that is cut off has no key, or still the same.
                    let found = PublicKeyInfo(certificate: certificate.prefix(count))
                    #expect(found == nil || found?.bytes == key)
                }
            }
        }
    }
}
