import MartletGenerator
import MartletModel
import MartletSource
import MartletTestSupport
import Testing

@Suite("The settings pages and formats")
struct PagesConfigurationTests {
    private func read(_ pages: String) throws -> (configuration: Configuration?, printed: [String]) {
        let collector = DiagnosticCollector()
        let text = "spec: api.yaml\nmodule: TestAPI\n\(pages)\n"
        let root = try DocumentReader.read(
            SourceFile(path: "martlet.yaml", bytes: Array(text.utf8)),
            diagnostics: collector
        )
        return (Configuration(root, collector), collector.diagnostics.map(\.description))
    }

    @Test("the settings of an operation's pages are read")
    func values() throws {
        let (configuration, printed) = try read(
            """
            pages:
              a: {kind: none}
              b: {kind: offset, parameter: from, size: n}
              c: {kind: cursor, parameter: at, items: found.rows, next: found.more}
              d: {kind: page}
              e: {kind: link}
            """
        )
        #expect(printed.isEmpty)
        let pages = try #require(configuration?.pages)
        #expect(pages.mapValues(\.kind) == ["a": .none, "b": .offset, "c": .cursor, "d": .page, "e": .link])
        #expect(pages["b"]?.parameter == "from" && pages["b"]?.size == "n" && pages["b"]?.items == nil)
        #expect(pages["c"]?.items == "found.rows" && pages["c"]?.next == "found.more" && pages["c"]?.size == nil)
        #expect(pages["c"]?.location.position == Position(line: 6, column: 3))
    }

    /// Faults, with their positions as 1️⃣ and a part of the message.
    static let faults: [(pages: String, part: String)] = [
        ("pages: 1️⃣[a]", "must be a mapping"), ("pages: {a: 1️⃣offset}", "whose key kind is"),
        ("pages: {a: 1️⃣{parameter: from}}", "whose key kind is"),
        ("pages: {a: {kind: 1️⃣offsets}}", "is not a value of kind; did you mean `offset`?"),
        ("pages: {a: {kind: offset, 1️⃣paramter: from}}", "did you mean `parameter`?"),
        ("pages: {a: {kind: offset, parameter: 1️⃣[from]}}", "must be a string"),
        ("formats: {uri: 1️⃣Money}", "CalendarDate, Data, Date,"), ("formats: {uri: URL, a: 1️⃣Array}", "URL or UUID"),
    ]

    @Test("an invalid setting is an error at its position", arguments: faults.indices)
    func fault(index: Int) throws {
        let row = Self.faults[index]
        let marked = MarkedText("spec: api.yaml\nmodule: TestAPI\n\(row.pages)")
        let position = try #require(marked["1️⃣"])
        let (configuration, printed) = try read(row.pages.replacing("1️⃣", with: ""))
        #expect(configuration == nil)
        let found = printed.filter { $0.hasPrefix("martlet.yaml:\(position): error: ") && $0.contains(row.part) }
        #expect(found.count == 1, "\(printed)")
    }
}
