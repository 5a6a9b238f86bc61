import Foundation
import MartletCurl
import MartletRuntime
import MartletTestSupport
import Testing

extension FaultTests {
    @Suite(
        "Which thread uses libcurl",
        .enabled(if: CurlTransport.isAvailable, "libcurl is not installed"),
        .timeLimit(.minutes(2))
    )
    struct CurlLoopTests {
        /// The only thread that the calls of a test run on.
        @available(macOS 15, iOS 18, tvOS 18, watchOS 11, visionOS 2, *)
        private final class OneThread: TaskExecutor {
            private let queue = DispatchQueue(label: "OneThread")

            func enqueue(_ job: consuming ExecutorJob) {
                let job = UnownedJob(job)
                queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
            }
        }

        @Test("a call that waits on its thread leaves it to others soon, although responses were prompt before")
        @available(macOS 15, iOS 18, tvOS 18, watchOS 11, visionOS 2, *)
        func oneThread() async throws {
            let requests = Counter()
            // The response to the first of the last two calls waits until the second has been sent.
            let server = try LoopbackServer { _ in
                guard requests.next() >= 30 else { return CannedResponse(200, body: "{}") }
                while requests.value < 32 { Thread.sleep(forTimeInterval: 0.001) }
                return CannedResponse(200, body: "{}")
            }
            defer { server.stop() }
            let client = Carrier.curl.client(server.url, transport: CurlTransport()) { $0.timeout = .seconds(60) }
            try await withTaskExecutorPreference(OneThread()) {
                for _ in 0..<30 { _ = try await client.json(.list) }
                async let first = client.json(.list)
                async let second = client.json(.list)
                _ = try await (first, second)
            }
            #expect(server.requests.count == 32)
        }

        @Test("what one request sets does not stay for the next, which uses the same handle and connection")
        func reuse() async throws {
            let server = try LoopbackServer(CannedResponse(200, body: "{}"))
            defer { server.stop() }
            let transport = CurlTransport()
            let requests: [(HTTPRequest.Method, HTTPHeaders, String?)] = [
                (.get, ["Accept-Encoding": "identity", "X-One": "1"], nil),
                (.post, ["Content-Type": "text/plain"], "text"), (.get, [:], nil), (.delete, [:], nil),
                (.put, [:], "other"), (.options, [:], nil),
            ]
            for (method, headers, text) in requests {
                let body = text.map { HTTPBody(Data($0.utf8)) }
                _ = try await transport.send(HTTPRequest(method: method, url: server.url, headers: headers, body: body))
            }
            #expect(server.requests.map(\.method) == ["GET", "POST", "GET", "DELETE", "PUT", "OPTIONS"])
            let bodies = server.requests.map { String(decoding: $0.body, as: UTF8.self) }
            #expect(bodies == ["", "text", "", "", "other", ""])
            #expect(server.requests.map { $0.values(of: "X-One").count } == [1, 0, 0, 0, 0, 0])
            #expect(server.requests.map { $0.values(of: "Content-Length") } == [[], ["4"], [], [], ["5"], []])
            #expect(server.requests.map { $0.values(of: "Content-Type") } == [[], ["text/plain"], [], [], [], []])
            #expect(server.requests[0].values(of: "Accept-Encoding") == ["identity"])
            #expect(server.requests[2].values(of: "Accept-Encoding") != ["identity"])
            #expect(server.connectionCount == 1)
        }

        @Test("a HEAD request leaves nothing behind on its handle")
        func head() async throws {
            let server = try LoopbackServer { request in
                request.method == "HEAD"
                    ? CannedResponse("HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\n", ending: .keepAlive)
                    : CannedResponse(200, body: "[1,2,3]")
            }
            defer { server.stop() }
            let transport = CurlTransport()
            for method in [HTTPRequest.Method.head, .get, .head, .get] {
                let response = try await transport.send(HTTPRequest(method: method, url: server.url))
                #expect(response.body.count == (method == .head ? 0 : 7))
            }
            #expect(server.requests.map(\.method) == ["HEAD", "GET", "HEAD", "GET"])
        }

        @Test("a fault on a handle that succeeded before says that nothing was sent")
        func faultAfterSuccess() async throws {
            let server = try LoopbackServer(CannedResponse(200, headers: [("Connection", "close")], body: "{}"))
            let client = Carrier.curl.client(server.url, transport: CurlTransport())
            _ = try await client.json(.list)
            server.stop()
            try await server.untilIdle()
            var error = try await client.failure(of: .list)
            // The system may have accepted a connection before the server stopped listening.
            while error.delivery != .notSent { error = try await client.failure(of: .list) }
            #expect(error.kind == .transport)
        }

        @Test("calls that are cancelled or dropped at any moment end, and others go on", .timeLimit(.minutes(1)))
        func cancelled() async throws {
            let server = try LoopbackServer(CannedResponse(200, body: "{}"))
            defer { server.stop() }
            var options = CurlOptions()
            options.maxConnectionsPerHost = 3
            let client = Carrier.curl.client(server.url, transport: CurlTransport(options: options))
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<6 {
                    group.addTask {
                        for round in 0..<60 {
                            let call = Task {
                                let body = try await client.stream(.list, options: .init()).body
                                if round % 2 == 0 { for try await _ in body {} }
                            }
                            if round % 5 == 1 { await Task.yield() }
                            if (round + number) % 3 != 0 { call.cancel() }
                            switch await call.result {
                            case .success: break
                            case .failure(let error): #expect(error is CancellationError)
                            }
                            if round % 10 == 0 { _ = try await client.json(.list) }
                        }
                    }
                }
                try await group.waitForAll()
            }
        }

        @Test("a transport rejects each call after it was closed, even at once")
        func closed() async throws {
            let server = try LoopbackServer(CannedResponse(200, body: "{}"))
            defer { server.stop() }
            for _ in 0..<50 {
                let transport = CurlTransport()
                let client = Carrier.curl.client(server.url, transport: transport)
                transport.close()
                let error = try await client.failure(of: .list)
                #expect(error.delivery == .notSent)
            }
            #expect(server.requests.isEmpty)
        }
    }
}
