import MartletOpenAPI
import MartletSource
import MartletTestSupport
import Testing

@Suite("Media types")
struct MediaTypeNameTests {
    static let valid = [
        "application/json", "application/json;charset=utf-8", "application/json ; charset=\"utf-8\"", "text/*", "*/*",
        "application/vnd.example.v2+json", "application/json; type=collection;", "multipart/form-data; boundary=a_b",
        " text/csv ", "text/x; a=\"b, \\\\\\\"c\"; d=e",
    ]

    static let invalid = [
        "", "text/", "/csv", "text/csv x", "text/csv,", "text/a/b", "text/csv; a", "text/csv; a=",
        "text/csv; a=\\\"b", "text/csv; a = b", "text/csv, text/html", "text/csv\\u00E9", "text/csv\\n\\tfunc pwn() {}",
        "application/json\\r\\nX-Injected: y", "text/csv; a=\\\"b\\nc\\\"", "text/csv\\u2028", "text/csv\\u000B",
        "text/csv\\u000C", "text/csv\\u0085", "text/csv\\u001B[2J\\u001B]52;c;aGk=\\u0007", "text/csv\\0",
    ]

    /// Each place for a media type in a document, with `TYPE` for the media type in quotes.
    static let places = [
        document("requestBody: {content: {1️⃣TYPE: {}}}, responses: {'204': {description: d}}"),
        document("responses: {'200': {description: d, content: {1️⃣TYPE: {}}}}"),
        document("responses: {'200': {description: d, content: {1️⃣TYPE: }}}"),
        document("responses: {'204': {description: d, headers: {A: {content: {1️⃣TYPE: {}}}}}}"),
        document(
            "parameters: [{name: q, in: query, content: {1️⃣TYPE: {}}}], responses: {'204': {description: d}}"
        ),
        document(
            """
            requestBody: {content: {multipart/form-data: {schema: {type: object, properties: {a: {type: string}}}, \
            encoding: {a: {contentType: 1️⃣TYPE}}}}}, responses: {'204': {description: d}}
            """
        ),
        swagger("produces: [1️⃣TYPE]", "responses: {'200': {description: d, schema: {}}}"),
        swagger("consumes: [text/plain, 1️⃣TYPE]", "responses: {'200': {description: d, schema: {}}}"),
        swagger("", "consumes: [1️⃣TYPE], responses: {'200': {description: d, schema: {}}}"),
        swagger("", "produces: [1️⃣TYPE], responses: {'200': {description: d, schema: {}}}"),
    ]

    private static func document(_ operation: String) -> String {
        "openapi: 3.0.3\ninfo: {title: T, version: '1'}\npaths:\n  /a:\n    post: {\(operation)}"
    }

    private static func swagger(_ field: String, _ operation: String) -> String {
        "swagger: '2.0'\ninfo: {title: T, version: '1'}\n\(field)\npaths:\n  /a:\n    post: {\(operation)}"
    }

    @Test("a media type with parameters and a range are accepted, in every field", arguments: places.indices)
    func accepted(place: Int) throws {
        for type in Self.valid {
            let text = MarkedText(Self.places[place].replacing("TYPE", with: "'\(type)'")).text
            #expect(try ReadDocument(text).printed == [], "\(type)")
        }
    }

    @Test("a text that is not a media type is an error at its position, in every field", arguments: places.indices)
    func refused(place: Int) throws {
        for type in Self.invalid where !(type.contains(", ") && Self.places[place].contains("contentType")) {
            let document = MarkedText(Self.places[place].replacing("TYPE", with: "\"\(type)\""))
            let diagnostics = try ReadDocument(document.text).diagnostics
            #expect(diagnostics.count == 1 && diagnostics[0].severity == .error, "\(type): \(diagnostics)")
            #expect(diagnostics.first?.location?.position == document["1️⃣"])
            #expect(diagnostics.first?.description.contains("is not a media type") == true)
        }
    }

    @Test("the content type of a part is a list; commas in quoted parameters don't end an element")
    func list() throws {
        let text = Self.document(
            """
            requestBody: {content: {multipart/form-data: {schema: {type: object, properties: {a: {type: string}}}, \
            encoding: {a: {contentType: 'image/*,text/csv; a="b, c" , image/png'}}}}}, responses: {'204': {description: d}}
            """
        )
        let read = try ReadDocument(text)
        #expect(read.printed == [])
        let body = try #require(read.document?.operations.first?.operation.requestBody)
        #expect(body.content[0].encoding[0].value.contentTypes == ["image/*", "text/csv; a=\"b, c\"", "image/png"])
    }

    @Test("a name without a slash is left out with a warning, in every field", arguments: places.indices)
    func incomplete(place: Int) throws {
        let document = MarkedText(Self.places[place].replacing("TYPE", with: "json"))
        let diagnostics = try ReadDocument(document.text).diagnostics
        #expect(diagnostics.map(\.message) == [.incompleteMediaType("json")])
        #expect(diagnostics.map(\.severity) == [.warning])
        #expect(diagnostics.first?.location?.position == document["1️⃣"])
    }

    @Test("an invalid media type is left out of the content, and the others are kept")
    func leftOut() throws {
        let text = Self.document(
            "responses: {'200': {description: d, content: {json: {}, text/csv: {}}}}")
        let responses = try #require(try ReadDocument(text).document?.operations.first?.operation.responses)
        #expect(responses[0].response.content.map(\.contentType) == ["text/csv"])
    }
}
