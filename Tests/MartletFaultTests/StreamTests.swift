import Foundation
import MartletCurl
import MartletRuntime
import MartletTestSupport
import Testing

extension FaultTests {
    @Suite("Streamed bodies", .timeLimit(.minutes(1)))
    struct StreamTests {
        private static let head = Data("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n".utf8)

        @Test("the head comes before the body, and parts as they are sent", arguments: Carrier.all)
        func parts(carrier: Carrier) async throws {
            let answer = CannedResponse([
                .write(Self.head), .pause(.milliseconds(100)), .write(Data("one".utf8)), .pause(.milliseconds(100)),
                .write(Data("two".utf8)),
            ])
            let server = try LoopbackServer(answer)
            defer { server.stop() }
            let stream = try await carrier.client(server.url).stream(.list, options: .init())
            #expect(stream.statusCode == 200)
            #expect(stream.headers["Content-Type"] == "text/event-stream")
            var parts: [String] = []
            for try await part in stream.body { parts.append(String(decoding: part, as: UTF8.self)) }
            #expect(parts == ["one", "two"])
        }

        @Test("a stream that nobody reads any more closes its connection", arguments: Carrier.all)
        func dropped(carrier: Carrier) async throws {
            let server = try LoopbackServer(CannedResponse([.write(Self.head + Data("x".utf8))], ending: .stall))
            defer { server.stop() }
            let client = carrier.client(server.url)
            do {
                let stream = try await client.stream(.list, options: .init())
                #expect(server.openConnectionCount == 1)
                #expect(stream.statusCode == 200)
            }
            try await server.untilIdle()
            for try await part in try await client.stream(.list, options: .init()).body {
                #expect(part == Data("x".utf8))
                break
            }
            try await server.untilIdle()
        }

        @Test("a stream outlives the transport that it came from", arguments: Carrier.all)
        func outliving(carrier: Carrier) async throws {
            let answer = CannedResponse([.write(Self.head), .pause(.milliseconds(100)), .write(Data("late".utf8))])
            let server = try LoopbackServer(answer)
            defer { server.stop() }
            let stream = try await carrier.client(server.url, transport: carrier.make()).stream(.list, options: .init())
            #expect(try await stream.collected().body == Data("late".utf8))
        }

        @Test("a stream that breaks off is an error of kind transport, after all that came", arguments: Carrier.all)
        func broken(carrier: Carrier) async throws {
            let head = "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc"
            let server = try LoopbackServer(CannedResponse([.write(Data(head.utf8)), .pause(.milliseconds(50))]))
            defer { server.stop() }
            let stream = try await carrier.client(server.url).stream(.list, options: .init())
            var received = Data()
            let error = try await #require(throws: ApiError.self) {
                for try await part in stream.body { received += part }
            }
            #expect(error.kind == .transport)
            #expect(error.message.hasPrefix("GET /api/v2/tokens failed: "))
            #expect(error.attempts == 1)
            #expect(received == Data("abc".utf8))
        }

        @Test("a stream may take longer than the call, but not be silent for too long", arguments: Carrier.all)
        func limits(carrier: Carrier) async throws {
            let drip = CannedResponse([.write(Self.head), .drip(Data(count: 10), every: .milliseconds(50))])
            let lasting = try LoopbackServer(drip)
            defer { lasting.stop() }
            let client = carrier.client(lasting.url) { $0.timeout = .milliseconds(300) }
            #expect(try await client.stream(.list, options: .init()).collected().body.count == 10)

            let silent = try LoopbackServer(CannedResponse([.write(Self.head)], ending: .stall))
            defer { silent.stop() }
            let impatient = carrier.client(silent.url) { $0.inactivityTimeout = .milliseconds(300) }
            try await expectSoon(within: .milliseconds(400)) {
                let stream = try await impatient.stream(.list, options: .init())
                return try await duration {
                    let error = try await #require(throws: ApiError.self) { _ = try await stream.collected() }
                    #expect(error.kind == .timeout)
                }
            }
            try await silent.untilIdle()
        }

        @Test("a failure that is streamed is over when the call's time is, with what has come", arguments: Carrier.all)
        func slowFailure(carrier: Carrier) async throws {
            let head = Data("HTTP/1.1 404 Not Found\r\nContent-Type: text/plain\r\n\r\nno".utf8)
            let drip = CannedResponse([
                .write(head), .drip(Data(repeating: 0x2E, count: 10_000), every: .milliseconds(50)),
            ])
            let server = try LoopbackServer(drip)
            defer { server.stop() }
            let client = carrier.client(server.url) { $0.timeout = .milliseconds(500) }
            let error = try await #require(throws: ApiError.self) {
                _ = try await client.stream(.list, options: .init())
            }
            #expect(error.kind == .status)
            #expect(error.statusCode == 404)
            #expect(error.message.contains("answered 404: no."))
            try await server.untilIdle()
        }

        @Test("a stream has a limit of size where the caller sets one", arguments: Carrier.all)
        func sizeLimit(carrier: Carrier) async throws {
            let server = try LoopbackServer(
                CannedResponse([.write(Self.head), .flood(Data(count: 1000), times: 1000)])
            )
            defer { server.stop() }
            var options = RequestOptions()
            let client = carrier.client(server.url) { $0.maxResponseBytes = 1000 }
            #expect(try await client.stream(.list, options: options).collected().body.count == 1_000_000)
            options.maxResponseBytes = 500_000
            let error = try await #require(throws: ApiError.self) {
                _ = try await client.stream(.list, options: options).collected()
            }
            #expect(error.kind == .responseTooLarge)
        }

        @Test(
            "a slow reader makes the server wait over libcurl, and ends with an error over FoundationNetworking",
            arguments: Carrier.all
        )
        func slowReader(carrier: Carrier) async throws {
            let flood = CannedResponse.Step.flood(Data(count: 1 << 16), times: 1 << 10)
            let server = try LoopbackServer(CannedResponse([.write(Self.head), flood]))
            defer { server.stop() }
            let stream = try await carrier.client(server.url).stream(.list, options: .init())
            if carrier.isFoundationNetworking {
                try await server.untilIdle()
                let error = try await #require(throws: ApiError.self) { _ = try await stream.collected() }
                #expect(error.kind == .slowConsumer)
            } else {
                try await Task.sleep(for: .milliseconds(500))
                #expect(server.openConnectionCount == 1)
                #expect(try await stream.collected().body.count == 1 << 26)
            }
        }

        @Test("a failure is tried again while it is streamed, and a success is not", arguments: Carrier.all)
        func retries(carrier: Carrier) async throws {
            let server = try LoopbackServer([
                CannedResponse(503, body: "busy"), .close, CannedResponse(200, body: "[1]"),
            ])
            defer { server.stop() }
            let client = carrier.client(server.url) { $0.retry = .standard }
            #expect(try await client.stream(.list, options: .init()).collected().body == Data("[1]".utf8))
            #expect(server.requests.count == 3)
        }

        @Test(
            "a body that is read by two tasks at once is an error for one of them",
            .enabled(if: CurlTransport.isAvailable)
        )
        func twoReaders() async throws {
            let server = try LoopbackServer(CannedResponse([.write(Self.head)], ending: .stall))
            defer { server.stop() }
            let stream = try await Carrier.curl.client(server.url).stream(.list, options: .init())
            await withTaskGroup(of: Result<HTTPResponse, any Error>.self) { group in
                for _ in 0..<2 {
                    group.addTask {
                        do { return .success(try await stream.collected()) } catch { return .failure(error) }
                    }
                }
                if case .failure(let error)? = await group.next() {
                    #expect((error as? ApiError)?.kind == .invalidRequest)
                } else {
                    Issue.record("both are still reading")
                }
                group.cancelAll()
            }
            try await server.untilIdle()
        }

        @Test("many streams are read at once, each with its own bytes", arguments: Carrier.all)
        func concurrent(carrier: Carrier) async throws {
            let server = try LoopbackServer { request in
                CannedResponse([.write(Self.head), .flood(Data(request.target.utf8), times: 2000)])
            }
            defer { server.stop() }
            let client = carrier.client(server.url)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 10..<50 {
                    group.addTask {
                        let stream = try await client.stream(ApiRequest(.get, "/\(number)"), options: .init())
                        let body = try await stream.collected().body
                        #expect(body == Data(String(repeating: "/\(number)", count: 2000).utf8))
                    }
                }
                try await group.waitForAll()
            }
        }
    }
}
