import Foundation
import MartletCurl
import MartletRuntime
import MartletTestSupport
import Testing

extension FaultTests {
    @Suite("Uploads", .timeLimit(.minutes(1)))
    struct UploadTests {
        /// A stream that gives these parts, and then ends, fails or waits.
        private func stream(
            _ parts: [String],
            then end: @escaping @Sendable () async throws -> Void = {}
        ) -> AsyncThrowingStream<Data, any Error> {
            let remaining = Locked(parts[...])
            return AsyncThrowingStream {
                if let part = remaining.withLock({ $0.popFirst() }) { return Data(part.utf8) }
                try await end()
                return nil
            }
        }

        private final class Locked<Value: Sendable>: @unchecked Sendable {
            private let lock = NSLock()
            private var value: Value

            init(_ value: Value) { self.value = value }

            func withLock<Result>(_ body: (inout Value) -> Result) -> Result { lock.withLock { body(&value) } }
        }

        /// A sequence that starts again with every iteration.
        private struct Bytes: AsyncSequence, Sendable {
            let text: String

            struct AsyncIterator: AsyncIteratorProtocol {
                var rest: Substring.UTF8View.SubSequence

                mutating func next() async -> UInt8? { rest.popFirst() }
            }

            func makeAsyncIterator() -> AsyncIterator { AsyncIterator(rest: text[...].utf8[...]) }
        }

        private struct Broken: Error {}

        private let put = ApiClient.Request(.put, "/")
        private let post = ApiClient.Request(.post, "/", security: [[apiKey]])

        @Test("a stream of bytes can be a body, with or without a known length", arguments: Carrier.all)
        func streams(carrier: Carrier) async throws {
            let server = try LoopbackServer(CannedResponse(200, body: "1"))
            defer { server.stop() }
            let client = carrier.client(server.url)
            let long = String(repeating: "0123456789", count: 50_000)
            let rows: [(parts: [String], count: Int?)] = [
                (["a", "", "bc"], 3), (["a", "", "bc"], nil), ([], 0), ([], nil), ([long, "x", long], nil),
                ([long, "x", long], 1_000_001),
            ]
            for row in rows {
                let body = HTTPBody(stream: stream(row.parts), count: row.count, contentType: "text/plain")
                #expect(try await client.json(post, options: RequestOptions(body: body)) == 1)
                let request = try #require(server.requests.last)
                #expect(request.body == Data(row.parts.joined().utf8))
                #expect(request.values(of: "Content-Type") == ["text/plain"])
                let isInChunks = request.values(of: "Transfer-Encoding") == ["chunked"]
                #expect(isInChunks == (row.count == nil && carrier == .curl))
                if !isInChunks { #expect(request.values(of: "Content-Length") == ["\(request.body.count)"]) }
            }
            let bytes = HTTPBody(stream: Bytes(text: long))
            #expect(try await client.json(put, options: RequestOptions(body: bytes)) == 1)
            #expect(server.requests.last?.body == Data(long.utf8))
        }

        @Test("a stream can be a file in a form", arguments: Carrier.all)
        func form(carrier: Carrier) async throws {
            let server = try LoopbackServer(CannedResponse(200, body: "1"))
            defer { server.stop() }
            var body = HTTPBody(Data("<".utf8))
            body.append(HTTPBody(stream: stream(["12", "3"]), count: 3))
            body.append(Data(">".utf8))
            #expect(body.count == 5 && body.data == nil)
            _ = try await carrier.client(server.url).json(put, options: RequestOptions(body: body))
            #expect(server.requests.first?.body == Data("<123>".utf8))
            #expect(server.requests.first?.values(of: "Content-Length") == ["5"])
        }

        @Test("a stream that fails or has an unexpected length is an error", arguments: Carrier.all)
        func badStreams(carrier: Carrier) async throws {
            let server = try LoopbackServer(CannedResponse(200, body: "1"))
            defer { server.stop() }
            let client = carrier.client(server.url) { $0.retry = .standard }
            let bodies = [
                HTTPBody(stream: stream(["123"]), count: 4), HTTPBody(stream: stream(["123", "45"]), count: 4),
                HTTPBody(stream: stream(["123"]) { throw Broken() }),
                HTTPBody(stream: stream([]) { throw ApiError(.transport, "of another call") }, count: 1),
            ]
            for (index, body) in bodies.enumerated() {
                let error = try await client.failure(of: put, options: RequestOptions(body: body))
                #expect(error.kind == .requestBody && error.attempts == 1, "\(error)")
                #expect((error.underlying is Broken) == (index == 2))
                #expect(error.delivery != .answered)
            }
            #expect(server.requests.isEmpty)
        }

        @Test(
            "a stream that cannot be repeated is sent once, and a repeatable one is sent again",
            arguments: Carrier.all)
        func retries(carrier: Carrier) async throws {
            for isRepeatable in [false, true] {
                for status in [503, 401] {
                    let server = try LoopbackServer([CannedResponse(status), CannedResponse(200, body: "1")])
                    defer { server.stop() }
                    let client = carrier.client(server.url) {
                        $0.retry = .standard
                        $0.credentials["ApiKey"] = Credential {
                            "token"
                        } invalidate: { _ in
                        }
                    }
                    let body = HTTPBody(stream: Bytes(text: "abc"), isRepeatable: isRepeatable)
                    let request = ApiClient.Request(.put, "/", security: [[apiKey]])
                    if isRepeatable {
                        #expect(try await client.json(request, options: RequestOptions(body: body)) == 1)
                        #expect(server.requests.map(\.body) == [Data("abc".utf8), Data("abc".utf8)])
                        continue
                    }
                    let error = try await client.failure(of: request, options: RequestOptions(body: body))
                    #expect(error.statusCode == status && error.attempts == 1)
                    if status == 503 { #expect(error.retryStop == .bodyUsed) }
                    let second = try await client.failure(of: request, options: RequestOptions(body: body))
                    #expect(second.kind == .requestBody)
                }
            }
        }

        @Test(
            "a stream is not read before a connection exists",
            .enabled(if: CurlTransport.isAvailable, "libcurl is not installed"))
        func unreachable() async throws {
            let server = try LoopbackServer(.close)
            server.stop()
            let client = Carrier.curl.client(server.url) { $0.retry = .standard }
            let body = HTTPBody(stream: stream(["123"]))
            let error = try await client.failure(of: post, options: RequestOptions(body: body))
            #expect(error.delivery == .notSent && error.attempts == 3)
        }

        @Test(
            "parts are sent as soon as they are available",
            .enabled(if: CurlTransport.isAvailable, "libcurl is not installed"))
        func live() async throws {
            let server = try LoopbackServer(CannedResponse(200, body: "1"))
            defer { server.stop() }
            let rest = Locked(["second"][...])
            let parts = AsyncThrowingStream<Data, any Error> {
                guard let part = rest.withLock({ $0.popFirst() }) else { return nil }
                // Nothing comes before the server has the head.
                while server.receivedByteCount == 0 { try await Task.sleep(for: .milliseconds(2)) }
                return Data(part.utf8)
            }
            let client = Carrier.curl.client(server.url) { $0.inactivityTimeout = .seconds(5) }
            #expect(try await client.json(put, options: RequestOptions(body: HTTPBody(stream: parts))) == 1)
            #expect(server.requests.first?.body == Data("second".utf8))
        }

        @Test("a stream that stalls ends with the timeout, or when the call is cancelled", arguments: Carrier.all)
        func waiting(carrier: Carrier) async throws {
            let server = try LoopbackServer(CannedResponse(200, body: "1"))
            defer { server.stop() }
            let client = carrier.client(server.url) { $0.inactivityTimeout = .milliseconds(50) }
            @Sendable func body() -> HTTPBody {
                HTTPBody(stream: stream(["123"]) { try await Task.sleep(for: .seconds(600)) })
            }
            let options = RequestOptions(timeout: .milliseconds(300), body: body())
            let error = try await client.failure(of: put, options: options)
            #expect(error.kind == .timeout && !error.message.contains("traffic"), "\(error)")
            let call = Task { [put] in try await client.json(put, options: RequestOptions(body: body())) }
            try await Task.sleep(for: .milliseconds(50))
            call.cancel()
            await #expect(throws: CancellationError.self) { try await call.value }
            #expect(server.requests.isEmpty)
        }

        @Test("progress ends with the whole body, whatever it consists of", arguments: Carrier.all)
        func progress(carrier: Carrier) async throws {
            let server = try LoopbackServer(CannedResponse(200, body: "1"))
            defer { server.stop() }
            let client = carrier.client(server.url)
            let folder = try TemporaryFolder()
            let text = String(repeating: "0123456789", count: 100_000)
            try folder.write(text, to: "file")
            let streamed = HTTPBody(stream: stream([text]))
            for body in [
                HTTPBody(Data(text.utf8)), try HTTPBody(file: folder.url.appendingPathComponent("file")), streamed,
            ] {
                let reports = Locked<[HTTPBody.Progress]>([])
                let options = RequestOptions(
                    body: body, uploadProgress: { report in reports.withLock { $0.append(report) } })
                #expect(try await client.json(post, options: options) == 1)
                let seen = reports.withLock { $0 }
                #expect(seen.map(\.sentBytes) == seen.map(\.sentBytes).sorted())
                #expect(seen.last?.sentBytes == 1_000_000)
                #expect(seen.allSatisfy { $0.totalBytes == body.count })
                #expect(seen.last?.fraction == (body == streamed ? nil : 1))
                #expect(seen.first.map { $0.sentBytes < 1_000_000 } ?? false, "\(seen)")
            }
        }

        @Test("a body is compressed if the client or the call asks for it", arguments: Carrier.all)
        func compression(carrier: Carrier) async throws {
            let server = try LoopbackServer(CannedResponse(200, body: "1"))
            defer { server.stop() }
            let client = carrier.client(server.url) { $0.compression = .gzip }
            let folder = try TemporaryFolder()
            let text = String(repeating: #"{"name":"value"},"#, count: 20_000)
            try folder.write(text, to: "file")
            for body in [
                HTTPBody(Data(text.utf8)), try HTTPBody(file: folder.url.appendingPathComponent("file")),
                HTTPBody(stream: stream([text])),
            ] {
                #expect(try await client.json(put, options: RequestOptions(body: body)) == 1)
                let request = try #require(server.requests.last)
                #expect(request.values(of: "Content-Encoding") == ["gzip"])
                #expect(request.body.count < text.utf8.count / 20)
                let file = folder.url.appendingPathComponent("file.gz")
                try request.body.write(to: file)
                let gunzip = try await ChildProcess.run("/bin/sh", ["-c", "gzip -dc '\(file.path)'"])
                #expect(gunzip.lines.joined(separator: "\n") == text)
            }
            let plain: [RequestOptions] = [
                RequestOptions(body: HTTPBody(Data(text.utf8)), compression: HTTPBody.Compression.none),
                // Data that would become longer isn't compressed.
                RequestOptions(body: HTTPBody(Data("short".utf8))),
                RequestOptions(body: HTTPBody()),
                RequestOptions(headers: ["Content-Encoding": "br"], body: HTTPBody(Data(text.utf8))),
            ]
            for options in plain {
                #expect(try await client.json(put, options: options) == 1)
                #expect(
                    server.requests.last?.values(of: "Content-Encoding")
                        == options.headers.values(of: "Content-Encoding"))
                #expect(server.requests.last?.body == options.body?.data)
            }
        }
    }
}
