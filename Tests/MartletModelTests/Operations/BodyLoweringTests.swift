import MartletModel
import MartletOpenAPI
import MartletSource
import MartletTestSupport
import Testing

@Suite("Bodies become arguments")
struct BodyLoweringTests {
    /// The `content` of a body, with the expected arguments.
    typealias Row = (content: String, arguments: [String])

    private func lowered(_ content: String, isRequired: Bool = true) throws -> LoweredOperation {
        try LoweredOperation(
            """
            requestBody: {required: \(isRequired), content: {\(content)}}
            responses: {'204': {description: d}}
            """
        )
    }

    private func check(_ rows: [Row], at index: Int) throws {
        let operation = try lowered(rows[index].content)
        #expect(operation.arguments == rows[index].arguments)
        #expect(operation.printed.isEmpty, "\(operation.printed)")
    }

    static let single: [Row] = [
        ("application/json: {schema: <Thing>}", ["thing: Thing body json application/json"]),
        ("application/json: {schema: <Things>}", ["thing: [Thing] body json application/json"]),
        (
            "application/json: {schema: {type: array, items: <Thing>}}",
            ["thing: [Thing] body json application/json"]
        ),
        ("application/json: {schema: {type: string}}", ["body: string body json application/json"]),
        ("application/json: {}", ["body: json body json application/json"]),
        (
            "application/json: {schema: {properties: {a: {type: string}}}}",
            ["body: SendBody body json application/json"]
        ),
        (
            "application/merge-patch+json; charset=utf-8: {schema: <Thing>}",
            ["thing: Thing body json application/merge-patch+json; charset=utf-8"]
        ),
        ("APPLICATION/JSON: {schema: <Thing>}", ["thing: Thing body json APPLICATION/JSON"]),
        (
            "application/x-www-form-urlencoded: {schema: <Thing>}",
            ["thing: Thing body form application/x-www-form-urlencoded"]
        ),
        (
            "application/x-www-form-urlencoded: {}", ["body: json body form application/x-www-form-urlencoded"]
        ),
        // A form without properties is text, which the caller creates.
        (
            "application/x-www-form-urlencoded: {schema: {type: string}}",
            ["body: string body text application/x-www-form-urlencoded"]
        ),
        ("multipart/form-data: {schema: <Upload>}", ["upload: Upload body multipart multipart/form-data"]),
        // The caller creates the parts of a form without properties.
        ("multipart/form-data: {}", ["body: parts body multipart multipart/form-data"]),
        ("multipart/form-data: {schema: {type: object}}", ["body: parts body multipart multipart/form-data"]),
        (
            "multipart/mixed: {schema: {type: array, items: {type: string}}}",
            ["body: parts body multipart multipart/mixed"]
        ),
        ("application/octet-stream: {}", ["body: body body bytes application/octet-stream"]),
        (
            "application/octet-stream: {schema: {type: string, format: binary}}",
            ["body: body body bytes application/octet-stream"]
        ),
        ("image/png: {}", ["body: body body bytes image/png"]),
        ("text/plain: {schema: {type: string}}", ["body: string body text text/plain"]),
        ("application/xml: {schema: {type: string}}", ["body: string body text application/xml"]),
        ("application/jsonl: {itemSchema: <Thing>}", ["body: [Thing] body sequence application/jsonl"]),
        ("application/x-ndjson: {schema: <Things>}", ["body: [Thing] body sequence application/x-ndjson"]),
        ("application/json-seq: {itemSchema: <Thing>}", ["body: [Thing] body sequence application/json-seq"]),
        ("'*/*': {schema: <Thing>}", ["thing: Thing body json */*"]),
        ("", []),
    ]

    @Test("a body with one content type is one argument, named after its schema", arguments: single.indices)
    func one(index: Int) throws { try check(Self.single, at: index) }

    static let same: [Row] = [
        (
            "application/json: {schema: <Thing>}, application/x-www-form-urlencoded: {schema: <Thing>}",
            ["thing: Thing body json application/json"]
        ),
        (
            "application/x-www-form-urlencoded: {schema: <Thing>}, application/json: {schema: <Thing>}",
            ["thing: Thing body json application/json"]
        ),
        (
            "application/json: {schema: <Thing>}, multipart/form-data: {schema: <Thing>}",
            ["thing: Thing body json application/json"]
        ),
        (
            "application/json: {schema: <Upload>}, multipart/form-data: {schema: <Upload>}",
            ["upload: Upload body multipart multipart/form-data"]
        ),
        (
            "application/xml: {schema: <Thing>}, application/json: {schema: <Thing>}",
            ["thing: Thing body json application/json"]
        ),
        (
            "application/json: {schema: <Thing>}, application/vnd.a+json: {schema: <Thing>}",
            ["thing: Thing body json application/json"]
        ),
        (
            "application/json-patch+json: {schema: {type: array, items: <Thing>}}, "
                + "application/json: {schema: {type: array, items: <Thing>}}, "
                + "text/json: {schema: {type: array, items: <Thing>}}",
            ["thing: [Thing] body json application/json"]
        ),
        (
            "text/json: {schema: {additionalProperties: <Thing>}}, "
                + "application/json: {schema: {additionalProperties: <Thing>}}",
            ["body: [String: Thing] body json application/json"]
        ),
        (
            "application/json-patch+json: {schema: <Thing>}, text/json: {schema: <Thing>}, "
                + "application/json: {schema: <Thing>}, application/*+json: {schema: <Thing>}",
            ["thing: Thing body json application/json"]
        ),
    ]

    @Test("content types with one schema share an argument, in the most general form", arguments: same.indices)
    func sameSchema(index: Int) throws { try check(Self.same, at: index) }

    static let free: [Row] = [
        (
            "image/png: {}, image/jpeg: {}",
            ["body: body body bytes image/png, image/jpeg", "contentType: string? = image/png content type"]
        ),
        ("'*/*': {}", ["body: body body bytes */*", "contentType: string? = application/octet-stream content type"]),
        (
            "image/*: {}, image/png: {}",
            ["body: body body bytes image/*, image/png", "contentType: string? = image/png content type"]
        ),
        ("image/*: {}", ["body: body body bytes image/*", "contentType: string content type"]),
        (
            "image/*: {schema: {type: string}}",
            ["body: string body text image/*", "contentType: string content type"]
        ),
        (
            "text/*: {schema: {type: string}}",
            ["body: string body text text/*", "contentType: string? = text/plain content type"]
        ),
        (
            "text/csv: {schema: {type: string}}, text/plain: {schema: {type: string}}",
            ["body: string body text text/csv, text/plain", "contentType: string? = text/csv content type"]
        ),
    ]

    @Test(
        "the caller passes the content type of bytes and text if the document leaves a choice", arguments: free.indices)
    func contentType(index: Int) throws { try check(Self.free, at: index) }

    static let choices: [Row] = [
        (
            "application/json: {schema: <Thing>}, application/x-www-form-urlencoded: {schema: <Other>}",
            [
                "body: SendBody body { json(Thing) application/json, "
                    + "form(form Other) application/x-www-form-urlencoded }"
            ]
        ),
        (
            "application/json-patch+json: {schema: <Thing>}, application/merge-patch+json: {schema: <Thing>}",
            [
                "body: SendBody body { jsonPatch(Thing) application/json-patch+json, "
                    + "mergePatch(Thing) application/merge-patch+json }"
            ]
        ),
        (
            "application/json: {schema: <Thing>}, application/vnd.acme+json: {schema: <Other>}",
            [
                "body: SendBody body { json(Thing) application/json, vndAcme(Other) application/vnd.acme+json }"
            ]
        ),
        (
            "application/json: {schema: <Thing>}, application/octet-stream: {}, text/plain: {schema: {type: string}}",
            [
                "body: SendBody body { json(Thing) application/json, data(bytes body) application/octet-stream, "
                    + "text(text string) text/plain }"
            ]
        ),
        (
            "multipart/form-data: {schema: <Upload>}, application/json: {schema: {properties: {url: {type: string}}}}",
            [
                "body: SendBody body { multipart(multipart Upload) multipart/form-data, "
                    + "json(SendJSONBody) application/json }"
            ]
        ),
    ]

    @Test("content types with different schemas become an enum", arguments: choices.indices)
    func choice(index: Int) throws { try check(Self.choices, at: index) }

    @Test("an optional body is an optional argument after the required ones")
    func optional() throws {
        let operation = try LoweredOperation(
            """
            parameters: [{name: q, in: query, required: true, schema: {type: string}}]
            requestBody: {content: {application/json: {schema: <Thing>}}}
            responses: {'204': {description: d}}
            """
        )
        #expect(operation.arguments == ["q: string query q form*", "thing: Thing? body json application/json"])
        let choice = try lowered("application/json: {schema: <Thing>}, text/plain: {}", isRequired: false)
        #expect(try choice.method.arguments.map(\.isRequired) == [false])
    }

    @Test("a model that would need XML is text, with a diagnostic")
    func xml() throws {
        let operation = try lowered("application/xml: {schema: <Thing>}")
        #expect(operation.arguments == ["body: string body text application/xml"])
        #expect(operation.printed.count == 1)
        #expect(operation.printed.first?.contains(#"a model can't be encoded as "application/xml""#) == true)
    }

    // MARK: - Forms

    static let encodings: [(type: String, encoding: String, outline: [String])] = [
        ("application/x-www-form-urlencoded", "{title: {style: form}}", []),
        ("application/x-www-form-urlencoded", "{title: {explode: true}}", []),
        ("application/x-www-form-urlencoded", "{title: {explode: false}}", ["title: form"]),
        ("application/x-www-form-urlencoded", "{title: {style: pipeDelimited}}", ["title: pipeDelimited"]),
        ("application/x-www-form-urlencoded", "{title: {style: deepObject}}", ["title: deepObject*"]),
        ("application/x-www-form-urlencoded", "{title: {allowReserved: true}}", ["title: form* reserved"]),
        ("application/x-www-form-urlencoded", "{title: {contentType: application/json}}", ["title: application/json"]),
        ("multipart/form-data", "{title: {style: form}}", ["title: form*"]),
        ("multipart/form-data", "{file: {contentType: 'image/png, image/jpeg'}}", ["file: image/png"]),
        ("multipart/form-data", "{file: {contentType: 'image/*, image/gif'}}", ["file: image/gif"]),
        ("multipart/form-data", "{file: {contentType: 'image/*'}}", ["file: as usual"]),
        ("multipart/form-data", "{title: {}}", []),
        (
            "multipart/form-data", "{title: {headers: {X-Kind: {schema: {type: string, const: note}}}}}",
            [#"title: as usual ["X-Kind: note"]"#]
        ),
        (
            "multipart/form-data", "{title: {headers: {X-Kind: {schema: {type: string, default: note}}}}}",
            [#"title: as usual ["X-Kind: note"]"#]
        ),
        (
            "multipart/form-data",
            "{title: {contentType: text/html, headers: {Content-Type: {schema: {const: text/css}}}}}",
            ["title: text/html"]
        ),
        // What the header of a file is, its `HTTPBody.File` says.
        ("multipart/form-data", "{file: {headers: {X-Size: {schema: {type: integer}}}}}", []),
    ]

    @Test("form properties are encoded as their encoding object says", arguments: encodings.indices)
    func encoding(index: Int) throws {
        let row = Self.encodings[index]
        let operation = try lowered("\(row.type): {schema: <Upload>, encoding: \(row.encoding)}")
        guard case .body(let content) = try operation.method.arguments[0].place else {
            Issue.record("no body")
            return
        }
        #expect(content.encoding.map(\.outline) == row.outline)
        #expect(operation.printed.isEmpty, "\(operation.printed)")
    }

    @Test("a part header without a fixed value is left out, with a diagnostic")
    func partHeader() throws {
        let operation = try lowered(
            "multipart/form-data: {schema: <Upload>, encoding: {title: {headers: {X-A: {schema: {type: string}}}}}}"
        )
        #expect(operation.printed.count == 1)
        #expect(operation.printed.first?.contains(#"the header "X-A" of the part "title""#) == true)
    }

    static let files: [(property: String, encoding: String, type: String)] = [
        ("{type: string, format: binary}", "{}", "file"),
        ("{type: array, items: {type: string, format: binary}}", "{}", "[file]"),
        ("{type: string, contentMediaType: image/png}", "{}", "file"),
        // Since OpenAPI 3.1 bytes have no type (3.1.1, section 4.4.2).
        ("{contentMediaType: image/png}", "{}", "file"), ("{}", "{contentType: image/png}", "file"),
        ("{type: array, items: {}}", "{contentType: image/png}", "[file]"),
        ("{type: string}", "{contentType: application/octet-stream}", "file"),
        ("{type: string}", "{contentType: text/csv}", "string"), ("{type: string, format: byte}", "{}", "data"),
        ("{type: string, contentEncoding: base64}", "{}", "data"), ("{type: string}", "{}", "string"),
    ]

    @Test("a form property with unencoded bytes is a file", arguments: files.indices)
    func file(index: Int) throws {
        let row = Self.files[index]
        let operation = try lowered(
            "multipart/form-data: {schema: {properties: {p: \(row.property)}}, encoding: {p: \(row.encoding)}}"
        )
        #expect(operation.lowered.outlines["SendBody"] == "struct SendBody { p: \(row.type)? }")
    }

    // MARK: - Methods without a body

    /// A document with the place of its body marked.
    private static func document(_ method: String, _ schema: String) -> MarkedText {
        MarkedText(
            """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths:
              /a:
                \(method):
                  requestBody:
                    1️⃣content: {application/json: {schema: \(schema)}}
                  responses: {'204': {description: d}}
            """
        )
    }

    @Test("the body of a GET, HEAD or TRACE request is left out, with a diagnostic")
    func withoutMeaning() throws {
        for method in ["get", "head", "trace"] {
            let document = Self.document(method, "{type: string}")
            let lowered = try LoweredClient(document.text)
            #expect(lowered.client.apis[0].methods[0].arguments.isEmpty)
            let position = try #require(document["1️⃣"])
            let name = method.uppercased()
            #expect(
                lowered.printed == [
                    "api.yaml:\(position): warning: "
                        + "the body of a \(name) request has no defined meaning; it is left out"
                ]
            )
        }
    }

    @Test("an empty object as the body of a GET request is left out silently")
    func emptyBody() throws {
        let lowered = try LoweredClient(Self.document("get", "{type: object, additionalProperties: false}").text)
        #expect(lowered.client.apis[0].methods[0].arguments.isEmpty)
        #expect(lowered.printed.isEmpty)
    }

    @Test("other methods have bodies", arguments: ["put", "post", "delete", "options", "patch", "query"])
    func withBody(method: String) throws {
        let operation = try LoweredOperation(
            """
            requestBody: {required: true, content: {application/json: {schema: <Thing>}}}
            responses: {'204': {description: d}}
            """,
            method: method
        )
        #expect(operation.arguments == ["thing: Thing body json application/json"])
        #expect(operation.printed.isEmpty, "\(operation.printed)")
    }

    @Test("Swagger 2.0: a body parameter, a form, and a form with files")
    func swagger() throws {
        let lowered = try LoweredClient(
            """
            swagger: '2.0'
            info: {title: T, version: '1'}
            paths:
              /json:
                post:
                  parameters: [{name: thing, in: body, required: true, schema: {$ref: '#/definitions/Thing'}}]
                  responses: {'204': {description: d}}
              /form:
                post:
                  parameters:
                    - {name: a, in: formData, type: string}
                    - {name: l, in: formData, type: array, items: {type: string}}
                  responses: {'204': {description: d}}
              /files:
                post:
                  parameters: [{name: f, in: formData, required: true, type: file}]
                  responses: {'204': {description: d}}
            definitions: {Thing: {type: object, properties: {n: {type: integer}}}}
            """
        )
        #expect(
            lowered.client.apis[0].methods.flatMap(\.arguments).map(\.outline) == [
                "thing: Thing body json application/json",
                "body: PostFormBody? body form application/x-www-form-urlencoded",
                "body: PostFilesBody body multipart multipart/form-data",
            ]
        )
        #expect(lowered.outlines["PostFilesBody"] == "struct PostFilesBody { f: file }")
        #expect(lowered.printed.isEmpty, "\(lowered.printed)")
    }
}
