import MartletSource
import MartletTestSupport
import Testing

@Suite("The rules of diagnostics")
struct RulesTableTests {
    @Test("the article lists each rule, with reason and remedy")
    func rules() throws {
        let table = try MarkdownTable(in: "Sources/MartletGenerator/Documentation.docc/Rules.md", under: "## Overview")
        #expect(
            table.rows.compactMap { MarkdownTable.code($0[0]) } == Diagnostic.Rule.allCases.map(\.rawValue).sorted())
        #expect(table.rows.allSatisfy { $0.count == 3 && !$0[1].isEmpty && !$0[2].isEmpty })
    }
}
