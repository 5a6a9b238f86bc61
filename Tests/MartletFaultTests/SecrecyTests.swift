import Foundation
import MartletCurl
import MartletRuntime
import MartletTestSupport
import Testing

extension FaultTests {
    @Suite("Secrets and stored state", .timeLimit(.minutes(1)))
    struct SecrecyTests {
        @Test("R20 plain HTTP never uses a proxy from the environment", arguments: Carrier.all)
        func plainProxy(carrier: Carrier) async throws {
            let proxy = try LoopbackServer(CannedResponse(200, body: "{}"))
            let server = try LoopbackServer(CannedResponse(200, body: "{}"))
            defer {
                proxy.stop()
                server.stop()
            }
            for name in ["http_proxy", "all_proxy", "ALL_PROXY"] {
                let probe = try await ChildProcess.run(
                    "MartletProbe",
                    [carrier.rawValue, "\(server.url)", "--token", secret],
                    environment: [name: "\(proxy.url)", "no_proxy": nil, "NO_PROXY": nil]
                )
                let expected = carrier.isFoundationNetworking ? "invalidRequest 0 notSent " : "200 2"
                #expect(probe.lines.first?.hasPrefix(expected) == true, "\(probe.lines)")
            }
            let excepted = try await ChildProcess.run(
                "MartletProbe",
                [carrier.rawValue, "\(server.url)", "--token", secret],
                environment: ["http_proxy": "\(proxy.url)", "no_proxy": "example.com, 127.0.0.1"]
            )
            #expect(excepted.lines.first == "200 2", "\(excepted.lines)")
            #expect(proxy.connectionCount == 0)
        }

        @Test(
            "R20 a proxy sees TLS as a tunnel, without the token",
            .enabled(if: TLSIdentity.isAvailable, "\(TLSIdentity.missing)"),
            arguments: Carrier.all
        )
        func secureProxy(carrier: Carrier) async throws {
            let proxy = try LoopbackServer(CannedResponse(403))
            let server = try LoopbackServer(tls: TLSIdentity.valid) { _ in CannedResponse(200) }
            defer {
                proxy.stop()
                server.stop()
            }
            _ = try await ChildProcess.run(
                "MartletProbe",
                [carrier.rawValue, "\(server.url)", "--token", secret],
                environment: ["https_proxy": "\(proxy.url)", "no_proxy": nil, "NO_PROXY": nil]
            )
            // libcurl uses it only if it is configured.
            let expected = carrier == .curl ? [] : ["CONNECT 127.0.0.1:\(server.port)"]
            #expect(proxy.requests.map { "\($0.method) \($0.target)" } == expected)
            #expect(proxy.requests.allSatisfy { $0.bytes.range(of: Data(secret.utf8)) == nil })
        }

        @Test(
            "R20 with libcurl, a configured proxy is used for TLS and not for plain HTTP",
            .enabled(if: CurlTransport.isAvailable, "libcurl is not installed")
        )
        func ownProxy() async throws {
            let proxy = try LoopbackServer(CannedResponse(407))
            let plain = try LoopbackServer(CannedResponse(200, body: "1"))
            defer {
                proxy.stop()
                plain.stop()
            }
            var options = CurlOptions()
            options.proxy = .server(proxy.url)
            let transport = CurlTransport(options: options)
            #expect(try await Carrier.curl.client(plain.url, transport: transport).json(.list) == 1)
            #expect(proxy.connectionCount == 0)
            let url = try #require(URL(string: "https://api.example.com"))
            let error = try await Carrier.curl.client(url, transport: transport).failure(of: .list)
            #expect(error.kind == .transport)
            #expect(proxy.requests.map { "\($0.method) \($0.target)" } == ["CONNECT api.example.com:443"])
        }

        @Test(
            "R21 R22 a process never prints or logs its token, even if the server echoes it",
            arguments: Carrier.all
        )
        func output(carrier: Carrier) async throws {
            let answers = [
                CannedResponse(401, headers: [("X-Echo", secret)], body: "unknown token \(secret)"),
                CannedResponse(302, headers: [("Location", "/?token=\(secret)")], body: secret),
                CannedResponse(200, headers: [("Set-Cookie", secret)], body: secret, contentType: "text/plain"),
                CannedResponse(503, body: secret), .close,
            ]
            for answer in answers {
                let server = try LoopbackServer(answer)
                defer { server.stop() }
                let probe = try await ChildProcess.run(
                    "MartletProbe",
                    [carrier.rawValue, "\(server.url)", "--token", secret, "--attempts", "3", "--log", "yes"]
                )
                #expect(probe.isSuccess)
                #expect(probe.lines.filter { $0.hasPrefix("log ") }.count >= 2)
                #expect(server.requests.first?.values(of: "Authorization") == [secret])
                let printed = (probe.lines + [probe.errors]).joined(separator: "\n")
                #expect(!printed.contains(secret.prefix(20)))
            }
        }

        @Test("R23 R24 nothing is stored: no cookies, no cached responses, no files", arguments: Carrier.all)
        func memory(carrier: Carrier) async throws {
            let folder = try TemporaryFolder()
            let headers = [
                ("Set-Cookie", "a=b; Max-Age=9999; Path=/"), ("Cache-Control", "max-age=3600"), ("ETag", "\"1\""),
            ]
            let server = try LoopbackServer(CannedResponse(200, headers: headers, body: "{}"))
            defer { server.stop() }
            for token in [secret, "another-token"] {
                let probe = try await ChildProcess.run(
                    "MartletProbe",
                    [carrier.rawValue, "\(server.url)", "--token", token, "--count", "3"],
                    environment: ["HOME": folder.url.path, "XDG_DATA_HOME": nil, "XDG_CACHE_HOME": nil],
                    folder: folder.url
                )
                #expect(probe.lines.filter { $0 == "200 2" }.count == 3)
            }
            #expect(server.requests.count == 6)
            #expect(server.requests.allSatisfy { $0.values(of: "Cookie").isEmpty })
            #expect(server.requests.allSatisfy { $0.values(of: "If-None-Match").isEmpty })
            #expect(
                server.requests.map { $0.values(of: "Authorization").joined() }.suffix(3).allSatisfy {
                    $0 == "another-token"
                }
            )
            #expect(TemporaryFolder.files(below: folder.url).isEmpty)
        }
    }
}
