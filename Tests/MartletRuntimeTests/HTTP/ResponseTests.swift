import Foundation
import MartletRuntime
import MartletSupport
import MartletTestSupport
import MartletTesting
import Testing

@Suite("Responses", .timeLimit(.minutes(1)))
struct ResponseTests {
    /// Sends `GET /tokens` to a stub that answers with `response`.
    private func failure(_ response: HTTPResponse, success: [Int]? = nil) async throws -> ApiError {
        try await ApiClient(StubTransport(response)).failure(of: ApiClient.Request(.get, "/tokens", success: success))
    }

    private func html(_ status: Int) -> HTTPResponse {
        HTTPResponse(
            statusCode: status,
            headers: ["content-type": "text/html"],
            body: Data("<h1>Bad gateway</h1>".utf8)
        )
    }

    @Test("a success has status, headers and bytes")
    func success() async throws {
        try await withServer(CannedResponse(201, headers: [("X-Ratelimit-Reset", "17")], body: "[1]")) { server in
            let response: ApiResponse<[Int]> = try await ApiClient(server.url).send(.list, options: .init())
            #expect(response.body == [1])
            #expect(response.statusCode == 201)
            #expect(response.headers["x-ratelimit-reset"] == "17")
            #expect(response.rawBody == Data("[1]".utf8))
        }
    }

    @Test("an operation without a result ignores the body", arguments: ["", "<html>", "{"])
    func noBody(body: String) async throws {
        let stub = StubTransport(HTTPResponse(statusCode: 204, body: Data(body.utf8)))
        let response: ApiResponse<Void> = try await ApiClient(stub).send(
            ApiClient.Request(.delete, "/", success: [204]),
            options: .init()
        )
        #expect(response.statusCode == 204)
        #expect(response.rawBody == Data(body.utf8))
    }

    @Test(
        "R62 a success that differs from several documented ones is an error with the response",
        arguments: [200, 202, 206])
    func undocumented(status: Int) async throws {
        let error = try await failure(.json(#"{"token":"new"}"#, statusCode: status), success: [201, 203])
        #expect(error.kind == .undocumentedStatus)
        #expect(error.statusCode == status)
        #expect(error.body == Data(#"{"token":"new"}"#.utf8))
        #expect(error.message == "GET /tokens answered \(status), which the document does not list")
    }

    @Test(
        "an undocumented success is decoded as the only documented one", arguments: [200, 202, 226])
    func unlisted(status: Int) async throws {
        let request = ApiClient.Request(.get, "/", success: [201])
        #expect(try await ApiClient(StubTransport(.json("{}", statusCode: status))).json(request) == [:])
        let empty = try await failure(HTTPResponse(statusCode: 204), success: [201])
        #expect(empty.kind == .undocumentedStatus)
        #expect(
            empty.message == "GET /tokens answered 204, which the document does not list, with an empty body where a"
                + " body is required"
        )
    }

    @Test(
        "media types of JSON",
        arguments: [
            nil, "application/json", "Application/JSON; charset=utf-8", "application/problem+json", "a/b+JSON ;q=1",
        ]
    )
    func mediaTypes(type: String?) async throws {
        var response = HTTPResponse.json("{}")
        response.headers["Content-Type"] = type
        let body = try await ApiClient(StubTransport(response)).json(ApiClient.Request(.get, "/"))
        #expect(body == [:])
    }

    @Test(
        "R63 a success that is not JSON is not decoded",
        arguments: ["text/html", "", "application/jsonp", "json", "text/json5"]
    )
    func otherMediaTypes(type: String) async throws {
        var response = HTTPResponse.json("{}")
        response.headers["Content-Type"] = type
        let error = try await failure(response)
        #expect(error.kind == .unexpectedContentType)
        #expect(error.statusCode == 200)
    }

    @Test("R62 R66 a failure keeps the whole response, JSON or not")
    func failures() async throws {
        let gateway = try await failure(html(502))
        #expect(gateway.kind == .status)
        #expect(gateway.message == "GET /tokens answered 502: <h1>Bad gateway</h1>")
        #expect(gateway.headers["Content-Type"] == "text/html")
        #expect(gateway.decoded(Problem.self) == nil)
        let empty = try await failure(HTTPResponse(statusCode: 401))
        #expect(empty.message == "GET /tokens answered 401")
        #expect(empty.decoded(Problem.self) == nil)
        let problem = try await failure(.json(#"{"code":"not_found","message":"?","id":"1"}"#, statusCode: 404))
        #expect(problem.decoded(Problem.self) == Problem(code: "not_found"))
        #expect(
            try await failure(html(200)).message
                == "GET /tokens answered 200 with text/html, not JSON: <h1>Bad gateway</h1>"
        )
    }

    struct Problem: Decodable, Equatable {
        var code: String
    }

    @Test("R64 a body that is missing, malformed or too deep is a decoding error")
    func brokenBodies() async throws {
        let deep = String(repeating: "[", count: 100_000)
        for body in [
            "", "{", "nul", "{} x", "1e999", deep, deep + String(repeating: "]", count: 100_000), "[1 2]",
            #""\uD800""#, "\"\0\"", "\0", "NaN", "'a'", "{a:1}",
        ] {
            let error = try await failure(.json(body))
            #expect(error.kind == .decoding, "\(body.prefix(10))")
            #expect(error.body == Data(body.utf8))
        }
        #expect(
            try await failure(.json("")).message
                == "GET /tokens answered 200 with an empty body where a body is required"
        )
    }

    @Test("R64 a body in another Unicode encoding, or with a byte order mark, is decoded or a decoding error")
    func encodings() async throws {
        for encoding in [String.Encoding.utf8, .utf16LittleEndian, .utf16BigEndian, .utf32LittleEndian] {
            for text in ["[1,2]", "\u{FEFF}[1,2]"] {
                let body = try #require(text.data(using: encoding))
                let stub = StubTransport(HTTPResponse(statusCode: 200, body: body))
                do {
                    #expect(try await ApiClient(stub).json(ApiClient.Request(.get, "/")) == [1, 2])
                } catch let error as ApiError {
                    #expect(error.kind == .decoding)
                }
            }
        }
        let twice = try await ApiClient(StubTransport(.json(#"{"a":1,"a":2}"#))).json(ApiClient.Request(.get, "/"))
        #expect([1, 2].contains(twice["a"]))
    }

    @Test("R66 R67 problem details are decoded, whatever their members are")
    func problems() async throws {
        func problem(_ body: String, _ type: String = "application/problem+json; charset=utf-8") async throws
            -> ApiError.ProblemDetails?
        {
            let response = HTTPResponse(statusCode: 404, headers: ["Content-Type": type], body: Data(body.utf8))
            return try await failure(response).problem
        }
        let full = try await problem(
            #"{"type":"https://x.example/p","title":"No","status":404,"detail":"d","instance":"/1","balance":{"a":[1]}}"#
        )
        #expect(full?.type == "https://x.example/p")
        #expect(full?.status == 404)
        #expect(full?.title == "No" && full?.detail == "d" && full?.instance == "/1")
        #expect(full?.extensions == ["balance": ["a": [1]]])
        let odd = try await problem(
            #"{"status":"404","type":5,"title":null,"detail":"\#(String(repeating: "x", count: 99_999))"}"#
        )
        #expect(odd?.status == nil && odd?.type == nil && odd?.title == nil)
        #expect(odd?.detail?.count == 99_999)
        for (body, type) in [
            ("[]", "application/problem+json"), ("<html>", "application/problem+json"), ("{}", "application/json"),
        ] {
            #expect(try await problem(body, type) == nil)
        }
    }

    @Test("R68 dates in milliseconds are exact up to the limits")
    func milliseconds() async throws {
        for number in [0, -1, 1_718_000_000_123, 9_223_371_394_000_000, Int64.max, .min] {
            let body = try await ApiClient(StubTransport(.json("[\(number)]"))).json(ApiClient.Request(.get, "/"))
            #expect(body == [.integer(number)])
        }
    }

    @Test(
        "R65 a decoding error has a path and a reason, and keeps the response",
        arguments: [
            (#"{"items":[{"_id":"a"},{}]}"#, "items[1]._id is missing"),
            (#"{"items":[{"_id":"a"},{"_id":null}]}"#, "items[1]._id is null"),
            (#"{"items":[{"name":"x","_id2":1}]}"#, #"items[0]._id is missing among "name", "_id2""#),
            (#"{"items":[{"_id":7}]}"#, "items[0]._id is not of type String: 7"),
            (#"{"items":[{"_id":"a","created":"1"}]}"#, #"items[0].created is not of type Int64: "1""#),
            (
                #"{"items":[{"_id":"a","created":1.5}]}"#,
                "items[0].created: the number does not fit or the string is malformed: 1.5"
            ),
            (
                #"{"items":[{"_id":"a","created":9223372036854775808}]}"#,
                "items[0].created: the number does not fit or the string is malformed: 9223372036854775808"
            ),
            (#"{"items":[7]}"#, "items[0] is not of type Dictionary<String, Any>: 7"),
            (#"{"items":["x"]}"#, "items[0] is not of type Dictionary<String, Any>: a text"),
            (#"{"items":[{"_id":"a","tags":{"a":1}}]}"#, #"items[0].tags is not of type Array<Any>: {"a"}"#),
            (#"{"items":{}}"#, "items is not of type Array<Any>: {}"), (#"{"items":null}"#, "items is null"),
            ("[]", "the body is not of type Dictionary<String, Any>: an array of 0"),
        ]
    )
    func paths(body: String, reason: String) async throws {
        let stub = StubTransport(.json(body))
        let error = try await #require(throws: ApiError.self) {
            let _: ApiResponse<Tokens> = try await ApiClient(stub).send(ApiClient.Request(.get, "/"), options: .init())
        }
        #expect(error.kind == .decoding)
        #expect(error.message == "GET / answered 200 with an unexpected body: \(reason)")
        #expect(error.statusCode == 200)
        #expect(error.headers["Content-Type"] == "application/json")
        #expect(error.body == Data(body.utf8))
        #expect(error.underlying is DecodingError)
    }

    @Test("a transport's error keeps its kind or gets one, and a cancellation stays a cancellation")
    func transportErrors() async throws {
        let failing = StubTransport { _ in throw URLError(.cannotConnectToHost) }
        let error = try await ApiClient(failing).failure(of: .list)
        #expect(error.kind == .transport)
        #expect((error.underlying as? URLError)?.code == .cannotConnectToHost)
        let late = StubTransport { _ in throw ApiError(.timeout, "too late") }
        let timeout = try await ApiClient(late).failure(of: .list)
        #expect(timeout.kind == .timeout)
        #expect(timeout.message == "GET /api/v2/tokens failed: too late")
        let cancelled = StubTransport { _ in throw CancellationError() }
        await #expect(throws: CancellationError.self) { try await ApiClient(cancelled).json(.list) }
    }

    @Test("a stub answers in order, and reports when it has no more responses")
    func stub() async throws {
        let client = try ApiClient(StubTransport(.json("1"), .json("2", statusCode: 201)))
        #expect(try await client.json(.list) == 1)
        #expect(try await client.json(.list) == 2)
        #expect(try await client.failure(of: .list).kind == .invalidRequest)
    }
}
