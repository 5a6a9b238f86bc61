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

    @Test("they are left out of a type that travels the other way alone")
    func oneWay() throws {
        let request = try LoweredClient(schemas: "A: \(Self.optional)", paths: paths("A", nil))
        #expect(request.outlines == ["A": "struct A { pin: string?, n: json? }"])
        let response = try LoweredClient(schemas: "A: \(Self.optional)", paths: paths(nil, "A"))
        #expect(response.outlines == ["A": "struct A { id: string?, n: json? }"])
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
