import MartletGenerator
import MartletSource
import MartletTestSupport
import Testing

/// What goes into a request or an answer as it is must have the form that HTTP gives it (RFC 9110, section 5.6.2).
@Suite("Grammar of HTTP")
struct GrammarTests {
    static let illegal = ["a b", "a\\r\\nPwn: c", "", "a:b", "\\u00e9", "a\\\"b", "a\\0"]

    /// Documents with `NAME` for a name in quotes, and the message for an invalid one at 1️⃣.
    static let places: [(text: String, message: String)] = [
        (
            operation("responses: {'200': {description: d, headers: {1️⃣NAME: {schema: {type: string}}}}}"),
            "it is left out"
        ),
        (
            operation(
                """
                requestBody: {content: {multipart/form-data: {schema: {type: object, properties: {a: {type: string}}}, \
                encoding: {a: {headers: {1️⃣NAME: {schema: {type: string, const: x}}}}}}}}, responses: {'204': {description: d}}
                """), "it is left out"
        ),
        (
            operation(
                "parameters: [1️⃣{name: NAME, in: header, schema: {type: string}}], responses: {'204': {description: d}}"),
            "the parameter is left out"
        ),
        (
            """
            swagger: '2.0'
            info: {title: T, version: '1'}
            paths:
              /a:
                get: {responses: {'200': {description: d, headers: {1️⃣NAME: {type: string}}}}}
            """, "it is left out"
        ),
        (scheme("{type: http, scheme: NAME}"), "is not a valid name of an authentication scheme"),
        (scheme("{type: apiKey, in: header, name: NAME}"), "is not a valid name of a header"),
        (scheme("{type: apiKey, in: cookie, name: NAME}"), "is not a valid name of a header"),
        (
            """
            openapi: 3.2.0
            info: {title: T, version: '1'}
            paths:
              /a:
                additionalOperations: {1️⃣NAME: {responses: {'204': {description: d}}}}
            """, "is not a valid HTTP method"
        ),
    ]

    private static func operation(_ text: String) -> String {
        "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths:\n  /a:\n    post: {\(text)}"
    }

    private static func scheme(_ text: String) -> String {
        operation("responses: {'204': {description: d}}")
            + "\nsecurity: [{s: []}]\ncomponents: {securitySchemes: {s: 1️⃣\(text)}}"
    }

    @Test("an invalid HTTP token is reported at its position, and is not used", arguments: places.indices)
    func tokens(index: Int) throws {
        let place = Self.places[index]
        for name in Self.illegal {
            let document = MarkedText(place.text.replacing("NAME", with: "\"\(name)\""))
            let generation = try Generation(document.text)
            let found = generation.diagnostics.first { $0.location?.position == document["1️⃣"] }
            // An empty name is missing.
            guard !name.isEmpty || place.message == "it is left out" else { continue }
            #expect(found?.message.text.contains(place.message) == true, "\(name): \(generation.printed)")
            #expect(
                !generation.files.contains {
                    $0.path.hasSuffix(".swift") && String(decoding: $0.contents, as: UTF8.self).contains("Pwn: c")
                })
        }
        let right = try Generation(MarkedText(place.text.replacing("NAME", with: "X-Kite_1")).text)
        #expect(!right.printed.contains { $0.contains("valid") }, "\(right.printed)")
    }
}
