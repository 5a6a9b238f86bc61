import Foundation
import MartletCurl
import MartletRuntime
import MartletSupport
import MartletTestSupport
import Testing

extension FaultTests {
    @Suite("Reuse of connections", .timeLimit(.minutes(4)))
    struct ReuseTests {
        /// The resources of a process before and after its calls, as it prints them.
        private func resources(_ probe: ChildProcess, _ name: String) throws -> (before: Int, after: Int) {
            let line = try #require(
                probe.lines.first { $0.hasPrefix("\(name) ") },
                "\(probe.lines.suffix(3))\(probe.errors)"
            )
            let numbers = line.split(separator: " ").compactMap { Int($0) }
            return (try #require(numbers.first), try #require(numbers.last))
        }

        @Test("R46 two hundred sequential requests share one connection", arguments: Carrier.all)
        func sequential(carrier: Carrier) async throws {
            let server = try LoopbackServer(CannedResponse(200, body: "{}"))
            defer { server.stop() }
            let client = carrier.client(server.url, transport: carrier.make())
            for _ in 0..<200 { _ = try await client.json(.list) }
            #expect(server.connectionCount == 1)
        }

        @Test("R46 fifty concurrent requests share six connections, and leave nothing behind", arguments: Carrier.all)
        func concurrent(carrier: Carrier) async throws {
            let server = try LoopbackServer(CannedResponse(200, body: "{}").delayed(by: .milliseconds(5)))
            defer { server.stop() }
            let probe = try await ChildProcess.run(
                "MartletProbe",
                [carrier.rawValue, "\(server.url)", "--count", "200", "--concurrent", "50", "--resources", "yes"],
                timeout: .seconds(40)
            )
            #expect(probe.isSuccess)
            #expect(probe.lines.filter { $0 == "200 2" }.count == 200)
            #expect(server.peakConnectionCount <= 6)
            let (descriptorsBefore, descriptorsAfter) = try resources(probe, "descriptors")
            // Dispatch may open one or two descriptors late; leaked connections would be six.
            #expect(descriptorsAfter <= descriptorsBefore + 2)
            let (threadsBefore, threadsAfter) = try resources(probe, "threads")
            #expect(threadsAfter <= threadsBefore + 4)
        }

        @Test(
            "a hundred and fifty concurrent requests do not need a thread each",
            .enabled(if: CurlTransport.isAvailable, "libcurl is not installed")
        )
        func wide() async throws {
            let count = 150
            // No request is answered before all have arrived.
            let (requests, everyone) = (Counter(), DispatchSemaphore(value: 0))
            let server = try LoopbackServer { _ in
                let isLast = requests.next() == count - 1
                if isLast { for _ in 1..<count { everyone.signal() } } else { _ = everyone.wait(timeout: .now() + 20) }
                return CannedResponse(200, body: "1")
            }
            defer { server.stop() }
            var options = CurlOptions()
            options.maxConnectionsPerHost = count
            let client = Carrier.curl.client(server.url, transport: CurlTransport(options: options))
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<count { group.addTask { _ = try await client.json(.list) } }
                try await group.waitForAll()
            }
            #expect(server.connectionCount == count)
        }

        @Test(
            "R47 two hundred short-lived transports leave nothing behind",
            arguments: Carrier.all,
            [false, true]
        )
        func churn(carrier: Carrier, isSecure: Bool) async throws {
            guard !isSecure || TLSIdentity.isAvailable else { return print(TLSIdentity.missing) }
            let identity = isSecure ? TLSIdentity.valid : nil
            let server = try LoopbackServer(tls: identity) { _ in CannedResponse(200, body: "{}") }
            defer { server.stop() }
            var arguments = [
                carrier.rawValue, "\(server.url)", "--count", "200", "--churn", "yes", "--resources", "yes",
            ]
            if let identity { arguments += ["--trust", identity.certificate] }
            let probe = try await ChildProcess.run("MartletProbe", arguments, timeout: .seconds(180))
            #expect(probe.isSuccess, "\(probe.errors)")
            // URLSession cannot be told to trust the certificate of a test, and fails each time.
            let expected = isSecure && carrier == .urlSession ? "tls 0 notSent" : "200 2"
            #expect(probe.lines.filter { $0.hasPrefix(expected) }.count == 200)
            let (descriptorsBefore, descriptorsAfter) = try resources(probe, "descriptors")
            // Dispatch may open one or two descriptors late; a leak in each transport would be two hundred.
            #expect(descriptorsAfter <= descriptorsBefore + 8)
            let (threadsBefore, threadsAfter) = try resources(probe, "threads")
            #expect(threadsAfter <= threadsBefore + 4)
        }

        @Test("each of thousands of calls eventually gets a connection", arguments: Carrier.all)
        func turns(carrier: Carrier) async throws {
            let server = try LoopbackServer(CannedResponse(200, body: "{}"))
            defer { server.stop() }
            let others = (0..<2).map { _ in Thread { while !Thread.current.isCancelled {} } }
            others.forEach { $0.start() }
            defer { others.forEach { $0.cancel() } }
            let arguments = [carrier.rawValue, "\(server.url)", "--count", "3000", "--concurrent", "60"]
            let probe = try await ChildProcess.run("MartletProbe", arguments, timeout: .seconds(180))
            #expect(probe.isSuccess, "\(probe.errors)")
            #expect(probe.lines.filter { $0 == "200 2" }.count == 3000)
        }

        @Test("closing a transport ends calls in progress and rejects new ones", arguments: Carrier.all)
        func closed(carrier: Carrier) async throws {
            let server = try LoopbackServer(.stall)
            defer { server.stop() }
            let transport = carrier.make()
            let client = carrier.client(server.url, transport: transport)
            let call = Task { try await client.failure(of: .list) }
            try await server.untilRequested()
            (transport as? URLSessionTransport)?.close()
            (transport as? CurlTransport)?.close()
            let ended = try await call.value
            #expect(ended.kind == .transport)
            #expect(ended.delivery == .unknown)
            let error = try await client.failure(of: .list)
            #expect(error.kind == .transport)
            #expect(error.delivery == .notSent)
            #expect(error.message.contains("the transport has been closed"))
            try await server.untilIdle()
            #expect(server.requests.count == 1)
        }

        @Test("closing a transport while calls start ends them without a crash", arguments: Carrier.all)
        func closedMeanwhile(carrier: Carrier) async throws {
            let server = try LoopbackServer(CannedResponse(200, body: "{}"))
            defer { server.stop() }
            let arguments = [
                carrier.rawValue, "\(server.url)", "--count", "2000", "--concurrent", "20", "--close", "2000",
                "--timeout", "15",
            ]
            let probe = try await ChildProcess.run("MartletProbe", arguments, timeout: .seconds(180))
            #expect(!probe.hasHung)
            #expect(probe.isSuccess, "\(probe.errors)")
            let calls = probe.lines.filter { !$0.hasPrefix("peak") }
            #expect(calls.count == 2000)
            #expect(
                calls.allSatisfy { $0 == "200 2" || $0.hasPrefix("transport") },
                "\(calls.filter { $0.hasPrefix("timeout") })")
        }

        @Test("R70 concurrent clients send their own credentials", arguments: Carrier.all)
        func credentials(carrier: Carrier) async throws {
            let server = try LoopbackServer { request in
                CannedResponse(200, body: "\"\(request.values(of: "Authorization").joined()) \(request.target)\"")
            }
            defer { server.stop() }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<100 {
                    group.addTask {
                        let client = carrier.client(server.url) {
                            $0.credentials["ApiKey"] = Credential("key-\(number)")
                        }
                        let body = try await client.json(ApiClient.Request(.get, "/\(number)", security: [[apiKey]]))
                        #expect(body == .string("key-\(number) /\(number)"))
                    }
                }
                try await group.waitForAll()
            }
        }
    }
}
