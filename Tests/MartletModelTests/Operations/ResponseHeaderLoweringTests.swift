import MartletModel
import MartletSource
import Testing

@Suite("Headers of responses become properties")
struct ResponseHeaderLoweringTests {
    /// Responses with headers, with the expected properties.
    typealias Row = (responses: String, outline: [String])

    static let rows: [Row] = [
        (
            "'200': {description: d, headers: {X-Rate-Limit: {schema: {type: integer}}}}",
            ["xRateLimit: int64 X-Rate-Limit"]
        ),
        (
            "'200': {description: d, headers: {X-Tags: {schema: {type: array, items: {type: string}}}}}",
            ["xTags: [string] X-Tags"]
        ),
        ("'200': {description: d, headers: {A: {explode: true, schema: <Thing>}}}", ["a: Thing A exploded"]),
        (
            "'200': {description: d, headers: {A: {content: {application/json: {schema: <Thing>}}}}}",
            ["a: Thing A json"]
        ),
        ("'200': {description: d, headers: {A: {content: {text/plain: {}}}}}", ["a: string A"]),
        ("'200': {description: d, headers: {A: {schema: {}}}}", ["a: json A"]),
        // Headers of failures count too, in every spelling; one with different types has a property for each.
        (
            "'200': {description: d, headers: {X-A: {schema: {type: integer}}}}, "
                + "'404': {description: d, headers: {x-a: {schema: {type: integer}}, B: {schema: {type: string}}}}",
            ["xA: int64 X-A", "b: string B"]
        ),
        (
            "'200': {description: d, headers: {A: {schema: {type: integer}}}}, "
                + "'404': {description: d, headers: {A: {schema: {type: boolean}}}}",
            ["a: int64 A", "aAsBoolean: boolean A"]
        ),
        (
            "'200': {description: d, headers: {X-A: {schema: {type: integer}}, X_A: {schema: {type: integer}}}}",
            ["xA: int64 X-A", "x_a: int64 X_A"]
        ),
        // It is stated elsewhere (OpenAPI 3.0.3, section 4.7.17.1), and `headers` is the property for all of them.
        ("'200': {description: d, headers: {Content-Type: {schema: {type: string}}}}", []),
        ("'200': {description: d, headers: {headers: {schema: {type: string}}}}", ["headers2: string headers"]),
        ("'200': {description: d}", []),
    ]

    @Test("a header has the type that all its responses give it", arguments: rows.indices)
    func header(index: Int) throws {
        let row = Self.rows[index]
        let operation = try LoweredOperation("responses: {\(row.responses)}")
        let properties = operation.lowered.client.responseHeaders?.properties ?? []
        #expect(properties.map(\.outline) == row.outline)
        #expect(operation.printed.allSatisfy { $0.contains(" is called ") }, "\(operation.printed)")
    }

    @Test("the type of all headers gives way to a model with its name, and is omitted without headers")
    func type() throws {
        let answer = "responses: {'200': {description: d, headers: {A: {schema: {type: string}}}}}"
        let paths = "{/a: {get: {\(answer)}}}"
        let model = "ResponseHeaders: {type: object, properties: {n: {}}}"
        #expect(
            try LoweredClient(schemas: "A: {}", paths: paths).client.responseHeaders?.name.text == "ResponseHeaders"
        )
        #expect(try LoweredClient(schemas: model, paths: paths).client.responseHeaders?.name.text == "ResponseHeaders2")
        #expect(try LoweredClient(schemas: model).client.responseHeaders == nil)
    }
}

extension ResponseHeaders.Property {
    /// `xColor: Color X-Color json`
    fileprivate var outline: String {
        "\(name.text): \(type.outline) \(header.unencoded)\(isJSON ? " json" : "")\(explode ? " exploded" : "")"
    }
}
