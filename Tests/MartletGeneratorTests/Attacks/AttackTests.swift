import Foundation
import MartletGenerator
import MartletSource
import MartletTestSupport
import Testing

@Suite("Hostile documents, G1 to G96")
struct AttackTests {
    @Test("a document does no harm, and its content is kept or rejected", arguments: texts + names + reading + meaning)
    func attack(attack: Attack) throws {
        let generation = try Generation(attack.document)
        let isRefused = attack.says.contains { $0.hasPrefix("!") }
        #expect(generation.files.isEmpty == isRefused, "\(generation.printed)")
        for text in attack.says {
            let isFound = generation.diagnostics.contains { diagnostic in
                (text == "!" || diagnostic.description.contains(text.drop { $0 == "!" }))
                    && (!text.hasPrefix("!") || diagnostic.severity == .error)
            }
            #expect(isFound, "\(text): \(generation.printed)")
        }
        if attack.says.isEmpty { #expect(!generation.diagnostics.contains { $0.severity == .error }) }
        let files = generation.files.filter { $0.path.hasSuffix(".swift") }.map {
            String(decoding: $0.contents, as: UTF8.self)
        }
        for text in attack.has { #expect(files.contains { $0.utf8.contains(text) }, "\(text)") }
        for text in attack.lacks { #expect(!files.contains { $0.utf8.contains(text) }, "\(text)") }
        for file in generation.files where file.path.hasSuffix(".swift") {
            let code = String(decoding: file.contents, as: UTF8.self).withoutCommentsAndLiterals
            #expect(!code.contains("pwn("), "\(file.path) has code of the document")
            #expect(file.path.utf8.allSatisfy { $0 > 0x20 && $0 != UInt8(ascii: "\\") } && !file.path.contains(".."))
        }
        // No two files of a module have the same name, and no name has a meaning for Swift or SwiftPM.
        let names = generation.files.map(\.path).filter { $0.hasSuffix(".swift") }.map {
            $0.split(separator: "/").last?.lowercased() ?? ""
        }
        #expect(Set(names).count == names.count)
        let paths = generation.files.map(\.path)
        #expect(!paths.contains { $0 == "Package.swift" || $0.split(separator: "/").last == "main.swift" })
    }

    @Test("G53: nesting is limited, in every construct")
    func nesting() throws {
        let texts = [
            String(repeating: "[", count: 100_000), String(repeating: "{a: ", count: 100_000),
            String(repeating: "- ", count: 50_000),
            (0..<3000).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
        ]
        for text in texts {
            let generation = try Generation(text)
            #expect(generation.files.isEmpty)
            #expect(generation.printed.count == 1 && generation.printed[0].contains("nested more than 128 levels deep"))
        }
    }

    @Test("G96: the order of keys, comments and formatting do not change types")
    func order() throws {
        let one = Attack(
            96, .schemas("A: {type: object, properties: {b: {type: string}, a: {type: integer}}}\nB: {type: string}"))
        let other = Attack(
            96,
            .schemas(
                "B: {type: string}\nA: {properties: {b: {type: string}, a: {type: integer}}, type: object} # comment"))
        let generations = try [one, other].map { try Generation($0.document) }
        #expect(generations[0].text(of: "Models/A.swift") == generations[1].text(of: "Models/A.swift"))
        #expect(Set(generations[0].files.map(\.path)) == Set(generations[1].files.map(\.path)))
    }

    /// The other cases, which need a disk, a process or a server: each with the words of the test that has it.
    static let elsewhere: [(number: Int, file: String, words: String)] = [
        (36, "MartletGeneratorTests/OutputFolderTests", "a link is replaced, and its target is not touched"),
        (
            37, "MartletGeneratorTests/OutputFolderTests",
            "obsolete files are removed with their empty folders; other files stay"
        ),
        (38, "Writer/run", "Kills `martlet generate` at each of its system calls"),
        (39, "MartletGeneratorTests/OutputFolderTests", "a failed write leaves nothing behind"),
        (41, "MartletTests/MartletTests+Attacks", "G41"),
        (45, "MartletGeneratorTests/ConfinedFilesTests", "link"),
        (46, "MartletTests/MartletTests+Attacks", "G46"),
        (
            63, "MartletSourceTests/YAMLReaderTests",
            "a byte order mark is not part of the document, and UTF-16 with one is read"
        ),
        (70, "MartletTests/MartletTests+Attacks", "G70"),
        (71, "MartletTests/MartletTests+Attacks", "G71"),
        (72, "MartletSourceTests/LimitTests", "a document longer than the limit is not read at all"),
        (74, "MartletTests/MartletTests+Attacks", "G74"),
        (75, "MartletSourceTests/JSONReaderTests", "nodes have positions, also on long lines with multibyte text"),
        (76, "MartletSourceTests/YAMLReaderTests", "the same faulty document read many times gives the same error"),
        (82, "SchemasAPITests/SchemaCodingTests", "unrecognized"),
        (85, "MartletGeneratorTests/GeneratorTests", "brackets are nested only a few levels"),
        (88, "MartletRuntimeTests/DateTimeTests", "a date-time is parsed and written unchanged"),
        (89, "LaunchDarklyAPITests/ResponseTests", "9007199254740993"),
        (94, "MartletTests/MartletTests+Attacks", "G94"),
        (95, "Isolation/run", "with other locales, time zones and environments, write the same bytes"),
    ]

    @Test("each case has a test")
    func completeness() throws {
        let tests = Repository.root.appendingPathComponent("Tests")
        for (number, file, words) in Self.elsewhere {
            let path = tests.appendingPathComponent(file).path
            let text =
                try FileManager.default.fileExists(atPath: path)
                ? String(contentsOfFile: path, encoding: .utf8)
                : String(contentsOfFile: "\(path).swift", encoding: .utf8)
            #expect(text.contains(words), "G\(number): \(words)")
        }
        let numbers =
            (Self.texts + Self.names + Self.reading + Self.meaning).map(\.number) + Self.elsewhere.map(\.number) + [
                53, 96,
            ]
        #expect(Set(numbers) == Set(1...96))
    }
}

extension String.UTF8View {
    /// Whether the text contains these bytes: `Character`s can combine scalars of different lines.
    fileprivate func contains(_ text: String) -> Bool { Data(self).range(of: Data(text.utf8)) != nil || text.isEmpty }
}

extension String {
    /// Generated code without its comments, which fill lines, and its literals, which have no line breaks.
    fileprivate var withoutCommentsAndLiterals: String {
        split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
            var code = ""
            var isLiteral = false
            var isEscaped = false
            let scalars = Array(line.unicodeScalars)
            for (index, scalar) in scalars.enumerated() {
                if isLiteral {
                    if !isEscaped, scalar == "\"" { isLiteral = false }
                    isEscaped = !isEscaped && scalar == "\\"
                } else if scalar == "/", index + 1 < scalars.count, scalars[index + 1] == "/" {
                    break
                } else {
                    isLiteral = scalar == "\""
                    code.unicodeScalars.append(scalar)
                }
            }
            return code
        }.joined(separator: "\n")
    }
}
