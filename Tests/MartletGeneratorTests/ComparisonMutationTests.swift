import Foundation
import MartletGenerator
import MartletModel
import MartletSource
import MartletTemplates
import MartletTestSupport
import Testing

@Suite("Comparison of randomly changed documents")
struct ComparisonMutationTests {
    /// Documents with their numbers of changes. `MARTLET_MUTATIONS` multiplies the numbers, and `MARTLET_SEED` takes other
    /// changes.
    private static let documents = [("", 60), ("petstore", 20), ("operations", 12), ("schemas", 12)]

    @Test("every change of the generated files is reported", arguments: documents)
    func mentioned(name: String, count: Int) throws {
        let environment = ProcessInfo.processInfo.environment
        let factor = environment["MARTLET_MUTATIONS"].flatMap { Int($0) } ?? 1
        var random = SplitMix(state: environment["MARTLET_SEED"].flatMap { UInt64($0) } ?? 7)
        let original = try Mutation.value(of: source(name))
        let before = try #require(try files(original))
        let templates = try ClientTemplates.builtIn(overriddenBy: nil)
        var compared = 0
        for _ in 0..<count * factor {
            var mutation = Mutation(original, &random)
            mutation.apply()
            guard let after = try files(mutation.value, templates) else { continue }
            let changed = Set(before.keys).union(after.keys).filter {
                before[$0] != after[$0] && $0 != ".martlet.summary"
            }
            let diagnostics = DiagnosticCollector()
            let report = Generator.changes(
                from: try input(original), to: try input(mutation.value), diagnostics: diagnostics)
            guard let report else {
                Issue.record("\(mutation.note): \(diagnostics.diagnostics)")
                continue
            }
            compared += 1
            let subjects = Set(report.changes.map { $0.subject.prefix { $0 != "." } })
            let own = report.changes.filter { $0.text.text != "its files change with what it uses" }
            if !changed.isEmpty { #expect(!own.isEmpty, "\(mutation.note): \(changed.sorted())") }
            for path in changed where path.hasSuffix(".swift") {
                let file = path.split(separator: "/").last?.prefix { $0 != "." } ?? ""
                let subject = file == "TestClientMethods" ? "TestClient" : file
                // A file can be gone because its methods have moved to another one.
                let hasMoved = own.contains { $0.text.text.hasPrefix("the method was \(subject).") }
                #expect(subjects.contains(subject) || hasMoved, "\(mutation.note): \(path), \(report.text)")
            }
        }
        #expect(compared > count * factor / 3)
    }

    private func source(_ name: String) throws -> SourceFile {
        if name.isEmpty { return SourceFile(path: "api.yaml", bytes: Array(ComparisonTests.document.utf8)) }
        return try SourceFile.reading(Repository.root.appendingPathComponent("Specs/\(name)/openapi.yaml").path)
    }

    private func input(_ value: Any) throws -> Generator.Input {
        let bytes = try JSONSerialization.data(withJSONObject: value, options: [.sortedKeys])
        return .init(SourceFile(path: "api.json", bytes: Array(bytes)), try configuration(), MemoryFiles())
    }

    private func configuration() throws -> Configuration {
        Configuration(spec: "api.json", module: try #require(Identifier("TestAPI")))
    }

    /// The contents of the files by their paths; `nil` if the document has an error.
    private func files(_ value: Any, _ templates: ClientTemplates? = nil) throws -> [String: [UInt8]]? {
        let bytes = try JSONSerialization.data(withJSONObject: value, options: [.sortedKeys])
        let diagnostics = DiagnosticCollector()
        let files = Generator.run(
            SourceFile(path: "api.json", bytes: Array(bytes)),
            try configuration(),
            files: MemoryFiles(),
            templates: try templates ?? ClientTemplates.builtIn(overriddenBy: nil),
            diagnostics: diagnostics
        )
        if diagnostics.hasErrors { return nil }
        return Dictionary(files.map { ($0.path, $0.contents) }, uniquingKeysWith: { first, _ in first })
    }
}

/// Random numbers that are the same in each run (Steele, Lea and Flood, 2014).
private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}

/// A random change of one place in a document.
private struct Mutation {
    private(set) var value: Any
    private(set) var note = ""
    private var path: [Step] = []
    private let choice: UInt64
    private let other: Any?

    private enum Step {
        case key(String), index(Int)
    }

    static func value(of source: SourceFile) throws -> Any {
        let node = try DocumentReader.read(source, diagnostics: DiagnosticCollector())
        return try JSONSerialization.jsonObject(with: Data(EditableNode(node).json.utf8))
    }

    init(_ value: Any, _ random: inout SplitMix) {
        self.value = value
        path = Self.paths(in: value).randomElement(using: &random) ?? []
        choice = random.next()
        // The value of the same key somewhere else.
        let last = path.last
        let others = Self.paths(in: value).filter { other in
            if case .key(let name) = last, case .key(name) = other.last { true } else { false }
        }
        other = others.randomElement(using: &random).flatMap { Self.value(at: $0[...], in: value) }
    }

    mutating func apply() {
        let old = Self.value(at: path[...], in: value)
        let new = replacement(of: old)
        note =
            "\(path.map { if case .key(let key) = $0 { key } else if case .index(let index) = $0 { "\(index)" } else { "" } }.joined(separator: "/")): \(old ?? "nil") -> \(new ?? "nothing")"
        value = Self.replacing(path[...], in: value, with: new)
    }

    /// - Returns: `nil` to remove the value.
    private func replacement(of old: Any?) -> Any? {
        switch old {
        case let number as NSNumber where CFBoolean(number): return !number.boolValue
        case let number as NSNumber: return choice % 4 == 0 ? nil : number.intValue + 1
        case let text as String:
            let words = [
                "string", "integer", "number", "boolean", "array", "object", "int32", "int64", "uuid", "date-time",
                "query",
                "header", "path", "get", "post",
            ]
            return switch choice % 5 {
            case 0: nil
            case 1: words[Int(choice / 5 % UInt64(words.count))]
            case 2: other
            default: "\(text)x"
            }
        case var list as [Any]:
            switch choice % 4 {
            case 0: return nil
            case 1: list.reverse()
            case 2: return other
            default: if !list.isEmpty { list.removeLast() }
            }
            return list
        case var object as [String: Any]:
            let additions: [(String, Any)] = [
                ("deprecated", true), ("description", "new"), ("nullable", true), ("format", "uuid"), ("maxLength", 5),
                ("minimum", 1), ("readOnly", true), ("writeOnly", true), ("enum", ["a", "b"]), ("type", "string"),
                ("title", "New"), ("required", true), ("required", ["name", "id"]), ("example", "a"), ("default", 1),
                ("additionalProperties", ["type": "string"]), ("uniqueItems", true), ("explode", false),
                ("allOf", [Any]()),
                ("operationId", "newName"), ("tags", ["pet"]), ("summary", "new"), ("security", [Any]()),
                ("x-nullable", true), ("const", "a"),
            ]
            switch choice % 4 {
            case 0: return nil
            case 1: return other
            default:
                let (key, value) = additions[Int(choice / 4 % UInt64(additions.count))]
                object[key] = value
            }
            return object
        default: return other
        }
    }

    private func CFBoolean(_ number: NSNumber) -> Bool { String(cString: number.objCType) == "c" }

    private static func paths(in value: Any) -> [[Step]] {
        switch value {
        case let list as [Any]:
            list.enumerated().flatMap { index, value in
                [[.index(index)]] + paths(in: value).map { [.index(index)] + $0 }
            }
        case let object as [String: Any]:
            object.sorted { $0.key < $1.key }.flatMap { key, value in
                [[.key(key)]] + paths(in: value).map { [.key(key)] + $0 }
            }
        default: []
        }
    }

    private static func value(at path: ArraySlice<Step>, in value: Any) -> Any? {
        switch path.first {
        case nil: value
        case .key(let key)?: (value as? [String: Any])?[key].flatMap { Self.value(at: path.dropFirst(), in: $0) }
        case .index(let index)?: (value as? [Any]).flatMap { Self.value(at: path.dropFirst(), in: $0[index]) }
        }
    }

    private static func replacing(_ path: ArraySlice<Step>, in value: Any, with new: Any?) -> Any {
        let rest = path.dropFirst()
        switch path.first {
        case .key(let key)?:
            var object = value as? [String: Any] ?? [:]
            object[key] = rest.isEmpty ? new : object[key].map { replacing(rest, in: $0, with: new) }
            return object
        case .index(let index)?:
            var list = value as? [Any] ?? []
            if rest.isEmpty {
                if let new { list[index] = new } else { list.remove(at: index) }
            } else {
                list[index] = replacing(rest, in: list[index], with: new)
            }
            return list
        case nil: return new ?? value
        }
    }
}
