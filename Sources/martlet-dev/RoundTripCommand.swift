import Foundation
import MartletGenerator
import MartletModel
import MartletSource

/// `martlet-dev round-trip SPEC PROGRAM`: compiles the client of a document into a program that decodes and encodes values.
///
/// Each input line has fields separated by tabs: the name of a component schema, or the JSON pointer to a schema in an
/// operation, and a JSON value. The program prints `+` and the encoded value, or `-` and the error. Two more fields,
/// the path to a property as a JSON array of keys and a new value, make the program change the property before it
/// encodes the value; it prints `!` if there is no such property.
enum RoundTripCommand {
    /// - Returns: Whether the program is there.
    static func run(_ spec: String, _ program: String) throws -> Bool {
        let document = CorpusDocument(path: spec)
        let diagnostics = DiagnosticCollector()
        let files = try document.generate(diagnostics)
        guard !diagnostics.hasErrors else {
            print("\(spec): refused")
            return false
        }
        let compiler = Compiler()
        try compiler.add(files)
        let client = try client(of: document)
        let changes = RoundTripChanges(client?.declarations ?? []).source
        try compiler.add("RoundTrip.swift", Data((source(try types(of: document, client)) + changes).utf8))
        let errors = try compiler.errors(["-parse-as-library", "-o", program] + Compiler.runtimeObjects())
        if !errors.isEmpty { print(errors.prefix(20).joined(separator: "\n")) }
        return errors.isEmpty
    }

    private static func client(of document: CorpusDocument) throws -> Client? {
        Generator.client(
            try SourceFile.reading(document.path),
            document.configuration,
            files: ConfinedFiles(besides: document.path),
            diagnostics: DiagnosticCollector()
        )
    }

    /// The types of schemas, by the names of component schemas and the pointers to schemas in operations.
    private static func types(
        of document: CorpusDocument, _ client: Client?
    ) throws -> [(name: SpecText, type: String)] {
        let root = try DocumentReader.read(SourceFile.reading(document.path), diagnostics: DiagnosticCollector())
        let declarations = Dictionary(
            (client?.declarations ?? []).map { ($0.location, TypeReference.named($0.name).code()) },
            uniquingKeysWith: { first, _ in first }
        )
        let components = [root["components"]?["schemas"], root["definitions"]].compactMap(\.self).flatMap(\.entries)
        let operations: [(Node?, SpecText)] = [
            (root["paths"], "#/paths"), (root["components"]?["responses"], "#/components/responses"),
            (root["components"]?["requestBodies"], "#/components/requestBodies"),
        ]
        let named =
            components.map { ($0.keyText, $0.value) }
            + operations.flatMap { node, pointer in node.map { inline(in: $0, pointer) } ?? [] }
        return named.compactMap { name, schema in declarations[schema.location].map { (name, $0) } }
    }

    /// The schemas of bodies and responses, with the JSON pointers to them.
    private static func inline(in node: Node, _ pointer: SpecText) -> [(name: SpecText, schema: Node)] {
        node.entries.flatMap { entry in
            let token = entry.keyText.replacing("~", with: "~0").replacing("/", with: "~1")
            let path: SpecText = "\(pointer)/\(token)"
            return entry.keyText == "schema" ? [(path, entry.value)] : inline(in: entry.value, path)
        }
    }

    private static func source(_ types: [(name: SpecText, type: String)]) -> String {
        """
        import Foundation

        @main
        enum RoundTrip {
            static let decoder = JSONDecoder()
            static let encoder = JSONEncoder()

            struct Unchanged: Error {}

            static func encoded<Value: Codable>(_ type: Value.Type, _ fields: [Data]) throws -> Data {
                var value = try decoder.decode(type, from: fields[0])
                if fields.count > 2 {
                    let path = try decoder.decode([String].self, from: fields[1])
                    guard try set(&value, path[...], fields[2]) else { throw Unchanged() }
                }
                return try encoder.encode(value)
            }

            static func encoded(_ name: String, _ json: [Data]) throws -> Data? {
                switch name {
        \(types.map { "        case \(SwiftLiteral.string($0.name)): try encoded(\($0.type).self, json)\n" }.joined())
                default: nil
                }
            }

            static func main() {
                while let line = readLine() {
                    let parts = line.split(separator: "\\t")
                    var answer = "?"
                    do {
                        let json = try encoded(String(parts[0]), parts.dropFirst().map { Data($0.utf8) })
                        if let json { answer = "+" + String(decoding: json, as: UTF8.self) }
                    } catch is Unchanged {
                        answer = "!"
                    } catch {
                        answer = "-" + "\\(error)".replacingOccurrences(of: "\\n", with: " ")
                    }
                    FileHandle.standardOutput.write(Data((answer + "\\n").utf8))
                }
            }
        }

        """
    }
}
