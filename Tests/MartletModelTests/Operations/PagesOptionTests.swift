import MartletModel
import MartletSource
import Testing

@Suite("Pages are told")
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

    @Test("the configuration says what martlet does not see", arguments: told.indices)
    func toldPages(index: Int) throws {
        let row = Self.told[index]
        let operation = try LoweredOperation(query: row.query, page: Self.odd, pages: row.option)
        #expect(try operation.method.pagination?.outline == row.outline)
        #expect(operation.printed.isEmpty, "\(operation.printed)")
    }

    @Test("a list may be asked for with POST where the configuration says so")
    func toldPost() throws {
        let operation = try LoweredOperation(
            query: "from#",
            page: "<Things>",
            method: "post",
            pages: Self.option(.offset, "from")
        )
        #expect(try operation.method.pagination?.outline == "from, all of Thing")
    }

    static let wrong: [(query: String, option: PagesOption)] = [
        // No such parameter, or of another type.
        ("from#", option(.offset, "form", items: "found.rows")), ("from", option(.offset, "from", items: "found.rows")),
        // No such property, none that is a list, none that fits the parameter, and a way through a text.
        ("from#", option(.offset, "from", items: "found.row")), ("from#", option(.offset, "from", items: "found.more")),
        ("from", option(.cursor, "from", items: "found.rows", next: "found.at")),
        ("from", option(.cursor, "from", items: "found.rows", next: "found.more.most")),
        ("", option(.link, items: "found.rows", next: "found.at")),
        // Not told, and not to be seen.
        ("from#", option(.offset, "from")), ("from", option(.cursor, "from", items: "found.rows")),
    ]

    @Test("a configuration that fits nothing is an error where it stands", arguments: wrong.indices)
    func wrongPages(index: Int) throws {
        let row = Self.wrong[index]
        let operation = try LoweredOperation(query: row.query, page: Self.odd, pages: row.option)
        #expect(try operation.method.pagination == nil)
        #expect(operation.printed.count == 1)
        #expect(
            operation.printed.first?.hasPrefix("martlet.yaml:3:5: error: the operation \"send\" can't be paginated")
                == true
        )
    }

    @Test("pages of an operation that the document lacks are an error")
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

    @Test("what is told of an operation holds for its first content type, and is no error for the others")
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
