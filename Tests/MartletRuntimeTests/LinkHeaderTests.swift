import Foundation
import MartletRuntime
import MartletSupport
import MartletTestSupport
import MartletTesting
import Testing

/// RFC 8288, section 3, Link Serialisation in HTTP Headers.
@Suite("Link headers")
struct LinkHeaderTests {
    static let fields: [(field: String, next: String?)] = [
        ("<https://a.example/?page=2>; rel=\"next\"", "https://a.example/?page=2"), ("</2>; rel=next", "/2"),
        ("<?page=2>;rel=next", "?page=2"), ("<>; rel=next", ""), ("<//b.example/2>; rel=next", "//b.example/2"),
        // Other links before and after it, and the first of several.
        ("</1>; rel=first, </2>; rel=next, </9>; rel=last", "/2"), ("</2>; rel=next, </3>; rel=next", "/2"),
        ("</1>;rel=prev,</2>;rel=next", "/2"), (", ,</2>; rel=next,", "/2"),
        // Commas, semicolons, brackets and quotes within quotes and within brackets.
        ("</1>; title=\"a, b\"; rel=prev, </2>; rel=next", "/2"), ("</1,2;3>; rel=next", "/1,2;3"),
        ("</1>; title=\"</x>; rel=next\"; rel=prev", nil), ("</2>; title=\"a \\\" , ; b\"; rel=next", "/2"),
        ("</2>; title=\"\\\\\"; rel=next", "/2"), ("</2>; title*=UTF-8''a%2c; rel=next", "/2"),
        // Several relations in one, in any case; the first `rel` counts.
        ("</2>; rel=\"last next\"", "/2"), ("</2>; rel=\"  next  \"", "/2"), ("</2>; REL=\"Next\"", "/2"),
        ("</2>; rel=prev; rel=next", nil), ("</2>; rel=next; rel=prev", "/2"), ("</2>; rel=nextish", nil),
        ("</2>; rel=\"https://a.example/next\"", nil), ("</2>; rev=next", nil), ("</2>; relx=next", nil),
        // White space in all permitted places.
        ("</2> ;\trel = next", "/2"), ("  </2>  ;  rel  =  \"next\"  ", "/2"), ("</2>; ; rel=next", "/2"),
        // Values that aren't links.
        ("", nil), ("next", nil), ("</2", nil), ("</2>", nil), ("/2; rel=next", nil), ("</2>; rel=", nil),
        ("</2>; rel=\"next", "/2"), ("<</2>; rel=next", "</2"),
    ]

    @Test("the link with a relation type is found, and nothing similar", arguments: fields.indices)
    func field(index: Int) {
        let row = Self.fields[index]
        #expect((["Link": row.field] as HTTPHeaders).link("next") == row.next)
    }

    @Test("several fields are read in order, and relation types are case-insensitive")
    func fieldLines() {
        var headers: HTTPHeaders = ["link": "</1>; rel=prev", "X": "</0>; rel=next"]
        headers.append("LINK", "</2>; rel=next")
        #expect(headers.link("NEXT") == "/2")
        #expect(headers.link("prev") == "/1")
        #expect(headers.link("last") == nil)
        #expect(HTTPHeaders().link("next") == nil)
    }

    // MARK: - Links that pages follow

    /// Pages of a list whose first one links to this.
    private func targets(_ link: String) async throws -> [String] {
        let count = Counter()
        let stub = StubTransport { _ in
            count.next() == 0
                ? HTTPResponse(
                    statusCode: 200,
                    headers: ["Content-Type": "application/json", "Link": "<\(link)>; rel=next"],
                    body: Data("[1]".utf8)
                ) : .json("[2]")
        }
        let client = try ApiClient(stub, server: "https://api.example.com/v1")
        let pages = Pages<[Int]>(options: RequestOptions(query: [("q", "1")]), next: { $0.headers.link("next") }) {
            try await client.send(ApiClient.Request(.get, "/a/list", security: [[apiKey]]), options: $0)
        }
        var read: [[Int]] = []
        do {
            for try await page in pages { read.append(page) }
        } catch let error as ApiError {
            #expect(error.kind == .invalidRequest)
            #expect(read == [[1]])
            return stub.requests.map(\.url.absoluteString) + ["refused"]
        }
        #expect(read == [[1], [2]])
        #expect(stub.requests.allSatisfy { $0.headers["Authorization"] == secret })
        return stub.requests.dropFirst().map(\.url.absoluteString)
    }

    static let followed: [(link: String, target: String)] = [
        ("https://api.example.com/v1/a/list?page=2", "https://api.example.com/v1/a/list?page=2"),
        ("/v2/other?x=%20", "https://api.example.com/v2/other?x=%20"),
        ("?page=2", "https://api.example.com/v1/a/list?page=2"), ("more", "https://api.example.com/v1/a/more"),
        ("//api.example.com/x", "https://api.example.com/x"),
        ("HTTPS://API.EXAMPLE.COM/x", "HTTPS://API.EXAMPLE.COM/x"),
        ("https://api.example.com:443/x", "https://api.example.com:443/x"),
    ]

    @Test(
        "a link in the origin is followed, relative to the request, with the credential",
        arguments: followed.indices
    )
    func follow(index: Int) async throws {
        let row = Self.followed[index]
        #expect(try await targets(row.link) == [row.target])
    }

    @Test(
        "a link to another origin is rejected, and the credential is not sent",
        arguments: [
            "https://evil.example/x", "http://api.example.com/x", "https://api.example.com:8443/x", "//evil.example/x",
            "https://api.example.com.evil.example/x", "https://user@api.example.com/x",
            "https://api.example.com@evil.example/",
            "ftp://api.example.com/x", "javascript:alert(1)", "https://api.example.com\\@evil.example/",
        ]
    )
    func refused(link: String) async throws {
        #expect(try await targets(link) == ["https://api.example.com/v1/a/list?q=1", "refused"])
    }
}
