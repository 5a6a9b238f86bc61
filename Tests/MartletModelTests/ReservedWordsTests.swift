import Foundation
import MartletModel
import MartletTestSupport
import Testing

@Suite("Reserved words")
struct ReservedWordsTests {
    @Test(
        "no schema can take the name of a public type of the runtime",
        arguments: ["MartletRuntime": 20, "MartletSupport": 10]
    )
    func runtimeTypes(module: String, atLeast count: Int) throws {
        let folder = Repository.root.appendingPathComponent("Sources/\(module)")
        let declaration = /^(?:@\w+ )?public (?:final |indirect )?(?:struct|enum|class|protocol|actor|typealias) (\w+)/
        var names: Set<String> = []
        for path in TemporaryFolder.files(below: folder) where path.hasSuffix(".swift") {
            let text = try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
            for line in text.split(separator: "\n") {
                if let match = line.firstMatch(of: declaration) { names.insert(String(match.output.1)) }
            }
        }
        #expect(names.count > count)
        #expect(names.subtracting(ReservedWords.types) == [])
    }
}
