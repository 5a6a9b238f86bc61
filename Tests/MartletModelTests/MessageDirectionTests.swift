import MartletModel
import MartletSource
import Testing

@Suite("Read-only and write-only properties")
struct MessageDirectionTests {
    /// An operation that takes some schemas and gives others.
    private func paths(_ request: String?, _ response: String?) -> String {
        func content(_ name: String) -> String {
            "content: {application/json: {schema: {$ref: '#/components/schemas/\(name)'}}}"
        }
        let body = request.map { "requestBody: {\(content($0))}, " } ?? ""
        let answer = response.map { ", \(content($0))" } ?? ""
        return "{/a: {post: {\(body)responses: {'200': {description: d\(answer)}}}}}"
    }

    private static let optional =
        "{properties: {id: {type: string, readOnly: true}, pin: {type: string, writeOnly: true}, n: {}}}"
    private static let required = "{required: [id, n], properties: {id: {type: string, readOnly: true}, n: {}}}"

    @Test("requests have no read-only properties; responses may have write-only ones")
    func oneWay() throws {
        let request = try LoweredClient(schemas: "A: \(Self.optional)", paths: paths("A", nil))
        #expect(request.outlines == ["A": "struct A { pin: string?, n: json? }"])
        let response = try LoweredClient(schemas: "A: \(Self.optional)", paths: paths(nil, "A"))
        #expect(response.outlines == ["A": "struct A { id: string?, pin: string? (write), n: json? }"])
    }

    @Test("a required property that is not declared is required where it is sent, and optional where it is received")
    func undeclared() throws {
        let schemas = "A: {required: [n, more], properties: {n: {}}}"
        for (paths, outline) in [
            (paths("A", nil), "struct A { n: json, more: json }"),
            (paths("A", "A"), "struct A { n: json, more: json }"),
            (paths(nil, "A"), "struct A { n: json, more: json? }"),
        ] {
            let lowered = try LoweredClient(schemas: schemas, paths: paths)
            #expect(lowered.outlines == ["A": outline])
            #expect(lowered.diagnostics.isEmpty == !outline.hasSuffix("? }"), "\(lowered.printed)")
        }
    }

    @Test("what the API sends to webhooks and callbacks is received", arguments: ["webhook", "callback"])
    func received(by kind: String) throws {
        let body = "requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}"
        let answer = "responses: {'204': {description: d}}"
        let event = "{post: {\(body), \(answer)}}"
        let callbacks = kind == "callback" ? ", callbacks: {c: {'{$url}': \(event)}}" : ""
        let paths = "{/a: {post: {\(body)\(callbacks), \(answer)}}}"
        let more = kind == "webhook" ? "webhooks: {w: \(event)}" : ""
        let lowered = try LoweredClient(schemas: "A: \(Self.required)", paths: paths, more: more)
        #expect(
            lowered.outlines == ["A": "struct A { id: string, n: json }", "ARequest": "struct ARequest { n: json }"])
        #expect(lowered.client.webhooks?.events.map(\.type.outline) == ["A"])
        let optional = try LoweredClient(schemas: "A: \(Self.optional)", paths: paths, more: more)
        #expect(optional.outlines["A"] == "struct A { id: string? (read), pin: string? (write), n: json? }")
    }

    @Test("one type will do where none of them is required")
    func both() throws {
        let lowered = try LoweredClient(schemas: "A: \(Self.optional)", paths: paths("A", "A"))
        #expect(lowered.outlines == ["A": "struct A { id: string? (read), pin: string? (write), n: json? }"])
    }

    @Test("two types are needed where one is required, and for all that hold it")
    func split() throws {
        let schemas = """
            A: \(Self.required)
            B: {properties: {a: {$ref: '#/components/schemas/A'}, c: {$ref: '#/components/schemas/C'}}}
            C: {properties: {n: {}}}
            """
        let lowered = try LoweredClient(schemas: schemas, paths: paths("B", "B"))
        #expect(
            lowered.outlines == [
                "A": "struct A { id: string, n: json }", "ARequest": "struct ARequest { n: json }",
                "B": "struct B { a: A?, c: C? }", "BRequest": "struct BRequest { a: ARequest?, c: C? }",
                "C": "struct C { n: json? }",
            ]
        )
        let method = try #require(lowered.client.apis.first?.methods.first)
        #expect(method.arguments.map { "\($0.label.text): \($0.type.outline)" } == ["b: BRequest"])
        #expect(method.result.outline == "B")
    }
}
