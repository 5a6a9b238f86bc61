import MartletOpenAPI
import MartletSource
import MartletTestSupport
import Testing

@Suite("Swagger 2.0")
struct SwaggerTests {
    private func read(_ text: String) throws -> ResolvedDocument {
        let read = try ReadDocument("swagger: '2.0'\ninfo: {title: T, version: '1'}\n" + text)
        #expect(read.diagnostics.isEmpty, "\(read.printed)")
        return try #require(read.document)
    }

    private static let answer = "responses: {'200': {description: d, schema: {type: string}}}"

    @Test("host, base path and schemes become servers, https first")
    func servers() throws {
        let full = try read("host: a.example\nbasePath: /v1\nschemes: [http, https]\npaths: {}")
        #expect(full.servers.map(\.url) == ["https://a.example/v1", "http://a.example/v1"])
        #expect(try read("host: a.example\nbasePath: /\npaths: {}").servers.map(\.url) == ["https://a.example"])
        #expect(try read("basePath: /v1\npaths: {}").servers.map(\.url) == ["/v1"])
        #expect(try read("paths: {}").servers.isEmpty)
    }

    @Test("the fields of a parameter are its schema, and its collection format becomes a style")
    func parameters() throws {
        let document = try read(
            """
            paths:
              /a/{id}:
                parameters: [{$ref: '#/parameters/id'}]
                get:
                  parameters:
                    - {name: none, in: query, type: array, items: {type: string, collectionFormat: csv}}
                    - {name: multi, in: query, type: array, collectionFormat: multi, items: {type: string}}
                    - {name: ssv, in: query, type: array, collectionFormat: ssv, items: {type: string}}
                    - {name: pipes, in: query, type: array, collectionFormat: pipes, items: {type: string}}
                    - {name: header, in: header, required: true, type: integer, format: int32, default: 1}
                  \(Self.answer)
            parameters: {id: {name: id, in: path, required: true, type: integer, format: int64}}
            """
        )
        let parameters = document.operations[0].parameters
        #expect(parameters.map(\.name) == ["id", "none", "multi", "ssv", "pipes", "header"])
        #expect(parameters.map(\.style) == [.simple, .form, .form, .spaceDelimited, .pipeDelimited, .simple])
        #expect(parameters.map(\.explode) == [false, false, true, false, false, false])
        #expect(parameters.map(\.isRequired) == [true, false, false, false, false, true])
        guard case .schema(let schema?, _) = parameters[5].content else {
            Issue.record("no schema")
            return
        }
        #expect(document.schemas[schema].types == .integer)
        #expect(document.schemas[schema].format == "int32")
    }

    @Test(
        "a collection format that the place doesn't allow is treated as csv, with a warning",
        arguments: ["multi", "xsv"]
    )
    func collectionFormat(name: String) throws {
        let read = try ReadDocument(
            """
            swagger: '2.0'
            info: {title: T, version: '1'}
            paths:
              /a:
                get:
                  parameters: [{name: h, in: header, type: array, items: {type: string}, collectionFormat: \(name)}]
                  \(Self.answer)
            """
        )
        #expect(read.document?.operations[0].parameters.map(\.style) == [.simple])
        #expect(read.printed.count == 1)
        #expect(
            read.printed.allSatisfy {
                $0.contains(":6:96: warning: \"\(name)\" is not a collectionFormat of this place; it is treated as csv")
                    && !$0.contains("did you mean `\(name)`?")
            })
    }

    @Test("a body parameter becomes a request body with the content types that the operation consumes")
    func body() throws {
        let document = try read(
            """
            consumes: [application/json]
            produces: [application/json, text/plain]
            paths:
              /a:
                post: {parameters: [{name: b, in: body, required: true, schema: {$ref: '#/definitions/B'}}], \(Self.answer)}
                put: {consumes: [text/plain], parameters: [{name: b, in: body, schema: {type: string}}], \(Self.answer)}
            definitions: {B: {type: object, properties: {n: {type: string, x-nullable: true}}}}
            """
        )
        let bodies = document.operations.compactMap(\.operation.requestBody)
        #expect(bodies.map(\.isRequired) == [true, false])
        #expect(bodies.map { $0.content.map(\.contentType) } == [["application/json"], ["text/plain"]])
        let answers = document.operations[0].operation.responses[0].response.content
        #expect(answers.map(\.contentType) == ["application/json", "text/plain"])
        let b = try #require(document.schemas.named.first { $0.names[0] == "B" })
        #expect(document.schemas[document.schemas[b.id].properties[0].value].isNullable)
    }

    @Test("a file in a response is never JSON, whatever produces says")
    func files() throws {
        for (produces, types) in [
            ("[]", ["application/octet-stream"]), ("[application/json]", ["*/*"]),
            ("[application/pdf, application/json]", ["application/pdf"]),
        ] as [(String, [SpecText])] {
            let document = try read(
                """
                produces: \(produces)
                paths: {/a: {get: {responses: {'200': {description: d, schema: {type: file}}}}}}
                """
            )
            #expect(document.operations[0].operation.responses[0].response.content.map(\.contentType) == types)
        }
    }

    @Test("the collectionFormat of arrays within an array is reported")
    func nestedArrays() throws {
        let items = "items: {type: array, items: {type: integer}, collectionFormat: pipes}"
        let read = try ReadDocument(
            """
            swagger: '2.0'
            info: {title: T, version: '1'}
            paths: {/a: {get: {parameters: [{name: p, in: query, type: array, \(items)}], \(Self.answer)}}}
            """
        )
        #expect(read.diagnostics.map(\.message) == [.nestedCollectionFormat], "\(read.printed)")
    }

    @Test("form parameters become one form, with files a multipart one")
    func forms() throws {
        let document = try read(
            """
            paths:
              /a:
                post:
                  parameters: [{name: n, in: formData, required: true, type: string}, {name: l, in: formData, type: array, items: {type: string}}]
                  \(Self.answer)
                put:
                  parameters: [{name: f, in: formData, type: file}]
                  \(Self.answer)
            """
        )
        let bodies = document.operations.compactMap(\.operation.requestBody)
        #expect(
            bodies.map { $0.content.map(\.contentType) } == [
                ["application/x-www-form-urlencoded"], ["multipart/form-data"],
            ]
        )
        let schema = document.schemas[try #require(bodies[0].content[0].schema)]
        #expect(schema.properties.map(\.name) == ["n", "l"])
        #expect(schema.required == ["n"])
        #expect(bodies[0].content[0].encoding.map(\.name) == ["l"])
        let file = document.schemas[try #require(bodies[1].content[0].schema)]
        #expect(document.schemas[file.properties[0].value].format == "binary")
    }

    @Test("security definitions become security schemes")
    func security() throws {
        let document = try read(
            """
            paths: {}
            securityDefinitions:
              basic: {type: basic}
              key: {type: apiKey, name: k, in: query}
              oauth: {type: oauth2, flow: application, tokenUrl: 'https://t.example', scopes: {a: b}}
            """
        )
        #expect(document.securitySchemes.map(\.name) == ["basic", "key", "oauth"])
        guard case .http("basic") = document.securitySchemes[0].value.kind,
            case .apiKey("k", .query) = document.securitySchemes[1].value.kind,
            case .oauth2(let flows) = document.securitySchemes[2].value.kind
        else {
            Issue.record("other kinds")
            return
        }
        #expect(flows.map(\.tokenURL) == ["https://t.example"])
    }

    @Test("each construct that is not supported causes a warning at its position")
    func warnings() throws {
        let document = MarkedText(
            """
            swagger: '2.0'
            info: {title: T, version: '1'}
            host: h.example
            schemes: [1️⃣ws, https]
            securityDefinitions:
              cookie: {type: apiKey, name: X, in: 2️⃣cookie}
              body: {type: apiKey, name: X, in: 3️⃣body}
              flow: {type: oauth2, flow: 4️⃣weird, scopes: {}}
            paths:
              /a:
                post:
                  parameters:
                    - {name: q, in: query, type: string, 5️⃣bogus: 1}
                    - {name: b, in: body, schema: {type: string}, 6️⃣type: string}
                    - 7️⃣{name: c, in: body, schema: {type: string}}
                    - 8️⃣{name: f, in: formData, type: string}
                  responses: {'200': {description: d, headers: {H: {type: string, 9️⃣bogus: 1}}}}
            """
        )
        let read = try ReadDocument(document.text)
        let places = ["1️⃣", "2️⃣", "3️⃣", "4️⃣", "5️⃣", "6️⃣", "7️⃣", "8️⃣", "9️⃣"].map { document[$0] }
        #expect(read.diagnostics.allSatisfy { $0.severity == .warning })
        #expect(Set(read.diagnostics.map { $0.location?.position }) == Set(places), "\(read.printed)")
        let resolved = try #require(read.document)
        #expect(resolved.servers.map(\.url) == ["https://h.example"])
        #expect(resolved.securitySchemes.map(\.name) == ["cookie", "flow"])
        #expect(resolved.operations[0].operation.requestBody?.content.map(\.contentType) == ["application/json"])
    }

    @Test("a file outside of forms is reported, and sent as text", arguments: ["query", "header"])
    func misplacedFile(place: String) throws {
        let document = MarkedText(
            """
            swagger: '2.0'
            info: {title: T, version: '1'}
            paths: {/a: {post: {parameters: [{name: f, in: \(place), type: 1️⃣file}], \(Self.answer)}}}
            """
        )
        let read = try ReadDocument(document.text)
        #expect(read.diagnostics.map(\.message) == [.misplacedFile], "\(read.printed)")
        #expect(read.diagnostics.first?.location?.position == document["1️⃣"])
        #expect(read.document?.operations[0].parameters.count == 1)
    }

    @Test("a path item behind two references is found")
    func paths() throws {
        let document = try read(
            "paths: {/a: {$ref: '#/x-one'}}\nx-one: {$ref: '#/x-two'}\nx-two: {get: {\(Self.answer)}}"
        )
        #expect(document.operations.map { $0.path.text } == ["/a"])
    }

    @Test("x-nullable beside a reference applies, also in 3.0", arguments: ["swagger: '2.0'", "openapi: 3.0.3"])
    func nullableReference(version: String) throws {
        let isSwagger = version.hasPrefix("swagger")
        let prefix = isSwagger ? "#/definitions" : "#/components/schemas"
        let schemas = "{B: {type: object}, A: {properties: {b: {$ref: '\(prefix)/B', x-nullable: true}}}}"
        let read = try ReadDocument(
            "\(version)\ninfo: {title: T, version: '1'}\npaths: {}\n"
                + (isSwagger ? "definitions: \(schemas)" : "components: {schemas: \(schemas)}")
        )
        #expect(read.diagnostics.isEmpty, "\(read.printed)")
        let property = try #require(read.schema("A")?.properties.first)
        #expect(read.document?.schemas[property.value].isNullable == true)
    }
}
