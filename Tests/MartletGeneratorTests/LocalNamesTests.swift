import MartletModel
import MartletTemplates
import Testing

@testable import MartletGenerator

@Suite("Local names in templates")
struct LocalNamesTests {
    @Test("an argument with the name of a local variable keeps its label")
    func renamed() throws {
        let generation = try Generation(
            """
            openapi: 3.0.3
            info: {title: T, version: "1"}
            paths:
              /a:
                get:
                  operationId: send
                  tags: [t]
                  parameters:
                    - {name: request, in: query, schema: {type: string}}
                    - {name: requestValue, in: query, schema: {type: string}}
                    - {name: options, in: query, schema: {type: string}}
                    - {name: in, in: query, schema: {type: string}}
                  responses: {"204": {description: d}}
            """
        )
        let text = try #require(generation.text(of: "APIs/TApi.swift"))
        for part in [
            "request requestValue2: String? = nil", "requestValue: String? = nil", "optionsParameter: String? = nil",
            " in: String? = nil", "request: requestValue2", "try request.addQuery(\"request\", requestValue2)",
            "in: `in`",
        ] {
            #expect(text.contains(part), "\(part)\n\(text)")
        }
    }

    @Test("a keyword that is a label or follows a dot needs no backticks, but for let and var as parameters")
    func keywords() throws {
        let names = ["is", "default", "let", "var"]
        let schemas = names.map { "\($0): {type: string}" }.joined(separator: ", ")
        let generation = try Generation(Generation.document(schemas: "A: {type: object, properties: {\(schemas)}}"))
        let text = try #require(generation.text(of: "Models/A.swift"))
        for part in [
            "public var `is`: String?",
            "init(is: String? = nil, default: String? = nil, `let`: String? = nil, `var`: String? = nil)",
            "self.is = `is`", "self.let = `let`", "try object.add(\"default\", `default`, other.default)",
        ] {
            #expect(text.contains(part), "\(part)\n\(text)")
        }
    }

    /// The templates that are rendered in methods of an API, by what they declare.
    @Test("every variable and parameter declared by templates of methods is reserved")
    func complete() {
        let listed = LocalNames.method.union(LocalNames.api.labels)
        var found: Set<String> = []
        for (name, source) in EmbeddedTemplates.sources where Self.isAboutMethods(name) {
            for pattern in [
                #/\b(?:let|var) ([a-z]\w*)/#, #/\{ ([a-z]\w*) in\b/#,
                #/(?:\(|, |\}\})(?:[a-z]\w* )?([a-z]\w*): (?:RequestOptions|URL|\()/#,
            ] {
                for match in source.matches(of: pattern) { found.insert(String(match.1)) }
            }
        }
        // The variable of a branch stands in that branch alone.
        found.remove("contentType")
        #expect(found.isSubset(of: listed), "list these in LocalNames: \(found.subtracting(listed).sorted())")
        #expect(found.isSuperset(of: ["request", "response", "options", "file", "progress"]), "\(found.sorted())")
    }

    private static func isAboutMethods(_ name: String) -> Bool {
        [
            "Method", "Download", "Pages", "PagesArguments", "Patch", "PatchParameters", "Sending", "Statements",
            "Body",
            "Parameters", "Parameter", "Request",
        ].contains(name)
    }
}
