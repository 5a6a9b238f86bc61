import MartletGenerator
import MartletModel
import MartletSource
import MartletTestSupport
import Testing

@Suite("Comparing two documents")
struct ComparisonTests {
    /// A change of the document, with its expected effect.
    struct Row: Sendable, CustomTestStringConvertible {
        let old: String
        let new: String
        let subject: String
        let source: Change.Impact?
        let wire: Change.Impact?

        init(_ old: String, _ new: String, _ subject: String, _ source: Change.Impact?, _ wire: Change.Impact?) {
            self.old = old
            self.new = new
            self.subject = subject
            self.source = source
            self.wire = wire
        }

        var testDescription: String { "\(old) -> \(new)" }
    }

    private static let getKite = "KitesApi.getKite(id:size:color:tags:page:)"

    static let rows: [Row] = [
        // Operations
        Row(
            "delete: {operationId: deleteKite", "put: {operationId: deleteKite", "KitesApi.deleteKite(id:)", .breaking,
            .breaking),
        Row("operationId: deleteKite", "operationId: removeKite", "KitesApi.removeKite(id:)", .breaking, nil),
        Row(
            "operationId: deleteKite, tags: [Kites]", "operationId: deleteKite, tags: [Toys]",
            "ToysApi.deleteKite(id:)", .breaking, nil),
        Row(
            "operationId: deleteKite,", "operationId: deleteKite, deprecated: true,", "KitesApi.deleteKite(id:)",
            .compatible, nil),
        Row("summary: Get it.", "summary: Get the kite.", getKite, nil, nil),
        Row("  /kites:\n", "  /kites2:\n", "KitesApi.addKite(newKite:)", .breaking, .breaking),
        Row(
            "/kites/{id}:\n    get:\n      operationId: getKite\n      tags: [Kites]\n      summary: Get it.\n      parameters:\n        - {name: id,",
            "/kites/{no}:\n    get:\n      operationId: getKite\n      tags: [Kites]\n      summary: Get it.\n      parameters:\n        - {name: no,",
            "KitesApi.getKite(no:size:color:tags:page:) no", .breaking, nil),
        Row(
            "  /a: {get: {operationId: countKites, tags: [Kites], responses: {\"204\": {description: d}}}, put: {operationId: readWind, tags: [Winds], responses: {\"204\": {description: d}}}}\n  /b: {get: {operationId: weighKites, tags: [Kites], responses: {\"204\": {description: d}}}, put: {operationId: readCloud, tags: [Clouds], responses: {\"204\": {description: d}}}}\n",
            "  /b: {get: {operationId: weighKites, tags: [Kites], responses: {\"204\": {description: d}}}, put: {operationId: readCloud, tags: [Clouds], responses: {\"204\": {description: d}}}}\n  /a: {get: {operationId: countKites, tags: [Kites], responses: {\"204\": {description: d}}}, put: {operationId: readWind, tags: [Winds], responses: {\"204\": {description: d}}}}\n",
            "KitesApi", nil, nil),
        Row(
            "  /a: {get: {operationId: countKites, tags: [Kites], responses: {\"204\": {description: d}}}, put: {operationId: readWind, tags: [Winds], responses: {\"204\": {description: d}}}}\n  /b: {get: {operationId: weighKites, tags: [Kites], responses: {\"204\": {description: d}}}, put: {operationId: readCloud, tags: [Clouds], responses: {\"204\": {description: d}}}}\n",
            "  /b: {get: {operationId: weighKites, tags: [Kites], responses: {\"204\": {description: d}}}, put: {operationId: readCloud, tags: [Clouds], responses: {\"204\": {description: d}}}}\n  /a: {get: {operationId: countKites, tags: [Kites], responses: {\"204\": {description: d}}}, put: {operationId: readWind, tags: [Winds], responses: {\"204\": {description: d}}}}\n",
            "TestClient", nil, nil),
        // Arguments
        Row(
            "- {name: page", "- {name: p, in: query, required: true, schema: {}}\n        - {name: page",
            "KitesApi.getKite(id:size:p:color:tags:page:)", .breaking, .breaking),
        Row(
            "- {name: page", "- {name: p, in: query, schema: {}}\n        - {name: page",
            "KitesApi.getKite(id:size:color:tags:p:page:)", .compatible, .compatible),
        Row("- {name: page, in: query", "- {name: page, in: header", "\(getKite) page", nil, .risky),
        Row("name: size, in: query", "name: Size, in: query", "\(getKite) size", nil, .breaking),
        Row("size, in: query, required: true", "size, in: query", "\(getKite) size", .compatible, .compatible),
        Row("color, in: query", "color, required: true, in: query", "\(getKite) color", .breaking, .breaking),
        Row("- {name: color", "- {name: colour", "KitesApi.getKite(id:size:colour:tags:page:)", .breaking, .risky),
        Row("integer, format: int64}", "string}", "\(getKite) size", .breaking, .breaking),
        Row("integer, format: int64}", "integer, format: int32}", "\(getKite) size", .breaking, .breaking),
        Row(
            "true, schema: {type: integer, format: int32}", "true, schema: {type: integer, format: int64}",
            "\(getKite) id", .breaking, .compatible),
        Row("enum: [red, blue]", "enum: [red]", "GetKiteColor.blue", .breaking, .breaking),
        Row("enum: [red, blue]", "enum: [red, blue, green]", "GetKiteColor.green", .risky, .compatible),
        Row("{type: string, enum: [red, blue]}", "{type: string}", "\(getKite) color", .breaking, .compatible),
        Row("name: tags, in: query,", "name: tags, in: query, explode: false,", "\(getKite) tags", nil, .breaking),
        Row("default: 1", "default: 2", "\(getKite) page", nil, .risky),
        Row("- {name: page,", "- {name: page, deprecated: true,", "\(getKite) page", .compatible, nil),
        Row("- {name: page,", "- {name: page, description: The page.,", "\(getKite) page", nil, nil),
        Row(
            "- {name: tags, in: query, schema: {type: array, items: {type: string}}}\n        - {name: page, in: query, schema: {type: integer, default: 1}}",
            "- {name: page, in: query, schema: {type: integer, default: 1}}\n        - {name: tags, in: query, schema: {type: array, items: {type: string}}}",
            "KitesApi.getKite(id:size:color:page:tags:)", .breaking, nil),
        // Bodies and results
        Row(
            "requestBody: {required: true, content: {application/json", "requestBody: {content: {application/json",
            "KitesApi.addKite(newKite:) newKite", .compatible, .compatible),
        Row(
            "requestBody: {required: true, content: {application/json",
            "requestBody: {required: true, content: {application/x-www-form-urlencoded",
            "KitesApi.addKite(newKite:) newKite", .breaking, .breaking),
        Row(
            "requestBody: {required: true, content: {application/json",
            "requestBody: {required: true, content: {application/problem+json", "KitesApi.addKite(newKite:) newKite",
            nil, .breaking),
        Row(
            "The kite., content: {application/json: {schema: {$ref: \"#/components/schemas/Kite\"}}}", "The kite.",
            getKite, .breaking, .breaking),
        Row(
            "The kite., content: {application/json: {schema: {$ref: \"#/components/schemas/Kite\"}}}",
            "The kite., content: {application/json: {schema: {$ref: \"#/components/schemas/Flight\"}}}",
            "\(getKite) result", .breaking, .breaking),
        Row("\"200\": {description: The kite.", "\"202\": {description: The kite.", getKite, .compatible, .compatible),
        Row(
            "\"404\": {description: None., content: {application/json: {schema: {$ref: \"#/components/schemas/Problem\"}}}}",
            "\"404\": {description: None., content: {application/json: {schema: {$ref: \"#/components/schemas/Trouble\"}}}}",
            getKite, .breaking, .risky),
        Row("\"404\": {", "\"410\": {", getKite, .breaking, .compatible),
        Row(
            "\"404\": {description", "\"409\": {description: Clash.}\n        \"404\": {description", getKite, .risky,
            nil),
        Row("description: The kite.", "description: A kite.", getKite, nil, nil),
        Row(
            "X-Left: {schema: {type: integer}}", "X-Right: {schema: {type: integer}}", "ResponseHeaders.xLeft",
            .breaking, .risky),
        Row(
            "X-Left: {schema: {type: integer}}", "X-Left: {schema: {type: string}}", "ResponseHeaders.xLeft", .breaking,
            .breaking),
        // Credentials and servers
        Row("security: [{key: []}]", "security: [{other: []}]", getKite, nil, .breaking),
        Row("security: [{key: []}]", "security: [{key: []}, {other: []}]", getKite, nil, .compatible),
        Row("security: [{key: []}]", "security: [{key: [], other: []}]", getKite, nil, .breaking),
        Row("security: [{key: []}]", "security: [{key: []}, {}]", getKite, nil, .compatible),
        Row(
            "{oauth: [read]}, {key: []}]", "{oauth: [read, write]}, {key: []}]", "KitesApi.addKite(newKite:)", nil,
            .breaking),
        Row("{oauth: [read]}, {key: []}]", "{oauth: []}, {key: []}]", "KitesApi.addKite(newKite:)", nil, .compatible),
        Row(
            "{oauth: [read]}, {key: []}]", "{key: []}, {oauth: [read]}]", "KitesApi.addKite(newKite:)", .compatible, nil
        ),
        Row("https://t.example", "https://u.example", "TestClient.init(oauth:)", nil, .risky),
        Row(", password: {tokenUrl: \"https://p.example\", scopes: {}}", "", "TestClient.init(oauth:)", nil, .breaking),
        Row(
            "password: {tokenUrl",
            "authorizationCode: {authorizationUrl: \"https://a.example\", tokenUrl: \"https://p.example\", scopes: {}}, password: {tokenUrl",
            "TestClient.init(oauth:)", nil, .compatible),
        Row(", write: Write.", "", "TestClient.init(oauth:)", nil, .risky),
        Row("write: Write.", "write: Write., fly: Fly.", "TestClient.init(oauth:)", nil, .compatible),
        Row("write: Write.", "write: Write all.", "TestClient.init(oauth:)", nil, nil),
        Row("read: Read., write: Write.", "write: Write., read: Read.", "TestClient.init(oauth:)", nil, nil),
        Row("name: X-Key", "name: X-Token", "TestClient.init(key:)", nil, .breaking),
        Row("https://a.example", "https://c.example", "TestClient.Server.default", .risky, .breaking),
        Row(", {url: \"https://b.example\", description: spare}", "", "TestClient.Server.spare", .breaking, .risky),
        Row(
            "description: spare}]", "description: spare}, {url: \"https://c.example\", description: third}]",
            "TestClient.Server.third", .compatible, nil),
        Row(
            "{url: \"https://a.example\", description: main}, {url: \"https://b.example\", description: spare}",
            "{url: \"https://b.example\", description: spare}, {url: \"https://a.example\", description: main}",
            "TestClient.Server.default", .risky, nil),
        Row("description: All kites.", "description: Kites.", "TestClient", nil, nil),
        Row("version: \"1\"", "version: \"2\"", "TestClient", nil, nil),
        // Properties of responses
        Row("required: [name, wind]", "required: [wind]", "Kite.name", .breaking, .breaking),
        Row("required: [name, wind]", "required: [name]", "Kite.wind", .breaking, .breaking),
        Row("required: [name, wind]", "required: [name, wind, tail]", "Kite.tail", .breaking, .compatible),
        Row("        name: {type: string}\n", "", "Kite.name", .breaking, .breaking),
        Row("        tail: {type: string, description: The tail.}\n", "", "Kite.tail", .breaking, .risky),
        Row("tail: {type: string,", "tail: {type: [string, \"null\"],", "Kite.tail", nil, .compatible),
        Row("name: {type: string}\n", "name: {type: [string, \"null\"]}\n", "Kite.name", .breaking, .breaking),
        Row("wind: {type: [string, \"null\"]}", "wind: {type: string}", "Kite.wind", .breaking, .compatible),
        Row("knots: {type: [integer, \"null\"]}", "knots: {type: integer}", "Kite.knots", nil, .compatible),
        Row(
            "knots: {type: [integer, \"null\"]}", "knots: {type: [number, \"null\"]}", "Kite.knots", .breaking,
            .breaking),
        Row("tail: {type: string,", "tail: {type: string, format: uuid,", "Kite.tail", .breaking, .compatible),
        Row("tail: {type: string,", "tail: {type: string, format: password,", "Kite.tail", .compatible, nil),
        Row("tail: {type: string,", "tail: {type: string, deprecated: true,", "Kite.tail", .compatible, nil),
        Row(
            "tail: {type: string, description: The tail.}", "tail: {type: string, description: A tail.}", "Kite.tail",
            nil, nil),
        Row("tail: {type: string,", "tail: {$ref: \"#/components/schemas/Alias\",", "Kite.tail", nil, nil),
        Row(
            "        part: {", "        age: {type: integer}\n        part: {", "Kite.age", .compatible,
            .compatible),
        Row(
            "required: [name, wind]\n      properties:\n",
            "required: [name, wind, age]\n      properties:\n        age: {type: integer}\n", "Kite.age", .risky,
            .compatible),
        Row(
            "        name: {type: string}\n        wind: {type: [string, \"null\"]}\n",
            "        wind: {type: [string, \"null\"]}\n        name: {type: string}\n", "Kite", .breaking, nil),
        Row("const: wax", "const: tar", "Kite.seal", nil, .risky),
        Row("seal: {type: string, const: wax}", "seal: {type: string}", "Kite.seal", nil, .risky),
        Row("tail: {type: string,", "tail: {type: string, const: long,", "Kite.tail", nil, .compatible),
        Row("const: acme", "const: apex", "NewKite.brand", nil, .breaking),
        Row("brand: {type: string, const: acme}", "brand: {type: string}", "NewKite.brand", nil, .compatible),
        Row("note: {type: string}", "note: {type: string, const: a}", "NewKite.note", nil, .breaking),
        Row("mood: {type: string, enum: [calm, wild]}", "mood: {type: string}", "Kite.mood", .breaking, .compatible),
        Row(
            "items: {$ref: \"#/components/schemas/Mood\"}", "items: {type: string}", "Kite.moods", .breaking,
            .compatible),
        Row("stamp: {type: string,", "stamp: {type: string, format: uuid,", "Log.stamp", .breaking, .compatible),
        // Properties of requests
        Row("required: [title, kind]", "required: [title]", "NewKite.kind", .breaking, .compatible),
        Row("required: [title, kind]", "required: [title, kind, note]", "NewKite.note", .breaking, .breaking),
        Row("        note: {type: string}\n", "", "NewKite.note", .breaking, .risky),
        Row(
            "        note: {", "        new: {type: string}\n        note: {", "NewKite.new", .compatible,
            .compatible),
        Row(
            "required: [title, kind]\n      properties:\n",
            "required: [title, kind, new]\n      properties:\n        new: {type: string}\n", "NewKite.new",
            .breaking, .breaking),
        Row("enum: [box, delta]", "enum: [box]", "NewKite.Kind.delta", .breaking, .breaking),
        Row("enum: [box, delta]", "enum: [box, delta, sled]", "NewKite.Kind.sled", .risky, .compatible),
        Row("kind: {type: string, enum: [box, delta]}", "kind: {type: string}", "NewKite.kind", .breaking, .compatible),
        Row("format: int32, default: 3", "format: int32, default: 4", "NewKite.count", nil, .risky),
        Row("format: int32, default: 3", "format: int64, default: 3", "NewKite.count", .breaking, .compatible),
        Row("bound: {type: [string, \"null\"]}", "bound: {type: string}", "NewKite.bound", .breaking, .breaking),
        Row("note: {type: string}", "note: {type: [string, \"null\"]}", "NewKite.note", .breaking, .compatible),
        Row("note: {type: string}", "note: {type: string, readOnly: true}", "NewKite.note", .breaking, .risky),
        Row(
            "additionalProperties: {type: string}", "additionalProperties: {type: integer}", "NewKite.extra", .breaking,
            .breaking),
        Row(
            "additionalProperties: {type: string}", "additionalProperties: {}", "NewKite.extra", .breaking, .compatible),
        Row("title: {type: string}\n", "name: {type: string}\n", "NewKite.title", .breaking, .compatible),
        // Limits
        Row("note: {type: string}", "note: {type: string, maxLength: 9}", "NewKite.note", nil, .breaking),
        Row("note: {type: string}", "note: {type: string, pattern: a}", "NewKite.note", nil, .breaking),
        Row("size: {type: integer, minimum: 2}", "size: {type: integer, minimum: 3}", "NewKite.size", nil, .breaking),
        Row("size: {type: integer, minimum: 2}", "size: {type: integer, minimum: 1}", "NewKite.size", nil, .compatible),
        Row("size: {type: integer, minimum: 2}", "size: {type: integer}", "NewKite.size", nil, .compatible),
        Row("labels: {type: array, maxItems: 5", "labels: {type: array, maxItems: 4", "NewKite.labels", nil, .breaking),
        Row(
            "labels: {type: array, maxItems: 5", "labels: {type: array, maxItems: 6", "NewKite.labels", nil, .compatible
        ),
        Row(
            "items: {type: string, minLength: 1}", "items: {type: string, minLength: 2}", "NewKite.labels", nil,
            .breaking),
        Row("tail: {type: string,", "tail: {type: string, minLength: 1,", "Kite.tail", nil, .compatible),
        Row(
            "schema: {type: integer, default: 1}", "schema: {type: integer, default: 1, maximum: 9}", "\(getKite) page",
            nil, .breaking),
        Row("Alias: {type: string}", "Alias: {type: string, maxLength: 3}", "Alias", nil, .breaking),
        Row("Shape: {type: string,", "Shape: {type: string, minLength: 3,", "Shape", nil, .compatible),
        // Types
        Row("enum: [flat, round]", "enum: [flat]", "Shape.round", .breaking, .compatible),
        Row("enum: [flat, round]", "enum: [flat, round, long]", "Shape.long", .risky, .compatible),
        Row(
            "Shape: {type: string, enum: [flat, round]}", "Shape: {type: integer, enum: [1, 2]}", "Shape", .breaking,
            .breaking),
        Row(
            "Shape: {type: string, enum: [flat, round]}", "Shape: {type: object, properties: {a: {}}}", "Shape",
            .breaking, .breaking),
        Row("Shape: {type: string,", "Shape: {type: string, deprecated: true,", "Shape", .compatible, nil),
        Row("Shape: {type: string,", "Shape: {type: string, description: A shape.,", "Shape", nil, nil),
        Row(
            "{$ref: \"#/components/schemas/Sail\"}]",
            "{$ref: \"#/components/schemas/Sail\"}, {$ref: \"#/components/schemas/Trouble\"}]", "Part.trouble", .risky,
            .risky),
        Row(
            ", {$ref: \"#/components/schemas/Sail\"}]", ", {$ref: \"#/components/schemas/Trouble\"}]", "Part.sail",
            .breaking, .compatible),
        Row("Alias: {type: string}", "Alias: {type: integer}", "Alias", .breaking, .breaking),
        Row("    Alias: {type: string}\n", "", "Alias", .breaking, nil),
        Row(
            "    Alias: {type: string}\n", "    Alias: {type: string}\n    Other: {type: string}\n", "Other",
            .compatible, nil),
        Row("tail: {type: string,", "_tail: {type: string,", "Kite.tail", nil, .risky),
        Row(
            "required: [length], properties: {length", "required: [_length], properties: {_length", "Line.length", nil,
            .breaking),
        Row(
            "Problem: {type: object, properties: {message", "Problem: {type: object, properties: {text",
            "Problem.message", .breaking, .risky),
        Row("length: {type: number}", "length: {type: integer}", "Line.length", .breaking, .compatible),
        Row("Shape: {type: string, enum: [flat, round]}", "Shape: {type: string}", "Shape", .breaking, .compatible),
        Row(", {$ref: \"#/components/schemas/Sail\"}]", "]", "Part", .breaking, .compatible),
        Row(
            "[{$ref: \"#/components/schemas/Line\"}, {$ref: \"#/components/schemas/Sail\"}]",
            "[{$ref: \"#/components/schemas/Sail\"}, {$ref: \"#/components/schemas/Line\"}]", "Part", nil, nil),
        Row(
            "[{$ref: \"#/components/schemas/Problem\"}, {$ref: \"#/components/schemas/Trouble\"}]",
            "[{$ref: \"#/components/schemas/Trouble\"}, {$ref: \"#/components/schemas/Problem\"}]", "Either", .risky,
            nil),
        Row(
            "[{$ref: \"#/components/schemas/Problem\"}, {$ref: \"#/components/schemas/Flight\"}]",
            "[{$ref: \"#/components/schemas/Flight\"}, {$ref: \"#/components/schemas/Problem\"}]", "Both", .breaking,
            nil),
        Row(
            "    Problem: {type: object, properties: {message: {type: string}}}\n    Trouble: {type: object, properties: {code: {type: integer}}}\n",
            "    Trouble: {type: object, properties: {code: {type: integer}}}\n    Problem: {type: object, properties: {message: {type: string}}}\n",
            "TestClient", nil, nil),
        // Webhooks
        Row(
            "kiteFlew: {post: {operationId: kiteFlew", "kiteFlew: {post: {operationId: kiteFell",
            "TestWebhooks.kiteFlew", .breaking, .risky),
        Row("height: {type: number}", "height: {type: string}", "Flight.height", .breaking, .breaking),
        Row(
            "operationId: kiteFlew, requestBody", "operationId: kiteFlew, deprecated: true, requestBody",
            "TestWebhooks.kiteFlew", .compatible, nil),
    ]

    @Test("the effect of a change depends on its uses", arguments: rows)
    func single(row: Row) throws {
        #expect(Self.document.contains(row.old))
        let changes = try report(Self.document.replacing(row.old, with: row.new)).changes
        let about = changes.filter { $0.subject == row.subject }
        #expect(about.compactMap { $0.source?.impact }.max() == row.source, "\(changes.map(\.line))")
        #expect(about.compactMap { $0.wire?.impact }.max() == row.wire, "\(changes.map(\.line))")
        #expect(!about.isEmpty)
    }

    @Test("equal documents have no changes, whatever their notation")
    func equal() throws {
        let report = try report(
            Self.document.replacing("    Alias: {type: string}\n", with: "    Alias:\n        type: string\n"))
        #expect(report.changes.isEmpty)
        #expect(report.step == .none)
        #expect(report.text == "nothing changed\n")
    }

    @Test("servers behind the first one that change places are one harmless change")
    func serverOrder() throws {
        let servers = ["a", "b", "c"].map { "{url: \"https://\($0).example\"}" }
        func document(_ order: [Int]) -> String {
            Self.document.replacing(
                "{url: \"https://a.example\", description: main}, {url: \"https://b.example\", description: spare}",
                with: order.map { servers[$0] }.joined(separator: ", "))
        }
        let changes = try report(document([0, 2, 1]), from: document([0, 1, 2])).changes
        #expect(changes.map(\.line) == ["TestClient.Server: the order of the servers changed [compatible, -]"])
    }

    @Test("the report is readable, contains both positions, and escapes the document's texts")
    func formats() throws {
        let text = Self.document.replacing("flat, round]", with: "flat, round, \"<script>\"]")
            .replacing("required: [name, wind]", with: "required: [wind]")
        let report = try report(text)
        #expect(report.step == .major)
        #expect(
            report.text.contains(
                """
                breaking: Kite.name: the property is optional now
                  source, breaking: its type is optional
                  wire, breaking: today's clients refuse an answer without it
                  old: old.yaml:41:9
                  new: new.yaml:41:9

                """
            )
        )
        #expect(report.text.hasSuffix("1 breaking, 1 risky: the next version is a major one\n"))
        #expect(
            report.markdown.contains(
                "## Breaking\n\n- `Kite.name`: the property is optional now (`old: old.yaml:41:9`, "))
        #expect(!report.markdown.contains("<script>"))
        #expect(report.json.contains(#""subject": "Kite.name", "text": "the property is optional now""#))
    }

    private func report(_ new: String, from old: String = document) throws -> ChangeReport {
        let module = try #require(Identifier("TestAPI"))
        let configuration = Configuration(spec: "api.yaml", module: module)
        let diagnostics = DiagnosticCollector()
        let report = Generator.changes(
            from: .init(SourceFile(path: "old.yaml", bytes: Array(old.utf8)), configuration, MemoryFiles()),
            to: .init(SourceFile(path: "new.yaml", bytes: Array(new.utf8)), configuration, MemoryFiles()),
            diagnostics: diagnostics
        )
        #expect(!diagnostics.hasErrors, "\(diagnostics.diagnostics)")
        return try #require(report)
    }
}

extension Change {
    fileprivate var line: String {
        "\(subject): \(text.text) [\(source?.impact.name ?? "-"), \(wire?.impact.name ?? "-")]"
    }
}
