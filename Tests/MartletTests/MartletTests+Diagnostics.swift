import Foundation
import MartletTestSupport
import Testing

extension MartletTests {
    @Test("rules turn warnings off or into errors, and --strict turns warnings into errors")
    func rules() throws {
        let document = Self.document.replacingOccurrences(of: "type: string", with: "type: string, format: feather")
        try folder.write(document, to: "odd.yaml")
        let plain = try martlet("lint", "odd.yaml")
        #expect(plain.status == 0 && plain.errors.hasSuffix("[unknown-format]\n"), "\(plain)")
        #expect(try martlet("lint", "odd.yaml", "--strict").status == 1)
        for (setting, status, severity) in [("off", 0, nil), ("warning", 0, "warning"), ("error", 1, "error")] {
            try folder.write(
                "spec: odd.yaml\nmodule: KitesAPI\noutput: out\nrules: {unknown-format: \(setting)}\n",
                to: "martlet.yaml")
            let lint = try martlet("lint", "--config", "martlet.yaml")
            #expect(
                lint.status == status && lint.errors.contains(": \(severity ?? "none"): ") == (severity != nil),
                "\(lint)")
            let generate = try martlet("generate")
            #expect(generate.status == status && generate.errors == lint.errors, "\(generate)")
        }
        #expect(try martlet("lint", "api.yaml", "--strict").output == "api.yaml: no errors, no warnings\n")
    }

    @Test("diagnostics are sorted by position, whichever stage reports them", arguments: ["text", "json"])
    func order(style: String) throws {
        let schemas =
            "{A: {type: string, enum: [a, a]},\n B: {type: string, shade: 1},\n C: {type: string, enum: [c, c]}}"
        try folder.write(
            "openapi: 3.0.3\ninfo: {title: T, version: '1'}\npaths: {}\ncomponents: {schemas:\n \(schemas)}\n",
            to: "mixed.yaml")
        let lines = try martlet("lint", "mixed.yaml", "--diagnostics", style).errors.split(separator: "\n")
        let places = lines.compactMap { $0.firstMatch(of: #/:(\d+):\d+: warning|"line":(\d+)/#).map { $0.1 ?? $0.2 } }
        #expect(places == ["5", "6", "7"], "\(lines)")
    }

    @Test("the JSON pointer for a missing field leads to the object, not to its first key")
    func pointerToObject() throws {
        let text = """
            openapi: 3.0.3
            info: {title: T, version: "1"}
            paths:
              /a:
                get:
                  operationId: a
            """
        try folder.write(text, to: "lacking.yaml")
        let json = try martlet("lint", "lacking.yaml", "--diagnostics", "json").errors
        #expect(json.contains(##""pointer":"#/paths/~1a/get","##), "\(json)")
    }

    @Test("JSON pointers are printed for documents in a single line, and always in JSON")
    func pointers() throws {
        let long = String(repeating: "d", count: 600)
        try folder.write(
            #"{"openapi": "3.1.0", "info": {"title": "T", "version": "1", "description": "\#(long)"}, "paths": {}, "#
                + #""components": {"schemas": {"a/b": {"properties": {"c": {"type": "text"}}}}}}"#, to: "line.json")
        let pointer = "#/components/schemas/a~1b/properties/c/type"
        #expect(try martlet("lint", "line.json").errors.contains(", at \"\(pointer)\" [wrong-value]\n"))
        let json = try martlet("lint", "line.json", "--diagnostics", "json").errors
        #expect(json.contains(#""pointer":"\#(pointer)","severity":"error","rule":"wrong-value","#), "\(json)")
    }

    @Test("repeated warnings are combined, with at most ten per rule and fifty in all; JSON has all")
    func counts() throws {
        let lines = (1...60).map { "    M\($0): {type: string, format: f\($0), shade\($0 % 2): 1}\n" }.joined()
        try folder.write(
            Self.document.replacingOccurrences(of: "components: ", with: "x: ") + "components:\n  schemas:\n" + lines,
            to: "many.yaml")
        let text = try martlet("lint", "many.yaml").errors.split(separator: "\n")
        #expect(text.count { $0.hasSuffix("it is ignored (and at 29 other places) [unknown-field]") } == 2)
        #expect(text.count { $0.hasSuffix("[unknown-format]") } == 10)
        #expect(text.last == "note: 50 more of [unknown-format]; --diagnostics json prints all", "\(text)")
        let wrong = lines.replacingOccurrences(of: "type: string, format: f", with: "type: t")
        try folder.write(
            Self.document.replacingOccurrences(of: "components: ", with: "x-c: ") + "components:\n  schemas:\n" + wrong,
            to: "wrong.yaml")
        let errors = try martlet("lint", "wrong.yaml").errors.split(separator: "\n")
        #expect(
            errors.count == 51 && errors.last?.hasSuffix("more; --diagnostics json prints all") == true, "\(errors)")
        let json = try martlet("lint", "many.yaml", "--diagnostics", "json").errors.split(separator: "\n")
        #expect(json.count == 121)
    }

    @Test("--check obeys --diagnostics json")
    func checkAsJSON() throws {
        let check = try martlet(
            "generate", "api.yaml", "--module", "M", "--output", "out", "--check", "--diagnostics", "json"
        )
        #expect(check.status == 1 && check.output.contains(#""isCurrent": false"#), "\(check.output)")
        let line =
            #"{"path":"out/Models/Kite.swift","line":1,"column":1,"severity":"error","message":"the file is missing","hint":"generate again"}"#
        #expect(check.errors.contains("\(line)\n"), "\(check.errors)")
    }

    @Test("a schema that loses its name to a setting is reported, as is a name that keeps its spelling")
    func lostNames() throws {
        try folder.write(
            """
            openapi: 3.1.1
            info: {title: T, version: '1'}
            paths: {}
            components: {schemas: {Pet: {type: string, enum: [a, A]}, Owner: {type: object}}}

            """, to: "names.yaml")
        try folder.write("spec: names.yaml\nmodule: M\nnames: {schemas: {Pet: Owner}}\n", to: "martlet.yaml")
        let errors = try martlet("lint", "--config", "martlet.yaml").errors
        #expect(
            errors.contains(#"warning: "Owner" is called Owner2, because "Pet" in line 4 has its name"#),
            "\(errors)")
        #expect(
            errors.contains(#"warning: "A" is called A, as it is spelled, because "a" in line 4 has the usual name"#))
    }

    @Test("file names are printed without control characters")
    func visible() throws {
        let made = try martlet(
            "generate", "api.yaml", "--module", "KitesAPI", "--verbose", "--output", "o\u{1B}[31m\u{9B}\u{202E}")
        #expect(made.output.hasPrefix("created: o<U+001B>[31m<U+009B><U+202E>/"), "\(made)")
        #expect(!made.output.unicodeScalars.contains { $0.properties.generalCategory == .control && $0 != "\n" })
    }

    @Test("an operation with an error is left out with a warning, or an error with --strict")
    func strict() throws {
        let paths = "paths: {/a: {get: {responses: {ok: {}}}}, /b: {get: {responses: {'204': {description: d}}}}}"
        try folder.write(Self.document.replacingOccurrences(of: "paths: {}", with: paths), to: "api.yaml")
        let strict = try martlet("generate", "api.yaml", "--module", "A", "--output", "out", "--strict")
        #expect(strict.status == 1)
        #expect(strict.errors.contains("api.yaml:3:32: error: "))
        #expect(files.isEmpty)
        let lenient = try martlet("generate", "api.yaml", "--module", "A", "--output", "out")
        #expect(lenient.status == 0)
        #expect(lenient.errors.contains("api.yaml:3:32: warning: "))
        #expect(files.contains("APIs/AClientMethods.swift"))
    }

    @Test("a document with an error ends with status 1 and a position, and writes nothing")
    func error() throws {
        try folder.write("openapi: 3.0.3\ninfo: 5\n", to: "bad.yaml")
        let outcome = try martlet("generate", "bad.yaml", "--module", "A", "--output", "out")
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("bad.yaml:2:7: error: "))
        #expect(files.isEmpty)
        let json = try martlet("lint", "bad.yaml", "--diagnostics", "json")
        #expect(json.status == 1)
        let first = try #require(json.errors.split(separator: "\n").first { $0.contains("\"line\":2") })
        let object = try #require(try JSONSerialization.jsonObject(with: Data(first.utf8)) as? [String: Any])
        #expect(object["path"] as? String == "bad.yaml" && object["column"] as? Int == 7)
    }
}
