import MartletModel
import MartletSource
import MartletTestSupport
import Testing

@Suite("Examples")
struct SampleTests {
    /// A schema with an example whose fault is at 1️⃣, with the expected message.
    static let faults: [(String, Diagnostic.Message)] = [
        ("{type: string, example: 1️⃣1}", .exampleMismatch("a string")),
        ("{type: integer, example: 1️⃣'1'}", .exampleMismatch("an integer")),
        ("{type: integer, format: int32, example: 1️⃣2147483648}", .exampleMismatch("32 bits")),
        ("{type: boolean, example: 1️⃣'true'}", .exampleMismatch("true or false")),
        ("{type: number, example: 1️⃣x}", .exampleMismatch("a number")),
        ("{type: string, format: date, example: 1️⃣yesterday}", .exampleMismatch("a date")),
        ("{type: string, format: date-time, example: 1️⃣'2026-11-24T08:47:00'}", .exampleMismatch("a date and time")),
        ("{type: string, format: uuid, example: 1️⃣x}", .exampleMismatch("a UUID")),
        ("{type: string, format: byte, example: 1️⃣x}", .exampleMismatch("base 64")),
        ("{type: string, enum: [a], example: 1️⃣b}", .exampleNotListed),
        ("{type: array, items: {type: string}, example: [a, 1️⃣1]}", .exampleMismatch("a string")),
        ("{type: array, example: 1️⃣{}}", .exampleMismatch("an array")),
        ("{type: object, example: 1️⃣[]}", .exampleMismatch("an object")),
        ("{required: [b], properties: {b: {}}, example: 1️⃣{}}", .exampleLacks("b")),
        ("{properties: {b: {}}, example: {1️⃣c: 1}}", .exampleHasMore("c")),
        ("{oneOf: [{type: string}, {type: integer}], example: 1️⃣true}", .exampleFitsNone),
        ("{oneOf: [{properties: {b: {}}}, {properties: {d: {}}}], example: {1️⃣c: 1}}", .exampleHasMore("c")),
        ("{prefixItems: [{type: string}], minItems: 1, example: 1️⃣[]}", .exampleTooShort(1)),
        ("{prefixItems: [{type: string}], maxItems: 1, example: 1️⃣[a, b]}", .exampleTooLong),
        ("{type: string, example: 1️⃣null}", .exampleMismatch("a string")),
    ]

    @Test("an invalid example is reported at its position", arguments: faults.indices)
    func fault(index: Int) throws {
        let (schema, message) = Self.faults[index]
        let document = MarkedText(
            "openapi: 3.1.0\ninfo: {title: T, version: '1'}\ncomponents: {schemas: {A: \(schema)}}"
        )
        let problems = try LoweredClient(document.text).samples.compactMap(\.problem)
        #expect(problems.map(\.message) == [message])
        #expect(problems.map { $0.location?.position } == [document["1️⃣"]])
    }

    @Test(
        "a valid example is accepted",
        arguments: [
            "{type: [string, 'null'], example: null}", "{example: {any: [thing]}}", "{type: number, example: 1}",
            "{type: string, format: date-time, examples: ['2026-11-24T08:47:00.1Z', '2026-11-24t08:47:00+01:00']}",
            "{properties: {b: {}}, additionalProperties: {type: integer}, example: {c: 1}}",
            "{oneOf: [{type: string}, {type: integer}], example: 1}",
            "{allOf: [{properties: {a: {}}}, {properties: {b: {}}}], example: {a: 1, b: 2}}",
            "{properties: {a: {readOnly: true}, b: {writeOnly: true}}, example: {a: 1, b: 2}}",
            "{type: integer, example: 1.0}",
            "{oneOf: [{type: string, enum: [none]}, {type: string}, {type: integer}], example: '365'}",
            "{oneOf: [{type: string, enum: [none]}, {type: string, pattern: x}], example: x}",
        ]
    )
    func fit(schema: String) throws {
        let samples = try LoweredClient(schemas: "A: \(schema)").samples
        #expect(!samples.isEmpty && samples.allSatisfy { $0.problem == nil })
    }

    @Test(
        "an example of a body may not contain properties of the other direction",
        arguments: [("readOnly", true), ("writeOnly", false)]
    )
    func direction(keyword: String, isOfResponses: Bool) throws {
        let content = "content: {application/json: {schema: <A>, example: {a: 1}}}"
        let operation = try LoweredOperation(
            "requestBody: {\(content)}\nresponses: {'200': {description: d, \(content)}}"
                .replacing("<A>", with: "{properties: {a: {\(keyword): true, type: integer}}}")
        )
        let problems = operation.lowered.samples.map { $0.problem?.message }
        #expect(problems == (isOfResponses ? [.exampleOneWay("a"), nil] : [nil, .exampleOneWay("a")]))
    }
}
