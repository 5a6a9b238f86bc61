import MartletModel
import MartletSource
import Testing

extension SchemaLoweringTests {
    /// A schema, and the message of the only warning; `nil` for none.
    static let warnings: [(schema: String, message: Diagnostic.Message?)] = [
        ("{type: integer, format: int32, enum: [1, 3000000000]}", .valueBeyondType("3000000000")),
        ("{type: number, enum: [1, 1.0]}", .repeatedMember("1.0")),
        ("{type: number, enum: [1, 1e400]}", .valueWithoutLiteral("1e400")),
        ("{allOf: [{enum: [x]}, {enum: [y]}]}", .disjointEnumerations),
        ("{allOf: [{enum: [x, y]}, {enum: [y]}]}", nil), ("{allOf: [{const: x}, {const: y}]}", .impossibleConstant),
        ("{properties: {b: {type: integer, format: int32, default: 99999999999}}}", .unfitDefault),
        ("{properties: {b: {type: integer, default: '10'}}}", .unfitDefault),
        ("{properties: {b: {type: string, enum: [x], default: y}}}", .unfitDefault),
        ("{properties: {b: {type: number, const: 1e400}}}", .unfitDefault),
        (
            "{properties: {b: {type: number, format: decimal, default: 0.123456789012345678901234567890123456789}}}",
            .unfitDefault
        ),
        ("{properties: {b: {type: integer, default: 1.5}}}", .unfitDefault),
        ("{properties: {b: {type: integer, default: .inf}}}", .unfitDefault),
        ("{properties: {b: {type: string, format: date, default: 2026-02-30}}}", .unfitDefault),
        ("{properties: {b: {type: string, format: date-time, default: '2026-11-24T24:00:00Z'}}}", .unfitDefault),
        ("{properties: {b: {type: string, format: byte, default: a}}}", .unfitDefault),
        (
            "{required: [b], properties: {b: {type: string, format: date-time, default: '2026-11-24T08:47:00.5Z'}}}",
            .unstatedDefault
        ),
        ("{properties: {b: {type: string, format: date-time, default: '2026-11-24T08:47:00.5Z'}}}", nil),
        ("{required: [b], properties: {b: {default: {a: 99999999999999999999}}}}", .unstatedDefault),
        ("{required: [b], properties: {b: {default: [0.1, 1e2, -0]}}}", nil),
        ("{required: [b], properties: {b: {default: {e\u{301}: 1, \u{E9}: 2}}}}", .unstatedDefault),
        (
            "{required: [b], properties: {b: {additionalProperties: {type: integer}, default: {e\u{301}: 1, \u{E9}: 2}}}}",
            .unstatedDefault
        ),
        ("{properties: {b: {type: integer, default: 1e3}}}", nil),
        ("{properties: {b: {type: integer, const: 1.0}}}", nil),
        ("{type: integer, format: int32, maximum: 4294967295}", .limitBeyondFormat("int32")),
        ("{type: number, format: float, minimum: -1e39}", .limitBeyondFormat("float")),
        ("{type: integer, format: int64, maximum: 9223372036854776000}", nil),
        ("{properties: {b: {type: number, default: 9007199254740993}}}", .unfitDefault),
        ("{properties: {b: {type: number, format: float, default: 16777217}}}", .unfitDefault),
        ("{properties: {b: {type: number, default: 1e23}}}", nil),
        ("{properties: {b: {type: number, format: float, default: 1e39}}}", .unfitDefault),
        ("{properties: {b: {type: array, items: {type: number, format: float}, default: [1e39]}}}", .unfitDefault),
        ("{properties: {b: {type: number, format: float, default: 1e-50}}}", .unfitDefault),
        ("{properties: {b: {type: number, default: 1e-400}}}", .unfitDefault),
        ("{properties: {b: {type: number, default: 0e5}}}", nil),
        ("{type: number, enum: [1, 1e-400]}", .valueWithoutLiteral("1e-400")),
        ("{type: number, enum: [1, .nan]}", .valueWithoutLiteral(".nan")),
        ("{type: number, enum: [1, 0.5, 100000000000000000000]}", nil),
        ("{type: number, enum: [1, 0.5, 100000000000000000001]}", .valueWithoutLiteral("100000000000000000001")),
        ("{required: [b], properties: {b: {type: [string, 'null'], format: date-time, default: null}}}", nil),
        ("{properties: {b: {type: number, default: 0.1}}}", nil),
        ("{type: integer, format: date-time}", .misplacedFormat("date-time")),
        ("{type: integer, format: odd}", .unknownFormat("odd")),
        ("{properties: {b: {type: integer, default: 0x10}}}", nil),
        ("{properties: {b: {type: string, default: null}}}", nil),
        ("{properties: {b: {type: integer, const: 18446744073709551615}}}", nil),
        ("{properties: {b: {type: array, items: {enum: [x]}, default: [x]}}}", nil),
    ]

    @Test("values that fit no type are reported", arguments: warnings.indices)
    func warning(index: Int) throws {
        let row = Self.warnings[index]
        let lowered = try LoweredClient(schemas: "A: \(row.schema)")
        #expect(lowered.diagnostics.map(\.message.text) == (row.message.map { [$0.text] } ?? []))
    }
}
