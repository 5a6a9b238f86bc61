import MartletModel
import MartletSource
import Testing

@Suite("Names of schemas")
struct TypeNamesTests {
    @Test("names that Swift, Foundation, the runtime or the client need are not taken")
    func reserved() throws {
        let schemas = ["String", "Task", "ApiError", "TestClient", "TestAPI", "url", "Nullable", "aux", "com7", "Fine"]
        let lowered = try LoweredClient(schemas: schemas.map { "\($0): {type: object}\n" }.joined())
        #expect(
            Set(lowered.outlines.keys) == [
                "StringModel", "TaskModel", "ApiErrorModel", "TestClientModel", "TestAPIModel", "URLModel",
                "NullableModel", "AuxModel", "Com7Model", "Fine",
            ]
        )
    }

    private static let schemas = [
        "foo_bar: {properties: {a: {enum: [x]}}}", "foo-bar: {type: string}", "FooBar: {type: integer}",
        "fooBar: {type: boolean}", "Other: {properties: {foo: {$ref: '#/components/schemas/foo-bar'}}}",
    ]

    @Test("names do not depend on the order of the document, nor on schemas that have nothing to do with them")
    func stability() throws {
        let first = try LoweredClient(schemas: Self.schemas.joined(separator: "\n")).outlines
        let second = try LoweredClient(schemas: Self.schemas.reversed().joined(separator: "\n")).outlines
        #expect(first == second)
        #expect(first["FooBar"] == "FooBar = int64")
        let more = try LoweredClient(schemas: (["New: {properties: {foo: {}}}"] + Self.schemas).joined(separator: "\n"))
        for (name, outline) in first { #expect(more.outlines[name] == outline) }
    }

    @Test("the configuration renames schemas, properties and cases, and names nothing that is not there")
    func overrides() throws {
        let location = Location(path: "martlet.yaml", position: Position(line: 1, column: 1))
        let lowered = try LoweredClient(
            schemas: "Old: {properties: {b: {type: string}}}\nE: {enum: [x, y]}",
            configure: { options in
                options.names.schemas = ["Old": Identifier("New")].compactMapValues { $0 }
                options.names.properties = ["Old": ["b": Identifier("better")].compactMapValues { $0 }]
                options.names.enumCases = ["E": ["y": Identifier("yes")].compactMapValues { $0 }]
                options.names.renames = [
                    .init(.schema, "Old", nil, at: location), .init(.schema, "Gone", nil, at: location),
                    .init(.property, "Old", "b", at: location), .init(.property, "Old", "z", at: location),
                    .init(.enumCase, "E", "y", at: location), .init(.enumCase, "E", "z", at: location),
                    .init(.operation, "none", nil, at: location),
                ]
            }
        )
        #expect(lowered.outlines == ["New": "struct New { better: string? }", "E": "enum E: string { x, yes }"])
        #expect(lowered.diagnostics.map(\.severity) == [.error, .error, .error, .error])
    }

    @Test("the configuration gives formats types")
    func formats() throws {
        let lowered = try LoweredClient(
            schemas: """
                A: {type: string, format: uri}
                B: {type: string, format: date-time}
                C: {type: number, format: money}
                D: {type: string, format: money}
                """,
            configure: {
                $0.formats = [
                    "uri": Identifier("URL"), "date-time": Identifier("Date"), "money": Identifier("Decimal"),
                ]
                .compactMapValues { $0 }
            }
        )
        #expect(lowered.outlines == ["A": "A = URL", "B": "B = Date", "C": "C = decimal", "D": "D = string"])
        #expect(lowered.printed.count == 1)
        #expect(lowered.printed.first?.hasPrefix("api.yaml:10:8: error: ") == true, "\(lowered.printed)")
    }
}
