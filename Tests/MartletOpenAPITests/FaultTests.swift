import MartletOpenAPI
import MartletSource
import MartletTestSupport
import Testing

@Suite("Faults in a part of a document")
struct FaultTests {
    private func read(_ paths: String, _ components: String = "{}") throws -> ReadDocument {
        try ReadDocument(
            """
            openapi: 3.0.3
            info: {title: T, version: '1'}
            paths:
              /sound: {get: {responses: {'200': {description: d, content: {application/json: {schema: {type: string}}}}}}}
            \(paths)
            components: \(components)
            """
        )
    }

    private static let ok = "responses: {'204': {description: d}}"

    @Test(
        "an operation with an error is left out, with warnings about the error and the operation",
        arguments: [
            "parameters: [{in: query, schema: {}}], \(ok)",
            "parameters: [{name: 'a b', in: header, required: true, schema: {}}], \(ok)",
            "parameters: [{name: q, in: body, schema: {}}], \(ok)",
            "parameters: [{$ref: '#/components/parameters/No'}], \(ok)",
            "parameters: [{$ref: '#/components/parameters/Faulty'}], \(ok)",
            "parameters: [{name: q, in: query, schema: {$ref: '#/components/schemas/No'}}], \(ok)",
            "parameters: [{name: q, in: query, schema: {type: text}}], \(ok)",
            "requestBody: {content: {application/json: {schema: {properties: {a: {items: {$ref: 'no.yaml'}}}}}}}, \(ok)",
            "requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/User'}}}}, \(ok)",
            "responses: {'200': {$ref: '#/components/responses/Deep'}}", "responses: {'20': {description: d}}",
            "requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Mapped'}}}}, \(ok)",
            "responses: {'200': {description: d, headers: {H: {schema: {$ref: '#/components/schemas/Loop'}}}}}",
        ]
    )
    func operation(text: String) throws {
        let read = try read(
            "  /faulty: {get: {operationId: faulty, \(text)}, put: {\(Self.ok)}}",
            """

              parameters: {Faulty: {in: query, schema: {}}}
              responses: {Deep: {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/No'}}}}}
              schemas:
                User: {properties: {a: {$ref: '#/components/schemas/Broken'}}}
                Broken: {type: object, properties: {b: {$ref: '#/components/schemas/No'}}}
                Mapped: {oneOf: [{$ref: '#/components/schemas/Sound'}], discriminator: {propertyName: k, mapping: {a: No}}}
                Loop: {$ref: '#/components/schemas/Loop'}
                Sound: {type: string}
            """
        )
        let operations = try #require(read.document?.operations)
        #expect(operations.map(\.operation.method.name) == ["GET", "PUT"], "\(read.printed)")
        #expect(read.diagnostics.allSatisfy { $0.severity == .warning }, "\(read.printed)")
        #expect(read.printed.contains { $0.hasSuffix("the operation \"GET /faulty\" is left out of the client") })
        #expect(read.diagnostics.count >= 2)
        #expect(read.document?.schemas.named.map { $0.names[0] } == ["Sound"])
    }

    @Test("a component with an error causes all operations that refer to it to be left out, and is reported once")
    func shared() throws {
        let operation = "{get: {parameters: [{$ref: '#/components/parameters/Faulty'}], \(Self.ok)}}"
        let read = try read("  /a: \(operation)\n  /b: \(operation)", "{parameters: {Faulty: {in: query, schema: {}}}}")
        #expect(read.document?.operations.map { $0.path.text } == ["/sound"])
        #expect(read.printed.count { $0.contains("lacks the required field \"name\"") } == 1)
        #expect(read.printed.count { $0.contains("is left out of the client") } == 2)
        #expect(!read.diagnostics.contains { $0.severity == .error })
    }

    @Test(
        "a path with an error is left out with all of its operations",
        arguments: [
            "faulty: {get: {\(ok)}}", "/{a: {get: {\(ok)}}", "/a: {$ref: 'no.yaml'}",
            "/a: {parameters: [{name: q, in: x}], get: {\(ok)}}",
        ]
    )
    func path(text: String) throws {
        let read = try read("  \(text)")
        #expect(read.document?.operations.map { $0.path.text } == ["/sound"])
        #expect(read.diagnostics.map(\.severity) == [.warning, .warning], "\(read.printed)")
        #expect(read.printed.contains { $0.contains("are left out of the client") })
    }

    @Test("an unused component with an error is left out")
    func unused() throws {
        let read = try read(
            "", "{headers: {H: {schema: 1}}, parameters: {P: {in: query}}, schemas: {S: {$ref: '#/none'}}}")
        #expect(read.diagnostics.allSatisfy { $0.severity == .warning }, "\(read.printed)")
        #expect(read.printed.contains { $0.hasSuffix("the component \"P\" is left out of the client") })
        #expect(read.printed.contains { $0.hasSuffix("the schema \"S\" is left out of the client") })
    }

    @Test("a callback or a webhook with an error is left out, and the operation or document is kept")
    func callbacks() throws {
        let faulty = "{post: {requestBody: {content: {application/json: {schema: {$ref: '#/none'}}}}, \(Self.ok)}}"
        let read = try read(
            "  /a: {post: {\(Self.ok), callbacks: {c: {'{$url}': \(faulty), '{$other}': {post: {\(Self.ok)}}}}}}\nwebhooks: {w: \(faulty)}"
        )
        let operation = try #require(read.document?.operations.last?.operation)
        #expect(operation.callbacks[0].value.paths.map(\.value.operations.count) == [0, 1])
        #expect(read.document?.webhooks.map(\.value.operations.count) == [0])
        #expect(!read.diagnostics.contains { $0.severity == .error }, "\(read.printed)")
    }

    @Test("if no operation is left, the warnings are errors")
    func nothingLeft() throws {
        let read = try ReadDocument(
            """
            openapi: 3.0.3
            info: {title: T, version: '1'}
            paths: {/a: {get: {responses: {'200': {$ref: '#/components/responses/No'}}}}}
            """
        )
        #expect(read.diagnostics.map(\.severity) == [.error], "\(read.printed)")
    }

    @Test("a description that is not text is a warning, and the operation is kept")
    func prose() throws {
        let read = try read("  /a: {get: {summary: [x], description: {a: b}, \(Self.ok)}}")
        #expect(read.document?.operations.count == 2)
        #expect(
            read.diagnostics.map(\.message) == [
                .expected("text", not: "a sequence"), .expected("text", not: "a mapping"),
            ])
    }
}
