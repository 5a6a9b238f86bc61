import Foundation
import MartletCurl
import MartletRuntime
import MartletTestSupport
import Testing

extension FaultTests {
    @Suite("Cancellation", .timeLimit(.minutes(2)))
    struct CancellationTests {
        /// The moment at which a call is cancelled: the server's actions until then.
        enum Moment: String, CaseIterable, CustomTestStringConvertible {
            case handshake, request, head, body, streamedBody

            var testDescription: String { rawValue }

            var opening: Opening { self == .handshake ? .ignore : .serve }

            var answer: CannedResponse {
                switch self {
                case .handshake, .request: .stall
                case .head: CannedResponse("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n", ending: .stall)
                case .body, .streamedBody:
                    CannedResponse("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc", ending: .stall)
                }
            }
        }

        @Test(
            "R48 a call ends within a tenth of a second of its cancellation, and closes its connection",
            arguments: Carrier.all,
            Moment.allCases
        )
        func moments(carrier: Carrier, moment: Moment) async throws {
            let identity = moment == .handshake ? TLSIdentity.valid : nil
            let server = try LoopbackServer(tls: identity, opening: { _ in moment.opening }) { _ in moment.answer }
            defer { server.stop() }
            let client = carrier.client(server.url)
            try await expectSoon(within: .milliseconds(100)) {
                let (connections, requests) = (server.connectionCount, server.requests.count)
                let call = Task {
                    guard moment == .streamedBody else { return try await client.json(.list) }
                    for try await _ in try await client.stream(.list, options: .init()).body {}
                    return .null
                }
                while server.connectionCount == connections { try await Task.sleep(for: .milliseconds(2)) }
                while moment.opening == .serve, server.requests.count == requests {
                    try await Task.sleep(for: .milliseconds(2))
                }
                // Between the connection and the handshake, libcurl reads all trusted certificates, and nothing stops it; a
                // sanitizer makes that take more than a tenth of a second.
                try await Task.sleep(for: moment == .handshake ? .milliseconds(300) : .milliseconds(20))
                let time = await duration {
                    call.cancel()
                    await #expect(throws: CancellationError.self) { try await call.value }
                }
                try await server.untilIdle()
                return time
            }
        }

        @Test(
            "a download cancelled while its body arrives throws CancellationError and leaves no file",
            arguments: Carrier.all)
        func download(carrier: Carrier) async throws {
            let server = try LoopbackServer(Moment.body.answer)
            defer { server.stop() }
            let folder = try TemporaryFolder()
            let client = carrier.client(server.url)
            let (arrived, continuation) = AsyncStream<Void>.makeStream()
            let call = Task {
                let file = folder.url.appendingPathComponent("file")
                let request = ApiClient.Request(.get, "/", accept: ["*/*"], success: [200])
                _ = try await client.download(request, to: file, options: .init()) { _ in continuation.yield() }
            }
            for await _ in arrived { break }
            call.cancel()
            await #expect(throws: CancellationError.self) { try await call.value }
            #expect(TemporaryFolder.files(below: folder.url).isEmpty)
            try await server.untilIdle()
        }

        @Test("R48 a call cancelled before it starts sends nothing", arguments: Carrier.all)
        func before(carrier: Carrier) async throws {
            let server = try LoopbackServer(CannedResponse(200, body: "{}"))
            defer { server.stop() }
            let client = carrier.client(server.url)
            let transport = carrier.transport
            for isStreaming in [false, true] {
                let call = Task {
                    withUnsafeCurrentTask { $0?.cancel() }
                    if isStreaming { return try await client.stream(.list, options: .init()).statusCode }
                    let response: ApiResponse<Void> = try await client.send(.list, options: .init())
                    return response.statusCode
                }
                await #expect(throws: CancellationError.self) { _ = try await call.value }
                let send = Task {
                    withUnsafeCurrentTask { $0?.cancel() }
                    let request = HTTPRequest(method: .get, url: server.url)
                    if isStreaming { return try await transport.stream(request).statusCode }
                    return try await transport.send(request).statusCode
                }
                await #expect(throws: CancellationError.self) { _ = try await send.value }
            }
            #expect(server.connectionCount == 0)
        }

        @Test("R48 cancelling a finished call has no effect", arguments: Carrier.all)
        func after(carrier: Carrier) async throws {
            let server = try LoopbackServer(CannedResponse(200, body: "1"))
            defer { server.stop() }
            let client = carrier.client(server.url)
            let call = Task { try await client.json(.list) }
            #expect(try await call.value == 1)
            call.cancel()
            #expect(try await call.value == 1)
            #expect(try await client.json(.list) == 1)
        }

        /// Responses to calls that are cancelled at arbitrary moments.
        static let answers: [(name: String, answer: CannedResponse)] = [
            ("success", CannedResponse(200, body: "{}").delayed(by: .milliseconds(5))),
            (
                "drip",
                CannedResponse([
                    .write(Data("HTTP/1.1 200 OK\r\n\r\n".utf8)), .drip(Data(count: 9), every: .milliseconds(1)),
                ])
            ),
            ("redirect", CannedResponse(302, headers: [("Location", "/x")]).delayed(by: .milliseconds(3))),
            (
                "challenge",
                CannedResponse(401, headers: [("WWW-Authenticate", "Basic realm=x")]).delayed(by: .milliseconds(3))
            ),
        ]

        @Test(
            "R48 R49 a thousand calls cancelled at arbitrary moments each end once, without a crash",
            arguments: Carrier.all,
            answers.indices
        )
        func anyMoment(carrier: Carrier, index: Int) async throws {
            let server = try LoopbackServer(Self.answers[index].answer)
            defer { server.stop() }
            let probe = try await ChildProcess.run(
                "MartletProbe",
                [carrier.rawValue, "\(server.url)", "--count", "1000", "--concurrent", "50", "--cancel", "40000"],
                timeout: .seconds(60)
            )
            #expect(!probe.hasHung)
            #expect(probe.isSuccess, "\(probe.errors)")
            #expect(probe.lines.count == 1001)
            #expect(probe.lines.contains { $0 == "CancellationError" })
            #expect(probe.lines.contains { $0 != "CancellationError" && !$0.hasPrefix("peak") })
            try await server.untilIdle()
        }
    }
}
