import MartletModel
import MartletSource
import Testing

@Suite("Recognized pages")
struct PaginationLoweringTests {
    /// The names of query parameters, with `#` for integers; the schema of a page; and the way to the next one.
    typealias Row = (query: String, page: String, outline: String?)

    private static let items = "items: {type: array, items: <Thing>}"

    private func check(_ rows: [Row], at index: Int) throws {
        let row = rows[index]
        let operation = try LoweredOperation(query: row.query, page: row.page)
        #expect(try operation.method.pagination?.outline == row.outline)
        #expect(operation.printed.isEmpty, "\(operation.printed)")
    }

    // MARK: - Recognised

    static let offsets: [Row] = [
        ("offset# limit#", "{properties: {\(items)}}", "offset by limit, items? of Thing"),
        ("limit# offset#", "{type: array, items: <Thing>}", "offset by limit, all of Thing"),
        ("limit# offset#", "<Things>", "offset by limit, all of Thing"),
        (
            "skip# $top#", "{required: [value], properties: {value: {type: array, items: <Thing>}}}",
            "skip by top, value of Thing"
        ),
        (
            "startAt# maxResults#", "{properties: {values: {type: array, items: <Thing>}}}",
            "startAt by maxResults, values? of Thing"
        ),
        ("Offset# Limit#", "{properties: {\(items)}}", "offset by limit, items? of Thing"),
        (
            "offset# limit#", "{properties: {\(items), has_more: {type: boolean}}}",
            "offset by limit, items? of Thing, while hasMore?"
        ),
        (
            "offset# limit#",
            "{properties: {\(items), _links: {additionalProperties: {properties: {href: {type: string}}}}}}",
            "offset by limit, items? of Thing, while links? [next] href?"
        ),
    ]

    @Test("pages by offset", arguments: offsets.indices)
    func offset(index: Int) throws { try check(Self.offsets, at: index) }

    static let numbers: [Row] = [
        ("page# per_page#", "{type: array, items: <Thing>}", "page from 1 by perPage, all of Thing"),
        ("page# pageSize#", "{properties: {\(items)}}", "page from 1 by pageSize, items? of Thing"),
        (
            "page[number]# page[size]#", "{properties: {data: {type: array, items: <Thing>}}}",
            "pageNumber from 1 by pageSize, data? of Thing"
        ),
        (
            "page# size#", "{properties: {content: {type: array, items: <Thing>}, hasNext: {type: boolean}}}",
            "page from 1 by size, content? of Thing, while hasNext?"
        ),
    ]

    @Test("pages by number", arguments: numbers.indices)
    func number(index: Int) throws { try check(Self.numbers, at: index) }

    @Test("page numbers start at zero if the parameter's default does")
    func numbersFromZero() throws {
        let operation = try LoweredOperation(
            """
            parameters: [{name: page, in: query, schema: {type: integer, default: 0}},
              {name: size, in: query, schema: {type: integer}}]
            responses: {'200': {description: d, content: {application/json: {schema: <Things>}}}}
            """,
            method: "get"
        )
        #expect(try operation.method.pagination?.outline == "page from 0 by size, all of Thing")
    }

    static let cursors: [Row] = [
        ("cursor", "{properties: {\(items), next_cursor: {type: string}}}", "cursor from nextCursor?, items? of Thing"),
        (
            "cursor limit#", "{properties: {\(items), next_cursor: {type: [string, 'null']}}}",
            "cursor from nextCursor?, items? of Thing"
        ),
        (
            "pageToken", "{required: [nextPageToken], properties: {\(items), nextPageToken: {type: string}}}",
            "pageToken from nextPageToken, items? of Thing"
        ),
        (
            "after", "{properties: {\(items), meta: {properties: {next_cursor: {type: string}}}}}",
            "after from meta? nextCursor?, items? of Thing"
        ),
        (
            "after", "{properties: {\(items), list_metadata: {properties: {after: {type: string}}}}}",
            "after from listMetadata? after?, items? of Thing"
        ),
        (
            "marker",
            "{properties: {\(items), page_info: {required: [end_cursor], properties: {end_cursor: {type: string}}}}}",
            "marker from pageInfo? endCursor, items? of Thing"
        ),
        (
            "limit# page_token", "{properties: {\(items), next_page: {type: [string, 'null']}}}",
            "pageToken from nextPage?, items? of Thing"
        ),
        ("offset limit#", "{properties: {\(items), offset: {type: string}}}", "offset from offset?, items? of Thing"),
        (
            "cursor#", "{properties: {\(items), next_cursor: {type: integer}}}",
            "cursor from nextCursor?, items? of Thing"
        ),
    ]

    @Test("pages by a cursor in the response", arguments: cursors.indices)
    func cursor(index: Int) throws { try check(Self.cursors, at: index) }

    static let lasts: [Row] = [
        (
            "starting_after limit#", "{properties: {data: {type: array, items: <Thing>}, has_more: {type: boolean}}}",
            "startingAfter from data? last id?, data? of Thing, while hasMore?"
        ),
        (
            "after limit#",
            "{properties: {data: {type: array, items: <Thing>}, has_more: {type: boolean}, last_id: {type: string}}}",
            "after from lastId?, data? of Thing, while hasMore?"
        ),
    ]

    @Test("pages after the last element, with a flag for more", arguments: lasts.indices)
    func last(index: Int) throws { try check(Self.lasts, at: index) }

    static let links: [Row] = [
        ("", "{properties: {\(items), next: {type: string, format: uri}}}", "link at next?, items? of Thing"),
        ("limit#", "{properties: {\(items), next_url: {type: string}}}", "link at nextURL?, items? of Thing"),
        ("", "{properties: {\(items), '@odata.nextLink': {type: string}}}", "link at odataNextLink?, items? of Thing"),
        (
            "", "{properties: {\(items), _links: {properties: {next: {properties: {href: {type: string}}}}}}}",
            "link at links? next? href?, items? of Thing"
        ),
        (
            "", "{properties: {\(items), links: {type: object, additionalProperties: {type: string}}}}",
            "link at links? [next], items? of Thing"
        ),
        (
            "", "{properties: {\(items), links: {properties: {pages: {properties: {next: {type: string}}}}}}}",
            "link at links? pages? next?, items? of Thing"
        ),
    ]

    @Test("pages by a link in the response", arguments: links.indices)
    func link(index: Int) throws { try check(Self.links, at: index) }

    @Test("pages by a documented Link header", arguments: ["Link", "link"])
    func linkHeader(name: String) throws {
        let operation = try LoweredOperation(query: "", page: "<Things>", headers: "\(name): {schema: {type: string}}")
        #expect(try operation.method.pagination?.outline == "link header, all of Thing")
    }

    @Test("of several lists in a page, the one with a usual name is used")
    func severalLists() throws {
        let page = "{properties: {errors: {type: array, items: <Other>}, results: {type: array, items: <Thing>}}}"
        #expect(
            try LoweredOperation(query: "offset# limit#", page: page).method.pagination?.outline
                == "offset by limit, results? of Thing"
        )
    }

    @Test("a search with a body is a list too")
    func query() throws {
        let operation = try LoweredOperation(query: "offset# limit#", page: "<Things>", method: "query")
        #expect(try operation.method.pagination?.outline == "offset by limit, all of Thing")
    }

    // MARK: - Not recognised

    static let nearMisses: [Row] = [
        // Only a size, or a page number without one.
        ("limit#", "<Things>", nil), ("page#", "<Things>", nil), ("", "<Things>", nil),
        // No list.
        ("offset# limit#", "<Thing>", nil), ("offset# limit#", "{}", nil), ("cursor", "{type: string}", nil),
        // Two lists, neither with a usual name.
        (
            "offset# limit#",
            "{properties: {cats: {type: array, items: <Thing>}, dogs: {type: array, items: <Thing>}}}", nil
        ),
        // A cursor without a next one, with one of another type, or with the last identifier and no flag.
        ("cursor", "{properties: {\(items)}}", nil),
        ("cursor", "{properties: {\(items), next_cursor: {type: integer}}}", nil),
        ("starting_after", "{properties: {\(items)}}", nil),
        // The next page may be a URL, because the parameter isn't a page token.
        ("cursor", "{properties: {\(items), next_page: {type: string}}}", nil),
        // An offset that isn't a number.
        ("offset limit#", "{properties: {\(items)}}", nil),
        // A text named next isn't a link, and an element with links isn't a page.
        ("", "{properties: {\(items), next: {type: string}}}", nil),
        (
            "",
            "{properties: {tags: {type: array, items: {type: string}}, _links: {properties: {next: {type: string}}}}}",
            nil
        ),
    ]

    @Test("similar responses are not lists", arguments: nearMisses.indices)
    func nearMiss(index: Int) throws { try check(Self.nearMisses, at: index) }

    @Test("operations that write have no pages", arguments: ["post", "put", "delete", "patch"])
    func writing(method: String) throws {
        #expect(
            try LoweredOperation(query: "offset# limit#", page: "<Things>", method: method).method.pagination == nil
        )
    }

    @Test("required arguments and those outside the query are not positions of pages")
    func places() throws {
        for parameter in [
            "{name: offset, in: query, required: true, schema: {type: integer}}",
            "{name: offset, in: header, schema: {type: integer}}",
        ] {
            let operation = try LoweredOperation(
                """
                parameters: [\(parameter), {name: limit, in: query, schema: {type: integer}}]
                responses: {'200': {description: d, content: {application/json: {schema: <Things>}}}}
                """,
                method: "get"
            )
            #expect(try operation.method.pagination == nil)
        }
    }
}
