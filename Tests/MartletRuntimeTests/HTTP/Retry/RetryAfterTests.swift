import Foundation
import MartletRuntime
import MartletSupport
import MartletTesting
import Testing

@Suite("Retry-After and rate limit headers")
struct RetryAfterTests {
    /// The delay that a response with these headers requests; nil for none.
    private func wait(_ status: Int = 429, _ headers: HTTPHeaders) async throws -> Duration? {
        let client = TestClock().client(StubTransport([status], headers: headers)) {
            $0.retry.maxAttempts = 1
            $0.retry.resetHeaders = [
                Configuration.RetryPolicy.ResetHeader("X-Ratelimit-Reset", .epochMilliseconds),
                Configuration.RetryPolicy.ResetHeader("X-Ratelimit-Auth-Token-Reset", .epochMilliseconds),
                Configuration.RetryPolicy.ResetHeader("RateLimit-Reset", .seconds),
                Configuration.RetryPolicy.ResetHeader("X-Reset", .epochSeconds),
            ]
        }
        return try await client.failure(of: ApiClient.Request(.post, "/")).retryAfter
    }

    @Test("the server's delay is followed by the usual random delay, so that clients do not return all at once")
    func jitter() async throws {
        for (chance, pause) in [(0.0, 2000), (0.5, 2250), (1.0, 2500)] {
            let time = TestClock(random: [chance])
            _ = try await time.client(StubTransport([429], headers: ["Retry-After": "2"])).json(.list)
            #expect(time.waits == [.milliseconds(pause)])
        }
    }

    @Test(
        "R55 Retry-After in all its forms",
        arguments: [
            ("1", 1), ("0", 0), ("-5", 0), ("  7", 7), ("1, 5", 5), ("1.5", 1.5), ("0.5", 0.5),
            (".5", 0.5), ("1, 2.5", 2.5), ("1e3", nil), ("1.5.1", nil), ("99999999999.5", nil), ("abc", nil), ("", nil),
            ("5s", nil),
            ("Thu, 01 Jan 2026 00:00:04 GMT", 4), ("Thursday, 01-Jan-26 00:00:05 GMT", 5),
            ("Thu Jan  1 00:00:06 2026", 6), ("Wed, 31 Dec 2025 23:59:00 GMT", 0),
            ("Thu, 01 Jan 2026 00:00:04 CET", nil), ("Thu, 32 Jan 2026 00:00:04 GMT", nil),
            ("99999999999999999999", nil), ("Tue, 01 Jan 2047 00:00:00 GMT", 662_688_000),
        ] as [(String, Double?)]
    )
    func retryAfter(value: String, seconds: Double?) async throws {
        #expect(try await wait(429, ["Retry-After": value]) == seconds.map { .seconds($0) })
    }

    @Test("R55 the longer of two fields counts, and a date is relative to the server's clock")
    func combined() async throws {
        let two: HTTPHeaders = ["Retry-After": "1", "retry-after": "3"]
        #expect(try await wait(503, two) == .seconds(3))
        let skewed: HTTPHeaders = [
            "Date": "Thu, 01 Jan 2026 01:00:00 GMT", "Retry-After": "Thu, 01 Jan 2026 01:00:02 GMT",
        ]
        #expect(try await wait(429, skewed) == .seconds(2))
    }

    @Test("R55 a delay above the limit is thrown at once as an error that contains it", arguments: ["61", "999999"])
    func tooLong(value: String) async throws {
        let time = TestClock()
        let stub = StubTransport([429], headers: ["Retry-After": value])
        let error = try await time.client(stub).failure(of: .list)
        #expect(error.statusCode == 429)
        #expect(error.retryStop == .waitTooLong)
        #expect(error.retryAfter == .seconds(try #require(Int(value))))
        #expect(time.waits.isEmpty)
    }

    /// Milliseconds since 1970 at the date of the simulated time.
    static let now = 1_767_225_600_000

    @Test(
        "R56 reset headers, with implausible values ignored",
        arguments: [
            (["X-Ratelimit-Reset": "\(now + 3000)"], 3000), (["X-RateLimit-Reset": "\(now + 1)"], 1),
            (["X-Ratelimit-Reset": "\(now / 1000 + 3)"], nil), (["X-Ratelimit-Reset": "\(now - 5000)"], 0),
            (["X-Ratelimit-Reset": "\(now + 3_600_001)"], nil), (["X-Ratelimit-Reset": "inf"], nil),
            (["X-Ratelimit-Reset": ""], nil), (["RateLimit-Reset": "2"], 2000), (["RateLimit-Reset": "-2"], 0),
            (["X-Reset": "\(now / 1000 + 3)"], 3000), (["X-Reset": "\(now)"], nil),
            (["X-Ratelimit-Reset": "\(now + 3000)", "X-Ratelimit-Auth-Token-Reset": "\(now + 5000)"], 5000),
            (["X-Ratelimit-Reset": "\(now + 3000)", "Retry-After": "4"], 4000), ([:], nil),
            (["X-Ratelimit-Global-Remaining": "0"], nil),
        ] as [([String: String], Int?)]
    )
    func resets(fields: [String: String], milliseconds: Int?) async throws {
        var headers = HTTPHeaders()
        for (name, value) in fields { headers[name] = value }
        #expect(try await wait(429, headers) == milliseconds.map { .milliseconds($0) })
    }

    @Test("R56 reset headers apply only to status 429, and only if configured")
    func unasked() async throws {
        let headers: HTTPHeaders = ["X-Ratelimit-Reset": "\(Self.now + 3000)"]
        let time = TestClock(random: [0])
        let options = RequestOptions(retry: .standard)
        _ = try await time.client(StubTransport([429], headers: headers)).json(.list, options: options)
        _ = try await time.client(StubTransport([500], headers: headers)) {
            $0.retry.resetHeaders = [Configuration.RetryPolicy.ResetHeader("X-Ratelimit-Reset", .epochMilliseconds)]
        }.json(.list)
        #expect(time.waits == [.zero, .zero])
    }

    @Test("a year of two digits is at most fifty years ahead")
    func centuries() async throws {
        #expect(try await wait(429, ["Retry-After": "Sunday, 06-Nov-94 08:49:37 GMT"]) == .zero)
        let skewed: HTTPHeaders = [
            "Date": "Monday, 01-Jan-75 00:00:00 GMT", "Retry-After": "Tue, 01 Jan 2075 00:00:09 GMT",
        ]
        #expect(try await wait(429, skewed) == .seconds(9))
    }
}
