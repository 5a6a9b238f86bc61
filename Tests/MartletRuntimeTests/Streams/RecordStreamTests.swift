import Foundation
import MartletTestSupport
import MartletTesting
import Testing

@testable import MartletRuntime

@Suite("Streams of events and of JSON", .timeLimit(.minutes(1)))
struct RecordStreamTests {
    /// A client whose responses arrive in these parts.
    private func client(
        _ parts: [String],
        type: String,
        limit: Int? = nil,
        decoding: Configuration.DecodingMode? = nil
    ) throws -> (ApiClient, RequestOptions) {
        var configuration = Configuration(
            server: URL(string: "https://api.example.com"),
            transport: PartsTransport(type: type, parts: parts.map { Data($0.utf8) })
        )
        configuration.retry = .never
        var options = RequestOptions()
        options.maxResponseBytes = limit
        options.decoding = decoding
        return (ApiClient(configuration: configuration), options)
    }

    private static func request(_ type: String) -> ApiClient.Request { ApiClient.Request(.get, "/x", accept: [type]) }

    /// The values of a sequence, and the error that ended it.
    private func values(
        _ parts: String...,
        type: String = "application/jsonl",
        limit: Int? = nil
    ) async throws -> (values: [JSONValue], error: ApiError?) {
        let (client, options) = try client(parts, type: type, limit: limit)
        let response: ApiResponse<JSONSequence<JSONValue>> = try await client.sequence(
            Self.request(type),
            options: options
        )
        var values: [JSONValue] = []
        do {
            for try await value in response.body { values.append(value) }
        } catch let error as ApiError {
            return (values, error)
        }
        return (values, nil)
    }

    /// The data of events, and the error that ended them.
    private func events<Payload: Decodable & Sendable>(
        _ parts: String...,
        as type: Payload.Type,
        limit: Int? = nil
    ) async throws -> (events: [ServerSentEvents<Payload>.Event], error: ApiError?) {
        let (client, options) = try client(parts, type: "text/event-stream", limit: limit)
        let response: ApiResponse<ServerSentEvents<Payload>> = try await client.events(
            Self.request("text/event-stream"),
            options: options
        )
        var events: [ServerSentEvents<Payload>.Event] = []
        do {
            for try await event in response.body { events.append(event) }
        } catch let error as ApiError {
            return (events, error)
        }
        return (events, nil)
    }

    // MARK: - Lines

    static let lines: [(parts: [String], values: [JSONValue])] = [
        (["1\n2\n"], [1, 2]), (["1\n", "2"], [1, 2]), (["{\"a\"", ":1}", "\n", "[", "]\n"], [["a": 1], []]),
        (["1\r\n2\r\n"], [1, 2]), (["1\r", "\n2"], [1, 2]), (["\n\n1\n \t\r\n\n2\n\n"], [1, 2]),
        (["null\n\"a\""], [nil, "a"]),
        ([" 1 \n"], [1]), (["\"é", "🔑\"\n"], ["é🔑"]), ([""], []), (["\n"], []), (["\"\\n\"\n"], ["\n"]),
    ]

    @Test("lines of JSON arrive one by one, however they are split; blank lines are ignored", arguments: lines.indices)
    func line(index: Int) async throws {
        let row = Self.lines[index]
        for parts in [row.parts, row.parts.joined().map(String.init)] {
            let (client, options) = try client(parts, type: "application/x-ndjson")
            let response: ApiResponse<JSONSequence<JSONValue>> = try await client.sequence(
                Self.request("application/x-ndjson"),
                options: options
            )
            var values: [JSONValue] = []
            for try await value in response.body { values.append(value) }
            #expect(values == row.values)
        }
    }

    @Test("an invalid line is an error with its index, and the next one can be read")
    func brokenLine() async throws {
        let (values, error) = try await values("1\n{\"a\":\n3\n")
        #expect(values == [1])
        #expect(error?.kind == .decoding)
        #expect(error?.message.contains("GET /x sent an unexpected value at index 1") == true)

        let (client, options) = try client(["1\nx\n3\n"], type: "application/jsonl")
        let response: ApiResponse<JSONSequence<Int>> = try await client.sequence(
            Self.request("application/jsonl"),
            options: options
        )
        var iterator = response.body.makeAsyncIterator()
        #expect(try await iterator.next() == 1)
        await #expect(throws: ApiError.self) { try await iterator.next() }
        #expect(try await iterator.next() == 3)
        #expect(try await iterator.next() == nil)
    }

    // MARK: - Sequences

    static let sequences: [(parts: [String], values: [JSONValue])] = [
        (["\u{1E}1\n\u{1E}{\"a\":\n2}\n"], [1, ["a": 2]]), (["\u{1E}", "1", "2", "\n", "\u{1E}3\n"], [12, 3]),
        (["\u{1E}\u{1E}\n\u{1E}1\n"], [1]), (["\u{1E}[1]\u{1E}{}\u{1E}\"a\""], [[1], [:], "a"]), ([""], []),
        (["\u{1E}"], []), (["\u{1E}true\n\u{1E}null\t"], [true, nil]),
    ]

    @Test("JSON texts after record separators arrive one by one (RFC 7464)", arguments: sequences.indices)
    func sequence(index: Int) async throws {
        let row = Self.sequences[index]
        for type in ["application/json-seq", "application/geo+json-seq"] {
            let (client, options) = try client(row.parts, type: type)
            let response: ApiResponse<JSONSequence<JSONValue>> = try await client.sequence(
                Self.request(type),
                options: options
            )
            var values: [JSONValue] = []
            for try await value in response.body { values.append(value) }
            #expect(values == row.values)
        }
    }

    @Test(
        "an unterminated number or word is an error, because it may continue (RFC 7464, section 2.4)",
        arguments: ["\u{1E}1\n\u{1E}2", "\u{1E}1\n\u{1E}true", "\u{1E}1\n\u{1E}2\u{1E}3\n"]
    )
    func truncated(text: String) async throws {
        let (values, error) = try await values(text, type: "application/json-seq")
        #expect(values == [1])
        #expect(error?.kind == .decoding)
        #expect(error?.message == "GET /x sent an incomplete value at index 1")
    }

    @Test("a truncated object is an error after the elements before it")
    func truncatedObject() async throws {
        let (values, error) = try await values("\u{1E}1\n\u{1E}{\"a\":1", type: "application/json-seq")
        #expect(values == [1])
        #expect(error?.kind == .decoding)
    }

    // MARK: - Lenient decoding

    @Test("lenient decoding skips and reports invalid values, events and elements")
    func lenient() async throws {
        let lines = ["[1]\nx\n[2,\"a\",3]\n7\n[4]\n"]
        let (client, options) = try client(lines, type: "application/jsonl", decoding: .lenient)
        let response: ApiResponse<JSONSequence<[Int]>> = try await client.sequence(
            Self.request("application/jsonl"),
            options: options
        )
        var values: [[Int]] = []
        for try await value in response.body { values.append(value) }
        #expect(values == [[1], [2, 3], [4]])
        #expect(response.body.issues.map(\.path) == ["[1]", "[2].[1]", "[3]"])

        let records = ["data: 1\n\ndata: x\n\ndata: 2\n\ndata: [DONE]\n\n"]
        let (other, sameOptions) = try self.client(records, type: "text/event-stream", decoding: .lenient)
        let events: ApiResponse<ServerSentEvents<Int>> = try await other.events(
            Self.request("text/event-stream"),
            options: sameOptions
        )
        var data: [Int] = []
        for try await event in events.body { data.append(event.data) }
        #expect(data == [1, 2])
        #expect(events.body.issues.map(\.path) == ["[1]"])
    }

    @Test("lenient decoding ends at a stream that contains only errors")
    func tooManyFaults() async throws {
        let lines = [String(repeating: "x\n", count: 200)]
        let (client, options) = try client(lines, type: "application/jsonl", decoding: .lenient)
        let response: ApiResponse<JSONSequence<Int>> = try await client.sequence(
            Self.request("application/jsonl"),
            options: options
        )
        let error = try await #require(throws: ApiError.self) { for try await _ in response.body {} }
        #expect(error.kind == .decoding)
        #expect(response.body.issues.count == 100)
    }

    // MARK: - Limits

    @Test("an endless record is an error when it exceeds the maximum size of a response")
    func limits() async throws {
        let long = String(repeating: "1", count: 100)
        let lines = try await values("1\n", long, long, "\n", limit: 150)
        #expect(lines.values == [1])
        #expect(lines.error?.kind == .responseTooLarge)
        let texts = try await values("\u{1E}\"", long, long, "\"\n", type: "application/json-seq", limit: 150)
        #expect(texts.error?.kind == .responseTooLarge)
        let data = try await events(
            "data: 1\n\n",
            "data: \(long)\n",
            "data: \(long)\n",
            "\n",
            as: String.self,
            limit: 150
        )
        #expect(data.events.map(\.data) == ["1"])
        #expect(data.error?.kind == .responseTooLarge)
        let name = try await events("event: ", long, long, "\n", as: String.self, limit: 150)
        #expect(name.error?.kind == .responseTooLarge)
    }

    @Test("a stream may be longer than the maximum size of a response")
    func longStream() async throws {
        let (values, error) = try await values(String(repeating: "1\n", count: 1000), limit: 10)
        #expect(values.count == 1000)
        #expect(error == nil)
    }

    // MARK: - Events

    @Test("data is JSON, or text for strings; the default event name is message")
    func payloads() async throws {
        let text = try await events(
            "data: {\"a\":1}\n\n",
            "event: ping\ndata:\n\n",
            "event: x\ndata: b\n\n",
            "data: [DONE]\n\ndata: c\n\n",
            as: String.self
        )
        #expect(text.events.map(\.data) == [#"{"a":1}"#, "b"])
        #expect(text.events.map(\.name) == ["message", "x"])
        let json = try await events("data: {\"a\":\ndata: 1}\n\n", as: [String: Int].self)
        #expect(json.events.map(\.data) == [["a": 1]])
        let whole = try await events("id: 7\nretry: 20\ndata: 1\n\n", as: Int.self)
        #expect(whole.events == [ServerSentEvents.Event(data: 1, id: "7", retry: .milliseconds(20))])
        let late = try await events("retry: 4294967295\ndata: 1\n\n", as: Int.self)
        #expect(late.events.first?.retry == .milliseconds(4_294_967_295))
    }

    @Test("typed events end at the server's end marker, and at an error with its index")
    func ends() async throws {
        let done = try await events("data: 1\n\ndata: [DONE]\n\ndata: 2\n\n", as: Int.self)
        #expect(done.events.map(\.data) == [1])
        #expect(done.error == nil)
        let broken = try await events("data: 1\n\ndata: x\n\n", as: Int.self)
        #expect(broken.events.map(\.data) == [1])
        #expect(broken.error?.kind == .decoding)
        #expect(broken.error?.message.contains("at index 1") == true)
    }

    @Test("another media type is an error before anything is read")
    func mediaType() async throws {
        let (client, options) = try client(["<html>"], type: "text/html")
        let error = await #expect(throws: ApiError.self) {
            let _: ApiResponse<ServerSentEvents<Int>> = try await client.events(
                Self.request("text/event-stream"),
                options: options
            )
        }
        #expect(error?.kind == .unexpectedContentType)
    }

    @Test("an error quotes no secret from a record")
    func secrecy() async throws {
        let stub = StubTransport(
            HTTPResponse(
                statusCode: 200,
                headers: ["Content-Type": "application/jsonl"],
                body: Data("\"\(secret)\"\n\(secret)\n".utf8)
            )
        )
        let response: ApiResponse<JSONSequence<Int>> = try await ApiClient(stub).sequence(
            ApiClient.Request(.get, "/x", security: [[apiKey]], accept: ["application/jsonl"]),
            options: RequestOptions()
        )
        // Neither as text nor as the numbers of its bytes.
        #expect(!allTexts(of: response.body).contains(secret))
        #expect(
            !String(describing: Mirror(reflecting: response.body).children.map(\.value)).contains("97, 112, 105, 45")
        )
        var iterator = response.body.makeAsyncIterator()
        for _ in 0..<2 {
            let error = try await #require(throws: ApiError.self) { _ = try await iterator.next() }
            #expect(error.kind == .decoding)
            #expect(!allTexts(of: error).contains(secret))
        }
    }
}

/// Answers every request with a body in parts.
private struct PartsTransport: Transport {
    let type: String
    let parts: [Data]

    func send(_ request: HTTPRequest) async throws -> HTTPResponse { try await stream(request).collected() }

    func stream(_ request: HTTPRequest) async throws -> HTTPResponse.Stream {
        let stream = AsyncThrowingStream<Data, any Error> { continuation in
            parts.forEach { continuation.yield($0) }
            continuation.finish()
        }
        return HTTPResponse.Stream(
            statusCode: 200,
            headers: ["Content-Type": type],
            body: HTTPResponse.Stream.Body(stream)
        )
    }
}
