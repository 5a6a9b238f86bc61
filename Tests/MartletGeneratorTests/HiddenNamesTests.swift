import MartletGenerator
import Testing

@Suite("Names that hide others")
struct HiddenNamesTests {
    @Test(
        "a schema that is called like the failures of a method keeps its name, as do the failures",
        arguments: ["tags: [t], ", ""])
    func failures(tags: String) throws {
        let generation = try Generation(
            """
            openapi: 3.0.3
            info: {title: T, version: "1"}
            paths:
              /a:
                get:
                  operationId: find
                  \(tags.isEmpty ? "summary: s" : "tags: [t]")
                  responses:
                    "200": {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/FindFailure'}}}}
                    "400": {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/FindFailure'}}}}
            components: {schemas: {FindFailure: {type: object, properties: {a: {type: string}}}}}
            """
        )
        let path = tags.isEmpty ? "APIs/TestClientMethods.swift" : "APIs/TApi.swift"
        let text = try #require(generation.text(of: path), "\(generation.files.map(\.path))")
        for part in [
            "async throws -> TestAPI.FindFailure {", "public enum FindFailure: ",
            "case badRequest(TestAPI.FindFailure)",
            "error.decoded(TestAPI.FindFailure.self)",
        ] { #expect(text.contains(part), "\(part)\n\(text)") }
    }
}
