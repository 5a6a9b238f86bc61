import MartletModel
import MartletOpenAPI
import MartletSource
import Testing

@Suite("Responses become results")
struct ResultLoweringTests {
    /// The `responses` of an operation, with its expected methods and results.
    typealias Row = (responses: String, results: [String])

    private func check(_ rows: [Row], at index: Int) throws {
        let operation = try LoweredOperation("responses: {\(rows[index].responses)}", method: "get")
        #expect(operation.results == rows[index].results)
        #expect(operation.printed.isEmpty, "\(operation.printed)")
    }

    private static let thing = "content: {application/json: {schema: <Thing>}}"
    private static let other = "content: {application/json: {schema: <Other>}}"

    static let single: [Row] = [
        ("'200': {description: d, \(thing)}", ["send -> Thing"]),
        ("2XX: {description: d, \(thing)}", ["send -> Thing"]),
        ("default: {description: d, \(thing)}", ["send -> Thing"]),
        ("'204': {description: d}", ["send -> nothing"]),
        ("'404': {description: d, \(thing)}", ["send -> nothing"]),
        ("'200': {description: d, \(thing)}, default: {description: d, \(other)}", ["send -> Thing"]),
        ("'200': {description: d, \(thing)}, '201': {description: d, \(thing)}", ["send -> Thing"]),
        ("'200': {description: d, \(thing)}, 2XX: {description: d, \(thing)}", ["send -> Thing"]),
        ("'200': {description: d, content: {application/json: {schema: <Things>}}}", ["send -> Things"]),
        ("'200': {description: d, content: {application/json: {}}}", ["send -> json"]),
        (
            "'200': {description: d, content: {application/json: {schema: {properties: {a: {}}}}}}",
            ["send -> SendResponse"]
        ),
        ("'200': {description: d, content: {application/hal+json: {schema: <Thing>}}}", ["send -> Thing"]),
        ("'200': {description: d, content: {'*/*': {schema: <Thing>}}}", ["send -> Thing"]),
        ("'200': {description: d, content: {text/plain: {schema: {type: string}}}}", ["send -> text string"]),
        ("'200': {description: d, content: {application/xml: {schema: <Thing>}}}", ["send -> text string"]),
        ("'200': {description: d, content: {application/pdf: {}}}", ["send -> bytes data"]),
        ("'200': {description: d, content: {'*/*': {}}}", ["send -> bytes data"]),
        (
            "'200': {description: d, content: {application/octet-stream: {schema: {type: string, format: binary}}}}",
            ["send -> bytes data"]
        ),
    ]

    @Test("a single success is the method's result", arguments: single.indices)
    func one(index: Int) throws { try check(Self.single, at: index) }

    static let optional: [Row] = [
        ("'200': {description: d, \(thing)}, '204': {description: d}", ["send -> Thing?"]),
        ("'202': {description: d}, '200': {description: d, \(thing)}", ["send -> Thing?"]),
        (
            """
            '200': {description: d, content: {application/json: {schema: {oneOf: [<Thing>, {type: 'null'}]}}}},
            '204': {description: d}
            """, ["send -> Thing?"]
        ),
        (
            """
            '200': {description: d, content: {application/json: {schema: <Thing>}, text/csv: {schema: {type: string}}}},
            '204': {description: d}
            """, ["send -> Thing?", "sendAsCSV -> text string?"]
        ),
    ]

    @Test("a single success or nothing is an optional result", arguments: optional.indices)
    func orNothing(index: Int) throws { try check(Self.optional, at: index) }

    /// Redirects as results.
    static let redirects: [Row] = [
        ("'302': {description: d}, default: {description: d, \(thing)}", ["send -> nothing"]),
        ("'300': {description: d, \(thing)}", ["send -> Thing"]),
        ("3XX: {description: d, \(thing)}", ["send -> Thing"]),
        (
            "'300': {description: d, \(thing)}, '302': {description: d, \(other)}",
            ["send -> SendResult { status300(Thing), status302(Other) }"]
        ),
        // 304 is none, and beside a success the others aren't results either.
        ("'304': {description: d}, default: {description: d, \(thing)}", ["send -> Thing"]),
        ("'200': {description: d, \(thing)}, '302': {description: d, \(other)}", ["send -> Thing"]),
        ("'204': {description: d}, '304': {description: d}", ["send -> nothing"]),
    ]

    @Test("redirects are results if there is no other success", arguments: redirects.indices)
    func redirect(index: Int) throws { try check(Self.redirects, at: index) }

    @Test("content where none is possible is ignored and reported once")
    func impossibleContent() throws {
        for (method, responses, result) in [
            ("get", "'204': {description: d, \(Self.thing)}", "send -> nothing"),
            ("get", "'205': {description: d, \(Self.thing)}", "send -> nothing"),
            ("get", "'200': {description: d, \(Self.thing)}, '204': {description: d, \(Self.thing)}", "send -> Thing?"),
            (
                "head", "'200': {description: d, \(Self.thing)}, '404': {description: d, \(Self.thing)}",
                "send -> nothing"
            ),
            ("head", "2XX: {description: d, \(Self.thing)}", "send -> nothing"),
        ] {
            let operation = try LoweredOperation("responses: {\(responses)}", method: method)
            #expect(operation.results == [result])
            #expect(operation.lowered.diagnostics.map(\.severity) == [.note])
            #expect(try operation.method.failures.allSatisfy { $0.type == nil })
        }
    }

    static let choices: [Row] = [
        (
            "'200': {description: d, \(thing)}, '201': {description: d, \(other)}",
            ["send -> SendResult { ok(Thing), created(Other) }"]
        ),
        (
            "'200': {description: d, \(thing)}, '202': {description: d, \(other)}, '204': {description: d}",
            ["send -> SendResult { ok(Thing), accepted(Other), noContent }"]
        ),
        (
            "'200': {description: d, \(thing)}, 2XX: {description: d, \(other)}, '226': {description: d}",
            ["send -> SendResult { ok(Thing), success(Other), status226 }"]
        ),
        (
            """
            '200': {description: d, \(thing)}, '207': {description: d, content: {application/json: {schema:
            {properties: {a: {}}}}}}
            """, ["send -> SendResult { ok(Thing), multiStatus(SendMultiStatusResponse) }"]
        ),
        (
            "'200': {description: d, \(thing)}, '203': {description: d, content: {text/plain: {}}}",
            ["send -> SendResult { ok(Thing), nonAuthoritative(text string) }"]
        ),
    ]

    @Test("several kinds of success are an enum with a case for each status", arguments: choices.indices)
    func choice(index: Int) throws { try check(Self.choices, at: index) }

    /// Responses with content that an enum can't hold, with the expected media types in the warnings.
    static let unread: [(responses: String, results: [String], types: [String])] = [
        (
            """
            '200': {description: d, content: {application/json: {schema: <Thing>}, text/csv: {}}},
            '201': {description: d, content: {application/json: {schema: <Other>}}}
            """, ["send -> SendResult { ok(Thing), created(Other) }"], ["text/csv"]
        ),
        (
            """
            '200': {description: d, content: {text/event-stream: {schema: <Thing>}}},
            '202': {description: d, content: {application/json: {schema: <Other>}}}
            """, ["send -> SendResult { ok, accepted(Other) }"], ["text/event-stream"]
        ),
    ]

    @Test("content that an enum cannot hold is reported and not read", arguments: unread.indices)
    func unreadContent(index: Int) throws {
        let row = Self.unread[index]
        let operation = try LoweredOperation("responses: {\(row.responses)}", method: "get")
        #expect(operation.results == row.results)
        #expect(operation.lowered.diagnostics.map(\.severity) == row.types.map { _ in .warning })
        for (text, type) in zip(operation.printed, row.types) {
            #expect(text.contains("of type \"\(type)\" isn't read"))
        }
    }

    static let variants: [Row] = [
        (
            "'200': {description: d, content: {text/csv: {}, application/json: {schema: <Thing>}}}",
            ["send -> Thing", "sendAsCSV -> text string"]
        ),
        (
            """
            '200': {description: d, content: {application/json: {schema: <Thing>},
            application/vnd.acme.v2+json: {schema: <Other>}}}
            """, ["send -> Thing", "sendAsVndAcmeV2 -> Other"]
        ),
        (
            "'200': {description: d, content: {text/json: {schema: <Thing>}, application/pdf: {}, image/png: {}}}",
            ["send -> Thing", "sendAsPDF -> bytes data", "sendAsPNG -> bytes data"]
        ),
        (
            """
            '200': {description: d, content: {application/json: {schema: <Thing>}, application/zip: {},
            application/x-zip: {}}}
            """, ["send -> Thing", "sendAsZip -> bytes data"]
        ),
        (
            "'200': {description: d, content: {application/pdf: {}, image/png: {}}}", ["send -> bytes data"]
        ),
        (
            "'200': {description: d, content: {text/csv: {}, text/html: {}}}",
            ["send -> text string", "sendAsHTML -> text string"]
        ),
        // A second representation of the same value adds no method.
        (
            """
            '200': {description: d, content: {application/json: {schema: <Thing>}, application/xml: {schema: <Thing>},
            text/json: {schema: <Thing>}}}
            """, ["send -> Thing"]
        ),
        (
            """
            '200': {description: d, content: {application/json: {schema: <Thing>},
            text/event-stream: {schema: <Thing>}}}
            """, ["send -> Thing", "sendAsEvents -> events Thing"]
        ),
    ]

    @Test("further content types have their own methods", arguments: variants.indices)
    func variant(index: Int) throws { try check(Self.variants, at: index) }

    static let streams: [Row] = [
        ("'200': {description: d, content: {text/event-stream: {}}}", ["send -> events string"]),
        ("'200': {description: d, content: {text/event-stream: {schema: {type: string}}}}", ["send -> events string"]),
        ("'200': {description: d, content: {text/event-stream: {schema: <Thing>}}}", ["send -> events Thing"]),
        ("'200': {description: d, content: {text/event-stream: {schema: <Things>}}}", ["send -> events Thing"]),
        (
            """
            '200': {description: d, content: {text/event-stream: {itemSchema: {properties: {event: {type: string},
            data: {type: string, contentMediaType: application/json, contentSchema: <Thing>}}}}}}
            """, ["send -> events Thing"]
        ),
        (
            """
            '200': {description: d, content: {text/event-stream: {itemSchema: {properties: {data: {type: string}}}}}}
            """, ["send -> events string"]
        ),
        ("'200': {description: d, content: {text/event-stream: {itemSchema: <Thing>}}}", ["send -> events Thing"]),
        ("'200': {description: d, content: {application/jsonl: {itemSchema: <Thing>}}}", ["send -> sequence Thing"]),
        ("'200': {description: d, content: {application/x-ndjson: {schema: <Thing>}}}", ["send -> sequence Thing"]),
        ("'200': {description: d, content: {application/jsonl: {schema: <Things>}}}", ["send -> sequence Thing"]),
        ("'200': {description: d, content: {application/json-seq: {itemSchema: <Thing>}}}", ["send -> sequence Thing"]),
        (
            "'200': {description: d, content: {application/geo+json-seq: {itemSchema: <Thing>}}}",
            ["send -> sequence Thing"]
        ),
        (
            "'200': {description: d, content: {application/jsonl: {itemSchema: {properties: {a: {}}}}}}",
            ["send -> sequence SendResponseElement"]
        ),
    ]

    @Test("events, lines and sequences of JSON are streamed", arguments: streams.indices)
    func stream(index: Int) throws { try check(Self.streams, at: index) }

    @Test("success statuses are listed if the document lists them all")
    func statuses() throws {
        for (responses, statuses) in [
            ("'200': {description: d}, '202': {description: d}", [200, 202]), ("2XX: {description: d}", nil),
            ("'200': {description: d}, 2XX: {description: d}", nil), ("default: {description: d}", nil),
            ("'404': {description: d}", nil), ("'302': {description: d}", [302]),
            ("3XX: {description: d}", [300, 301, 302, 303, 307, 308]),
            ("'200': {description: d}, default: {description: d}", [200]),
        ] as [(String, [Int]?)] {
            let operation = try LoweredOperation("responses: {\(responses)}", method: "get")
            #expect(try operation.method.result.statuses == statuses)
        }
    }

    @Test("failures have their JSON types; the default response is a failure if there is a success")
    func failures() throws {
        let operation = try LoweredOperation(
            """
            responses:
              '200': {description: d}
              '404': {description: none, content: {application/problem+json: {schema: <Thing>}}}
              5XX: {description: d, content: {application/json: {schema: {properties: {a: {}}}}}}
              '503': {description: d, content: {text/html: {}}}
              default: {description: d, content: {application/json: {schema: <Other>}}}
            """
        )
        let failures = try operation.method.failures
        #expect(failures.map(\.status) == [.code(404), .range(5), .code(503), .default])
        #expect(failures.map { $0.type?.outline } == ["Thing", "SendServerError", nil, "Other"])
        #expect(failures[0].description == "none")
        let withoutSuccess = try LoweredOperation("responses: {default: {description: d, \(Self.thing)}}")
        #expect(try withoutSuccess.method.failures.isEmpty)
    }

    @Test("links and documented headers of a success are kept")
    func linksAndHeaders() throws {
        let operation = try LoweredOperation(
            """
            responses:
              '200':
                description: d
                headers: {X-A: {schema: {type: string}}, Link: {schema: {type: string}}}
                links: {next: {operationId: other, description: on}, far: {operationRef: 'https://a.example/#/x'}}
              '404': {description: d, headers: {X-Not: {schema: {type: string}}}}
            """
        )
        let method = try operation.method
        #expect(method.headers == ["X-A", "Link"])
        #expect(method.links.map(\.name) == ["next", "far"])
        #expect(method.links.map(\.operation) == ["other", "https://a.example/#/x"])
        #expect(method.links[0].description == "on")
    }
}
