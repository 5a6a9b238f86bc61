import Foundation
import MartletGenerator
import MartletModel
import MartletSource
import MartletTestSupport
import Testing

@Suite("Stability of names")
struct StabilityTests {
    @Test("additions to a document rename nothing", arguments: GoldenTests.specifications.map(\.folder))
    func promise(folder: String) throws {
        let path = Repository.root.appendingPathComponent("Specs/\(folder)/openapi.yaml").path
        let source = try SourceFile.reading(path)
        let root = try DocumentReader.read(source, diagnostics: DiagnosticCollector())
        let module = try #require(Identifier("TestAPI"))
        let configuration = Configuration(spec: path, module: module)
        let stability = try #require(Stability(.init(source, configuration, ConfinedFiles(besides: path))))
        for growth in DocumentGrowth.all {
            let grown = SourceFile(path: path, bytes: Array(growth.applied(to: root).json.utf8))
            let renames = try #require(stability.renames(in: grown), "\(growth.name)")
            #expect(renames.silent == [], "\(growth.name)")
        }
    }
}
