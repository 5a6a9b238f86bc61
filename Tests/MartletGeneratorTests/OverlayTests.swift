import MartletGenerator
import MartletModel
import MartletSource
import MartletTestSupport
import Testing

@Suite("Overlays")
struct OverlayTests {
    private static let document = """
        {"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "tags": [{"name": "a"}, {"name": "b", "x": 2}, {"name": "c"}],
        "paths": {"/a": {"get": {"deprecated": true}, "put": {}}, "/b": {"get": {}}}}
        """

    @Test(
        "an action changes what its target selects",
        arguments: [
            ("$.info", "update: {title: U, x: {y: 1}}", #""info":{"title":"U","version":"1","x":{"y":1}}"#),
            ("$.info.title", "update: U", #""info":{"title":"U","version":"1"}"#),
            ("$['tags']", "update: {name: d}", #""tags":[{"name":"a"},{"name":"b","x":2},{"name":"c"},{"name":"d"}]"#),
            ("$.tags", "update: [{name: d}, 5]", #"{"name":"c"},{"name":"d"},5]"#),
            ("$.info", "update: {x: {}}\n    remove: false", #""version":"1","x":{}"#),
            (
                "$", "update: {tags: [{name: d}]}",
                #""tags":[{"name":"a"},{"name":"b","x":2},{"name":"c"},{"name":"d"}]"#
            ),
            ("$.tags[1]", "remove: true", #""tags":[{"name":"a"},{"name":"c"}]"#),
            ("$.tags[-1].name", "update: z", #""tags":[{"name":"a"},{"name":"b","x":2},{"name":"z"}]"#),
            ("$.tags[0:2]", "remove: true", #""tags":[{"name":"c"}]"#),
            ("$.tags[::-2]", "remove: true", #""tags":[{"name":"b","x":2}]"#),
            ("$.tags[?@.x]", "remove: true", #""tags":[{"name":"a"},{"name":"c"}]"#),
            ("$.tags[?(@.name == 'a' || @.x >= 2)]", "remove: true", #""tags":[{"name":"c"}]"#),
            ("$.tags[?!(@.name > 'a' && @.name != \"c\")]", "remove: true", #""tags":[{"name":"b","x":2}]"#),
            ("$.tags[?@.name == $.tags[1].name]", "remove: true", #""tags":[{"name":"a"},{"name":"c"}]"#),
            ("$.paths.*[?@.deprecated == true]", "remove: true", #""paths":{"/a":{"put":{}},"/b":{"get":{}}}"#),
            (
                "$.paths['/a','/b'].get", "update: {x: 1}",
                #""paths":{"/a":{"get":{"deprecated":true,"x":1},"put":{}},"/b":{"get":{"x":1}}}"#
            ),
            ("$..get", "remove: true", #""paths":{"/a":{"put":{}},"/b":{}}"#),
            ("$.paths['/b']", "copy: $.paths['/a']", #""/b":{"get":{"deprecated":true},"put":{}}"#),
            (
                "$.tags[*]", "update: {y: null}",
                #""tags":[{"name":"a","y":null},{"name":"b","x":2,"y":null},{"name":"c","y":null}]"#
            ),
        ]
    )
    func actions(target: String, change: String, result: String) throws {
        let (json, diagnostics) = try applied([(target, change)])
        #expect(diagnostics.isEmpty)
        #expect(json.contains(result), "\(json)")
    }

    @Test(
        "an action that cannot be applied is an error at its position, with a suggestion",
        arguments: [
            (
                "$.path", "remove: true",
                #"4:13: error: "$.path" selects nothing in the document; did you mean `paths`?"#
            ),
            ("$.paths['/c']", "remove: true", "; did you mean `/a`?"), ("$.tags[7]", "remove: true", "selects nothing"),
            ("paths", "remove: true", "is not a JSONPath query"),
            ("$['info', 'tags']", "update: {}", "must select only objects, only arrays or only scalars"),
            ("$.info", "update: {}\n    copy: $.info", "both update and copy"),
            ("$.info", "remove: 'yes'", "remove must be true or false"),
            ("$.tags", "update: 1\n    copy: $.info", "both update and copy"),
            ("$", "remove: true", "can't be removed"), ("$.info", "updates: {}", "did you mean `update`?"),
            ("$.info", "update: text", "can't be merged"),
            ("$.info", "copy: $.tags[*]", "must select exactly one node, not 3"),
            ("$.info", "copy: $.inf", "did you mean `info`?"),
        ]
    )
    func problems(target: String, change: String, problem: String) throws {
        let (_, diagnostics) = try applied([(target, change)])
        #expect(diagnostics.contains { $0.contains(problem) }, "\(diagnostics)")
    }

    /// The documents of the specification's test suite that its schema rejects and accepts.
    @Test(
        "an invalid overlay is an error at its position",
        arguments: [
            ("overlay: 1.0.0", "title: O, version: '1'", "actions: [{target: $.info, update: {x: 1}}]", nil),
            (
                "overlay: 1.1.0", "title: O, version: '1', x-a: {}",
                "extends: api.json\nx-b: 1\nactions: [{target: $.info, x-c: 1, remove: true}]", nil
            ),
            (
                "overlay: 1.1.0", "title: O, version: '1'",
                "actions: [{target: $.info, description: d, copy: '$.tags[0]'}]", nil
            ),
            (
                "overlay: 2.0.0", "title: O, version: '1'", "actions: [{target: $.info, remove: true}]",
                "1:10: error: this is not"
            ),
            (
                "overlay: 1", "title: O, version: '1'", "actions: [{target: $.info, remove: true}]",
                "1:10: error: this is not"
            ),
            (
                "overlay: 1.0.0", "title: O", "actions: [{target: $.info, remove: true}]",
                "2:7: error: the overlay has no info"
            ),
            (
                "overlay: 1.0.0", "version: '1'", "actions: [{target: $.info, remove: true}]",
                "2:7: error: the overlay has no info"
            ),
            (
                "overlay: 1.0.0", "title: [], version: '1'", "actions: [{target: $.info, remove: true}]",
                "2:7: error: the overlay has no info"
            ),
            ("overlay: 1.0.0", "title: O, version: '1'", "", "1:1: error: the overlay has no actions"),
            ("overlay: 1.0.0", "title: O, version: '1'", "actions: []", "3:10: error: the overlay has no actions"),
            ("overlay: 1.0.0", "title: O, version: '1'", "actions: {}", "3:10: error: the overlay has no actions"),
            (
                "overlay: 1.0.0", "title: O, version: '1'", "action: []\nactions: [{target: $.info, remove: true}]",
                "3:1: error: \"action\" is not a key"
            ),
            ("overlay: 1.0.0", "title: O, version: '1'", "actions: [5]", "3:11: error: the action has no target"),
            (
                "overlay: 1.0.0", "title: O, version: '1'", "actions: [{remove: true}]",
                "3:11: error: the action has no target"
            ),
            (
                "overlay: 1.0.0", "title: O, version: '1'", "actions: [{target: 5, remove: true}]",
                "is not a JSONPath query"
            ),
            (
                "overlay: 1.0.0", "title: O, version: '1'", "actions: [{target: $.info, remove: 'yes'}]",
                "3:36: error: remove must be"
            ),
            (
                "overlay: 1.1.0", "title: O, version: '1'", "actions: [{target: $.info, copy: []}]",
                "is not a whole JSONPath"
            ),
            (
                "overlay: 1.1.0", "title: O, version: '1', description: 5", "actions: [{target: $.info, remove: true}]",
                "2:45: warning: \"description\" must be a string"
            ),
            (
                "overlay: 1.1.0", "title: O, version: 1.0", "actions: [{target: $.info, remove: true}]",
                "2:27: warning: \"version\" must be a string"
            ),
            (
                "overlay: 1.1.0", "title: O, version: '1', name: a", "actions: [{target: $.info, remove: true}]",
                "2:32: error: \"name\" is not a key"
            ),
            (
                "overlay: 1.1.0", "title: O, version: '1'", "actions: [{target: $, description: []}]",
                "3:36: warning: \"description\" must be a string"
            ),
            (
                "overlay: 1.1.0", "title: O, version: '1'", "actions: [{target: $.info}]",
                "3:11: warning: the action changes nothing"
            ),
            (
                "overlay: 1.0.0", "title: O, version: '1'", "actions: [{target: $.info, update: {a: 1}, remove: true}]",
                "3:36: warning: this has no effect beside remove: true"
            ),
            (
                "overlay: 1.1.0", "title: O, version: '1'",
                "actions: [{target: $.tags, update: {a: 1}}, {target: $.tags, update: {a: 1}}]",
                "3:45: warning: this repeats the action at 3:11"
            ),
            (
                "overlay: 1.1.0", "title: O, version: '1'",
                "extends: other/api.json\nactions: [{target: $.info, remove: true}]",
                "3:10: warning: the overlay extends \"other/api.json\", but is applied to \"api.json\""
            ),
            (
                "overlay: 1.1.0", "title: O, version: '1'",
                "extends: 'https://h.example/other.yaml'\nactions: [{target: $.info, remove: true}]", nil
            ),
            (
                "overlay: 1.1.0", "title: O, version: '1'",
                "extends: './x/../%61pi.json#/info'\nactions: [{target: $.info, remove: true}]", nil
            ),
        ] as [(String, String, String, String?)]
    )
    func form(version: String, info: String, rest: String, problem: String?) throws {
        let (_, diagnostics) = try applied("\(version)\ninfo: {\(info)}\n\(rest)\n")
        if let problem {
            #expect(diagnostics.contains { $0.contains(problem) }, "\(diagnostics)")
        } else {
            #expect(diagnostics.isEmpty)
        }
    }

    @Test("actions see the results of earlier ones")
    func order() throws {
        let (json, diagnostics) = try applied([("$.info", "update: {x: {}}"), ("$.info.x", "update: {y: 1}")])
        #expect(diagnostics.isEmpty && json.contains(#""x":{"y":1}"#))
    }

    @Test("exponential copies end before they exhaust memory, and excessive nesting is an error")
    func limits() throws {
        let doubling = Array(repeating: (target: "$.tags", change: "copy: $.tags"), count: 10)
        #expect(
            try applied(doubling + [("$.tags[*]", "copy: $")]).diagnostics.contains { $0.contains("adds more than") })
        let deep = String(repeating: "{a: ", count: 100) + String(repeating: "}", count: 100)
        let far = "$.info" + String(repeating: ".a", count: 50)
        let (_, diagnostics) = try applied([("$.info", "update: \(deep)"), (far, "update: \(deep)")])
        #expect(diagnostics.contains { $0.contains("levels deep") }, "\(diagnostics)")
    }

    @Test("the client is generated from the result, with references and diagnostics at their original positions")
    func client() throws {
        let overlay = """
            overlay: 1.1.0
            info: {title: O, version: "1"}
            actions:
              - target: $.components.schemas
                update:
                  Boat: {type: object, properties: {kite: {$ref: "#/components/schemas/Kite"}}}
                  Hull: {type: strin}
            """
        var configuration = Configuration(spec: "api.yaml", module: try #require(Identifier("TestAPI")))
        configuration.overlaySources = [SourceFile(path: "mend.yaml", bytes: Array(overlay.utf8))]
        let diagnostics = DiagnosticCollector()
        let text = Generation.document(schemas: "Kite: {type: object, properties: {a: {type: string}}}")
        let client = Generator.client(
            SourceFile(path: "api.yaml", bytes: Array(text.utf8)),
            configuration,
            files: MemoryFiles(),
            diagnostics: diagnostics
        )
        #expect(client?.declarations.map(\.name.last.text).prefix(2) == ["Kite", "Boat"])
        #expect(diagnostics.diagnostics.allSatisfy { $0.location?.path == "mend.yaml" && $0.location?.line == 7 })
        #expect(!diagnostics.diagnostics.isEmpty)
    }

    private func applied(_ actions: [(target: String, change: String)]) throws -> (json: String, diagnostics: [String])
    {
        let lines = actions.map { "  - target: \(JSONText.string($0.target))\n    \($0.change)\n" }.joined()
        return try applied("overlay: 1.0.0\ninfo: {title: O, version: '1'}\nactions:\n\(lines)")
    }

    private func applied(_ text: String) throws -> (json: String, diagnostics: [String]) {
        let diagnostics = DiagnosticCollector()
        let document = EditableNode(
            try DocumentReader.read(
                SourceFile(path: "api.json", bytes: Array(Self.document.utf8)),
                diagnostics: diagnostics
            )
        )
        Overlay(SourceFile(path: "mend.yaml", bytes: Array(text.utf8)), diagnostics)?.apply(to: document)
        let json = document.json.split(separator: "\n").map { $0.drop { $0 == " " } }.joined()
        return (json.replacing("\": ", with: "\":"), diagnostics.diagnostics.map(\.description))
    }
}
