import Foundation
import MartletCurl
import MartletRuntime
import MartletSupport
import MartletTestSupport
import Testing

extension FaultTests {
    @Suite("Connection failures", .timeLimit(.minutes(2)))
    struct ConnectionFaultTests {
        @Test("R27 a closed port is retried for every method, because nothing was sent", arguments: Carrier.all)
        func refused(carrier: Carrier) async throws {
            let server = try LoopbackServer(CannedResponse(200))
            server.stop()
            while (try? await carrier.client(server.url).failure(of: .list).delivery) != .notSent {
                try await Task.sleep(for: .milliseconds(5))
            }
            let client = carrier.client(server.url) { $0.retry = .standard }
            for request in [ApiClient.Request.list, .reset] {
                let error = try await client.failure(of: request)
                #expect(error.kind == .transport)
                #expect(error.delivery == .notSent)
                #expect(error.attempts == 3)
                #expect(error.retryStop == .attemptsUsedUp)
            }
        }

        @Test(
            "R28 a connection closed or reset before the request is read is retried if that is safe",
            arguments: Carrier.all,
            [Opening.close, .reset].indices
        )
        func droppedBeforeReading(carrier: Carrier, index: Int) async throws {
            let opening = [Opening.close, .reset][index]
            let server = try LoopbackServer(opening: { _ in opening }) { _ in CannedResponse(200) }
            defer { server.stop() }
            let client = carrier.client(server.url) { $0.retry = .standard }
            let get = try await client.failure(of: .list)
            #expect(get.attempts == 3)
            #expect(server.connectionCount == 3)
            let post = try await client.failure(of: .reset)
            // A reset may come before the first byte has left; then any method is tried again.
            #expect(post.retryStop == (post.delivery == .notSent ? .attemptsUsedUp : .notRepeatable))
            #expect(server.connectionCount == 3 + post.attempts)
        }

        @Test(
            "R29 a connection closed or reset after the request is retried if that is safe",
            arguments: Carrier.all,
            [CannedResponse.close, .reset].indices
        )
        func droppedAfterReading(carrier: Carrier, index: Int) async throws {
            let server = try LoopbackServer([CannedResponse.close, .reset][index])
            defer { server.stop() }
            let client = carrier.client(server.url) { $0.retry = .standard }
            #expect(try await client.failure(of: .list).attempts == 3)
            #expect(try await client.failure(of: .reset).attempts == 1)
            #expect(server.requests.map(\.method) == ["GET", "GET", "GET", "POST"])
        }

        @Test("R29 five hundred reset connections do not crash the process", arguments: Carrier.all)
        func many(carrier: Carrier) async throws {
            let count = Counter()
            let server = try LoopbackServer { _ in count.next() % 2 == 0 ? .close : .reset }
            defer { server.stop() }
            let probe = try await ChildProcess.run(
                "MartletProbe",
                [carrier.rawValue, "\(server.url)", "--count", "500", "--concurrent", "20"]
            )
            #expect(probe.isSuccess, "\(probe.errors)")
            #expect(probe.lines.filter { $0.hasPrefix("transport ") }.count == 500)
        }

        static let headsCutShort = [
            "HTTP/1.1 200 OK\r\n", "HTTP/1.1 200 OK\r\nConte", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n", "HTT",
        ]

        @Test("R30 a truncated head is an error", arguments: Carrier.all, headsCutShort)
        func headCutShort(carrier: Carrier, head: String) async throws {
            let server = try LoopbackServer(CannedResponse(head))
            defer { server.stop() }
            let probe = try await ChildProcess.run("MartletProbe", [carrier.rawValue, "\(server.url)"])
            #expect(!probe.hasHung)
            withKnownIssue(Carrier.knownFault, isIntermittent: true) {
                #expect(probe.isSuccess)
                #expect(probe.lines.first?.hasPrefix("transport 0 unknown ") == true, "\(probe.lines)")
            } when: {
                carrier.hasFaultsUntil64
            }
        }

        @Test("R31 a truncated body is an error", arguments: Carrier.all)
        func bodyCutShort(carrier: Carrier) async throws {
            let whole = CannedResponse(200, body: #"{"items":[1,2,3]}"#)
            for count in [1, 5, 17] {
                let error = try await carrier.failure(from: whole.truncated(by: count))
                #expect(error.kind == .transport)
                #expect(error.delivery == .unknown)
                #expect(error.body.isEmpty)
            }
            let server = try LoopbackServer([whole.truncated(by: 9), whole.truncated(by: 1), whole])
            defer { server.stop() }
            let body = try await carrier.client(server.url) { $0.retry = .standard }.json(.list)
            #expect(body == ["items": [1, 2, 3]])
            #expect(server.requests.count == 3)
        }

        @Test(
            "R44 an unsolicited second response is not taken for the answer to the next request",
            arguments: Carrier.all
        )
        func splitResponse(carrier: Carrier) async throws {
            let count = Counter()
            let server = try LoopbackServer { _ in
                guard count.next() == 0 else { return CannedResponse(200, body: "2") }
                return CannedResponse(
                    bytes: CannedResponse(200, body: "1").bytes + CannedResponse(200, body: #""evil""#).bytes,
                    ending: .keepAlive
                )
            }
            defer { server.stop() }
            let client = carrier.client(server.url, transport: carrier.make())
            #expect(try await client.json(.list) == 1)
            #expect(try await client.json(.list) == 2)
        }

        @Test("R45 a GET succeeds over a connection that the server has closed in the meantime", arguments: Carrier.all)
        func staleGet(carrier: Carrier) async throws {
            let server = try LoopbackServer(CannedResponse(200, body: "1"))
            defer { server.stop() }
            let client = carrier.client(server.url, transport: carrier.make())
            for _ in 0..<20 {
                #expect(try await client.json(.list) == 1)
                server.closeConnections()
            }
            #expect(server.requests.count == 20)
        }

        /// Requests that must not be sent twice, and requests that need their body twice if they are.
        static let resendable: [(HTTPRequest.Method, Int)] = [
            (.post, 0), (.post, 5), (.patch, 5), (.put, 5), (.delete, 5),
        ]

        @Test(
            "R45 a POST is sent once over a connection that fails, and no request hangs",
            arguments: Carrier.all,
            resendable
        )
        func stalePost(carrier: Carrier, sample: (method: HTTPRequest.Method, count: Int)) async throws {
            // The second request of the first connection is read, and answered by closing the connection.
            let server = try LoopbackServer { request in
                request.method != "GET" && request.connection == 0 ? .close : CannedResponse(200, body: "1")
            }
            defer { server.stop() }
            let client = carrier.client(server.url, transport: carrier.make())
            _ = try await client.json(.list)
            let options = RequestOptions(body: HTTPBody(Data(repeating: 0x20, count: sample.count)))
            let request = ApiClient.Request(sample.method, "/x")
            let response: ApiResponse<Void>? = try? await client.send(request, options: options)
            let sent = server.requests.filter { $0.method == sample.method.rawValue }
            if sample.method.isIdempotent {
                #expect(response != nil)
            } else {
                #expect(sent.count == 1)
            }
            #expect(sent.allSatisfy { $0.bodyCount == sample.count })
        }

        @Test("R45 closing an idle connection does not lose a POST", arguments: Carrier.all)
        func postAfterClosing(carrier: Carrier) async throws {
            let server = try LoopbackServer(CannedResponse(200, body: "1"))
            defer { server.stop() }
            let client = carrier.client(server.url, transport: carrier.make())
            for _ in 0..<20 {
                _ = try await client.json(.list)
                server.closeConnections()
                try await server.untilIdle()
                #expect(try await client.json(.reset) == 1)
            }
            #expect(server.requests.filter { $0.method == "POST" }.count == 20)
        }

        @Test("R52 an unknown host is an error, and nothing was sent", arguments: Carrier.all)
        func noHost(carrier: Carrier) async throws {
            let url = try #require(URL(string: "https://does-not-exist.invalid"))
            let error = try await carrier.client(url).failure(of: .list)
            #expect(error.kind == .transport || error.kind == .timeout)
            #expect(error.kind == .timeout || error.delivery == .notSent)
        }

        @Test("L22 only URLSession on Linux rejects a host in brackets", arguments: Carrier.all)
        func brackets(carrier: Carrier) async throws {
            let url = try #require(URL(string: "http://[::1]:1"))
            let error = try await carrier.client(url).failure(of: .list)
            #expect(error.kind == .transport)
            #expect(error.delivery == .notSent)
        }
    }
}
