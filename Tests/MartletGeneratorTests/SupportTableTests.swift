import Foundation
import MartletTestSupport
import Testing

@Suite("The tables of Support.md")
struct SupportTableTests {
    @Test("each schema generates the Swift in its row")
    func schemas() throws {
        let table = try MarkdownTable(in: "Sources/MartletGenerator/Documentation.docc/Support.md", under: "## Schemas")
        #expect(table.rows.count > 30)
        for row in table.rows {
            let schema = try #require(MarkdownTable.codes(in: row[0]).last)
            let swift = try #require(MarkdownTable.code(row[1]))
            let document = """
                openapi: 3.1.0
                info: {title: T, version: "1"}
                paths: {}
                components:
                  schemas:
                    T: \(schema)
                """
            let text = try #require(try Generation(document).text(of: "Models/T.swift"), "\(row[0])")
            #expect(text.contains(swift), "\(row[0])\n\(text)")
        }
    }

    @Test("the checked-in module contains the Swift in the row of each construct")
    func operations() throws {
        let table = try MarkdownTable(
            in: "Sources/MartletGenerator/Documentation.docc/Support.md", under: "## Operations")
        #expect(table.rows.count > 30)
        let module = Repository.root.appendingPathComponent("Generated/OperationsAPI")
        let files = TemporaryFolder.files(below: module).filter { $0.hasSuffix(".swift") }
        let text = try files.map { try String(contentsOf: module.appendingPathComponent($0), encoding: .utf8) }.joined()
        for row in table.rows {
            guard let swift = MarkdownTable.code(row[1]) else { continue }
            #expect(text.contains(swift), "\(row[0])")
        }
    }
}
