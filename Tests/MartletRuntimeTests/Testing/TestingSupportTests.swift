import Foundation
import MartletRuntime
import MartletSupport
import MartletTestSupport
import MartletTesting
import Testing

@Suite("Stubs, recordings and replays")
struct TestingSupportTests {
    @Test("a stub answers by operation, with text, a model or a status")
    func operations() async throws {
        let stub = try StubTransport(operations: [
            "getToken": .json("1"), "GET /tokens": .json(["a": DateTime("2026-01-02T03:04:05Z")]),
            "deleteToken": .status(204),
        ])
        let client = try ApiClient(stub, server: "https://api.example.com/v2/")
        #expect(try await client.json(ApiClient.Request(.get, "/tokens/7", operationID: "getToken")) == 1)
        #expect(try await client.json(ApiClient.Request(.get, "/tokens/8", operationID: "getToken")) == 1)
        let listed = try await client.json(ApiClient.Request(.get, "/tokens", operationID: "getTokens"))
        #expect(listed == ["a": "2026-01-02T03:04:05Z"])
        let delete = ApiClient.Request(.delete, "/tokens/7", operationID: "deleteToken")
        let deleted: ApiResponse<Void> = try await client.send(delete, options: .init())
        #expect(deleted.statusCode == 204)
        let error = try await client.failure(of: ApiClient.Request(.post, "/tokens", operationID: "postToken"))
        #expect(error.message.contains("the stub has no response for postToken (POST /tokens)"))
        let url = try #require(URL(string: "https://x.example"))
        let own = await #expect(throws: ApiError.self) { try await stub.send(HTTPRequest(method: .get, url: url)) }
        #expect(own?.message == "the stub has no response for a request without an operation")
    }

    @Test("a stub without a response fails the call, which is not retried")
    func exhausted() async throws {
        let clock = TestClock()
        let error = try await clock.client(StubTransport()).failure(of: .list)
        #expect(error.message.contains("the stub has no response left"))
        #expect(clock.waits.isEmpty)
    }

    @Test("a test clock advances when the client waits and on request")
    func clock() async throws {
        let clock = TestClock(date: Date(timeIntervalSince1970: 0), random: [0, 0.5])
        let stub = StubTransport(.status(503), .status(503), .json("1"))
        #expect(try await clock.client(stub).json(.list) == 1)
        #expect(clock.waits == [.zero, .milliseconds(500)])
        clock.advance(by: .seconds(60))
        #expect(clock.date == Date(timeIntervalSince1970: 60.5))
    }

    @Test("pages, sequences and events are created from arrays")
    func sequences() async throws {
        #expect(try await Pages([[1, 2], [], [3]]).flattened { $0 }.collect() == [1, 2, 3])
        #expect(try await Pages<Int>([]).collect().isEmpty)
        var values: [String?] = []
        for try await value in try JSONSequence(["a\nb", nil, "c"]) { values.append(value) }
        #expect(values == ["a\nb", nil, "c"])
        let events = [
            ServerSentEvents.Event(name: "news", data: ["a": 1], id: "7", retry: .milliseconds(20)),
            .init(data: ["b": 2]),
        ]
        var received: [ServerSentEvents<[String: Int]>.Event] = []
        for try await event in try ServerSentEvents(events) { received.append(event) }
        #expect(received.map(\.data) == events.map(\.data))
        #expect(received.map(\.name) == ["news", "message"])
        #expect(received.map(\.retry) == [.milliseconds(20), nil])
        let stub = StubTransport(try .events([ServerSentEvents.Event(data: "one\ntwo")]))
        let streamed: ApiResponse<ServerSentEvents<String>> = try await ApiClient(stub)
            .events(ApiClient.Request(.get, "/", accept: ["text/event-stream"]), options: .init())
        var texts: [String] = []
        for try await event in streamed.body { texts.append(event.data) }
        #expect(texts == ["one\ntwo"])
    }

    @Test("a recording is played back, each response once, and contains no credential")
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
            _ = try await client.json(ApiClient.Request(.get, "/a", security: [[apiKey]]))
            var post = ApiClient.Request(.post, "/b", security: [[apiKey]])
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
        let error = try await client(replay).failure(of: ApiClient.Request(.get, "/a", security: [[apiKey]]))
        #expect(error.message.contains("the recording has no further response to GET /a"))
    }

    @Test("a credential in the query is not recorded, and may differ in the replay")
    func queryCredential() async throws {
        let odd = "a/b \(secret)"
        let answer = StubTransport { request in .json("{\"at\":\"\(request.url.absoluteString)\",\"key\":\"\(odd)\"}") }
        let recorder = RecordingTransport(answer)
        func client(_ transport: any Transport, _ key: String) -> ApiClient {
            var configuration = Configuration(server: URL(string: "https://one.example"), transport: transport)
            configuration.credentials["key"] = Credential(key)
            return ApiClient(configuration: configuration)
        }
        var request = ApiClient.Request(.get, "/box", security: [[.apiKey("key", query: "api key")]])
        try request.addQuery("q", "x")
        _ = try await client(recorder, odd).json(request)
        #expect(recorder.recording.exchanges.map(\.target) == ["/box?q=x&api%20key=<redacted>"])
        let text = String(decoding: try JSONEncoder().encode(recorder.recording), as: UTF8.self)
        #expect(!text.contains(secret))
        for key in [odd, "x", "box"] {
            _ = try await client(ReplayTransport(recorder.recording), key).json(request)
        }
    }

    @Test("a multipart form can be replayed, although its boundary differs")
    func multipart() async throws {
        let recorder = RecordingTransport(StubTransport { _ in .json("{}") })
        func request() throws -> ApiClient.Request {
            var request = ApiClient.Request(.post, "/form")
            try request.setBody(multipart: ["name": "a"])
            return request
        }
        _ = try await ApiClient(try #require(URL(string: "https://one.example")), transport: recorder).json(request())
        let replay = ReplayTransport(recorder.recording)
        _ = try await ApiClient(try #require(URL(string: "https://one.example")), transport: replay).json(request())
        #expect(replay.unused.isEmpty)
        #expect(recorder.recording.exchanges.first?.contentType == "multipart/form-data; boundary=boundary")
    }

    @Test("an endless stream is recorded while it is read")
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

    @Test("bodies that are not text survive a recording")
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

    @Test("a transport without streaming returns a complete stream")
    func streams() async throws {
        let stub = StubTransport(.json("[1,2]"))
        let stream = try await ApiClient(stub).stream(.list, options: .init())
        var parts: [Data] = []
        for try await part in stream.body { parts.append(part) }
        #expect(parts == [Data("[1,2]".utf8)])
        let tooLarge = HTTPResponse.Stream(.json("[1,2]"))
        let error = try await #require(throws: ApiError.self) { try await tooLarge.collected(upTo: 4) }
        #expect(error.kind == .responseTooLarge)
    }

    @Test("a custom transport can return an AsyncThrowingStream")
    func ownStream() async throws {
        let (stream, continuation) = AsyncThrowingStream<Data, any Error>.makeStream()
        continuation.yield(Data("a".utf8))
        continuation.yield(Data("b".utf8))
        continuation.finish(throwing: URLError(.networkConnectionLost))
        var received = Data()
        let body = HTTPResponse.Stream.Body(stream)
        await #expect(throws: URLError.self) { for try await part in body { received += part } }
        #expect(received == Data("ab".utf8))
    }
}

/// Answers with a body that never ends.
private struct EndlessTransport: Transport {
    func send(_ request: HTTPRequest) async throws -> HTTPResponse { try await stream(request).collected() }

    func stream(_ request: HTTPRequest) async throws -> HTTPResponse.Stream {
        let body = HTTPResponse.Stream.Body(AsyncThrowingStream { Data("x".utf8) })
        return HTTPResponse.Stream(statusCode: 200, headers: [:], body: body)
    }
}
