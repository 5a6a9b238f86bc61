import MartletGenerator
import MartletSource
import Testing

/// Queries from RFC 9535. Their selection is removed, so that the rest shows what was selected.
@Suite("JSONPath")
struct JSONPathTests {
    private static let document =
        #"{"n":[0,1,2,3],"o":[{"k":"a","v":1},{"k":"b"},{"k":"a b","v":[1]}],"t-x":{"y":{"z":2}}}"#

    @Test(
        "a query selects what RFC 9535 specifies",
        arguments: [
            // Names, indices and wildcards (section 2.3)
            (#"$["t-x"]"#, #"{"n":[0,1,2,3],"o":[{"k":"a","v":1},{"k":"b"},{"k":"a b","v":[1]}]}"#),
            (#"$['t\u002dx'].y"#, #""t-x":{}"#), (#"$['\ud83d\ude00', 'n']"#, #"{"o":"#), ("$.n[-1]", #""n":[0,1,2]"#),
            ("$.n[0, 2, 0]", #""n":[1,3]"#), ("$.n.*", #""n":[]"#), ("$.o[*] ['k']", #"[{"v":1},{},{"v":[1]}]"#),
            // Slices (section 2.3.4)
            ("$.n[1:3]", #""n":[0,3]"#), ("$.n[::2]", #""n":[1,3]"#), ("$.n[-1::-2]", #""n":[0,2]"#),
            ("$.n[5:0:-1]", #""n":[0]"#), ("$.n[:-2]", #""n":[2,3]"#), ("$.n[ 0 : 9 : 3 ]", #""n":[1,2]"#),
            // Descendants (section 2.5.2)
            ("$..z", #"{"y":{}}"#), ("$..[?@ == 1]", #""n":[0,2,3],"o":[{"k":"a"},{"k":"b"},{"k":"a b","v":[]}]"#),
            ("$.t['x', 'y'], 'n'", nil), ("$..*", "{}"),
            // Comparisons (section 2.3.5)
            ("$.o[?@.v]", #""o":[{"k":"b"}]"#), ("$.o[?!@.v]", #""o":[{"k":"a","v":1},{"k":"a b","v":[1]}]"#),
            ("$.o[?@.v == 1.0e0]", #""o":[{"k":"b"},"#), ("$.o[?@.v != 1]", #""o":[{"k":"a","v":1}]"#),
            ("$.o[?@.v == @.w]", #""o":[{"k":"a","v":1},{"k":"a b","v":[1]}]"#),
            ("$.o[?@.v == $.o[2].v]", #""o":[{"k":"a","v":1},{"k":"b"}]"#), ("$.n[?@ >= 1 && @ < 3]", #""n":[0,3]"#),
            ("$.n[?@ == 0 || (@ > 1 && !(@ == 2))]", #""n":[1,2]"#),
            ("$['t-x'][?@ == $['t-x'].y]", #""t-x":{}"#), ("$.o[?'a' < @.k]", #""o":[{"k":"a","v":1}]"#),
            // Functions (section 2.4)
            ("$.o[?length(@.k) == 1]", #""o":[{"k":"a b","v":[1]}]"#),
            ("$.o[?length(@) == 1]", #"{"k":"a","v":1},{"k":"a b""#),
            ("$.o[?count(@.*) > 1]", #""o":[{"k":"b"}]"#), ("$.o[?count(@['k', 'k']) == 2]", #""o":[]"#),
            ("$.o[?value(@..k) == 'b']", #"{"k":"a","v":1},{"k":"a b""#),
            ("$.o[?length(@.v) == 1]", #"{"k":"a","v":1},{"k":"b"}"#),
            ("$.o[?match(@.k, '[^b-z]')]", #""o":[{"k":"b"},"#), ("$.o[?search(@.k, 'b')]", #""o":[{"k":"a","v":1}]"#),
            (#"$.o[?match(@.k, '\\p{Ll}( b){0,1}|c.*')]"#, #""o":[]"#),
            ("$.o[?match(@.k, 'a?b?') && @.v]", #""o":[{"k":"b"},{"k":"a b""#),
            ("$.o[?match(@.k, '(a+)+ b')]", #"{"k":"b"}]"#),
        ] as [(String, String?)]
    )
    func selection(query: String, rest: String?) throws {
        let (json, diagnostics) = try removed(query)
        guard let rest else {
            #expect(diagnostics.contains { $0.contains("is not a JSONPath query") })
            return
        }
        #expect(diagnostics.isEmpty)
        #expect(json.contains(rest), "\(json)")
    }

    @Test(
        "an invalid query is an error with its position",
        arguments: [
            ("n", "from \"n\" on"), ("$.n ", #"from " " on"#), ("$.n[01]", "from \"01]\" on"),
            ("$.n[-0]", "from \"-0]\" on"),
            ("$.t-x", #"from "-x" on; write a name with characters other than letters, digits and _ as ['…']"#),
            ("$.n[9007199254740992]", "from"), ("$..", "is not a whole JSONPath query"), ("$.n[]", "from \"]\" on"),
            (#"$["\'"]"#, "from"), (#"$['\ud83d']"#, "from"), ("$['a\u{1}']", "from"), ("$.o[?@.*]", nil),
            ("$.o[?@.* == 1]", "from \"1]\" on"), ("$.o[?!@.v == 1]", "from"), ("$.o[?true]", "from"),
            ("$.o[?@.v == 01]", "from"),
            ("$.o[?length(@.*) == 1]", "from"), ("$.o[?length(@.k)]", "from"), ("$.o[?count(1) == 1]", "from"),
            ("$.o[?match(@.k, 'a') == true]", "from"), ("$.o[?nope(@)]", "from"), ("$.o[?length (@) == 1]", "from"),
            ("$.o[?\(String(repeating: "(", count: 99))@\(String(repeating: ")", count: 99))]", "from"),
        ] as [(String, String?)]
    )
    func errors(query: String, message: String?) throws {
        let diagnostics = try removed(query).diagnostics
        guard let message else {
            #expect(diagnostics.isEmpty)
            return
        }
        #expect(diagnostics.count == 1 && diagnostics[0].contains(message), "\(diagnostics)")
    }

    @Test(
        "an invalid regular expression matches nothing",
        arguments: ["[", "a{2", "(a", "*", "\\d", "a{3,1}", "[b-a]", "]"])
    func expressions(pattern: String) throws {
        let query = "$.o[?search(@.k, \(JSONText.string(pattern))) || @.v == 1]"
        #expect(try removed(query).json.contains(#""o":[{"k":"b"},{"k":"a b","v":[1]}]"#))
    }

    @Test("a query that searches all for each of very many nodes is an error; a long one is read once")
    func work() throws {
        let document = "[\(Array(repeating: "[1]", count: 1_000).joined(separator: ","))]"
        let searching = try removed("$..[?count($..*) > 1]", from: document).diagnostics
        #expect(
            searching.count == 1 && searching[0].contains("visits the values of the document more than 100 times"),
            "\(searching)")
        let long = try removed("$" + String(repeating: ".a", count: 5_000)).diagnostics
        #expect(long.count == 1 && long[0].contains("selects nothing"))
    }

    private func removed(
        _ query: String,
        from document: String = Self.document
    ) throws -> (json: String, diagnostics: [String]) {
        let diagnostics = DiagnosticCollector()
        let document = EditableNode(try Self.node(document, diagnostics))
        let text = """
            {"overlay": "1.1.0", "info": {"title": "O", "version": "1"},
            "actions": [{"target": \(JSONText.string(query)), "remove": true}]}
            """
        Overlay(SourceFile(path: "mend.json", bytes: Array(text.utf8)), diagnostics)?.apply(to: document)
        let json = document.json.split(separator: "\n").map { $0.drop { $0 == " " } }.joined()
        return (json.replacing("\": ", with: "\":"), diagnostics.diagnostics.map(\.description))
    }

    private static func node(_ json: String, _ diagnostics: DiagnosticCollector) throws -> Node {
        try DocumentReader.read(SourceFile(path: "api.json", bytes: Array(json.utf8)), diagnostics: diagnostics)
    }
}
