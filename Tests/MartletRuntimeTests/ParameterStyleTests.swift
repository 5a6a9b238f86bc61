import Foundation
import MartletTestSupport
import Testing

@testable import MartletRuntime
@testable import MartletSupport

@Suite("Parameter styles")
struct ParameterStyleTests {
    /// The value of OpenAPI's table (3.2.0, section 4.12.2.3, Style Examples).
    private struct Color: Encodable {
        let R = 100, G = 200, B = 150
    }

    private static let styles: [String: ParameterStyle] = [
        "simple": .simple, "label": .label, "matrix": .matrix, "form": .form, "spaceDelimited": .spaceDelimited,
        "pipeDelimited": .pipeDelimited, "deepObject": .deepObject, "cookie": .cookie,
    ]

    /// Returns what a parameter of a style adds to a request.
    private func written(_ value: some Encodable, _ style: ParameterStyle, _ explode: Bool) throws -> String {
        switch style {
        case .simple, .label, .matrix:
            var request = ApiClient.Request(.get, "/{color}")
            do {
                try request.setPath("color", value, style: style, explode: explode)
            } catch let error as ApiError where error.kind == .invalidRequest {
                return "refused"
            }
            return String(request.path.dropFirst())
        case .cookie:
            var request = ApiClient.Request(.get, "/")
            try request.addCookie("color", value, style: style, explode: explode)
            return request.headers["Cookie"] ?? ""
        default:
            var request = ApiClient.Request(.get, "/")
            try request.addQuery("color", value, style: style, explode: explode)
            return request.query.joined(separator: "&")
        }
    }

    private static let page = "Sources/MartletGenerator/Documentation.docc/Support.md"

    @Test("text is sent as documented, in each style")
    func text() throws {
        let table = try MarkdownTable(in: Self.page, under: "### Text")
        #expect(table.rows.count == Self.styles.count)
        for row in table.rows {
            let style = try #require(MarkdownTable.code(row[0]).flatMap { Self.styles[$0] })
            for explode in style == .deepObject ? [true] : [true, false] {
                #expect(try written("", style, explode) == MarkdownTable.code(row[1]) ?? row[1], "\(row[0])")
                #expect(try written("blue", style, explode) == MarkdownTable.code(row[2]), "\(row[0])")
            }
        }
    }

    @Test("arrays are sent as documented, in each style")
    func arrays() throws { try check(["blue", "black", "brown"], under: "### Arrays") }

    @Test("objects are sent as documented, in each style")
    func objects() throws { try check(Color(), under: "### Objects") }

    private func check(_ value: some Encodable, under heading: String) throws {
        let table = try MarkdownTable(in: Self.page, under: heading)
        #expect(table.rows.count == 15)
        for row in table.rows {
            let style = try #require(MarkdownTable.code(row[0]).flatMap { Self.styles[$0] })
            let isExploded = row[0].hasSuffix(", exploded")
            #expect(try written(value, style, isExploded) == MarkdownTable.code(row[1]), "\(row[0])")
        }
    }

    /// Styles, with the path and the header field for a list.
    static let delimited: [(style: ParameterStyle, path: String, header: String)] = [
        (.simple, "/a%20b,c%7Cd", "a b,c|d"), (.spaceDelimited, "/a%20b%20c%7Cd", "a b c|d"),
        (.pipeDelimited, "/a%20b%7Cc%7Cd", "a b|c|d"), (.tabDelimited, "/a%20b%09c%7Cd", "a b\tc|d"),
    ]

    @Test("Swagger 2.0 has its collection formats in paths and headers as well", arguments: delimited.indices)
    func collectionFormat(index: Int) throws {
        let row = Self.delimited[index]
        var request = ApiClient.Request(.get, "/{p}")
        try request.setPath("p", ["a b", "c|d"], style: row.style)
        try request.setHeader("X-P", ["a b", "c|d"], style: row.style)
        #expect(request.path == row.path)
        #expect(request.headers["X-P"] == row.header)
    }

    @Test("nil and empty collections add nothing, in any style", arguments: Self.styles.keys.sorted(), [true, false])
    func nothing(name: String, explode: Bool) throws {
        let style = try #require(Self.styles[name])
        var request = ApiClient.Request(.get, "/")
        try request.addQuery("q", nil as String?, style: style, explode: explode)
        try request.addQuery("q", [] as [String], style: style, explode: explode)
        try request.addQuery("q", [:] as [String: Int], style: style, explode: explode)
        try request.addQuery("q", [nil] as [Int?], style: style, explode: explode)
        try request.addCookie("q", nil as String?, style: style, explode: explode)
        #expect(request.query.isEmpty && request.headers["Cookie"] == nil)
    }

    @Test(
        "a cookie that is not encoded holds neither a semicolon nor a control character (RFC 6265, 4.1.1)",
        arguments: [";", "\t", "\n", "\u{7F}", ";\u{301}"])
    func cookieCharacters(text: String) throws {
        var request = ApiClient.Request(.get, "/")
        #expect(throws: ApiError.self) { try request.addCookie("q", "a\(text)b", style: .cookie) }
        #expect(request.headers["Cookie"] == nil)
        try request.addCookie("q", "a\(text)b")
        #expect(request.headers["Cookie"] == "q=a\(PercentEncoding.strict(text))b")
    }

    @Test("delimiters in values are encoded, so that values can be distinguished")
    func delimiters() throws {
        var request = ApiClient.Request(.get, "/{a}/{b}/{c}")
        try request.setPath("a", ["a,b", "c"])
        try request.setPath("b", ["a.b", ";c"], style: .label, explode: true)
        try request.setPath("c", ["k;=": "v,"], style: .matrix, explode: true)
        #expect(request.path == "/a%2Cb,c/.a.b.%3Bc/;k%3B%3D=v%2C")
        try request.addQuery("d", ["a b", "c"], style: .spaceDelimited, explode: false)
        try request.addQuery("e", ["a|b", "c"], style: .pipeDelimited, explode: false)
        try request.addQuery("f[]", ["[x]": "&"], style: .deepObject)
        #expect(request.query == ["d=a%20b%20c", "e=a%7Cb%7Cc", "f%5B%5D%5B%5Bx%5D%5D=%26"])
    }

    @Test("nested values are JSON, repeat their key, or add brackets")
    func nested() throws {
        let value = ["list": [1, 2]]
        let deeper = ["a": ["b": ["c": 1]]]
        var request = ApiClient.Request(.get, "/")
        try request.addQuery("q", value)
        try request.addQuery("q", value, explode: false)
        try request.addQuery("q", [["x": 1]])
        try request.addQuery("q", deeper)
        try request.addQuery("q", deeper, style: .deepObject)
        try request.addQuery("q", value, style: .deepObject)
        #expect(
            request.query == [
                "list=1", "list=2", "q=list,%5B1%2C2%5D", "q=%7B%22x%22%3A1%7D", "a=%7B%22b%22%3A%7B%22c%22%3A1%7D%7D",
                "q%5Ba%5D%5Bb%5D%5Bc%5D=1", "q%5Blist%5D%5B0%5D=1", "q%5Blist%5D%5B1%5D=2",
            ]
        )
    }

    @Test("reserved characters are kept if allowed, except those that would change the request")
    func allowReserved() throws {
        let text = ":/?#[]@!$&'()*+,;= %41%zz%é"
        var request = ApiClient.Request(.get, "/{p}")
        try request.addQuery("q", text, allowReserved: true)
        try request.setPath("p", text, allowReserved: true)
        #expect(request.query == ["q=:/?%23%5B%5D@!$%26'()*%2B,;=%20%41%25zz%25%C3%A9"])
        #expect(request.path == "/:%2F%3F%23%5B%5D@!$&'()*+,;=%20%41%25zz%25%C3%A9")
    }

    /// An expansion of RFC 6570 that is a style of OpenAPI: one variable, and an operator that a style stands for.
    private struct Expansion {
        let style: ParameterStyle
        let explode: Bool
        let name: String

        init?(_ template: String) {
            guard template.hasPrefix("{"), template.hasSuffix("}"), !template.contains(","), !template.contains(":")
            else { return nil }
            var text = template.dropFirst().dropLast()
            explode = text.hasSuffix("*")
            if explode { text = text.dropLast() }
            let styles: [Character: ParameterStyle] = [".": .label, ";": .matrix, "?": .form]
            if let first = text.first, let style = styles[first] {
                self.style = style
                text = text.dropFirst()
            } else {
                style = .simple
            }
            guard !text.isEmpty, !text.contains(where: { "+#/&|!@=".contains($0) || $0 == "{" }) else { return nil }
            name = String(text)
        }

        func expanded(_ value: ParameterTree) throws -> String {
            let styled = StyledText(style: style, explode: explode, encode: PercentEncoding.strict)
            guard style == .form else { return try styled.expanded(name, value) }
            let pairs = try styled.pairs(name, value)
            return pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&")
        }
    }

    @Test(
        "the styles match the operators of RFC 6570",
        .enabled(
            if: Shared.has("conformance/uritemplate"), "optional: the public test suites are not beside the repository"),
        arguments: ["spec-examples-by-section.json", "extended-tests.json"]
    )
    func templates(file: String) throws {
        struct Section: Decodable {
            let variables: [String: JSONValue]
            let testcases: [[JSONValue]]
        }
        let data = try Data(
            contentsOf: Shared.root.appendingPathComponent("conformance/uritemplate").appendingPathComponent(file)
        )
        var count = 0
        for (title, section) in try JSONDecoder().decode([String: Section].self, from: data) {
            for test in section.testcases {
                guard case .string(let template) = test[0], let expansion = Expansion(template) else { continue }
                let expected: [JSONValue] =
                    switch test[1] {
                    case .array(let alternatives): alternatives
                    default: [test[1]]
                    }
                let value = try ParameterEncoder.tree(of: section.variables[expansion.name] ?? .null)
                let text = try expansion.expanded(value)
                #expect(expected.contains(.string(text)), "\(title): \(template) is \(text)")
                count += 1
            }
        }
        #expect(count > (file.hasPrefix("spec") ? 20 : 5))
    }
}
