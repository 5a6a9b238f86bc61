import MartletModel
import MartletSource
import Testing

@Suite("Small documents with very large meaning")
struct LimitTests {
    private static func reference(_ name: String) -> String { "{$ref: '#/components/schemas/\(name)'}" }

    /// Schemas of which each takes over the one before, and has a property.
    private static func chain(_ links: Int, property: (Int) -> String) -> [String] {
        ["A0: {type: object, properties: {\(property(0)): {type: string}}}"]
            + (1...links).map {
                "A\($0): {allOf: [\(reference("A\($0 - 1)")), {type: object, properties: {\(property($0)): {type: string}}}]}"
            }
    }

    @Test("too many properties through a chain of allOf are an error")
    func properties() throws {
        let chain = Self.chain(250) { "p\($0)" }
        let generation = try Generation(Generation.document(schemas: chain.joined(separator: "\n")))
        let errors = generation.diagnostics.filter { $0.severity == .error }
        #expect(errors.map(\.message) == [.tooManyProperties(20_000 + 10 * 251)])
        // The sum of 1 to 212 is the first one beyond the limit.
        #expect(errors.first?.location?.position == Position(line: 217, column: 57))
        #expect(generation.files.isEmpty)
        let half = Generation.document(schemas: chain.prefix(125).joined(separator: "\n"))
        #expect(try Generation(half).diagnostics.isEmpty)
    }

    @Test("too many schemas through a chain of allOf are an error, even if they all have the same property")
    func members() throws {
        let chain = Self.chain(600) { _ in "p" }
        let generation = try Generation(Generation.document(schemas: chain.joined(separator: "\n")))
        let errors = generation.diagnostics.filter { $0.severity == .error }
        // Four schemas a link: itself, its members, and the property.
        #expect(errors.map(\.message) == [.tooManyMembers(100_000 + 10 * (2 + 4 * 600))])
        #expect(generation.files.isEmpty)
        let half = Generation.document(schemas: chain.prefix(300).joined(separator: "\n"))
        #expect(try Generation(half).diagnostics.isEmpty)
    }

    @Test("alternatives with very many properties are distinguished only by required ones, with a warning")
    func alternatives() throws {
        func document(_ count: Int, _ isNested: Bool) -> String {
            let members = (0..<count).map { number in
                let object = "{type: object, properties: {x: {type: string}, q\(number): {type: string}}}"
                return isNested ? "{type: object, properties: {s: \(object)}}" : object
            }
            return Generation.document(schemas: "A:\n  oneOf: [\(members.joined(separator: ", "))]")
        }
        for (isNested, label) in [(false, "foreign:"), (true, "foreignInside:")] {
            let large = try Generation(document(250, isNested))
            let limits = large.diagnostics.filter { $0.message.rule == .limit }
            #expect(limits.map(\.message) == [.untoldAlternatives(20_000)])
            #expect(limits.first?.location?.position == Position(line: 7, column: 7))
            #expect(large.text(of: "Models/A.swift")?.contains(label) == false)
            #expect(try Generation(document(100, isNested)).text(of: "Models/A.swift")?.contains(label) == true)
        }
    }

    @Test("a long default that each use of its schema would repeat is left out")
    func defaults() throws {
        func document(_ length: Int) -> String {
            let text = String(repeating: "x", count: length)
            return Generation.document(
                schemas: """
                    D: {type: string, default: \(text)}
                    A: {type: object, required: [a], properties: {a: \(Self.reference("D"))}}
                    """)
        }
        let long = try Generation(document(17_000))
        #expect(long.diagnostics.map(\.message) == [.longDefault(16_384)])
        #expect(long.diagnostics.first?.location?.position == Position(line: 6, column: 32))
        #expect(long.text(of: "Models/A.swift")?.contains("xxxx") == false)
        #expect(try Generation(document(16_000)).text(of: "Models/A.swift")?.contains("xxxx") == true)
    }
}
