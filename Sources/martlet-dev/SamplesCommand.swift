import Foundation
import MartletGenerator
import MartletModel
import MartletSource

/// `martlet-dev samples SPEC...`: compiles the client of each document, and decodes and encodes the document's examples
/// with it.
struct SamplesCommand {
    private let document: CorpusDocument

    init(_ path: String) { document = CorpusDocument(path: path) }

    /// - Returns: Whether all examples that fit their schemas are unchanged after decoding and encoding.
    func run() throws -> Bool {
        let diagnostics = DiagnosticCollector()
        let files = try document.generate(diagnostics)
        let samples = Generator.samples(
            try SourceFile.reading(document.path),
            document.configuration,
            files: ConfinedFiles(besides: document.path),
            diagnostics: diagnostics
        )
        guard !diagnostics.hasErrors else {
            print("\(document.path): refused")
            return false
        }
        let fitting = samples.filter { $0.problem == nil }.map(\.sample)
        print("\(document.path): \(samples.count) examples, \(fitting.count) fit their schemas")
        if fitting.isEmpty { return true }
        let compiler = Compiler()
        try compiler.add(files)
        for (number, part) in stride(from: 0, to: fitting.count, by: 100).enumerated() {
            let text = Self.program(fitting[part..<min(part + 100, fitting.count)], number)
            try compiler.add("Samples\(number).swift", Data(text.utf8))
        }
        try compiler.add("Samples.swift", Data(Self.main(parts: (fitting.count + 99) / 100).utf8))
        let program = compiler.folder.appendingPathComponent("samples").path
        let errors = try compiler.errors(["-parse-as-library", "-o", program] + Compiler.runtimeObjects())
        guard errors.isEmpty else {
            print(errors.prefix(20).joined(separator: "\n"))
            return false
        }
        let (status, text) = try compiler.run([program])
        print(text, terminator: "")
        return status == 0
    }

    private static func program(_ samples: ArraySlice<Sample>, _ number: Int) -> String {
        let calls = samples.map { sample in
            let type = sample.type.code() + (sample.isNullable ? "?" : "")
            let place = SwiftLiteral.string(SpecText("\(sample.value.location.line):\(sample.value.location.column)"))
            return
                "    samples.check((\(type)).self, \(SwiftLiteral.string(SpecText(sample.value.json))), at: \(place))\n"
        }
        return "func check\(number)(_ samples: inout Samples) {\n\(calls.joined())}\n"
    }

    private static func main(parts: Int) -> String {
        """
        import Foundation

        struct Samples {
            var passed = 0
            var failed = 0

            mutating func check<Value: Codable>(_ type: Value.Type, _ json: String, at place: String) {
                do {
                    let value = try JSONDecoder().decode(type, from: Data(json.utf8))
                    let encoder = JSONEncoder()
                    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
                    let encoded = try encoder.encode(value)
                    let before = try JSONDecoder().decode(JSONValue.self, from: Data(json.utf8))
                    if try JSONDecoder().decode(JSONValue.self, from: encoded) == before {
                        passed += 1
                        return
                    }
                    print("\\(place): \\(type): \\(json) became \\(String(decoding: encoded, as: UTF8.self))")
                } catch {
                    print("\\(place): \\(type): \\(json): \\(error)")
                }
                failed += 1
            }

            // Models write UUIDs in small letters; alone, they are coded by Foundation, which does not.
            mutating func check(_ type: UUID.Type, _ json: String, at place: String) {
                check(String.self, json, at: place)
            }
        }

        @main
        enum Program {
            static func main() {
                var samples = Samples()
        \((0..<parts).map { "        check\($0)(&samples)\n" }.joined())
                print("\\(samples.passed) came out as they went in, \\(samples.failed) did not")
                exit(samples.failed == 0 ? 0 : 1)
            }
        }

        """
    }
}

extension Node {
    /// The value as JSON.
    fileprivate var json: String {
        switch scalar {
        case .null: "null"
        case .bool(let value): value ? "true" : "false"
        case .integer(let text), .number(let text): text.raw(for: .digits)
        case .string(let text): JSONText.string(text.raw(for: .literal))
        case nil where kind == .sequence: "[\(elements.map(\.json).joined(separator: ","))]"
        case nil:
            "{"
                + entries.map { JSONText.string($0.keyText.raw(for: .literal)) + ":" + $0.value.json }.joined(
                    separator: ",")
                + "}"
        }
    }
}
