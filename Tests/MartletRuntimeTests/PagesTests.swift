import Foundation
import MartletRuntime
import MartletSupport
import MartletTestSupport
import Testing

@Suite("Pages", .timeLimit(.minutes(1)))
struct PagesTests {
    struct Page: Sendable, Equatable {
        var elements: [Int]?
        var next: String?
        var hasMore: Bool?

        init(_ elements: Int..., next: String? = nil, hasMore: Bool? = nil) {
            self.elements = elements
            self.next = next
            self.hasMore = hasMore
        }
    }

    /// A paginated list that records requests; a page after the last one is the last one again.
    private final class Source<Position: Sendable>: @unchecked Sendable {
        private let lock = NSLock()
        private let pages: [Page]
        private var asked: [Position?] = []

        init(_ pages: [Page]) { self.pages = pages }

        var positions: [Position?] { lock.withLock { asked } }

        func page(at position: Position?) -> ApiResponse<Page> {
            let number = lock.withLock {
                asked.append(position)
                return asked.count - 1
            }
            // Each has different bytes, so that none is taken for a repetition.
            return ApiResponse(
                body: pages[min(number, pages.count - 1)],
                statusCode: 200,
                headers: [:],
                rawBody: Data("\(number)".utf8)
            )
        }
    }

    private func read(_ pages: Pages<Page>) async throws -> [Int] {
        var elements: [Int] = []
        for try await element in pages.flattened(\.elements) { elements.append(element) }
        return elements
    }

    // MARK: - By offset

    /// The start, the page size, the pages of the server, and the expected requests.
    static let offsets: [(start: Int64?, limit: Int32?, pages: [Page], asked: [Int64?])] = [
        (nil, 2, [Page(1, 2), Page(3)], [nil, 2]), (10, 2, [Page(1, 2), Page(3, 4), Page()], [10, 12, 14]),
        // Without a limit, the first page shows the page size.
        (nil, nil, [Page(1, 2, 3), Page(4, 5, 6), Page(7)], [nil, 3, 6]), (nil, nil, [Page()], [nil]),
        // The server returns fewer elements than requested, or more, so the first page shows the page size.
        (nil, 100, [Page(1, 2), Page(3, 4), Page(5)], [nil, 2, 4]), (nil, 100, [Page(1, 2), Page()], [nil, 2]),
        (nil, 1, [Page(1, 2), Page()], [nil, 2]),
        // The server's statement about another page takes precedence over the size of this one.
        (nil, nil, [Page(1, 2, hasMore: false), Page(9)], [nil]),
        (nil, 2, [Page(1, 2, hasMore: false), Page()], [nil]),
        (nil, nil, [Page(1, 2, hasMore: true), Page(3, hasMore: true), Page(4, 5, hasMore: false)], [nil, 2, 3]),
    ]

    @Test("by offset, until a page is short or empty", arguments: offsets.indices)
    func offset(index: Int) async throws {
        let row = Self.offsets[index]
        let source = Source<Int64>(row.pages)
        let pages = Pages(offset: row.start, limit: row.limit, elements: \.elements, hasNext: \.hasMore) {
            source.page(at: $0)
        }
        let elements = try await read(pages)
        #expect(source.positions == row.asked)
        #expect(elements == row.pages.prefix(row.asked.count).flatMap { $0.elements ?? [] })
    }

    @Test("an offset that overflows ends the list")
    func overflow() async throws {
        let source = Source<Int32>([Page(1, 2)])
        let pages = Pages(offset: Int32.max - 1, limit: 2, elements: \.elements) { source.page(at: $0) }
        #expect(try await read(pages) == [1, 2])
        let numbers = Source<Int32>([Page(1)])
        let numbered = Pages(page: Int32.max, size: 1, elements: \.elements) { numbers.page(at: $0) }
        #expect(try await read(numbered) == [1])
    }

    @Test("a page without its list is the last one")
    func noElements() async throws {
        var page = Page()
        page.elements = nil
        let source = Source<Int>([page])
        #expect(try await read(Pages(offset: nil, limit: 2, elements: \.elements) { source.page(at: $0) }) == [])
        #expect(source.positions == [nil])
    }

    // MARK: - By number and cursor

    @Test("by number, from the server's first", arguments: [(0, [nil, 1, 2]), (1, [nil, 2, 3])])
    func number(first: Int, asked: [Int?]) async throws {
        let source = Source<Int>([Page(1, 2), Page(3, 4), Page()])
        let pages = Pages(page: nil, first: first, size: 2, elements: \.elements) { source.page(at: $0) }
        #expect(try await read(pages) == [1, 2, 3, 4])
        #expect(source.positions == asked)
    }

    @Test("by cursor, past empty pages, until there is no next one")
    func cursor() async throws {
        let source = Source<String>([Page(1, next: "a"), Page(next: "b"), Page(2)])
        #expect(try await read(Pages(cursor: nil, next: \.next) { source.page(at: $0) }) == [1, 2])
        #expect(source.positions == [nil, "a", "b"])
    }

    @Test("a cursor that leads back to an earlier page is an error", arguments: [["a"], ["a", "b"]])
    func circle(cursors: [String]) async throws {
        let source = Source<String>((cursors + cursors).map { Page(1, next: $0) })
        let error = try await #require(throws: ApiError.self) {
            _ = try await read(Pages(cursor: nil, next: \.next) { source.page(at: $0) })
        }
        #expect(error.kind == .decoding)
        #expect(
            error.message == "the list does not end: a page names a page that has already been read as the next one")
        #expect(source.positions == [nil] + cursors)
    }

    @Test("an empty page by offset is an error if the server says that there are more")
    func standstill() async throws {
        let source = Source<Int>([Page(1, hasMore: true), Page(hasMore: true)])
        let pages = Pages(offset: nil, limit: 1, elements: \.elements, hasNext: \.hasMore) { source.page(at: $0) }
        await #expect(throws: ApiError.self) { _ = try await read(pages) }
        #expect(source.positions == [nil, 1])
    }

    @Test("equal pages continue if their links differ, or if the server says that there are more")
    func equalPages() async throws {
        @Sendable func response(_ next: Int, _ body: Page) -> ApiResponse<Page> {
            let headers: HTTPHeaders = next < 3 ? ["Link": "</?page=\(next)>; rel=next"] : [:]
            return ApiResponse(body: body, statusCode: 200, headers: headers, rawBody: Data("[0]".utf8))
        }
        let count = Counter()
        let linked = Pages<Page>(options: .init(), next: { $0.headers.link("next") }) { _ in
            response(count.next(), Page(0))
        }
        #expect(try await read(linked) == [0, 0, 0, 0])
        let told = Pages<Page>(page: nil as Int?, size: 1, elements: \.elements, hasNext: \.hasMore) { number in
            response(0, Page(0, hasMore: (number ?? 1) < 3))
        }
        #expect(try await read(told) == [0, 0, 0])
    }

    // MARK: - Collecting

    @Test("all elements or pages are collected, and more than the maximum are an error")
    func collecting() async throws {
        let pages = Pages<Page>(cursor: nil as String?, next: \.next) { cursor in
            let page = cursor == nil ? Page(1, 2, next: "a") : Page(3)
            return ApiResponse(body: page, statusCode: 200, headers: [:], rawBody: Data())
        }
        #expect(try await pages.collect(max: 2) == [Page(1, 2, next: "a"), Page(3)])
        #expect(try await pages.flattened(\.elements).collect(max: 3) == [1, 2, 3])
        #expect(try await pages.flattened(\.elements).prefetched().collect() == [1, 2, 3])
        var errors = [await #expect(throws: ApiError.self) { _ = try await pages.collect(max: 1) }]
        errors.append(await #expect(throws: ApiError.self) { try await pages.flattened(\.elements).collect(max: 2) })
        #expect(errors.map { $0?.kind } == [.responseTooLarge, .responseTooLarge])
        #expect(errors.map { $0?.message } == ["the list has more than 1 pages", "the list has more than 2 elements"])
    }

    @Test("prefetching requests one page ahead, and no more")
    func prefetching() async throws {
        let source = Source<String>([Page(1, next: "a"), Page(2, next: "b"), Page(3, next: "c"), Page(4)])
        let pages = Pages(cursor: nil, next: \.next) { source.page(at: $0) }.prefetched()
        var iterator = pages.makeAsyncIterator()
        #expect(source.positions.isEmpty)
        for number in 1...4 {
            #expect(try await iterator.next()?.elements == [number])
            let expected = min(number + 1, 4)
            while source.positions.count < expected { await Task.yield() }
            for _ in 0..<20 { await Task.yield() }
            #expect(source.positions.count == expected)
        }
        #expect(try await iterator.next() == nil && source.positions.count == 4)
    }

    // MARK: - Failures

    @Test("a failure ends the iteration after the earlier elements")
    func failure() async throws {
        let count = Counter()
        let pages = Pages<Page>(cursor: nil as String?, next: \.next) { _ in
            guard count.next() == 0 else { throw ApiError(.transport, "gone") }
            return ApiResponse(body: Page(1, next: "a"), statusCode: 200, headers: [:], rawBody: Data())
        }
        var elements: [Int] = []
        let error = await #expect(throws: ApiError.self) {
            for try await element in pages.flattened(\.elements) { elements.append(element) }
        }
        #expect(error?.message == "gone")
        #expect(elements == [1])
    }

    @Test("each iteration starts at the first page")
    func again() async throws {
        let source = Source<String>([Page(1, next: "a"), Page(2)])
        let pages = Pages(cursor: nil, next: \.next) { source.page(at: $0) }
        _ = try await read(pages)
        _ = try await read(pages)
        #expect(source.positions == [nil, "a", nil])
    }
}
