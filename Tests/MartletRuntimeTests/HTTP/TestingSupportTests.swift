import Foundation
import MartletRuntime
import MartletTestSupport
import Testing

@Suite("Stubs, recordings and replays")
struct TestingSupportTests {
    @Test("a stub answers by the example that fits best")
    func examples() async throws {
        let stub = StubTransport(examples: [
            .init(.get, "/tokens/{id}", .json("1")), .init(.get, "/tokens/new", .json("2")),
            .init(.get, "/tokens", .json("3")), .init(.delete, "/tokens/{id}", HTTPResponse(statusCode: 204)),
        ])
        let client = try ApiClient(stub, server: "https://api.example.com/v2/")
        for (path, body) in [("/tokens/7", 1), ("/tokens/a%2Fb", 1), ("/tokens/new", 2), ("/tokens", 3)] {
            #expect(try await client.json(ApiRequest(.get, path)) == .integer(Int64(body)))
        }
        let deleted: ApiResponse<Void> = try await client.send(ApiRequest(.delete, "/tokens/7"), options: .init())
        #expect(deleted.statusCode == 204)
        for request in [ApiRequest(.post, "/tokens"), ApiRequest(.get, "/members"), ApiRequest(.get, "/tokens/7/x")] {
            #expect(try await client.failure(of: request).kind == .invalidRequest)
        }
    }

    @Test("what was recorded is played back, each answer once, and holds no credential")
    func recording() async throws {
        let folder = try TemporaryFolder()
        let file = folder.url.appendingPathComponent("recording.json")
        let answer = StubTransport { request in
            HTTPResponse(
                statusCode: request.method == .get ? 200 : 201,
                headers: ["Content-Type": "application/json", "Set-Cookie": "a=b", "X-Echo": secret],
                body: Data("[\"\(secret)\",\"\(request.url.path)\"]".utf8)
            )
        }
        let recorder = RecordingTransport(answer)
        func client(_ transport: any Transport) -> ApiClient {
            var configuration = Configuration(server: URL(string: "https://one.example"), transport: transport)
            configuration.credentials["ApiKey"] = Credential(secret, prefix: "Bearer")
            return ApiClient(configuration: configuration)
        }
        func calls(_ client: ApiClient) async throws {
            _ = try await client.json(ApiRequest(.get, "/a", security: [[apiKey]]))
            var post = ApiRequest(.post, "/b", security: [[apiKey]])
            try post.addQuery("q", "x y")
            try post.setBody(json: ["a": 1])
            let response: ApiResponse<JSONValue> = try await client.send(post, options: .init())
            #expect(response.statusCode == 201)
        }
        try await calls(client(recorder))
        try recorder.recording.write(to: file)
        let text = try String(contentsOf: file, encoding: .utf8)
        #expect(!text.contains(secret))
        #expect(!text.contains("a=b"))
        #expect(text.contains(#""target" : "/b?q=x%20y""#))

        let recording = try Recording(contentsOf: file)
        #expect(recording == recorder.recording)
        let replay = ReplayTransport(recording)
        try await calls(client(replay))
        #expect(replay.unused.isEmpty)
        let error = try await client(replay).failure(of: ApiRequest(.get, "/a", security: [[apiKey]]))
        #expect(error.message.contains("the recording has no further response to GET /a"))
    }

    @Test("a credential in the query is in no recording, and need not be the same in the replay")
    func queryCredential() async throws {
        let odd = "a/b \(secret)"
        let answer = StubTransport { request in .json("{\"at\":\"\(request.url.absoluteString)\",\"key\":\"\(odd)\"}") }
        let recorder = RecordingTransport(answer)
        func client(_ transport: any Transport, _ key: String) -> ApiClient {
            var configuration = Configuration(server: URL(string: "https://one.example"), transport: transport)
            configuration.credentials["key"] = Credential(key)
            return ApiClient(configuration: configuration)
        }
        var request = ApiRequest(.get, "/box", security: [[.apiKey("key", query: "api key")]])
        try request.addQuery("q", "x")
        _ = try await client(recorder, odd).json(request)
        #expect(recorder.recording.exchanges.map(\.target) == ["/box?q=x&api%20key=<redacted>"])
        let text = String(decoding: try JSONEncoder().encode(recorder.recording), as: UTF8.self)
        #expect(!text.contains(secret))
        for key in [odd, "x", "box"] {
            _ = try await client(ReplayTransport(recorder.recording), key).json(request)
        }
    }

    @Test("a form of parts can be replayed, though its boundary is another one each time")
    func multipart() async throws {
        let recorder = RecordingTransport(StubTransport { _ in .json("{}") })
        func request() throws -> ApiRequest {
            var request = ApiRequest(.post, "/form")
            try request.setBody(multipart: ["name": "a"])
            return request
        }
        _ = try await ApiClient(try #require(URL(string: "https://one.example")), transport: recorder).json(request())
        let replay = ReplayTransport(recorder.recording)
        _ = try await ApiClient(try #require(URL(string: "https://one.example")), transport: replay).json(request())
        #expect(replay.unused.isEmpty)
        #expect(recorder.recording.exchanges.first?.contentType == "multipart/form-data; boundary=boundary")
    }

    @Test("a stream without an end is recorded while it is read")
    func endlessStream() async throws {
        let recorder = RecordingTransport(EndlessTransport())
        let client = ApiClient(try #require(URL(string: "https://one.example")), transport: recorder)
        var count = 0
        for try await part in try await client.stream(.list, options: .init()).body {
            #expect(part == Data("x".utf8))
            count += 1
            if count == 3 { break }
        }
        #expect(recorder.recording.exchanges.map(\.body) == [.text("xxx")])
        let replay = ApiClient(
            try #require(URL(string: "https://one.example")),
            transport: ReplayTransport(recorder.recording)
        )
        #expect(try await replay.stream(.list, options: .init()).collected().body == Data("xxx".utf8))
    }

    @Test("bodies that are no text survive a recording")
    func bytes() async throws {
        let body = Data([0xFF, 0x00, 0xFE])
        let recorder = RecordingTransport(StubTransport(HTTPResponse(statusCode: 200, body: body)))
        let url = try #require(URL(string: "https://x.example/"))
        let request = HTTPRequest(method: .put, url: url, body: body)
        _ = try await recorder.send(request)
        let data = try JSONEncoder().encode(recorder.recording)
        let replay = ReplayTransport(try JSONDecoder().decode(Recording.self, from: data))
        #expect(try await replay.send(request).body == body)
    }

    @Test("a transport without streams of its own gives a stream that is complete")
    func streams() async throws {
        let stub = StubTransport(.json("[1,2]"))
        let stream = try await ApiClient(stub).stream(.list, options: .init())
        var parts: [Data] = []
        for try await part in stream.body { parts.append(part) }
        #expect(parts == [Data("[1,2]".utf8)])
        let tooLarge = HTTPResponseStream(.json("[1,2]"))
        let error = try await #require(throws: ApiError.self) { try await tooLarge.collected(upTo: 4) }
        #expect(error.kind == .responseTooLarge)
    }

    @Test("a transport of one's own may give an AsyncThrowingStream")
    func ownStream() async throws {
        let (stream, continuation) = AsyncThrowingStream<Data, any Error>.makeStream()
        continuation.yield(Data("a".utf8))
        continuation.yield(Data("b".utf8))
        continuation.finish(throwing: URLError(.networkConnectionLost))
        var received = Data()
        let body = HTTPResponseStream.Body(stream)
        await #expect(throws: URLError.self) { for try await part in body { received += part } }
        #expect(received == Data("ab".utf8))
    }
}

/// Answers with a body that never ends.
private struct EndlessTransport: Transport {
    func send(_ request: HTTPRequest) async throws -> HTTPResponse { try await stream(request).collected() }

    func stream(_ request: HTTPRequest) async throws -> HTTPResponseStream {
        let body = HTTPResponseStream.Body(AsyncThrowingStream { Data("x".utf8) })
        return HTTPResponseStream(statusCode: 200, headers: [:], body: body)
    }
}
