import MartletOpenAPI
import MartletSource
import MartletTestSupport
import Testing

@Suite("Path items")
struct PathItemTests {
    private static let ok = "responses: {'204': {description: d}}"

    private func read(_ paths: String, _ version: String = "openapi: 3.1.0") throws -> ReadDocument {
        try ReadDocument("\(version)\ninfo: {title: T, version: '1'}\npaths:\n\(paths)")
    }

    private static let shared = """
          /a: {get: {operationId: a, \(ok)}}
          /b:
            $ref: '#/paths/~1a'
            parameters: [{name: shared, in: query, TYPE}]
            post: {operationId: b, \(ok)}
        """

    @Test(
        "fields beside a reference apply in every version",
        arguments: ["openapi: 3.1.0", "openapi: 3.0.3", "swagger: '2.0'"])
    func siblings(version: String) throws {
        let type = version.hasPrefix("swagger") ? "type: string" : "schema: {type: string}"
        let read = try read(Self.shared.replacing("TYPE", with: type), version)
        let operations = try #require(read.document?.operations)
        #expect(operations.map { $0.path.text } == ["/a", "/b", "/b"])
        #expect(operations.map(\.operation.method.name) == ["GET", "GET", "POST"])
        #expect(operations.map { $0.parameters.map(\.name) } == [[], ["shared"], ["shared"]])
        #expect(read.printed.allSatisfy { $0.contains("the operationId") }, "\(read.printed)")
    }

    @Test(
        "each of several references can have fields; of a field in two places the first is used, with a warning"
    )
    func chain() throws {
        let read = try read(
            """
              /a: {$ref: '#/components/x-paths/one', 1️⃣get: {operationId: own, \(Self.ok)}}
            components:
              x-paths:
                one: {$ref: '#/components/pathItems/two', put: {operationId: put, \(Self.ok)}}
              pathItems:
                two: {get: {operationId: other, \(Self.ok)}, delete: {operationId: delete, \(Self.ok)}}
            """.replacing("1️⃣", with: "")
        )
        let operations = try #require(read.document?.operations)
        #expect(operations.map(\.operation.operationID) == ["delete", "put", "own"])
        #expect(read.diagnostics.map(\.message) == [.inBothPathItems("get")], "\(read.printed)")
    }

    @Test("circular references are reported", arguments: ["'#/paths/~1a'", "'#/paths/~1b'"])
    func circle(target: String) throws {
        let read = try read(
            "  /a: {$ref: '#/paths/~1b'}\n  /b: {$ref: \(target)}\n  /c: {get: {\(Self.ok)}}"
        )
        #expect(read.document?.operations.map { $0.path.text } == ["/c"])
        #expect(read.printed.contains { $0.contains("is circular") })
    }

    @Test("a callback that refers to its own path item is left out")
    func callback() throws {
        let read = try read("  /a: {post: {\(Self.ok), callbacks: {c: {'{$url}': {$ref: '#/paths/~1a'}}}}}")
        #expect(read.document?.operations.count == 1)
        #expect(read.diagnostics.map(\.message) == [.circularObject, .pathLeftOut("{$url}")], "\(read.printed)")
    }

    @Test("of duplicate parameters the first is used; the names of headers are case-insensitive")
    func parameters() throws {
        let read = try read(
            """
              /a:
                get:
                  parameters:
                    - {name: size, in: query, schema: {type: string}}
                    - {name: size, in: query, schema: {type: integer}}
                    - {name: X-Id, in: header, schema: {type: string}}
                    - {name: x-id, in: header, schema: {type: string}}
                    - {name: size, in: header, schema: {type: string}}
                  \(Self.ok)
            """
        )
        let operation = try #require(read.document?.operations.first)
        #expect(operation.parameters.map(\.name) == ["size", "X-Id", "size"])
        guard case .schema(let schema?, _) = operation.parameters[0].content else {
            Issue.record("no schema")
            return
        }
        #expect(read.document?.schemas[schema].types == .string)
        #expect(read.diagnostics.map(\.severity) == [.warning, .warning], "\(read.printed)")
    }
}
