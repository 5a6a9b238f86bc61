import Foundation
import MartletCurl
import MartletRuntime
import MartletSupport
import MartletTestSupport
import Testing

extension FaultTests {
    @Suite("Timeouts", .timeLimit(.minutes(1)))
    struct TimeLimitTests {
        /// Makes a call that must fail with a timeout after `limit`, no earlier and soon after, and close its
        /// connection.
        private func timeout(
            _ carrier: Carrier,
            _ server: LoopbackServer,
            after limit: Duration,
            _ configure: (inout Configuration) -> Void
        ) async throws -> ApiError {
            let client = carrier.client(server.url, configure)
            var result: ApiError?
            try await expectSoon(within: limit + max(limit / 10, .milliseconds(100))) {
                let time = try await duration { result = try await client.failure(of: .list) }
                #expect(result?.kind == .timeout)
                #expect(time >= limit)
                try await server.untilIdle()
                return time
            }
            return try #require(result)
        }

        @Test("R19 a timeout of a quarter of a second is respected", arguments: Carrier.all)
        func fractions(carrier: Carrier) async throws {
            let server = try LoopbackServer(.stall)
            defer { server.stop() }
            let limit = Duration.milliseconds(250)
            let error = try await timeout(carrier, server, after: limit) { $0.timeout = limit }
            #expect(error.message == "GET /api/v2/tokens failed: no complete response within 0.25 seconds")
        }

        @Test("R19 a timeout of zero is rejected, and one of centuries does not trap", arguments: Carrier.all)
        func extremes(carrier: Carrier) async throws {
            let server = try LoopbackServer(CannedResponse(200, body: "1"))
            defer { server.stop() }
            for timeout in [Duration.zero, .seconds(-1), .seconds(Int64.min)] {
                for limit in [\Configuration.timeout, \.inactivityTimeout] {
                    let client = carrier.client(server.url) { $0[keyPath: limit] = timeout }
                    #expect(try await client.failure(of: .list).kind == .invalidRequest)
                }
                let client = carrier.client(server.url) { $0.attemptTimeout = timeout }
                #expect(try await client.failure(of: .list).kind == .invalidRequest)
            }
            #expect(server.connectionCount == 0)
            let client = carrier.client(server.url) {
                $0.timeout = .seconds(Int64.max)
                $0.attemptTimeout = .seconds(1_000_000_000_000)
                $0.inactivityTimeout = .seconds(Int64.max)
            }
            #expect(try await client.json(.list) == 1)
        }

        @Test("R39 a response that never starts, or stalls, ends with the inactivity timeout", arguments: Carrier.all)
        func inactivity(carrier: Carrier) async throws {
            let partly = CannedResponse("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc", ending: .stall)
            for answer in [CannedResponse.stall, partly] {
                let server = try LoopbackServer(answer)
                defer { server.stop() }
                let error = try await timeout(carrier, server, after: .seconds(1)) {
                    $0.inactivityTimeout = .seconds(1)
                }
                #expect(error.message == "GET /api/v2/tokens failed: no network traffic for 1.0 seconds")
            }
        }

        @Test("R39 a body that keeps arriving is not inactive", arguments: Carrier.all)
        func activity(carrier: Carrier) async throws {
            let head = Data("HTTP/1.1 200 OK\r\nContent-Length: 30\r\n\r\n".utf8)
            let body = Data(String(repeating: " ", count: 29).utf8) + Data("1".utf8)
            let server = try LoopbackServer(CannedResponse([.write(head), .drip(body, every: .milliseconds(50))]))
            defer { server.stop() }
            let client = carrier.client(server.url) { $0.inactivityTimeout = .seconds(1) }
            #expect(try await client.json(.list) == 1)
        }

        @Test("R39 a head that keeps arriving is not inactive")
        func activeHead() async throws {
            let fields = (1...10).map { "A: \($0)\r\n" }.joined()
            let head = Data("HTTP/1.1 200 OK\r\n\(fields)Content-Length: 1\r\n\r\n".utf8)
            let server = try LoopbackServer(
                CannedResponse([.drip(head, every: .milliseconds(40)), .write(Data("1".utf8))]))
            defer { server.stop() }
            // URLSession tells of a head only when it is complete.
            let client = Carrier.curl.client(server.url) { $0.inactivityTimeout = .milliseconds(1_500) }
            #expect(try await client.json(.list) == 1)
        }

        @Test(
            "R40 a head or a body that arrives one byte at a time ends with the call's timeout",
            arguments: Carrier.all
        )
        func drip(carrier: Carrier) async throws {
            let head = CannedResponse(200, headers: [("X", String(repeating: "x", count: 400))], body: "{}")
            let body = CannedResponse([
                .write(Data("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n".utf8)),
                .drip(Data(count: 1000), every: .milliseconds(50)),
            ])
            for answer in [head.dripping(every: .milliseconds(50)), body] {
                let server = try LoopbackServer(answer)
                defer { server.stop() }
                let limit = Duration.milliseconds(400)
                _ = try await timeout(carrier, server, after: limit) { $0.timeout = limit }
            }
        }

        @Test("R41 a server that does not read the body ends with the call's timeout", arguments: Carrier.all)
        func unreadBody(carrier: Carrier) async throws {
            let server = try LoopbackServer(receiveBuffer: 4096, opening: { _ in .ignore }) { _ in CannedResponse(200) }
            defer { server.stop() }
            let client = carrier.client(server.url) { $0.timeout = .milliseconds(500) }
            try await expectSoon(within: .milliseconds(600)) {
                try await duration {
                    let options = RequestOptions(body: Data(count: 32 << 20))
                    let error = try await client.failure(of: ApiClient.Request(.patch, "/"), options: options)
                    #expect(error.kind == .timeout)
                    #expect(error.delivery == .unknown)
                }
            }
        }

        @Test("R59 the call's timeout includes all attempts", arguments: Carrier.all)
        func allAttempts(carrier: Carrier) async throws {
            let server = try LoopbackServer(.stall)
            defer { server.stop() }
            let error = try await timeout(carrier, server, after: .seconds(1)) {
                $0.retry = .standard
                $0.timeout = .seconds(1)
                $0.attemptTimeout = .milliseconds(400)
            }
            #expect(server.requests.count % error.attempts == 0)
            #expect(error.attempts >= 2)
        }
    }
}
