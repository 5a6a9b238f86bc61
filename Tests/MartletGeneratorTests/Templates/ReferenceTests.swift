import Foundation
import MartletModel
import MartletOpenAPI
import MartletSource
import MartletTemplates
import MartletTestSupport
import Testing

@testable import MartletGenerator

@Suite("The template reference")
struct ReferenceTests {
    private static let page = "Templates/README.md"
    private let reference: ContextReference

    init() throws {
        let url = Repository.root.appendingPathComponent(Self.page)
        reference = ContextReference(try String(contentsOf: url, encoding: .utf8))
    }

    @Test("it names the current version of the context")
    func version() throws {
        let page = try String(contentsOf: Repository.root.appendingPathComponent(Self.page), encoding: .utf8)
        #expect(page.contains("that the template was written for, now \(TemplateComparison.currentVersion)."))
    }

    @Test("it lists every key of every object, with its type")
    func keys() throws {
        let problems = try walk().problems
        #expect(problems.isEmpty, "\(Self.page) differs:\n\(problems.joined(separator: "\n"))")
    }

    @Test("it lists no key that does not exist, and no wrong nullability")
    func values() throws {
        let uses = try walk().uses
        for (table, rows) in reference.objects {
            for row in rows {
                guard let use = uses["\(table).\(row.name)"] else {
                    Issue.record(
                        "no document of this test has `\(table).\(row.name)`; remove the row, or extend a document")
                    continue
                }
                let isNullable = row.type.hasSuffix(" or null") || row.type == "null"
                #expect(
                    use.hasValue == (row.type != "null"),
                    "`\(table).\(row.name)` is \(row.type), and \(use.hasValue ? "has a value" : "never has a value") here"
                )
                #expect(
                    use.isNull == isNullable,
                    "`\(table).\(row.name)` is \(row.type), and is \(use.isNull ? "null" : "never null") here"
                )
            }
        }
    }

    @Test("its examples occur")
    func examples() throws {
        let uses = try walk().uses
        for (table, rows) in reference.objects {
            for row in rows {
                guard let example = row.example else { continue }
                let values = uses["\(table).\(row.name)"]?.values ?? []
                #expect(
                    values.contains(example),
                    "`\(table).\(row.name)` is never `\(example)`; it is \(values.sorted().prefix(3))"
                )
            }
        }
    }

    @Test("every table it refers to exists, and every table is referred to")
    func tables() {
        let named = reference.objects.values.joined().flatMap { ReferenceType($0.type)?.tables ?? [] }
        #expect(Set(named).union(["Client"]) == Set(reference.objects.keys))
    }

    @Test("it lists every template, its purpose and its object")
    func templates() throws {
        let table = try MarkdownTable(in: Self.page, under: "## The built-in templates")
        expect(table, lists: EmbeddedTemplates.sources.keys.sorted())
        for row in table.rows {
            let name = MarkdownTable.code(row[0]) ?? ""
            let source = EmbeddedTemplates.sources[name] ?? ""
            let placing = EmbeddedTemplates.sources.filter { $0.value.contains("{{> \(name)}}") }.keys.sorted()
            let front = try Template(name: name, source: source).firstComment.flatMap { TemplateFront($0) }
            let use = front?.subject.map { "makes `\(front?.path ?? "")` for \($0.rawValue)" }
            #expect(row[2] == use ?? placing.map { "`\($0)`" }.joined(separator: ", "), "\(name)")
            #expect(reference.objects[row[3]] != nil, "\(name) sees \(row[3])")
        }
    }

    @Test("it lists every encoding with its effect")
    func encodings() throws {
        let table = try MarkdownTable(in: Self.page, under: "## Encodings")
        expect(table, lists: TextEncoding.all.map(\.name))
        for row in table.rows {
            let name = try #require(MarkdownTable.code(row[0]))
            let text = try #require(MarkdownTable.code(row[2]), "\(name)")
            let isForNames = TextEncoding.all.contains { $0.name == name && $0.isForNames }
            let value: TemplateValue = isForNames ? .string(text) : .text(TemplateText(text))
            let set = try TemplateSet(sources: ["a": "{{text.\(name)}}"], encodings: TextEncoding.all)
            #expect(try set.render("a", ["text": value]) == MarkdownTable.code(row[3]), "\(name)")
        }
    }

    @Test("it lists all keys that the built-in templates use")
    func builtInTemplates() throws {
        let encodings = Set(TextEncoding.all.map(\.name))
        for (name, source) in EmbeddedTemplates.sources {
            let unknown = try Template(name: name, source: source).unknownNames(
                keys: reference.keys,
                encodings: encodings,
                templates: Set(EmbeddedTemplates.sources.keys)
            )
            #expect(unknown.isEmpty, "\(unknown.map(\.description))")
        }
    }

    /// Expects that the first column of a table is a list of names.
    private func expect(_ table: MarkdownTable, lists names: [String]) {
        let listed = table.rows.compactMap { MarkdownTable.code($0[0]) }
        let missing = names.filter { !listed.contains($0) }
        let surplus = listed.filter { !names.contains($0) }
        #expect(listed == names, "\(Self.page) lacks \(missing), has \(surplus) in vain, or has another order")
    }

    // MARK: - Documents

    /// The contexts of the documents in `Specs/` and of those below.
    private func walk() throws -> ReferenceWalk {
        var walk = ReferenceWalk(reference)
        for (folder, _) in GoldenTests.specifications {
            let diagnostics = DiagnosticCollector()
            let path = Repository.root.appendingPathComponent("Specs/\(folder)/martlet.yaml").path
            let file = try #require(ConfigurationFile(path: path, diagnostics))
            let source = try SourceFile.reading(file.spec)
            walk.walk(try context(source, file.configuration, ConfinedFiles(besides: file.spec)))
        }
        for (document, pages) in [(Self.rest, Self.pages), (Self.serverless, [:])] {
            var configuration = Configuration(spec: "api.yaml", module: try #require(Identifier("RestAPI")))
            configuration.pages = pages
            configuration.namespace = Identifier("Fleet")
            let source = SourceFile(path: "api.yaml", bytes: Array(document.utf8))
            walk.walk(try context(source, configuration, MemoryFiles()))
        }
        walk.walk(try renamed())
        for module in ["SecondAPI", "FirstAPI"] { walk.walk(try shared(module)) }
        return walk
    }

    /// What templates see of a client with types of another one.
    private func shared(_ module: String) throws -> TemplateValue {
        let source = SourceFile(path: "api.yaml", bytes: Array(Self.rest.utf8))
        var configuration = Configuration(spec: "api.yaml", module: try #require(Identifier(module)))
        configuration.namespace = Identifier("Second")
        let owner = Configuration(spec: "api.yaml", module: try #require(Identifier("FirstAPI")))
        configuration.shared = SharedSetting(
            path: "martlet.yaml",
            patterns: [.init(.schemas, Glob("*"), at: nil)],
            owner: .init(source, owner, MemoryFiles())
        )
        return try context(source, configuration, MemoryFiles())
    }

    /// The context of a client with names of an earlier one.
    private func renamed() throws -> TemplateValue {
        let name = try #require(Identifier("old"))
        let source = SourceFile(path: "api.yaml", bytes: Array(Self.serverless.utf8))
        let configuration = Configuration(spec: "api.yaml", module: name)
        let client = Generator.client(
            source, configuration, files: MemoryFiles(), diagnostics: DiagnosticCollector())
        let builder = ContextBuilder(try #require(client), configuration, [])
        builder.renames = Renames.Alias.Kind.allCases.map { kind in
            let isType = kind == .type
            return Renames.Alias(
                kind: kind, scope: isType ? nil : "Kite", name: name, new: "new", type: "String",
                parameters: [.init(label: name, newLabel: name, type: "String")], result: isType ? "" : "String")
        }
        return builder.contexts().client
    }

    private func context(
        _ source: SourceFile,
        _ configuration: Configuration,
        _ files: any SourceFiles
    ) throws -> TemplateValue {
        let diagnostics = DiagnosticCollector()
        let pages = try ClientTemplates.builtIn(overriddenBy: nil).pages
        let contexts = Generator.contexts(of: source, configuration, files, pages, diagnostics)
        return try #require(contexts, "\(diagnostics.diagnostics.map(\.description))").client
    }

    /// The configuration of pages for the next document.
    private static var pages: [SpecText: PagesOption] {
        let location = Location(path: "martlet.yaml", position: Position(line: 1, column: 1))
        func option(_ kind: PagesOption.Kind) -> PagesOption {
            PagesOption(kind: kind, parameter: nil, size: nil, items: nil, next: nil, location: location)
        }
        return ["listRows": option(.offset), "listKites": option(.page)]
    }

    /// So many schemas of objects that a value for any of them is stored on the heap.
    private static let objects = (0..<33).map {
        "{type: object, required: [p\($0)], properties: {p\($0): {type: string}}, additionalProperties: {type: string}}"
    }.joined(separator: ", ")

    /// Constructs that none of the documents in `Specs/` contains.
    private static let rest = """
        openapi: 3.2.0
        info: {title: Rest, version: "1", description: "Before.\\n\\n# Heading\\n\\nBehind."}
        servers: [{url: /v1, name: here}]
        tags: [{name: Kites, description: "Before.\\n\\n# Heading\\n\\nBehind."}]
        paths:
          /kites:
            get:
              tags: [Kites]
              operationId: listKites
              description: "Before.\\n\\n# Heading\\n\\nBehind."
              parameters:
                - {name: page, in: query, schema: {type: integer, default: 0}}
                - {name: "StartTime<", in: query, schema: {type: string}}
              responses:
                "200": {content: {application/json: {schema: {$ref: "#/components/schemas/Kites"}}}}
                "404": {}
            post:
              tags: [Kites]
              requestBody:
                required: true
                content:
                  application/x-www-form-urlencoded:
                    schema: {type: object, properties: {path: {type: string}}}
                    encoding: {path: {allowReserved: true}}
              responses:
                "204":
                  description: Done.
                  headers: {Content-Type: {schema: {type: string}}, Link: {schema: {type: string}}}
                  links: {other: {}}
          /rows:
            get:
              operationId: listRows
              parameters: [{name: offset, in: query, schema: {type: integer}}]
              responses:
                "200": {content: {application/json: {schema: {$ref: "#/components/schemas/Rows"}}}}
            put:
              requestBody:
                required: true
                content:
                  multipart/form-data:
                    schema: {type: object, properties: {note: {type: string}}}
                    encoding: {note: {headers: {X-Kind: {schema: {type: string, enum: [note]}}}}}
              responses: {"204": {description: Done.}}
          /marks:
            get:
              operationId: listMarks
              parameters: [{name: cursor, in: query, schema: {type: string}}]
              responses:
                "200": {content: {application/json: {schema: {$ref: "#/components/schemas/Marks"}}}}
            put:
              requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Marks"}}}}
              responses: {"204": {description: Done.}}
        components:
          schemas:
            Marks:
              type: object
              properties: {items: {type: array, items: {type: string}}, nextCursor: {type: [string, "null"]}}
            Kites:
              type: object
              properties: {items: {type: array, items: {$ref: "#/components/schemas/Kite"}}}
            Rows:
              type: object
              required: [items]
              properties: {items: {type: array, items: {type: string}}, next: {type: string, format: uri}}
            Kite:
              oneOf: [{$ref: "#/components/schemas/Box"}, {$ref: "#/components/schemas/Delta"}]
              discriminator: {propertyName: kind, defaultMapping: Delta}
            Box: {description: A box., type: object, required: [kind], properties: {kind: {type: string}}}
            Delta: {description: A delta., type: object, required: [kind], properties: {kind: {type: string}}}
            Either: {oneOf: [{type: string, description: A text.}, {type: integer}]}
            Place: {type: array, prefixItems: [{type: number, description: The latitude.}, {type: number}]}
            Chain: {type: array, prefixItems: [{type: string}, {$ref: "#/components/schemas/Chain"}]}
            Parts:
              {type: object, properties: {name: {type: string}}, anyOf: [\(objects)]}
            Clasp: {type: object, required: [size], properties: {size: {type: integer}}}
            Ring:
              {type: object, required: [name], properties: {name: {type: string}}, anyOf: [{$ref: "#/components/schemas/Bead"}, {$ref: "#/components/schemas/Clasp"}]}
            Bead: {type: object, required: [ring], properties: {ring: {$ref: "#/components/schemas/Ring"}}}
        """

    /// A document that names no server.
    private static let serverless = """
        openapi: 3.1.0
        info: {title: None, version: "1"}
        servers: []
        paths: {}
        """
}
