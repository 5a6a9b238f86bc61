import Foundation
@testable import MartletRuntime
@testable import MartletSupport
import MartletTestSupport
import MartletTesting
import Testing

@Suite("ApiClient.Request", .timeLimit(.minutes(1)))
struct ApiRequestTests {
    /// Path parameters, with their expected form in the request line: one segment, whatever they contain.
    static let segments: [(String, String)] = [
        ("61095542756dba551110ae21", "61095542756dba551110ae21"), ("a-b.c_d~e", "a-b.c_d~e"), ("a/b", "a%2Fb"),
        ("../members/x", "..%2Fmembers%2Fx"), ("..\\x", "..%5Cx"), ("..;/x", "..%3B%2Fx"), ("...", "..."),
        ("%2e%2e", "%252e%252e"), ("%2E.", "%252E."), ("%2F", "%252F"), ("a?b", "a%3Fb"), ("a#b", "a%23b"),
        ("a b", "a%20b"), ("+;=&:@", "%2B%3B%3D%26%3A%40"), ("\"{}|^`", "%22%7B%7D%7C%5E%60"), ("é", "%C3%A9"),
        ("e\u{301}", "e%CC%81"), ("🔑", "%F0%9F%94%91"), ("\u{7F}", "%7F"), ("\r\n\0", "%0D%0A%00"),
        ("{id}", "%7Bid%7D"), ("\u{2028}", "%E2%80%A8"),
    ]

    @Test("a path parameter is one percent-encoded segment on the wire")
    func path() async throws {
        try await withServer(CannedResponse(200, body: "{}")) { server in
            for (id, _) in Self.segments {
                var request = ApiClient.Request(.get, "/api/v2/tokens/{id}/reset")
                try request.setPath("id", id)
                _ = try await ApiClient(server.url).json(request)
            }
            #expect(server.requests.map(\.target) == Self.segments.map { "/api/v2/tokens/\($0.1)/reset" })
        }
    }

    @Test("any text survives as a path parameter and as a query parameter")
    func roundTrip() async throws {
        let stub = StubTransport { _ in .json("{}") }
        let client = try ApiClient(stub)
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<500 {
            let scalars = (0..<8).compactMap { _ in Unicode.Scalar(UInt32.random(in: 0...0x2FFF, using: &generator)) }
            let text = "x" + String(String.UnicodeScalarView(scalars))
            var request = ApiClient.Request(.get, "/t/{id}")
            try request.setPath("id", text)
            try request.addQuery(text, text)
            _ = try await client.json(request)
            let url = try #require(stub.requests.last?.url.absoluteString)
            let parts = url.split(separator: "?")
            #expect(parts.first?.dropFirst("https://api.example.com/t/".count).removingPercentEncoding == text)
            #expect(parts.last?.split(separator: "=").map(\.removingPercentEncoding) == [text, text])
        }
    }

    @Test("a path parameter that would address another resource is rejected", arguments: ["", ".", ".."])
    func refusedPath(value: String) {
        var request = ApiClient.Request(.delete, "/api/v2/tokens/{id}")
        let error = #expect(throws: ApiError.self) { try request.setPath("id", value) }
        #expect(error?.kind == .invalidRequest)
        #expect(error?.message.contains("path parameter id ") == true)
    }

    @Test(
        "an invalid path is rejected, and nothing is sent",
        arguments: ["/a/./b", "/a/../b", "/a/%2e%2E", "/a/{id}", "/a#b"]
    )
    func refusedPaths(template: String) async throws {
        let stub = StubTransport { _ in .json("{}") }
        #expect(try await ApiClient(stub).failure(of: ApiClient.Request(.get, template)).kind == .invalidRequest)
        #expect(stub.requests.isEmpty)
    }

    @Test("UUIDs are in lower case and dates follow RFC 3339, everywhere")
    func exactTexts() throws {
        let id = try #require(UUID(uuidString: "E621E1F8-C36C-495A-93FC-0C247A3E6E5F"))
        let text = "e621e1f8-c36c-495a-93fc-0c247a3e6e5f"
        let date = Date(timeIntervalSince1970: 0)
        let moment = "1970-01-01T00:00:00Z"
        func body(_ value: some Encodable) throws -> String {
            var request = ApiClient.Request(.post, "/a")
            try request.setBody(json: value)
            return String(decoding: request.body?.data ?? Data(), as: UTF8.self)
        }
        #expect(try body(id) == "\"\(text)\"")
        #expect(try body(["a": [id, nil]]) == "{\"a\":[\"\(text)\",null]}")
        #expect(try body([Nullable.value(id), .null]) == "[\"\(text)\",null]")
        #expect(try body([["a": date]]) == "[{\"a\":\"\(moment)\"}]")
        var request = ApiClient.Request(.post, "/a")
        try request.addQuery("q", [id])
        try request.addQuery("d", date)
        try request.setHeader("D", date)
        try request.setBody(form: ["date": [date], "id": nil])
        #expect(request.query == ["q=\(text)", "d=1970-01-01T00%3A00%3A00Z"])
        #expect(request.headers["D"] == moment)
        #expect(request.body?.data.map { String(decoding: $0, as: UTF8.self) } == "date=1970-01-01T00%3A00%3A00Z")
        #expect(try JSONDocument.decode([Date].self, from: Data("[\"\(moment)\"]".utf8)) == [date])
    }

    @Test("query parameters keep their order, are encoded like forms, and omit nil")
    func query() async throws {
        try await withServer(CannedResponse(200, body: "{}")) { server in
            var request = ApiClient.Request(.get, "/api/v2/tokens")
            try request.addQuery("showAll", true)
            try request.addQuery("limit", Int64(20) as Int64?)
            try request.addQuery("offset", nil as Int?)
            try request.addQuery("q", "a b+c/d&e=f;é")
            try request.addQuery("tag", ["x", "y z"])
            try request.addQuery("none", [] as [String])
            try request.addQuery("nothing", nil as [String]?)
            try request.addQuery("a[b]", "")
            let options = RequestOptions(query: [("extra", "1 2")])
            _ = try await ApiClient(server.url).json(request, options: options)
            let target =
                "/api/v2/tokens?showAll=true&limit=20&q=a%20b%2Bc%2Fd%26e%3Df%3B%C3%A9&tag=x&tag=y%20z&a%5Bb%5D=&extra=1%202"
            #expect(server.requests.first?.target == target)
        }
    }

    @Test("values are written according to their types")
    func values() throws {
        let id = try #require(UUID(uuidString: "E621E1F8-C36C-495A-93FC-0C247A3E6E5F"))
        let url = try #require(URL(string: "https://a.example/b"))
        let values: [(any Encodable, String)] = [
            ("text", "text"), (false, "false"), (-1, "-1"), (Int32.max, "2147483647"),
            (Int64.min, "-9223372036854775808"), (UInt64.max, "18446744073709551615"),
            (0.5, "0.5"), (2.0, "2"), (Float(1.1), "1.1"), (1e21, "1e%2B21"),
            (id, "e621e1f8-c36c-495a-93fc-0c247a3e6e5f"), (url, "https%3A%2F%2Fa.example%2Fb"),
            (Role.reader, "reader"), (Role.unrecognized("new one"), "new%20one"), (Data([0, 255]), "AP8%3D"),
            (Decimal(string: "0.1"), "0.1"), (CalendarDate(year: 2026, month: 2, day: 1), "2026-02-01"),
            (DateTime("2026-02-01T10:00:00+01:00"), "2026-02-01T10%3A00%3A00%2B01%3A00"),
            (["a": 1] as JSONValue, "%7B%22a%22%3A1%7D"),
        ]
        for (value, text) in values {
            var request = ApiClient.Request(.get, "/")
            try request.addQuery("q", [value].map { AnyEncodable($0) }, explode: false)
            #expect(request.query == ["q=\(text)"])
        }
    }

    @Test("a number without a textual form is rejected", arguments: [Double.nan, .infinity])
    func unwritable(number: Double) {
        var request = ApiClient.Request(.get, "/{p}")
        #expect(throws: ApiError.self) { try request.addQuery("q", number) }
        #expect(throws: ApiError.self) { try request.setPath("p", number) }
    }

    @Test("a path template with a query is extended")
    func templateWithQuery() async throws {
        let stub = StubTransport { _ in .json("{}") }
        var request = ApiClient.Request(.get, "a?b=c")
        try request.addQuery("d", 1)
        _ = try await ApiClient(stub).json(request)
        #expect(stub.requests.first?.url.absoluteString == "https://api.example.com/a?b=c&d=1")
    }

    @Test("JSON bodies have unescaped slashes and sorted keys")
    func body() async throws {
        let stub = StubTransport { _ in .json("{}") }
        var request = ApiClient.Request(.patch, "/")
        try request.setBody(json: [["path": "/name", "op": "remove", "value": nil]] as JSONValue)
        _ = try await ApiClient(stub).json(request)
        #expect(stub.requests.first?.body == Data(#"[{"op":"remove","path":"/name","value":null}]"#.utf8))
        #expect(stub.requests.first?.headers["content-type"] == "application/json")
    }

    @Test("an optional body that is absent is not sent")
    func absentBody() async throws {
        let stub = StubTransport(.json("{}"))
        var request = ApiClient.Request(.delete, "/t")
        try request.setBody(json: nil as JSONValue?)
        _ = try await ApiClient(stub).json(request)
        #expect(stub.requests.first?.body == nil)
    }

    @Test("a number that JSON cannot represent is rejected in a body", arguments: [Double.nan, .infinity])
    func unencodable(number: Double) {
        var request = ApiClient.Request(.post, "/")
        let error = #expect(throws: ApiError.self) { try request.setBody(json: ["x": number]) }
        #expect(error?.kind == .invalidRequest)
        #expect(error?.underlying is EncodingError)
    }

    @Test("a raw body replaces the operation's, with its own media type or the operation's")
    func rawBody() async throws {
        let stub = StubTransport { _ in .json("{}") }
        var request = ApiClient.Request(.patch, "/")
        try request.setBody(json: "ignored")
        let semantic = "application/json; domain-model=launchdarkly.semanticpatch"
        for contentType in [semantic, nil] {
            let options = RequestOptions(body: Data("{}".utf8), contentType: contentType)
            _ = try await ApiClient(stub).json(request, options: options)
            #expect(stub.requests.last?.body == Data("{}".utf8))
            #expect(stub.requests.last?.headers["Content-Type"] == contentType ?? "application/json")
        }
    }

    @Test("a body is rejected if the method gives it no meaning", arguments: [HTTPRequest.Method.get, .head, .trace])
    func forbiddenBody(method: HTTPRequest.Method) async throws {
        let stub = StubTransport { _ in .json("{}") }
        let options = RequestOptions(body: Data("{}".utf8))
        #expect(
            try await ApiClient(stub).failure(of: ApiClient.Request(method, "/"), options: options).kind
                == .invalidRequest
        )
        #expect(stub.requests.isEmpty)
    }

    @Test("a method that is not a token is rejected")
    func method() async throws {
        let stub = StubTransport { _ in .json("{}") }
        for name in ["", "GET /x HTTP/1.1\r\nX:", "GÉT"] {
            let request = ApiClient.Request(HTTPRequest.Method(rawValue: name), "/")
            #expect(try await ApiClient(stub).failure(of: request).kind == .invalidRequest)
        }
        #expect(stub.requests.isEmpty)
    }

    @Test("a timeout of zero is rejected", arguments: [Duration.zero, .seconds(-1)])
    func timeout(timeout: Duration) async throws {
        let stub = StubTransport { _ in .json("{}") }
        let error = try await ApiClient(stub).failure(of: .list, options: RequestOptions(timeout: timeout))
        #expect(error.kind == .invalidRequest)
        #expect(stub.requests.isEmpty)
    }
}

/// A value of any type, as it encodes itself.
private struct AnyEncodable: Encodable {
    let value: any Encodable

    init(_ value: any Encodable) { self.value = value }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(value)
    }
}
