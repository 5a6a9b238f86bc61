import Foundation
import MartletTestSupport
import OperationsAPI
import Testing

@Suite("Parameters on the wire", .timeLimit(.minutes(1)))
struct ParameterTests {
    static let paths = [
        WireCase("GET /simple/7/blue,black,brown/R,100,G,200,B,150/R=100,G=200,B=150") {
            try await $0.parameters.getSimple(id: 7, list: colors, object: color, pairs: color)
        },
        WireCase("GET /simple/-1/a%2Cb,c%2Fd/R,100,G,200,B,150/R=100,G=200,B=150") {
            try await $0.parameters.getSimple(id: -1, list: ["a,b", "c/d"], object: color, pairs: color)
        },
        WireCase("GET /label/.2026-11-24/.blue,black,brown/.R,100,G,200,B,150/.R=100.G=200.B=150") {
            let date = try #require(CalendarDate("2026-11-24"))
            try await $0.parameters.getLabel(id: date, list: colors, object: color, pairs: color)
        },
        WireCase(
            "GET /matrix/;id=e621e1f8-c36c-495a-93fc-0c247a3e6e5f/;list=blue;list=black;list=brown"
                + "/;object=R,100,G,200,B,150/;R=100;G=200;B=150"
        ) {
            let id = try #require(UUID(uuidString: "E621E1F8-C36C-495A-93FC-0C247A3E6E5F"))
            try await $0.parameters.getMatrix(id: id, list: colors, object: color, pairs: color)
        },
        WireCase("GET /places/a?id=b", headers: ["id: c", "Cookie: id=d"]) {
            try await $0.parameters.getPlaces(id: "a", idQuery: "b", idHeader: "c", idCookie: "d")
        },
    ]

    static let queries = [
        WireCase("GET /query?text=") { try await $0.parameters.getQuery(text: "") },
        WireCase("GET /query?text=a%20b%2B%26&flag=false&when=2026-11-24T10%3A00%3A00Z&order=up&list=1&list=2") {
            try await $0.parameters.getQuery(
                text: "a b+&",
                flag: false,
                when: DateTime("2026-11-24T10:00:00Z"),
                order: .up,
                list: [1, 2]
            )
        },
        WireCase("GET /query?text=t&commas=blue,black,brown&spaces=blue%20black%20brown&pipes=blue%7Cblack%7Cbrown") {
            try await $0.parameters.getQuery(text: "t", commas: colors, spaces: colors, pipes: colors)
        },
        WireCase("GET /query?text=t&deep%5BR%5D=100&deep%5BG%5D=200&deep%5BB%5D=150&pairs=R,100,G,200,B,150") {
            try await $0.parameters.getQuery(text: "t", deep: color, pairs: color)
        },
        WireCase("GET /query?text=t&path=/a/b?c=d%26e%23f,%2F") {
            try await $0.parameters.getQuery(text: "t", path: "/a/b?c=d&e#f,%2F")
        },
        WireCase("GET /query?text=t&level=") { try await $0.parameters.getQuery(text: "t", level: .null) },
        WireCase("GET /query?text=t&level=3") { try await $0.parameters.getQuery(text: "t", level: 3) },
        WireCase("GET /query?text=t&filter=%7B%22B%22%3A150%2C%22G%22%3A200%2C%22R%22%3A100%7D") {
            try await $0.parameters.getQuery(text: "t", filter: color)
        },
        WireCase("GET /query?text=t") { try await $0.parameters.getQuery(text: "t", list: [], commas: [], spaces: []) },
        WireCase("GET /object?R=100&G=200&B=150") { try await $0.parameters.getObject(color: color) },
        WireCase("GET /querystring?R=100&G=200&B=150") { try await $0.parameters.getQueryString(query: color) },
        WireCase("GET /querystring") { try await $0.parameters.getQueryString() },
    ]

    static let headers = [
        WireCase(
            "GET /headers",
            headers: [
                "X-Number: 1.5", "X-List: blue,black,brown", "X-Object: R=100,G=200,B=150",
                #"X-JSON: {"B":150,"G":200,"R":100}"#, "Cookie: session=a%20b; plain=a b; tags=blue,black",
            ]
        ) {
            try await $0.parameters.getHeaders(
                xNumber: 1.5,
                xList: colors,
                xObject: color,
                xJSON: color,
                session: "a b",
                plain: "a b",
                tags: ["blue", "black"]
            )
        },
        WireCase("GET /headers", headers: ["X-Number: 2"]) {
            try await $0.parameters.getHeaders(xNumber: 2, xList: [])
        },
    ]

    @Test("every parameter is sent as documented, byte for byte", arguments: paths + queries + headers)
    func wire(call: WireCase) async throws { try await call.check() }

    @Test("a value that would change the rest of the request is rejected before sending")
    func refused() async throws {
        let server = try LoopbackServer(CannedResponse(204))
        defer { server.stop() }
        let api = client(of: server).parameters
        let calls: [@Sendable () async throws -> Void] = [
            { try await api.getSimple(id: 1, list: [], object: color, pairs: color) },
            { try await api.getSimple(id: 1, list: [".."], object: color, pairs: color) },
            { try await api.getHeaders(xNumber: 1, xList: ["a\r\nX-Evil: 1"]) },
            { try await api.getHeaders(xNumber: 1, plain: "a; admin=1") },
            { try await api.getHeaders(xNumber: .nan) },
        ]
        for call in calls {
            let error = await #expect(throws: ApiError.self) { try await call() }
            #expect(error?.kind == .invalidRequest)
        }
        #expect(server.requests.isEmpty)
    }
}
