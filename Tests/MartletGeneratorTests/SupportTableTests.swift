import Foundation
import MartletTestSupport
import Testing

@Suite("What the documentation says is supported")
struct SupportTableTests {
    @Test("each schema of the table has the Swift that stands beside it")
    func schemas() throws {
        let table = try MarkdownTable(in: "Sources/MartletGenerator/Documentation.docc/Support.md", under: "## Schemas")
        #expect(table.rows.count > 30)
        for row in table.rows {
            let schema = try #require(MarkdownTable.code(row[1]))
            let swift = try #require(MarkdownTable.code(row[2]))
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

    @Test("the Swift of each operation construct stands in the checked-in module")
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
