import Foundation
import MartletRuntime
import MartletSupport
import MartletTestSupport
import MartletTesting
import Testing

@Suite("Retries")
struct RetryTests {
    static let methods: [HTTPRequest.Method] = [.get, .head, .put, .delete, .options, .post, .patch]

    @Test("R53 a GET answered with 503 twice is tried three times, with growing random delays")
    func backoff() async throws {
        for (chance, pauses) in [(0.0, [0, 0]), (0.5, [250, 500]), (1.0, [500, 1000])] {
            let time = TestClock(random: [chance])
            let stub = StubTransport([503, 503])
            _ = try await time.client(stub).json(.list)
            #expect(stub.requests.count == 3)
            #expect(time.waits == pauses.map { .milliseconds($0) })
        }
    }

    @Test("R53 delays double up to the limit, without overflow")
    func bounds() async throws {
        let time = TestClock(random: [1])
        let client = time.client(StubTransport(Array(repeating: 503, count: 100))) {
            $0.retry.maxAttempts = 60
            $0.timeout = .seconds(10_000)
            $0.retry.maxDelay = .seconds(7)
        }
        _ = try await client.failure(of: .list)
        #expect(time.waits.count == 59)
        #expect(time.waits.prefix(5) == [.milliseconds(500), .seconds(1), .seconds(2), .seconds(4), .seconds(7)])
        #expect(time.waits.last == .seconds(7))
    }

    @Test("R54 a POST answered with 503 is not retried, and the error states why")
    func unrepeatable() async throws {
        let time = TestClock()
        let stub = StubTransport([503, 503])
        let error = try await time.client(stub).failure(of: ApiClient.Request(.post, "/tokens"))
        #expect(stub.requests.count == 1)
        #expect(error.attempts == 1)
        #expect(error.retryStop == .notRepeatable)
        #expect(
            error.message
                == "POST /tokens answered 503: {} (not tried again: it may have been processed and is not safe to repeat)"
        )
        #expect(time.waits.isEmpty)
    }

    /// For each status, the methods that are retried, and those that are not.
    static let table: [(statuses: [Int], repeated: [HTTPRequest.Method])] = [
        ([429], methods),
        ([408, 500, 502, 503, 504], [.get, .head, .put, .delete, .options]),
        ([400, 401, 403, 404, 405, 409, 410, 413, 418, 422, 425, 431, 451, 501, 505, 511], []),
    ]

    @Test("R57 retries by status and method", arguments: table)
    func statuses(statuses: [Int], repeated: [HTTPRequest.Method]) async throws {
        for status in statuses {
            for method in Self.methods {
                let stub = StubTransport([status, status])
                let response = try? await TestClock().client(stub).json(ApiClient.Request(method, "/"))
                #expect(stub.requests.count == (repeated.contains(method) ? 3 : 1), "\(method.rawValue) \(status)")
                #expect((response != nil) == repeated.contains(method), "\(method.rawValue) \(status)")
            }
        }
    }

    @Test("the retried statuses are those in the documentation")
    func list() throws {
        let texts = Configuration.RetryPolicy.retriedStatuses.map(String.init)
        let list = texts.dropLast().joined(separator: ", ") + " and \(texts.last ?? "")"
        let article = "Sources/MartletRuntime/Documentation.docc/ErrorsAndRetries.md"
        let text = try String(contentsOf: Repository.root.appendingPathComponent(article), encoding: .utf8)
        #expect(text.contains("the statuses \(list),"))
    }

    @Test("R57 503 with Retry-After is retried for every method; an invalid value does not count")
    func refused() async throws {
        for method in Self.methods {
            let stub = StubTransport([503], headers: ["Retry-After": "0"])
            _ = try await TestClock().client(stub).json(ApiClient.Request(method, "/"))
            #expect(stub.requests.count == 2)
        }
        let stub = StubTransport([503], headers: ["Retry-After": "soon"])
        let error = try await TestClock().client(stub).failure(of: ApiClient.Request(.post, "/"))
        #expect(error.retryStop == .notRepeatable)
    }

    @Test("R57 409 is retried for GET, PUT and DELETE if the caller asks for it", arguments: methods)
    func conflicts(method: HTTPRequest.Method) async throws {
        var policy = Configuration.RetryPolicy.standard
        policy.retriesConflicts = true
        let stub = StubTransport([409])
        let options = RequestOptions(retry: policy)
        _ = try? await TestClock().client(stub).json(ApiClient.Request(method, "/"), options: options)
        #expect(stub.requests.count == ([.get, .put, .delete].contains(method) ? 2 : 1))
    }

    /// Failures of transports, with the methods that are retried.
    static let faults: [(error: ApiError, repeated: [HTTPRequest.Method])] = [
        (ApiError(.transport, "refused", delivery: .notSent), methods),
        (ApiError(.transport, "reset"), [.get, .head, .put, .delete, .options]),
        (ApiError(.timeout, "too late"), [.get, .head, .put, .delete, .options]),
        (ApiError(.timeout, "no connection", delivery: .notSent), methods),
        (ApiError(.tls, "self-signed"), []), (ApiError(.responseTooLarge, "too large"), []),
        (ApiError(.invalidRequest, "a file has changed"), []), (ApiError(.slowConsumer, "slow"), []),
    ]

    @Test("R27 R28 R51 retries by failure, delivery and method", arguments: faults)
    func attemptFaults(error: ApiError, repeated: [HTTPRequest.Method]) async throws {
        for method in Self.methods {
            let stub = StubTransport(failing: 2, error)
            _ = try? await TestClock().client(stub).json(ApiClient.Request(method, "/"))
            #expect(stub.requests.count == (repeated.contains(method) ? 3 : 1), "\(method.rawValue) \(error)")
        }
    }

    @Test("R28 an ambiguous failure states that it was not retried")
    func ambiguous() async throws {
        let stub = StubTransport(failing: 1, ApiError(.transport, "reset"))
        let error = try await TestClock().client(stub).failure(of: ApiClient.Request(.post, "/t/{id}/reset".filled))
        #expect(error.delivery == .unknown)
        #expect(error.retryStop == .notRepeatable)
        #expect(error.attempts == 1)
    }

    @Test("R45 a DELETE that may have succeeded before a 404 reports it")
    func deleted() async throws {
        let count = Counter()
        let stub = StubTransport { _ in
            if count.next() == 0 { throw ApiError(.transport, "reset") }
            return HTTPResponse(statusCode: 404)
        }
        let error = try await TestClock().client(stub).failure(of: ApiClient.Request(.delete, "/t"))
        #expect(error.statusCode == 404)
        #expect(error.followsAmbiguousAttempt)
        #expect(
            error.message == "DELETE /t answered 404 (2 attempts; an earlier attempt may have been processed)"
        )
    }

    @Test("R58 while a server is down, retries stop when the budget is used up, and resume after successes")
    func budget() async throws {
        let isDown = Counter()
        let stub = StubTransport { _ in HTTPResponse(statusCode: isDown.value == 0 ? 503 : 200, body: Data("{}".utf8)) }
        let client = TestClock().client(stub)
        for _ in 0..<100 { _ = try await client.failure(of: .list) }
        #expect(stub.requests.count == 200)
        let last = try await client.failure(of: .list)
        #expect(last.retryStop == .budgetUsedUp)
        isDown.next()
        for _ in 0..<5 { _ = try await client.json(.list) }
        #expect(stub.requests.count == 206)
        let other = StubTransport([503])
        var configuration = client.configuration
        configuration.transport = other
        _ = try await ApiClient(configuration: configuration).json(.list)
        #expect(other.requests.count == 2, "another client has a budget of its own")
    }

    @Test("R58 a success returns the tokens of its last retry; timeouts take twice as many")
    func refunds() async throws {
        let recovering = StubTransport { request in
            HTTPResponse(statusCode: request.url.path == "/ok" ? 200 : 503, body: Data("{}".utf8))
        }
        let client = TestClock().client(recovering) { $0.retry.budget = 5 }
        #expect(try await client.failure(of: .list).retryStop == .budgetUsedUp)
        #expect(recovering.requests.count == 2)
        for _ in 0..<5 { _ = try await client.json(ApiClient.Request(.get, "/ok")) }
        #expect(try await client.failure(of: .list).attempts == 2)

        let slow = TestClock().client(StubTransport(failing: 9, ApiError(.timeout, "t"))) { $0.retry.budget = 19 }
        #expect(try await slow.failure(of: .list).attempts == 2)
        let flaky = TestClock().client(
            StubTransport { [count = Counter()] _ in
                HTTPResponse(statusCode: count.next() % 2 == 0 ? 503 : 200, body: Data("{}".utf8))
            }
        ) { $0.retry.budget = 5 }
        for _ in 0..<20 { _ = try await flaky.json(.list) }
    }

    @Test("R59 no delay exceeds the call's timeout")
    func deadline() async throws {
        let time = TestClock()
        let stub = StubTransport(Array(repeating: 503, count: 10), headers: ["Retry-After": "1"])
        let client = time.client(stub) {
            $0.timeout = .seconds(2)
            $0.retry.maxAttempts = 10
        }
        let error = try await client.failure(of: .list)
        #expect(error.retryStop == .deadline)
        #expect(time.waits == [.milliseconds(1250)])
        #expect(error.attempts == 2)
        #expect(error.retryAfter == .seconds(1))
    }

    @Test("R59 an attempt gets the rest of the call's timeout, and at most its own")
    func attemptTimeouts() async throws {
        let time = TestClock(random: [0])
        let stub = StubTransport { request in
            time.advance(by: request.timeout)
            throw ApiError(.timeout, "too late")
        }
        func timeouts(_ method: HTTPRequest.Method, _ configure: (inout Configuration) -> Void = { _ in }) async throws
            -> [Double]
        {
            let before = stub.requests.count
            _ = try await time.client(stub, configure).failure(of: ApiClient.Request(method, "/"))
            return stub.requests.dropFirst(before).map { $0.timeout / .seconds(1) }
        }
        #expect(try await timeouts(.get) == [60])
        #expect(try await timeouts(.post) == [60])
        #expect(try await timeouts(.get) { $0.retry = .never } == [60])
        #expect(try await timeouts(.get) { $0.attemptTimeout = .seconds(25) } == [25, 25, 10])
        #expect(try await timeouts(.post) { $0.attemptTimeout = .seconds(25) } == [25])
    }

    @Test("R60 the first delays of a thousand clients are distributed")
    func jitter() async throws {
        var bins = Array(repeating: 0, count: 10)
        for _ in 0..<1000 {
            let time = TestClock()
            let client = time.client(StubTransport([503])) { $0.environment.random = Environment().random }
            _ = try await client.json(.list)
            bins[min(9, Int((time.waits[0] / .milliseconds(50)).rounded(.down)))] += 1
        }
        #expect(bins.allSatisfy { $0 < 150 && $0 > 50 }, "\(bins)")
    }

    @Test("a call's own policy applies, and never means a single attempt")
    func perCall() async throws {
        let stub = StubTransport([503, 503, 503])
        let client = TestClock().client(stub)
        let error = try await client.failure(of: .list, options: RequestOptions(retry: .never))
        #expect(stub.requests.count == 1)
        #expect(error.retryStop == .disabled)
        #expect(error.message == "GET /api/v2/tokens answered 503: {}")
    }

    @Test("an operation with an idempotency header sends the same key in all attempts, and is retried for every method")
    func idempotency() async throws {
        let stub = StubTransport([500, 503])
        let client = TestClock().client(stub)
        let request = ApiClient.Request(.post, "/", idempotencyHeader: "Idempotency-Key")
        _ = try await client.json(request)
        _ = try await client.json(request)
        let keys = stub.requests.map { $0.headers["idempotency-key"] }
        #expect(keys.count == 4)
        #expect(Set(keys.prefix(3)).count == 1)
        #expect(keys[0]?.count == 36)
        #expect(keys[3] != keys[0])
        _ = try await client.json(request, options: RequestOptions(headers: ["Idempotency-Key": "mine"]))
        #expect(stub.requests.last?.headers["Idempotency-Key"] == "mine")
    }

    @Test("R48 a call cancelled during a delay ends at once, and sends nothing more")
    func cancelled() async throws {
        let stub = StubTransport(Array(repeating: 503, count: 9))
        let client = TestClock().client(stub) {
            $0.environment.sleep = { _ in
                withUnsafeCurrentTask { $0?.cancel() }
                try Task.checkCancellation()
            }
        }
        let call = Task { try await client.json(.list) }
        await #expect(throws: CancellationError.self) { try await call.value }
        #expect(stub.requests.count == 1)
    }

    @Test("R61 a body whose file has changed is not sent again, and the error states it")
    func changedFile() async throws {
        let folder = try TemporaryFolder()
        try folder.write("12345", to: "body")
        let body = try HTTPBody(file: folder.url.appendingPathComponent("body"))
        let stub = StubTransport { request in
            var reader = HTTPBodyReader(try #require(request.body))
            while try reader.next(upTo: 2) != nil {}
            try folder.write("123", to: "body")
            return HTTPResponse(statusCode: 503)
        }
        let client = TestClock().client(stub)
        let error = try await client.failure(of: ApiClient.Request(.put, "/"), options: RequestOptions(body: body))
        #expect(error.kind == .invalidRequest)
        #expect(error.message.contains("a file of the body has changed or cannot be read"))
        #expect(error.attempts == 2)
        #expect(stub.requests.count == 2)
    }
}

extension String {
    /// A path without parameters.
    fileprivate var filled: String { replacingOccurrences(of: "{id}", with: "1") }
}
