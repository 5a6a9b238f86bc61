import Foundation
import MartletTemplates
import MartletTestSupport
import Testing

@Suite("The official Mustache suite")
struct MustacheSpecificationTests {
    /// `../shared/conformance/mustache` beside the repository's root.
    static let folder = Shared.root.appending(path: "conformance/mustache")

    @Test(
        "every case of the core renders as expected",
        .enabled(
            if: FileManager.default.fileExists(atPath: folder.path),
            "optional: the public test suites are not beside the repository"),
        arguments: ["interpolation", "sections", "inverted", "partials", "delimiters", "comments"]
    )
    func core(module: String) throws {
        let data = try Data(contentsOf: Self.folder.appending(path: "\(module).json"))
        let cases = try JSONDecoder().decode(SpecificationFile.self, from: data).tests
        try #require(!cases.isEmpty)
        for specimen in cases {
            let main = "the template itself"
            var sources = specimen.partials ?? [:]
            sources[main] = specimen.template
            let templates = try TemplateSet(sources: sources, lookup: .lenient, escaping: .html)
            let text = try templates.render(main, specimen.data.value)
            #expect(text == specimen.expected, "\(module): \(specimen.name)")
        }
    }
}

private struct SpecificationFile: Decodable {
    struct Case: Decodable {
        let name: String
        let data: JSONContext
        let template: String
        let partials: [String: String]?
        let expected: String
    }

    let tests: [Case]
}

/// JSON as a template sees it: numbers are text.
private struct JSONContext: Decodable {
    let value: TemplateValue

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            value = .null
        } else if let condition = try? container.decode(Bool.self) {
            value = .bool(condition)
        } else if let integer = try? container.decode(Int.self) {
            value = .string(String(integer))
        } else if let number = try? container.decode(Double.self) {
            value = .string(String(number))
        } else if let text = try? container.decode(String.self) {
            value = .string(text)
        } else if let items = try? container.decode([JSONContext].self) {
            value = .list(items.map(\.value))
        } else {
            let members = try container.decode([String: JSONContext].self)
            value = .object(TemplateObject(members.map { ($0.key, $0.value.value) }))
        }
    }
}
