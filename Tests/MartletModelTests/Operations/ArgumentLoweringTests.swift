import MartletModel
import MartletSource
import MartletTestSupport
import Testing

@Suite("Parameters become arguments")
struct ArgumentLoweringTests {
    /// The `parameters` of `POST /a/{id}`, and the arguments beside the one for the path.
    typealias Row = (parameters: String, arguments: [String])

    private static let id = "{name: id, in: path, required: true, schema: {type: string}}"
    private static let answer = "responses: {'204': {description: d}}"

    private func lowered(_ parameters: String, version: String = "3.2.0") throws -> LoweredOperation {
        try LoweredOperation(
            "parameters: [\(Self.id), \(parameters)]\n\(Self.answer)",
            version: version,
            path: "/a/{id}"
        )
    }

    private func check(_ rows: [Row], at index: Int) throws {
        let operation = try lowered(rows[index].parameters)
        #expect(Array(operation.arguments.dropFirst()) == rows[index].arguments)
        #expect(operation.arguments.first == "id: string path id simple")
        let problems = operation.printed.filter { !$0.contains("a line in the configuration settles that for good") }
        #expect(problems.isEmpty, "\(problems)")
    }

    // MARK: - Idempotency

    @Test(
        "a header for idempotency keys, in any case, makes an operation repeatable",
        arguments: ["Idempotency-Key", "X-Idempotency-Key", "x-idempotency-key"]
    )
    func idempotency(header: String) throws {
        let operation = try lowered("{name: \(header), in: header, schema: {type: string}}")
        #expect(try operation.method.idempotencyHeader == SpecText(header))
        let unique = try lowered("{name: \(header), in: header, schema: {type: string, format: uuid}}")
        #expect(try unique.method.idempotencyHeader == SpecText(header))
        #expect(try lowered("{name: Idempotency, in: header, schema: {type: string}}").method.idempotencyHeader == nil)
        #expect(try lowered("{name: Idempotency-Key, in: query, schema: {}}").method.idempotencyHeader == nil)
    }

    // MARK: - Secrets

    private static let password = "schema: {type: string, format: password}"

    @Test(
        "a password parameter is secret, also in a list; one that contains a password property is not",
        arguments: [
            ("{name: q, in: query, \(password)}", true), ("{name: h, in: header, \(password)}", true),
            ("{name: q, in: query, schema: {type: array, items: {type: string, format: password}}}", true),
            ("{name: q, in: query, content: {application/json: {\(password)}}}", true),
            ("{name: q, in: query, schema: {properties: {p: {type: string, format: password}}}}", false),
            ("{name: q, in: query, schema: {type: string}}", false),
        ]
    )
    func secrets(parameter: String, isSecret: Bool) throws {
        #expect(try lowered(parameter).method.arguments.dropFirst().map(\.isSecret) == [isSecret])
    }

    @Test("a body, a result and a response header with passwords are secret")
    func secretContents() throws {
        let content = "content: {application/json: {\(Self.password)}}"
        let operation = try LoweredOperation(
            """
            requestBody: {\(content)}
            responses: {'200': {description: d, headers: {X-Token: {\(Self.password)}}, \(content)}}
            """
        )
        let method = try operation.method
        guard case .body(let body) = try #require(method.arguments.first).place else {
            Issue.record("no body")
            return
        }
        #expect(body.isSecret && method.result.isSecret)
        #expect(operation.lowered.client.secretProperties == ["x-token"])
    }

    // MARK: - Styles

    private static let list = "schema: {type: array, items: {type: string}}"

    static let styles: [Row] = [
        ("{name: q, in: query, \(list)}", ["q: [string]? query q form*"]),
        ("{name: q, in: query, explode: false, \(list)}", ["q: [string]? query q form"]),
        ("{name: q, in: query, style: spaceDelimited, \(list)}", ["q: [string]? query q spaceDelimited"]),
        (
            "{name: q, in: query, style: pipeDelimited, explode: true, \(list)}",
            ["q: [string]? query q pipeDelimited*"]
        ),
        ("{name: q, in: query, style: deepObject, schema: <Thing>}", ["q: Thing? query q deepObject"]),
        ("{name: q, in: query, allowReserved: true, schema: {type: string}}", ["q: string? query q form* reserved"]),
        ("{name: h, in: header, \(list)}", ["h: [string]? header h simple"]),
        ("{name: h, in: header, explode: true, schema: <Thing>}", ["h: Thing? header h simple*"]),
        ("{name: c, in: cookie, \(list)}", ["c: [string]? cookie c form*"]),
        ("{name: c, in: cookie, style: cookie, \(list)}", ["c: [string]? cookie c cookie*"]),
    ]

    @Test(
        "style and explode are as documented, with the defaults of the location",
        arguments: styles.indices
    )
    func style(index: Int) throws { try check(Self.styles, at: index) }

    static let pathStyles: [(fields: String, outline: String)] = [
        ("", "id: [string] path id simple"), ("explode: true,", "id: [string] path id simple*"),
        ("style: label,", "id: [string] path id label"),
        ("style: matrix, explode: true,", "id: [string] path id matrix*"),
        ("allowReserved: true,", "id: [string] path id simple reserved"),
    ]

    @Test("style and explode in the path are as documented, with their defaults", arguments: pathStyles.indices)
    func pathStyle(index: Int) throws {
        let row = Self.pathStyles[index]
        let operation = try LoweredOperation(
            """
            parameters: [{name: id, in: path, required: true, \(row.fields) \(Self.list)}]
            \(Self.answer)
            """,
            path: "/a/{id}"
        )
        #expect(operation.arguments == [row.outline])
    }

    @Test("Swagger 2.0: each collection format is a style")
    func collectionFormats() throws {
        func field(_ name: String, _ place: String, _ format: String) -> String {
            "{name: \(name), in: \(place), type: array, items: {type: string}\(format)}"
        }
        let parameters = [
            field("none", "query", ""), field("csv", "query", ", collectionFormat: csv"),
            field("ssv", "query", ", collectionFormat: ssv"), field("tsv", "query", ", collectionFormat: tsv"),
            field("pipes", "query", ", collectionFormat: pipes"), field("multi", "query", ", collectionFormat: multi"),
            field("header", "header", ""), field("headerPipes", "header", ", collectionFormat: pipes"),
            field("p", "path", ", required: true, collectionFormat: ssv"),
        ]
        let lowered = try LoweredClient(
            """
            swagger: '2.0'
            info: {title: T, version: '1'}
            paths: {'/a/{p}': {get: {parameters: [\(parameters.joined(separator: ", "))], \(Self.answer)}}}
            """
        )
        #expect(
            lowered.client.apis[0].methods[0].arguments.map(\.outline) == [
                "p: [string] path p spaceDelimited", "none: [string]? query none form", "csv: [string]? query csv form",
                "ssv: [string]? query ssv spaceDelimited", "tsv: [string]? query tsv tabDelimited",
                "pipes: [string]? query pipes pipeDelimited", "multi: [string]? query multi form*",
                "header: [string]? header header simple", "headerPipes: [string]? header headerPipes pipeDelimited",
            ]
        )
        #expect(lowered.printed.isEmpty, "\(lowered.printed)")
    }

    static let emptiable: [Row] = [
        (
            "{name: q, in: query, allowEmptyValue: true, schema: {type: integer}}",
            ["q: int64? query q form* empty"]
        ),
        ("{name: q, in: query, allowEmptyValue: true, schema: {type: string}}", ["q: string? query q form*"]),
        ("{name: h, in: header, allowEmptyValue: true, schema: {type: integer}}", ["h: int64? header h simple"]),
    ]

    @Test(
        "allowEmptyValue matters only in the query and for types without an empty text",
        arguments: emptiable.indices
    )
    func emptyValue(index: Int) throws { try check(Self.emptiable, at: index) }

    @Test("an empty path parameter is allowed only if the document shows one")
    func emptySegment() throws {
        for (fields, argument) in [
            ("schema: {type: string}", "p: string path p simple"),
            ("example: '', schema: {type: string}", "p: string path p simple empty"),
            ("schema: {type: string, default: ''}", "p: string path p simple empty"),
            ("schema: {type: string, minLength: 0}", "p: string path p simple empty"),
            ("schema: {type: string, minLength: 1}", "p: string path p simple"),
            ("schema: {allOf: [{type: string}, {minLength: 0}]}", "p: string path p simple empty"),
            (
                "schema: {anyOf: [{type: string, minLength: 0}, {type: string, format: email}]}",
                "p: string path p simple empty"
            ),
            ("schema: {enum: ['', a]}", "p: SendP path p simple empty"),
        ] {
            let operation = try LoweredOperation(
                "parameters: [{name: p, in: path, required: true, \(fields)}]\n\(Self.answer)",
                path: "/a/{p}"
            )
            #expect(operation.arguments == [argument])
        }
    }

    // MARK: - Content

    static let contents: [Row] = [
        ("{name: q, in: query, content: {application/json: {schema: <Thing>}}}", ["q: Thing? query q json"]),
        ("{name: h, in: header, content: {application/json: {schema: <Thing>}}}", ["h: Thing? header h json"]),
        ("{name: c, in: cookie, content: {application/vnd.a+json: {schema: <Thing>}}}", ["c: Thing? cookie c json"]),
        ("{name: q, in: query, content: {application/json: {}}}", ["q: json? query q json"]),
        ("{name: q, in: query, content: {text/plain: {schema: {type: string}}}}", ["q: string? query q form"]),
        ("{name: h, in: header, content: {application/xml: {schema: <Thing>}}}", ["h: string? header h simple"]),
        (
            "{name: q, in: querystring, content: {application/x-www-form-urlencoded: {schema: <Thing>}}}",
            ["q: Thing? whole query form"]
        ),
        ("{name: q, in: querystring, content: {application/json: {schema: <Thing>}}}", ["q: Thing? whole query json"]),
        ("{name: q, in: querystring, content: {text/plain: {}}}", ["q: string? whole query text"]),
    ]

    @Test("a parameter with content is JSON, or text from the caller", arguments: contents.indices)
    func content(index: Int) throws { try check(Self.contents, at: index) }

    // MARK: - Names

    static let names: [Row] = [
        (
            "{name: id, in: query, schema: {type: string}}, {name: id, in: header, schema: {type: string}}, "
                + "{name: id, in: cookie, schema: {type: string}}",
            [
                "idQuery: string? query id form*", "idHeader: string? header id simple",
                "idCookie: string? cookie id form*",
            ]
        ),
        ("{name: filter, in: query, schema: {type: string}}", ["filter: string? query filter form*"]),
        (
            "{name: X-Request-ID, in: header, schema: {type: string}}",
            ["xRequestId: string? header X-Request-ID simple"]
        ),
        ("{name: 'page[size]', in: query, schema: {type: integer}}", ["pageSize: int64? query page[size] form*"]),
        ("{name: options, in: query, schema: {type: string}}", ["optionsParameter: string? query options form*"]),
        ("{name: file, in: query, schema: {type: string}}", ["fileParameter: string? query file form*"]),
        ("{name: in, in: query, schema: {type: string}}", ["in: string? query in form*"]),
        (
            "{name: a-b, in: query, schema: {type: string}}, {name: a_b, in: query, schema: {type: string}}",
            ["aB: string? query a-b form*", "aBParameter: string? query a_b form*"]
        ),
    ]

    @Test("labels are words, and unique in a method", arguments: names.indices)
    func name(index: Int) throws { try check(Self.names, at: index) }

    @Test("path parameters take precedence for a name, whatever the order")
    func claim() throws {
        let operation = try LoweredOperation(
            "parameters: [{name: id, in: query, schema: {type: string}}, \(Self.id)]\n\(Self.answer)",
            path: "/a/{id}"
        )
        #expect(operation.arguments == ["id: string path id simple", "idQuery: string? query id form*"])
    }

    @Test("a body gives way to a parameter with its name")
    func bodyName() throws {
        let operation = try LoweredOperation(
            """
            parameters: [{name: thing, in: query, schema: {type: string}}]
            requestBody: {required: true, content: {application/json: {schema: <Thing>}}}
            \(Self.answer)
            """
        )
        #expect(
            operation.arguments == [
                "thingBody: Thing body json application/json", "thing: string? query thing form*",
            ]
        )
    }

    // MARK: - The path's parameters

    @Test("path-level parameters come first, and operations override them by name and location")
    func overriding() throws {
        let operation = try LoweredOperation(
            """
            parameters: [{name: a, in: query, required: true, schema: {type: integer}}]
            \(Self.answer)
            """,
            path: "/a/{id}",
            item: """
                parameters: [\(Self.id), {name: a, in: query, schema: {type: string}}, \
                {name: a, in: header, schema: {type: string}}]
                """
        )
        #expect(
            operation.arguments == [
                "id: string path id simple", "a: int64 query a form*", "aHeader: string? header a simple",
            ]
        )
    }

    @Test("required arguments come before optional ones, each sorted by location")
    func order() throws {
        let operation = try LoweredOperation(
            """
            parameters:
              - {name: a, in: query, schema: {type: string}}
              - {name: b, in: header, required: true, schema: {type: string}}
              - {name: c, in: query, required: true, schema: {type: string}}
              - {name: d, in: query, schema: {type: string}}
            requestBody: {required: true, content: {application/json: {schema: <Thing>}}}
            \(Self.answer)
            """
        )
        #expect(try operation.method.arguments.map(\.label.text) == ["c", "b", "thing", "a", "d"])
        #expect(try operation.method.arguments.map(\.isRequired) == [true, true, true, false, false])
    }

    @Test("an undeclared path parameter is a string, and a surplus one is left out, with diagnostics")
    func undeclared() throws {
        let operation = try LoweredOperation(
            "parameters: [{name: other, in: path, required: true, schema: {type: string}}]\n\(Self.answer)",
            path: "/a/{id}"
        )
        #expect(operation.arguments == ["id: string path id simple"])
        #expect(operation.lowered.diagnostics.map(\.severity) == [.warning, .warning])
    }

    // MARK: - What else is said

    @Test("arguments keep descriptions, defaults, examples and deprecation")
    func documentation() throws {
        let operation = try lowered(
            """
            {name: a, in: query, deprecated: true, description: about a, example: 7,
            schema: {type: integer, default: 5, example: 6}}, {name: b, in: query, schema: {description: about b,
            type: string, examples: [x, y]}}
            """
        )
        let arguments = try operation.method.arguments.dropFirst()
        #expect(arguments.map(\.isDeprecated) == [true, false])
        #expect(arguments.map(\.description) == ["about a", "about b"])
        #expect(arguments.map { $0.documentedDefault?.text } == ["5", nil])
        #expect(arguments.map { $0.example?.text } == ["7", "x"])
    }

    @Test("headers that the client sets are ignored in any spelling, with a diagnostic")
    func reservedHeaders() throws {
        let names = [
            "Accept", "content-type", "AUTHORIZATION", "Content-Length", "host", "Connection", "Transfer-Encoding",
        ]
        for name in names {
            let document = MarkedText(
                """
                openapi: 3.0.3
                info: {title: T, version: '1'}
                paths:
                  /a:
                    get:
                      parameters:
                        - 1️⃣{name: \(name), in: header, required: true, schema: {type: string}}
                        - {name: \(name), in: query, schema: {type: string}}
                      responses: {'204': {description: d}}
                """
            )
            let lowered = try LoweredClient(document.text)
            // A name is reserved only in headers.
            #expect(lowered.client.apis[0].methods[0].arguments.map(\.isRequired) == [false])
            let position = try #require(document["1️⃣"])
            #expect(lowered.printed.count == 1)
            #expect(lowered.printed[0].hasPrefix("api.yaml:\(position): warning: the header parameter"))
        }
    }

    @Test("an array in the style deepObject is reported once")
    func listsInDeepObject() throws {
        let operation = try lowered(
            ["a", "b"].map { "{name: \($0), in: query, style: deepObject, \(Self.list)}" }.joined(separator: ", ")
        )
        #expect(operation.lowered.diagnostics.map(\.severity) == [.note])
    }
}
