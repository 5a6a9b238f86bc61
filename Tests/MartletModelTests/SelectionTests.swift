import MartletModel
import MartletSource
import Testing

@Suite("The part of a document that becomes a client")
struct SelectionTests {
    private static let paths = """
        {"/kites": {get: {operationId: listKites, tags: [kites], responses: {"200": {description: d, content:
        {application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Kite"}}}}}}},
        post: {operationId: addKite, tags: [kites, admin], requestBody: {content: {application/json: {schema:
        {$ref: "#/components/schemas/NewKite"}}}}, responses: {"204": {description: d}}}},
        "/boats": {get: {tags: [boats], responses: {"200": {description: d, content:
        {application/json: {schema: {$ref: "#/components/schemas/Boat"}}}}}}}}
        """
    private static let schemas = """
        Kite: {type: object, properties: {tail: {$ref: "#/components/schemas/Tail"}}}
        NewKite: {type: object, properties: {a: {type: string}}}
        Tail: {type: object, properties: {a: {type: string}}}
        Boat: {type: object, properties: {a: {type: string}}}
        Spare: {type: object, properties: {boat: {$ref: "#/components/schemas/Boat"}}}
        """

    @Test(
        "included parts remain with everything they need",
        arguments: [
            ("", "", "listKites addKite getBoats", "Kite NewKite Tail Boat Spare"),
            ("tags kites", "", "listKites addKite", "Kite NewKite Tail"),
            ("tags kites", "tags adm?n", "listKites", "Kite Tail"),
            ("paths /b*", "", "getBoats", "Boat"),
            ("operations *Kites", "", "listKites", "Kite Tail"),
            ("operations get /boats", "", "getBoats", "Boat"),
            ("operations list*,schemas Spare", "", "listKites", "Kite Tail Boat Spare"),
            ("schemas *Kite", "", "", "Kite NewKite Tail"),
            ("", "operations *Kite*", "getBoats", "Boat"),
            ("", "schemas Spare", "listKites addKite getBoats", "Kite NewKite Tail Boat"),
        ]
    )
    func selection(included: String, excluded: String, methods: String, types: String) throws {
        let lowered = try lowered(included, excluded)
        #expect(lowered.client.apis.flatMap(\.methods).map(\.name.text).joined(separator: " ") == methods)
        #expect(lowered.client.declarations.map(\.name.last.text).joined(separator: " ") == types)
        #expect(lowered.printed.isEmpty)
    }

    @Test("names do not depend on the selection, and only selected names are reported")
    func names() throws {
        let paths = """
            {"/a": {get: {operationId: kites_list, tags: [kites]}}, "/b": {get: {operationId: list, tags: [kites]}},
            "/c": {get: {operationId: c, tags: [boat-s]}}, "/d": {get: {operationId: d, tags: [boat s]}}}
            """
        for (included, names) in [("kites_list", ["kites.kitesList"]), ("list", ["kites.list"]), ("c", ["boatS2.c"])] {
            let lowered = try LoweredClient(schemas: Self.schemas, paths: paths) { options in
                options.selection.included = patterns("operations \(included)")
            }
            let methods = lowered.client.apis.flatMap { api in
                api.methods.map { "\(api.accessor?.text ?? "").\($0.name.text)" }
            }
            #expect(methods == names)
            #expect(lowered.printed.count == (included == "list" ? 0 : 1), "\(lowered.printed)")
        }
    }

    @Test("a pattern without a match is an error, and excluding something needed is a warning")
    func problems() throws {
        #expect(
            try lowered("tags kite,schemas Kites", "").printed == [
                #"error: "kite" matches none of the tags of the document; did you mean `kites`?"#,
                #"error: "Kites" matches none of the schemas of the document; did you mean `Kite`?"#,
            ]
        )
        #expect(
            try lowered("", "schemas Tail").printed == [
                #"warning: the schema "Tail" is excluded, but other parts of the client need it, so its type is kept"#
            ]
        )
    }

    @Test("something with an error can be excluded, and is reported only if selected")
    func leftOut() throws {
        let paths = """
            {"/a": {get: {operationId: a, tags: [old], responses: {"200": {description: d, content:
            {application/json: {schema: {$ref: "#/components/schemas/Bad"}}}}}}},
            "/b": {get: {operationId: b}}, "/c": {parameters: [{name: p, in: nowhere}], get: {operationId: c}}}
            """
        func lowered(_ included: String, _ excluded: String) throws -> LoweredClient {
            try LoweredClient(schemas: "Bad: {type: objekt}", paths: paths) { options in
                options.selection.included = patterns(included)
                options.selection.excluded = patterns(excluded)
                options.names.settings = [
                    .init(.operations, "a", Identifier("fetch")!, at: nil),
                    .init(.schemas, "Bad", Identifier("Good")!, at: nil),
                ]
            }
        }
        func omissions(_ included: String, _ excluded: String) throws -> [Bool] {
            let printed = try lowered(included, excluded).printed
            #expect(!printed.contains { $0.contains("error:") }, "\(printed)")
            return ["operation \"GET /a\"", "operations of \"/c\"", "schema \"Bad\""].map { part in
                printed.contains { $0.contains("the \(part)") && $0.contains("left out") }
            }
        }
        #expect(try omissions("", "") == [true, true, true])
        #expect(try omissions("", "operations a,schemas Bad") == [false, true, false])
        #expect(try omissions("", "paths /a") == [false, true, false])
        #expect(try omissions("", "tags old,operations c") == [false, false, false])
        #expect(try omissions("operations b", "") == [false, false, false])
        #expect(try omissions("operations b,schemas Bad", "") == [false, false, true])
        let broken = try lowered("operations a", "").printed
        #expect(broken.contains { $0.contains("error:") && $0.contains("objekt") }, "\(broken)")
    }

    @Test(
        "an asterisk matches any text and a question mark any character",
        arguments: [
            ("a*", "a", true), ("a*", "ba", false), ("*a*b*", "xaxbx", true), ("a?c", "abc", true),
            ("a?c", "ac", false),
            ("*ab", "aab", true), ("", "", true), ("**", "", true), ("a.c", "abc", false), ("/a/*", "/a/b/c", true),
            ("?", "é", true), ("a*b*c", "abxb", false),
        ]
    )
    func globs(pattern: String, text: String, matches: Bool) {
        #expect(Glob(SpecText(pattern)).matches(SpecText(text)) == matches)
    }

    private func lowered(_ included: String, _ excluded: String) throws -> LoweredClient {
        try LoweredClient(schemas: Self.schemas, paths: Self.paths) { options in
            options.selection.included = patterns(included)
            options.selection.excluded = patterns(excluded)
        }
    }

    private func patterns(_ text: String) -> [Selection.Pattern] {
        text.split(separator: ",").compactMap { item in
            let parts = item.split(separator: " ", maxSplits: 1)
            return Selection.Kind(rawValue: String(parts[0])).map {
                Selection.Pattern($0, Glob(SpecText(String(parts[1]))), at: nil)
            }
        }
    }
}
