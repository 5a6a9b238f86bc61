import Foundation
import Testing

@testable import MartletRuntime
@testable import MartletSupport

/// RFC 6901, JSON Pointer; RFC 6902, JSON Patch.
@Suite("Steps of a JSON Patch")
struct PatchStepTests {
    typealias Step = JSONPatch.Step<Model>

    static let steps: [(step: Step, json: String)] = [
        (.replace(\.name, "n"), #"{"op":"replace","path":"/name","value":"n"}"#),
        (.add(\.tags.end, "t"), #"{"op":"add","path":"/tags/-","value":"t"}"#),
        (.add(\.tags[0], "t"), #"{"op":"add","path":"/tags/0","value":"t"}"#),
        (.remove(\.tags[10]), #"{"op":"remove","path":"/tags/10"}"#),
        (.test(\.tags, []), #"{"op":"test","path":"/tags","value":[]}"#),
        (.replace(\.links["self"].name, "n"), #"{"op":"replace","path":"/_links/self/name","value":"n"}"#),
        (.remove(\.parts[1].parts[2].tags[3]), #"{"op":"remove","path":"/parts/1/parts/2/tags/3"}"#),
        (.move(from: \.tags[1], to: \.tags.end), #"{"from":"/tags/1","op":"move","path":"/tags/-"}"#),
        (
            .copy(from: \.links["a/b"], to: \.links["c~d"]),
            #"{"from":"/_links/a~1b","op":"copy","path":"/_links/c~0d"}"#
        ),
        // Null is a value, and no value is none.
        (.replace(\.note, .null), #"{"op":"replace","path":"/note","value":null}"#),
        (.replace(\.note, .value("x")), #"{"op":"replace","path":"/note","value":"x"}"#),
        // The names of properties are escaped as well.
        (.remove(\.odd), #"{"op":"remove","path":"/a~1b~0c"}"#),
    ]

    @Test("each step is written according to RFC 6902", arguments: steps.indices)
    func step(index: Int) throws {
        let row = Self.steps[index]
        #expect(String(decoding: try JSONEncoder.martlet.encode(row.step), as: UTF8.self) == row.json)
    }

    /// Keys of a map, with their spelling in a pointer (RFC 6901, sections 3 and 5).
    static let keys: [(key: String, token: String)] = [
        ("a", "a"), ("", ""), ("a/b", "a~1b"), ("m~n", "m~0n"), ("~1", "~01"), ("~0/", "~00~1"), ("c%d", "c%d"),
        (#"k"l"#, #"k"l"#), (" ", " "), ("-", "-"), ("0", "0"), ("é\u{301}/", "é\u{301}~1"), ("~\u{301}", "~0\u{301}"),
        ("/\u{301}", "~1\u{301}"),
    ]

    @Test("keys are escaped in the correct order", arguments: keys.indices)
    func key(index: Int) {
        let row = Self.keys[index]
        let path = Step.remove(\.links[row.key]).path
        #expect(Array(path.utf8) == Array("/_links/\(row.token)".utf8))
    }

    @Test("the description of a step contains its path, not its value")
    func description() {
        let step = Step.replace(\.name, secret)
        #expect(!allTexts(of: step).contains(secret))
        #expect("\(step)".contains("/name"))
    }

    // MARK: - Raw steps

    private struct Raw: Codable, Equatable {
        var op: String
        var path: String
        var value: JSONValue?
    }

    @Test("steps are converted to the document's type, or rejected")
    func raw() throws {
        let raw: [Raw] = try [Step.replace(\.name, "n"), .remove(\.tags[0])].rawSteps()
        #expect(raw == [Raw(op: "replace", path: "/name", value: "n"), Raw(op: "remove", path: "/tags/0")])
        let none: [Raw] = try ([] as [Step]).rawSteps()
        #expect(none.isEmpty)
        struct Strict: Codable {
            var op: String
            var path: String
            var value: String
        }
        let error = #expect(throws: ApiError.self) { let _: [Strict] = try [Step.remove(\.name)].rawSteps() }
        #expect(error?.kind == .invalidRequest)
    }

    @Test("a value that JSON cannot represent is rejected")
    func unwritable() {
        let error = #expect(throws: ApiError.self) { let _: [Raw] = try [Step.add(\.weight, .nan)].rawSteps() }
        #expect(error?.kind == .invalidRequest)
    }
}

extension PatchStepTests {
    /// A model as the generator writes it, as far as patches go.
    struct Model: JSONPatch.Patchable {
        struct PatchKeys: Sendable {
            let name = JSONPatch.Key<String>("name")
            let note = JSONPatch.Key<Nullable<String>>("note")
            let weight = JSONPatch.Key<Double>("weight")
            let tags = JSONPatch.Key<[String]>("tags")
            let parts = JSONPatch.Key<[Model]>("parts")
            let links = JSONPatch.Key<[String: Model]>("_links")
            let odd = JSONPatch.Key<String>("a/b~c")
        }

        static var patchKeys: PatchKeys { PatchKeys() }
    }
}
