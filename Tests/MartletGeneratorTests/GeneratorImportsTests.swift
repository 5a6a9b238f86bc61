import Foundation
import MartletTestSupport
import Testing

@Suite("Imports of the generator")
struct GeneratorImportsTests {
    @Test(
        "no file of the generator imports Foundation, which would add 60 MB of ICU to a static executable",
        arguments: [
            "MartletSource", "MartletOpenAPI", "MartletModel", "MartletTemplates", "MartletGenerator", "martlet",
        ]
    )
    func foundation(target: String) throws {
        let folder = Repository.root.appendingPathComponent("Sources/\(target)")
        // The embedded runtime is text.
        let files = TemporaryFolder.files(below: folder).filter {
            $0.hasSuffix(".swift") && !$0.hasSuffix("EmbeddedRuntime.swift")
        }
        #expect(!files.isEmpty)
        for file in files {
            let text = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
            #expect(!text.contains("import Foundation"), "\(target)/\(file)")
        }
    }
}
