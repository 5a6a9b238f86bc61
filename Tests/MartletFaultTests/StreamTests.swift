import Foundation
import MartletCurl
import MartletRuntime
import MartletSupport
import MartletTestSupport
import Testing

extension FaultTests {
    @Suite("Streamed bodies", .timeLimit(.minutes(1)))
    struct StreamTests {
        private static let head = Data("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n".utf8)

        @Test("the head arrives before the body, and parts arrive as they are sent", arguments: Carrier.all)
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

        @Test("a stream without a reader closes its connection", arguments: Carrier.all)
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

        @Test("a stream outlives its transport", arguments: Carrier.all)
        func outliving(carrier: Carrier) async throws {
            let answer = CannedResponse([.write(Self.head), .pause(.milliseconds(100)), .write(Data("late".utf8))])
            let server = try LoopbackServer(answer)
            defer { server.stop() }
            let stream = try await carrier.client(server.url, transport: carrier.make()).stream(.list, options: .init())
            #expect(try await stream.collected().body == Data("late".utf8))
        }

        @Test(
            "with libcurl, a fully read body keeps no connection open after its transport is gone",
            .enabled(if: CurlTransport.isAvailable, "libcurl is not installed"))
        func afterwards() async throws {
            let server = try LoopbackServer(CannedResponse(200, body: "late"))
            defer { server.stop() }
            let stream = try await CurlTransport().stream(HTTPRequest(method: .get, url: server.url))
            #expect(try await stream.collected().body == Data("late".utf8))
            try await server.untilIdle()
            withExtendedLifetime(stream) {}
        }

        @Test("a truncated stream throws a transport error after all bytes that arrived", arguments: Carrier.all)
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

        @Test("a stream may outlast the call's timeout, but not the inactivity timeout", arguments: Carrier.all)
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

        @Test(
            "a failure that is streamed ends with the call's timeout, and keeps what has arrived",
            arguments: Carrier.all)
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

        @Test("a stream has a size limit if the caller sets one", arguments: Carrier.all)
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
            "a slow reader slows down the server with libcurl, and ends with an error with FoundationNetworking",
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

        @Test("a streamed failure is retried, and a success is not", arguments: Carrier.all)
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
            "a body read by two tasks at once throws an error in one of them",
            .enabled(if: CurlTransport.isAvailable, "libcurl is not installed")
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

        @Test("concurrent streams deliver their own bytes", arguments: Carrier.all)
        func concurrent(carrier: Carrier) async throws {
            let server = try LoopbackServer { request in
                CannedResponse([.write(Self.head), .flood(Data(request.target.utf8), times: 2000)])
            }
            defer { server.stop() }
            let client = carrier.client(server.url)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 10..<50 {
                    group.addTask {
                        let stream = try await client.stream(ApiClient.Request(.get, "/\(number)"), options: .init())
                        let body = try await stream.collected().body
                        #expect(body == Data(String(repeating: "/\(number)", count: 2000).utf8))
                    }
                }
                try await group.waitForAll()
            }
        }

        @Test(
            "events resume after an interruption and after the end, from the last event, if the caller asks for it",
            arguments: Carrier.all)
        func reconnecting(carrier: Carrier) async throws {
            let head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
            let server = try LoopbackServer { request in
                switch request.values(of: "Last-Event-ID").first {
                case nil: CannedResponse("\(head)Content-Length: 999\r\n\r\nretry: 7\nid: 1\ndata: a\n\ndata: lost")
                case "1": CannedResponse("\(head)Connection: close\r\n\r\nid: 2\ndata: b\n\n")
                default: CannedResponse(204)
                }
            }
            defer { server.stop() }
            let pauses = Pauses()
            let client = carrier.client(server.url) { $0.environment.sleep = { pauses.add($0) } }
            func read(_ method: HTTPRequest.Method, reconnects: Bool) async throws -> (
                events: [String], error: ApiError?
            ) {
                let request = ApiClient.Request(method, "/", accept: ["text/event-stream"], success: [200])
                let response: ApiResponse<ServerSentEvents<String>> = try await client.events(request, options: .init())
                var events: [String] = []
                do {
                    let sequence = reconnects ? response.body.reconnecting() : response.body
                    for try await event in sequence { events.append(event.data) }
                } catch let error as ApiError {
                    return (events, error)
                }
                return (events, nil)
            }
            let continued = try await read(.get, reconnects: true)
            #expect(continued.events == ["a", "b"] && continued.error == nil)
            #expect(server.requests.map { $0.values(of: "Last-Event-ID") } == [[], ["1"], ["2"]])
            #expect(pauses.all == [.milliseconds(7), .milliseconds(7)])
            for (method, reconnects) in [(HTTPRequest.Method.get, false), (.post, true)] {
                let broken = try await read(method, reconnects: reconnects)
                #expect(broken.events == ["a"] && broken.error?.kind == .transport)
            }
            #expect(server.requests.count == 5)
        }

        @Test(
            "an interrupted download resumes, or starts again if the file has changed",
            arguments: Carrier.all)
        func resuming(carrier: Carrier) async throws {
            let half = "HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\nContent-Length: 10\r\n"
            let server = try LoopbackServer { request in
                let isRest = request.values(of: "Range") == ["bytes=5-"]
                let tag = request.target == "/weak" ? "W/\"1\"" : "\"1\""
                guard isRest, request.values(of: "If-Range") == [tag] else {
                    return CannedResponse("\(half)ETag: \(tag)\r\n\r\n01234")
                }
                let rest = "206 Partial Content\r\nContent-Range: bytes \(request.target == "/wrong" ? 4 : 5)-9/10"
                return switch request.target {
                case "/changed": CannedResponse(200, body: "abc", contentType: "application/octet-stream")
                default: CannedResponse("HTTP/1.1 \(rest)\r\nContent-Length: 5\r\n\r\n56789")
                }
            }
            defer { server.stop() }
            let folder = try TemporaryFolder()
            let file = folder.url.appendingPathComponent("file")
            let client = carrier.client(server.url) { $0.retry.maxAttempts = 2 }
            func download(_ path: String) async throws -> String {
                let request = ApiClient.Request(.get, path, accept: ["application/octet-stream"], success: [200])
                let fractions = Fractions()
                let response = try await client.download(request, to: file, options: .init()) {
                    fractions.add($0.fraction)
                }
                #expect(response.statusCode == 200 && fractions.last == 1)
                return try String(contentsOf: file, encoding: .utf8)
            }
            #expect(try await download("/same") == "0123456789")
            #expect(try await download("/changed") == "abc")
            #expect(server.requests.count == 4)
            try FileManager.default.removeItem(at: file)
            for (path, kind) in [("/weak", ApiError.Kind.transport), ("/wrong", .decoding)] {
                let error = await #expect(throws: ApiError.self) { _ = try await download(path) }
                #expect(error?.kind == kind)
            }
            #expect(server.requests.count == 7)
            #expect(TemporaryFolder.files(below: folder.url).isEmpty)
        }
    }
}

/// The requested delays.
private final class Pauses: @unchecked Sendable {
    private let lock = NSLock()
    private var durations: [Duration] = []

    var all: [Duration] { lock.withLock { durations } }

    func add(_ duration: Duration) { lock.withLock { durations.append(duration) } }
}

/// The progress that was reported.
private final class Fractions: @unchecked Sendable {
    private let lock = NSLock()
    private var fractions: [Double?] = []

    var last: Double? { lock.withLock { fractions.last ?? nil } }

    func add(_ fraction: Double?) { lock.withLock { fractions.append(fraction) } }
}
