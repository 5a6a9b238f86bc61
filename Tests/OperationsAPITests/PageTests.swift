import Foundation
import MartletTestSupport
import OperationsAPI
import Testing

@Suite("Pages", .timeLimit(.minutes(1)))
struct PageTests {
    /// A list, the server's responses in order, the expected request targets and the expected elements.
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let answers: [String]
        let targets: [String]
        let elements: [String]
        let run: @Sendable (ListsApi) async throws -> [String]
    }

    private static func page(_ ids: ClosedRange<Int>, _ format: (String) -> String) -> String {
        format("[\(ids.map { "{\"id\":\"\($0)\"}" }.joined(separator: ","))]")
    }

    static let cases = [
        Case(
            testDescription: "by offset, ending on a short page",
            answers: [page(1...2) { "{\"items\":\($0)}" }, page(3...3) { "{\"items\":\($0)}" }],
            targets: ["/rows?limit=2", "/rows?limit=2&offset=2"],
            elements: ["1", "2", "3"]
        ) {
            var ids: [String] = [];
            for try await thing in $0.listRows(every: .element, limit: 2) { ids.append(thing.id) }; return ids
        },
        Case(
            testDescription: "by offset, the server choosing the size",
            answers: [page(1...2) { "{\"items\":\($0)}" }, page(3...3) { "{\"items\":\($0)}" }],
            targets: ["/rows?offset=10", "/rows?offset=12"],
            elements: ["1", "2", "3"]
        ) {
            var ids: [String] = [];
            for try await thing in $0.listRows(every: .element, offset: 10) { ids.append(thing.id) };
            return ids
        },
        Case(
            testDescription: "by offset, ending on an empty page",
            answers: [page(1...2) { "{\"items\":\($0)}" }, #"{"items":[]}"#],
            targets: ["/rows?limit=2", "/rows?limit=2&offset=2"],
            elements: ["1", "2"]
        ) {
            var ids: [String] = [];
            for try await thing in $0.listRows(every: .element, limit: 2) { ids.append(thing.id) }; return ids
        },
        Case(
            testDescription: "by offset, the server allowing fewer in a page than are asked for",
            answers: [
                page(1...2) { "{\"items\":\($0)}" }, page(3...4) { "{\"items\":\($0)}" },
                page(5...5) { "{\"items\":\($0)}" },
            ],
            targets: ["/rows?limit=1000", "/rows?limit=1000&offset=2", "/rows?limit=1000&offset=4"],
            elements: ["1", "2", "3", "4", "5"]
        ) {
            var ids: [String] = [];
            for try await thing in $0.listRows(every: .element, limit: 1000) { ids.append(thing.id) };
            return ids
        },
        Case(
            testDescription: "a server that does not know of pages",
            answers: [page(1...2) { "{\"items\":\($0)}" }],
            targets: ["/rows?limit=2", "/rows?limit=2&offset=2"],
            elements: ["1", "2"]
        ) {
            var ids: [String] = [];
            for try await thing in $0.listRows(every: .element, limit: 2) { ids.append(thing.id) }; return ids
        },
        Case(
            testDescription: "by number",
            answers: [page(1...2) { $0 }, page(3...3) { $0 }],
            targets: ["/pages?per_page=2", "/pages?page=2&per_page=2"],
            elements: ["1", "2", "3"]
        ) {
            var ids: [String] = [];
            for try await thing in $0.listByPage(every: .element, perPage: 2) { ids.append(thing.id) };
            return ids
        },
        Case(
            testDescription: "by cursor, ending on null",
            answers: [
                page(1...1) { "{\"results\":\($0),\"meta\":{\"next_cursor\":\"a b\"}}" },
                page(2...2) { "{\"results\":\($0),\"meta\":{\"next_cursor\":null}}" },
            ],
            targets: ["/cursors", "/cursors?cursor=a%20b"],
            elements: ["1", "2"]
        ) {
            var ids: [String] = []; for try await thing in $0.listByCursor(every: .element) { ids.append(thing.id) };
            return ids
        },
        Case(
            testDescription: "by cursor, ending on an empty text",
            answers: [page(1...1) { "{\"results\":\($0),\"meta\":{\"next_cursor\":\"\"}}" }],
            targets: ["/cursors?cursor=x"],
            elements: ["1"]
        ) {
            var ids: [String] = [];
            for try await thing in $0.listByCursor(every: .element, cursor: "x") { ids.append(thing.id) };
            return ids
        },
        Case(
            testDescription: "behind the last element",
            answers: [
                page(1...2) { "{\"data\":\($0),\"has_more\":true}" },
                page(3...4) { "{\"data\":\($0),\"has_more\":false}" },
            ],
            targets: ["/after?limit=2", "/after?starting_after=2&limit=2"],
            elements: ["1", "2", "3", "4"]
        ) {
            var ids: [String] = [];
            for try await thing in $0.listByLast(every: .element, limit: 2) { ids.append(thing.id) };
            return ids
        },
        Case(
            testDescription: "by relative link",
            answers: [
                page(1...1) { "{\"items\":\($0),\"_links\":{\"next\":{\"href\":\"/linked?at=2\"}}}" },
                page(2...2) { "{\"items\":\($0),\"_links\":{}}" },
            ],
            targets: ["/linked", "/linked?at=2"],
            elements: ["1", "2"]
        ) {
            var ids: [String] = []; for try await thing in $0.listByLink(every: .element) { ids.append(thing.id) };
            return ids
        },
        Case(
            testDescription: "as the configuration tells",
            answers: [#"{"found":{"rows":["a"],"more":5}}"#, #"{"found":{"rows":["b"]}}"#],
            targets: ["/told", "/told?from=5"],
            elements: ["a", "b"]
        ) {
            var rows: [String] = []; for try await row in $0.listRowsOf(every: .element) { rows.append(row) };
            return rows
        },
    ]

    @Test("lists continue to their end, without a superfluous request", arguments: cases)
    func lists(list: Case) async throws {
        let server = try LoopbackServer(list.answers.map { CannedResponse(200, body: $0) })
        defer { server.stop() }
        #expect(try await list.run(client(of: server).lists) == list.elements)
        #expect(server.requests.map(\.target) == list.targets)
    }

    @Test("links in headers are followed")
    func linkHeader() async throws {
        let server = try LoopbackServer([
            CannedResponse(
                200,
                headers: [
                    ("Link", "</link-header?page=1>; rel=\"first\", </link-header?page=2>; title=\"a, b\"; rel=next")
                ],
                body: #"[{"id":"1"}]"#
            ),
            CannedResponse(200, body: #"[{"id":"2"}]"#),
        ])
        defer { server.stop() }
        var ids: [String] = []
        for try await thing in client(of: server).lists.listByLinkHeader(every: .element) { ids.append(thing.id) }
        #expect(ids == ["1", "2"])
        #expect(server.requests.map(\.target) == ["/link-header", "/link-header?page=2"])
    }

    @Test(
        "a link to another origin is an error and is not followed",
        arguments: [
            "http://localhost.example/linked", "//127.0.0.1:9/x", "https://127.0.0.1/x", "ftp://a/b",
            "http://u:p@127.0.0.1/",
        ]
    )
    func foreignLink(link: String) async throws {
        let server = try LoopbackServer(
            CannedResponse(200, body: "{\"items\":[],\"_links\":{\"next\":{\"href\":\"\(link)\"}}}")
        )
        defer { server.stop() }
        let error = await #expect(throws: ApiError.self) {
            for try await _ in client(of: server).lists.listByLink(every: .page) {}
        }
        #expect(error?.kind == .invalidRequest)
        #expect(server.requests.count == 1)
    }

    @Test("pages are requested lazily, and again for each iteration")
    func lazy() async throws {
        let server = try LoopbackServer(CannedResponse(200, body: #"{"items":[{"id":"1"},{"id":"2"}]}"#))
        defer { server.stop() }
        let rows = client(of: server).lists.listRows(every: .element, limit: 2)
        #expect(server.requests.isEmpty)
        for try await row in rows where row.id == "1" { break }
        for try await row in rows where row.id == "2" { break }
        #expect(server.requests.map(\.target) == ["/rows?limit=2", "/rows?limit=2"])
    }

    @Test("a cancelled task requests no further page")
    func cancelled() async throws {
        let server = try LoopbackServer(CannedResponse(200, body: #"{"items":[{"id":"1"}]}"#))
        defer { server.stop() }
        let pages = client(of: server).lists.listRows(every: .page, limit: 1)
        let task = Task {
            for try await _ in pages { withUnsafeCurrentTask { $0?.cancel() } }
        }
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(server.requests.count == 1)
    }
}
