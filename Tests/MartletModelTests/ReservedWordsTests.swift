import Foundation
import MartletModel
import MartletTestSupport
import Testing

@Suite("Reserved words")
struct ReservedWordsTests {
    @Test("the reserved names are exactly the public types of the runtime")
    func runtimeTypes() throws {
        let folder = Repository.root.appendingPathComponent("Sources/MartletRuntime")
        let declaration =
            /^(?:@\w+(?:\([^)]*\))? )*public (?:final |indirect )*(?:struct|enum|class|protocol|actor|typealias|macro) (\w+)/
        var names: Set<String> = []
        for path in TemporaryFolder.files(below: folder) where path.hasSuffix(".swift") {
            let text = try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
            for line in text.split(separator: "\n") {
                if let match = line.firstMatch(of: declaration) { names.insert(String(match.output.1)) }
            }
        }
        #expect(names.sorted() == ReservedWords.runtimeTypes.sorted())
    }

    @Test("the documentation lists the reserved names")
    func documentation() throws {
        let page = Repository.root.appendingPathComponent("Sources/MartletGenerator/Documentation.docc/Naming.md")
        let text = try String(contentsOf: page, encoding: .utf8)
        let list = text.split(separator: "\n").filter { $0.hasPrefix("- `") }
        let names = list.flatMap { $0.matches(of: /`(\w+)`/).map { String($0.output.1) } }
        #expect(names.sorted() == ReservedWords.runtimeTypes.sorted())
        #expect(text.contains("the runtime's \(names.count) types"))
    }
}
