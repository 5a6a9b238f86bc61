import MartletModel
import MartletSource
import Testing

@Suite("Configured pages")
struct PagesOptionTests {
    private static func option(
        _ kind: PagesOption.Kind,
        _ parameter: SpecText? = nil,
        size: SpecText? = nil,
        items: SpecText? = nil,
        next: SpecText? = nil
    ) -> PagesOption {
        PagesOption(
            kind: kind,
            parameter: parameter,
            size: size,
            items: items,
            next: next,
            location: Location(path: "martlet.yaml", position: Position(line: 3, column: 5))
        )
    }

    private static let odd = """
        {properties: {found: {required: [rows], properties: {rows: {type: array, items: <Thing>}, more: {type: string},
        at: {type: integer}}}, map: {type: object, additionalProperties: {type: string}}}}
        """

    static let told: [(query: String, option: PagesOption, outline: String?)] = [
        ("from#", option(.offset, "from", items: "found.rows"), "from, found? rows of Thing"),
        ("from# n#", option(.offset, "from", size: "n", items: "found.rows"), "from by n, found? rows of Thing"),
        ("p#", option(.page, "p", items: "found.rows"), "p from 1, found? rows of Thing"),
        (
            "from", option(.cursor, "from", items: "found.rows", next: "found.more"),
            "from from found? more?, found? rows of Thing"
        ),
        ("", option(.link, items: "found.rows", next: "found.more"), "link at found? more?, found? rows of Thing"),
        ("", option(.link, items: "found.rows", next: "map.next"), "link at map? [next], found? rows of Thing"),
        ("", option(.link, items: "found.rows"), "link header, found? rows of Thing"),
        ("offset# limit#", option(.none), nil),
    ]

    @Test("the configuration describes pages that martlet does not recognize", arguments: told.indices)
    func toldPages(index: Int) throws {
        let row = Self.told[index]
        let operation = try LoweredOperation(query: row.query, page: Self.odd, pages: row.option)
        #expect(try operation.method.pagination?.outline == row.outline)
        #expect(operation.printed.isEmpty, "\(operation.printed)")
    }

    @Test("a list can be requested with POST if the configuration says so")
    func toldPost() throws {
        let operation = try LoweredOperation(
            query: "from#",
            page: "<Things>",
            method: "post",
            pages: Self.option(.offset, "from")
        )
        #expect(try operation.method.pagination?.outline == "from, all of Thing")
    }

    static let wrong: [(query: String, option: PagesOption, reason: String)] = [
        // No such parameter, or of another type.
        (
            "from#", option(.offset, "form", items: "found.rows"),
            #"it has no optional query parameter of type integer named "form""#
        ),
        (
            "from", option(.page, "from", items: "found.rows"),
            #"it has no optional query parameter of type integer named "from""#
        ),
        (
            "", option(.cursor, "from", items: "found.rows"),
            #"it has no optional query parameter of type string or integer named "from""#
        ),
        // A missing property, one that isn't a list, one of another type than the parameter, and a path through a text.
        ("from#", option(.offset, "from", items: "found.row"), #"its response has no array named "found.row""#),
        ("from#", option(.offset, "from", items: "found.more"), #"its response has no array named "found.more""#),
        (
            "from", option(.cursor, "from", items: "found.rows", next: "found.at"),
            #"its response has no value of the parameter's type for the next page named "found.at""#
        ),
        (
            "from", option(.cursor, "from", items: "found.rows", next: "found.more.most"),
            #"its response has no value of the parameter's type for the next page named "found.more.most""#
        ),
        (
            "", option(.link, items: "found.rows", next: "found.at"),
            #"its response has no string for the next page named "found.at""#
        ),
        // Neither configured nor recognizable.
        ("from#", option(.offset, "from"), "its response has no array; name it with the key items"),
        (
            "from#", option(.offset, items: "found.rows"),
            "it has no optional query parameter of type integer; name it with the key parameter"
        ),
        (
            "from", option(.cursor, "from", items: "found.rows"),
            "its response has no value of the parameter's type for the next page; name it with the key next"
        ),
    ]

    @Test("a configuration that does not fit the operation is an error at its position", arguments: wrong.indices)
    func wrongPages(index: Int) throws {
        let row = Self.wrong[index]
        let operation = try LoweredOperation(query: row.query, page: Self.odd, pages: row.option)
        #expect(try operation.method.pagination == nil)
        let message = "martlet.yaml:3:5: error: the operation \"send\" can't be paginated: \(row.reason)"
        #expect(operation.printed == [message])
    }

    @Test("pages of an unknown operation are an error")
    func unknownOperation() throws {
        let option = Self.option(.offset, "offset")
        let operation = try LoweredOperation(
            query: "offset# limit#",
            page: "<Things>",
            pages: option,
            operation: "sent"
        )
        #expect(
            operation.printed == [
                "martlet.yaml:3:5: error: the document has no operation \"sent\"; did you mean `send`?"
            ])
    }

    @Test("pages apply to an operation's first content type, and cause no error for others")
    func severalContentTypes() throws {
        let operation = try LoweredOperation(
            """
            parameters: [{name: from, in: query, schema: {type: integer}}]
            responses: {'200': {description: d, content: {application/json: {schema: <Things>}, text/csv: {}}}}
            """,
            method: "get"
        ) { $0.pages = ["send": Self.option(.offset, "from")] }
        #expect(operation.methods.map(\.name.text) == ["send", "sendAsCSV"])
        #expect(operation.methods.map { $0.pagination?.outline } == ["from, all of Thing", nil])
        #expect(operation.printed.isEmpty, "\(operation.printed)")
    }
}
