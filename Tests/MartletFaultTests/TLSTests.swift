import Foundation
import MartletCurl
import MartletRuntime
import MartletTestSupport
import Testing

extension FaultTests {
    @Suite("TLS", .enabled(if: TLSIdentity.isAvailable, "\(TLSIdentity.missing)"), .timeLimit(.minutes(1)))
    struct TLSTests {
        static let identities: [(name: String, identity: TLSIdentity?)] = [
            ("self-signed", TLSIdentity.valid), ("another host", TLSIdentity.otherHost),
            ("expired", TLSIdentity.expired),
            (
                "TLS 1.0",
                TLSIdentity.valid.map { identity in
                    var identity = identity
                    identity.isOutdated = true
                    return identity
                }
            ),
        ]

        @Test(
            "R51 an untrusted server is an error of kind tls; nothing is sent, and nothing is retried",
            arguments: Carrier.all,
            identities.indices
        )
        func untrusted(carrier: Carrier, index: Int) async throws {
            let server = try LoopbackServer(tls: Self.identities[index].identity) { _ in CannedResponse(200) }
            defer { server.stop() }
            let error = try await carrier.client(server.url) { $0.retry = .standard }.failure(of: .list)
            #expect(error.kind == .tls, "\(error)")
            #expect(error.delivery == .notSent)
            #expect(error.attempts == 1)
            #expect(error.retryStop == .permanent)
            #expect(server.receivedByteCount == 0)
        }

        @Test(
            "R51 an expired certificate or one for another host is rejected even if its issuer is trusted",
            .enabled(if: CurlTransport.isAvailable, "libcurl is not installed"),
            arguments: [1, 2]
        )
        func wrongCertificate(index: Int) async throws {
            let identity = try #require(Self.identities[index].identity)
            let server = try LoopbackServer(tls: identity) { _ in CannedResponse(200) }
            defer { server.stop() }
            let transport = try trustingTransport {
                $0.trustedCertificates = URL(fileURLWithPath: identity.certificate)
            }
            let error = try await Carrier.curl.client(server.url, transport: transport).failure(of: .list)
            #expect(error.kind == .tls, "\(error)")
            #expect(server.receivedByteCount == 0)
        }

        @Test("R51 plain text on a TLS port is an error of kind tls", arguments: Carrier.all)
        func plainText(carrier: Carrier) async throws {
            let plain = Opening.write(CannedResponse(200, body: "{}").bytes)
            let server = try LoopbackServer(tls: TLSIdentity.valid, opening: { _ in plain }) { _ in CannedResponse(200)
            }
            defer { server.stop() }
            let error = try await carrier.client(server.url).failure(of: .list)
            #expect(error.kind == .tls, "\(error)")
        }

        @Test(
            "R51 with libcurl, a connection that is dropped during the handshake has sent nothing",
            .enabled(if: CurlTransport.isAvailable, "libcurl is not installed"),
            arguments: [Opening.close, .reset].indices
        )
        func dropped(index: Int) async throws {
            let opening = [Opening.close, .reset][index]
            let server = try LoopbackServer(tls: TLSIdentity.valid, opening: { _ in opening }) { _ in
                CannedResponse(200)
            }
            defer { server.stop() }
            let error = try await Carrier.curl.client(server.url).failure(of: .reset)
            #expect(error.delivery == .notSent)
        }

        @Test(
            "a TLS error after the handshake reports that the request may have been carried out",
            .enabled(if: CurlTransport.isAvailable, "libcurl is not installed")
        )
        func afterHandshake() async throws {
            let half = CannedResponse("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc")
            for answer in [half, CannedResponse(bytes: half.bytes, ending: .reset)] {
                let server = try LoopbackServer(tls: TLSIdentity.valid) { _ in answer }
                defer { server.stop() }
                let error = try await Carrier.curl.client(server.url, transport: try trustingTransport())
                    .failure(of: .reset)
                #expect(server.requests.count == 1)
                #expect(error.kind == .transport)
                #expect(error.delivery == .unknown)
            }
        }

        @Test("R51 a stalled handshake ends with the call's timeout", arguments: Carrier.all)
        func stall(carrier: Carrier) async throws {
            let server = try LoopbackServer(tls: TLSIdentity.valid, opening: { _ in .ignore }) { _ in
                CannedResponse(200)
            }
            defer { server.stop() }
            let limit = Duration.milliseconds(300)
            try await expectSoon(within: limit + .milliseconds(100)) {
                try await duration {
                    let error = try await carrier.client(server.url) { $0.timeout = limit }.failure(of: .list)
                    #expect(error.kind == .timeout)
                }
            }
            try await server.untilIdle()
        }

        @Test(
            "a server with a trusted certificate receives the request, and its response arrives",
            .enabled(if: CurlTransport.isAvailable, "libcurl is not installed")
        )
        func trusted() async throws {
            let server = try LoopbackServer(tls: TLSIdentity.valid) { _ in CannedResponse(200, body: "1") }
            defer { server.stop() }
            let client = Carrier.curl.client(server.url, transport: try trustingTransport())
            for _ in 0..<5 { #expect(try await client.json(.list) == 1) }
            #expect(server.connectionCount == 1)
            #expect(server.requests.first?.values(of: "Authorization") == [secret])
        }

        @Test(
            "a server that requests a client certificate receives the configured one",
            .enabled(if: CurlTransport.isAvailable, "libcurl is not installed")
        )
        func clientCertificate() async throws {
            var identity = try #require(TLSIdentity.valid)
            identity.clientAuthority = identity.certificate
            let server = try LoopbackServer(tls: identity) { _ in CannedResponse(200, body: "1") }
            defer { server.stop() }
            let bare = Carrier.curl.client(server.url, transport: try trustingTransport())
            _ = try await bare.failure(of: .list)
            #expect(server.requests.isEmpty)
            let transport = try trustingTransport {
                $0.clientCertificate = CurlOptions.ClientCertificate(
                    certificate: URL(fileURLWithPath: identity.certificate),
                    key: URL(fileURLWithPath: identity.key)
                )
            }
            #expect(try await Carrier.curl.client(server.url, transport: transport).json(.list) == 1)
        }
    }
}
