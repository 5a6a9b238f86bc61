import Foundation
import MartletRuntime
import Testing

/// Bodies of requests, which the client writes itself, compared with those of `JSONEncoder`.
@Suite("JSON encoding")
struct JSONTextTests {
    /// Values of many types, with synthesized coding.
    private struct Mixed: Codable, Hashable, Sendable {
        var text: String
        var texts: [String?]
        var numbers: [Double]
        var single: Float
        var small: [Int8]
        var large: UInt64
        var decimal: Decimal
        var link: URL?
        var data: Data
        var id: UUID
        var values: [String: JSONValue]
        var byNumber: [Int: Bool]
        var model: Token?
        var nested: [[Token]]
        var note: Nullable<Role>
    }

    /// A type with nested containers that are written alternately.
    private struct Nested: Encodable {
        enum Key: CodingKey { case second, first, list, parent }

        func encode(to encoder: any Encoder) throws {
            var object = encoder.container(keyedBy: Key.self)
            var second = object.nestedContainer(keyedBy: Key.self, forKey: .second)
            var list = object.nestedUnkeyedContainer(forKey: .list)
            try list.encode(1)
            try second.encode("b", forKey: .second)
            try object.encode(Token(id: "t"), forKey: .first)
            try list.encode([Token(id: "u")])
            try second.encode("a", forKey: .first)
            try Token(id: "p").encode(to: object.superEncoder(forKey: .parent))
        }
    }

    /// A type that skips values that it cannot encode.
    private struct Tolerant: Encodable {
        enum Key: CodingKey { case a, b, c }

        func encode(to encoder: any Encoder) throws {
            var object = encoder.container(keyedBy: Key.self)
            try? object.encode([1, .nan], forKey: .b)
            try object.encode(1, forKey: .c)
            try? object.encode(Double.infinity, forKey: .c)
            try? object.encode(["x": Token(id: "", value: .number(.nan))], forKey: .a)
        }
    }

    private static let texts = [
        "", "a", "\"\\/\u{8}\u{9}\u{A}\u{C}\u{D}\0\u{1B}\u{1F}\u{7F}", "\u{2028}\u{FEFF}e\u{301}é", "👩‍👩‍👧", "日本",
        String(repeating: "long ", count: 20) + "\n", "Z", "z", "10", "9", "_a", "A\u{300}", "À", "\u{FF21}",
        // Names whose order changes when they are escaped.
        "the same", "the same!", "the same\"", "the same#", "the same[", "the same\\", "the same]", "the same\u{1}",
    ]

    private static let numbers = [
        0, -0.0, 1, -1.5, 0.1, 1e15, 1e16, 123456789012345680, 1e21, 1e-5, .leastNonzeroMagnitude,
        .greatestFiniteMagnitude, .pi,
    ]

    private func body(_ value: some Encodable) throws -> String {
        String(decoding: try JSONText.encode(value), as: UTF8.self)
    }

    private func expected(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.withoutEscapingSlashes, .sortedKeys]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    private func value(_ random: inout SystemRandomNumberGenerator, depth: Int) -> JSONValue {
        switch Int.random(in: 0..<(depth > 0 ? 9 : 6), using: &random) {
        case 0: .null
        case 1: .bool(.random(using: &random))
        case 2: .integer(.random(in: .min ... .max, using: &random) >> Int64.random(in: 0..<64, using: &random))
        case 3: .number(Self.numbers.randomElement(using: &random) ?? 0)
        case 4: .number(.random(in: -1e6...1e6, using: &random))
        case 5: .string(Self.texts.randomElement(using: &random) ?? "")
        case 6: .array((0..<Int.random(in: 0..<5, using: &random)).map { _ in value(&random, depth: depth - 1) })
        default:
            .object(
                Dictionary(
                    (0..<Int.random(in: 0..<12, using: &random)).map { _ in
                        let names = (0..<Int.random(in: 1...2, using: &random))
                        return (
                            names.map { _ in Self.texts.randomElement(using: &random) ?? "" }.joined(),
                            value(&random, depth: depth - 1)
                        )
                    },
                    uniquingKeysWith: { $1 }
                )
            )
        }
    }

    @Test("every value is encoded to the bytes of JSONEncoder with sorted keys")
    func sameBytes() throws {
        var random = SystemRandomNumberGenerator()
        for round in 0..<300 {
            let value = value(&random, depth: 4)
            #expect(try body(value) == expected(value))
            let text = Self.texts[round % Self.texts.count]
            let token = Token(
                id: text,
                created: .min + Int64(round),
                role: .unrecognized(text),
                tags: Self.texts.shuffled(),
                links: [text: Token(id: "n"), "self": Token(id: "a")],
                value: value
            )
            #expect(try body(token) == expected(token))
            let mixed = Mixed(
                text: text,
                texts: [text, nil],
                numbers: Self.numbers + [.random(in: -1...1)],
                single: .random(in: -1e9...1e9),
                small: [.min, 0, .max],
                large: .max - UInt64(round),
                decimal: Decimal(sign: .minus, exponent: round % 40 - 20, significand: Decimal(round)),
                link: round.isMultiple(of: 2) ? URL(string: "https://example.com/a?b=c/\(round)") : nil,
                data: Data((0..<round).map { UInt8(truncatingIfNeeded: $0 * 7) }),
                id: UUID(),
                values: ["self": value, text: .null],
                byNumber: [round: true],
                model: round.isMultiple(of: 3) ? nil : token,
                nested: [[], [token]],
                note: round.isMultiple(of: 2) ? .null : .value(.reader)
            )
            #expect(try body(mixed) == expected(mixed))
        }
    }

    @Test("types that use encoders in unusual ways are encoded as with JSONEncoder")
    func unusualTypes() throws {
        #expect(try body(Nested()) == expected(Nested()))
        #expect(try body([Tolerant()]) == #"[{"c":1}]"#)
        #expect(try body([String: Int]()) == "{}")
        #expect(try body([Never?]()) == "[]")
    }

    @Test("the error for a number that JSON cannot represent contains its path")
    func failures() throws {
        let token = Token(id: "t", links: ["self": Token(id: "u", value: .array([1, .number(.nan)]))])
        let error = #expect(throws: EncodingError.self) { try body([token]) }
        guard case .invalidValue(_, let context)? = error else { return }
        #expect(context.codingPath.map(\.stringValue) == ["0", "_links", "self", "value", "1"])
    }
}
