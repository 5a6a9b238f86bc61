import MartletModel
import MartletSource
import Testing

@testable import MartletGenerator

@Suite("The size report")
struct SizeReportTests {
    @Test("a treemap fills its rectangle in proportion to the weights")
    func treemap() {
        let whole = Treemap.Rectangle(x: 0, y: 0, width: 6, height: 4)
        // The example of the article.
        let rectangles = Treemap.rectangles([6, 6, 4, 3, 2, 2, 1], in: whole)
        #expect(rectangles.prefix(2).allSatisfy { $0.width == 3 && $0.height == 2 })
        for (rectangle, weight) in zip(rectangles, [6.0, 6, 4, 3, 2, 2, 1]) {
            #expect(abs(rectangle.width * rectangle.height - weight) < 0.001)
            #expect(rectangle.x + rectangle.width <= 6.001 && rectangle.y + rectangle.height <= 4.001)
        }
        #expect(Treemap.rectangles([0, 0], in: whole).allSatisfy { $0.width == 0 })
        #expect(Treemap.rectangles([], in: whole).isEmpty)
    }

    @Test("text of a document stays text in the page, and every line of a type is counted once")
    func page() throws {
        let hostile = "<script>alert(1)</script>&<\u{338}img src=x>\\\"]]>"
        let document = """
            openapi: 3.0.3
            info: {title: T, version: "1"}
            tags: [{name: \(JSONText.string(hostile))}]
            paths:
              /a:
                get:
                  operationId: a
                  tags: [\(JSONText.string(hostile))]
                  responses: {"200": {description: d, content: {application/json: {schema: {$ref: "#/components/schemas/A"}}}}}
            components: {schemas: {A: {type: object}, B: {type: object}}}
            """
        let source = SourceFile(path: "a.yaml", bytes: Array(document.utf8))
        let module = try #require(Identifier("TestAPI"))
        let client = try #require(
            Generator.client(
                source, Configuration(spec: "a.yaml", module: module), files: ConfinedFiles(root: ""),
                diagnostics: DiagnosticCollector()))
        let files = [("APIs/\(client.apis[0].name.text)", 7), ("Models/A", 20), ("Models/B", 3), ("TestClient", 50)]
            .map { GeneratedFile(path: "\($0).swift", contents: Array(repeating: 10, count: $1)) }
        let report = SizeReport(client, in: nil, files)
        #expect(report.parts.map(\.lines) == [27, 0, 3])
        let html = report.html
        #expect(html.contains("<p>30 lines."))
        #expect(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;&amp;"))
        for tag in ["<script", "<img"] { #expect(!html.unicodeScalars.contains(tag)) }
        #expect(!html.contains("http:") && !html.contains("https:"))
    }
}

extension String.UnicodeScalarView {
    /// Whether the scalars of a text are within, whatever is combined with them.
    fileprivate func contains(_ text: String) -> Bool {
        indices.contains { self[$0...].starts(with: text.unicodeScalars) }
    }
}
