import Foundation
import MartletGenerator
import MartletSource
import MartletTestSupport
import Testing

@Suite("OutputFolder")
struct OutputFolderTests {
    private let folder: TemporaryFolder
    private let output: OutputFolder

    init() throws {
        folder = try TemporaryFolder()
        output = OutputFolder(path: folder.path("out") + "/")
    }

    private func file(_ path: String, _ text: String) -> GeneratedFile {
        GeneratedFile(path: path, contents: Array("// \(GeneratedFile.marker)\n\(text)\n".utf8))
    }

    private func apply(_ files: GeneratedFile...) throws -> OutputChanges {
        let changes = try output.changes(to: files)
        try output.apply(changes)
        return changes
    }

    @Test("new files are made, with their folders, and are then up to date")
    func creation() throws {
        let changes = try apply(file("A.swift", "a"), file("x/y/B.swift", "b"))
        #expect(changes.missing.map(\.path) == ["A.swift", "x/y/B.swift", ".martlet"])
        #expect(TemporaryFolder.files(below: folder.url) == ["out/.martlet", "out/A.swift", "out/x/y/B.swift"])
        #expect(try output.changes(to: [file("A.swift", "a"), file("x/y/B.swift", "b")]).isEmpty)
    }

    @Test("what can't be written leaves nothing behind")
    func failure() throws {
        let name = String(repeating: "x", count: 300)
        #expect(throws: Diagnostic.self) { try apply(file("A.swift", "a"), file("\(name).swift", "b")) }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path(".")).isEmpty)
    }

    @Test("only what changed is written")
    func unchanged() throws {
        _ = try apply(file("A.swift", "a"), file("B.swift", "b"))
        let old =
            try FileManager.default.attributesOfItem(atPath: folder.path("out/A.swift"))[.systemFileNumber] as? UInt64
        let changes = try apply(file("A.swift", "a"), file("B.swift", "c"))
        let new =
            try FileManager.default.attributesOfItem(atPath: folder.path("out/A.swift"))[.systemFileNumber] as? UInt64
        #expect(changes.stale.map(\.path) == ["B.swift"])
        #expect(old == new)
    }

    @Test("files of an earlier run are removed with their empty folders; files of others stay")
    func removal() throws {
        _ = try apply(file("A.swift", "a"), file("x/B.swift", "b"), file("C.swift", "c"))
        try folder.write("mine", to: "out/Mine.swift")
        try folder.write("mine now", to: "out/C.swift")
        let changes = try apply(file("A.swift", "a"))
        #expect(changes.surplus == ["x/B.swift"])
        #expect(
            TemporaryFolder.files(below: folder.url) == [
                "out/.martlet", "out/A.swift", "out/C.swift", "out/Mine.swift",
            ]
        )
        #expect(!FileManager.default.fileExists(atPath: folder.path("out/x")))
    }

    @Test("a file of somebody else's in the way is an error, and nothing is written")
    func foreign() throws {
        try folder.write("mine", to: "out/B.swift")
        let error = #expect(throws: Diagnostic.self) { try apply(file("A.swift", "a"), file("B.swift", "b")) }
        #expect(error?.message == .foreignFile(folder.path("out/B.swift")))
        #expect(TemporaryFolder.files(below: folder.url) == ["out/B.swift"])
        #expect(folder.text(of: "out/B.swift") == "mine")
    }

    @Test("a link is replaced, and what it leads to is not touched")
    func link() throws {
        try folder.write("victim", to: "victim")
        try folder.write("", to: "out/x")
        try FileManager.default.createSymbolicLink(
            atPath: folder.path("out/A.swift"),
            withDestinationPath: folder.path("victim")
        )
        _ = try apply(file("A.swift", "a"))
        #expect(folder.text(of: "victim") == "victim")
        #expect(folder.text(of: "out/A.swift")?.hasSuffix("\na\n") == true)
    }

    @Test("a folder that is a link is refused")
    func linkedFolder() throws {
        try folder.write("", to: "out/x")
        try FileManager.default.createSymbolicLink(
            atPath: folder.path("out/Models"),
            withDestinationPath: folder.path(".")
        )
        let error = #expect(throws: Diagnostic.self) { try apply(file("Models/A.swift", "a")) }
        #expect(error?.message == .linkedFolder(folder.path("out/Models")))
    }

    @Test("a list of files that leads out of the folder removes nothing there")
    func manifest() throws {
        try folder.write("// \(GeneratedFile.marker)\n", to: "Outside.swift")
        let lines = "../Outside.swift\n/\(folder.path("Outside.swift"))\n./../Outside.swift\n"
        try folder.write("# \(GeneratedFile.marker)\n\(lines)", to: "out/.martlet")
        #expect(try apply(file("A.swift", "a")).surplus.isEmpty)
        #expect(folder.text(of: "Outside.swift") != nil)
    }

    @Test(
        "no line of the list of written files leads out of the folder", arguments: ["../\u{301}x", "/x", "a//x", "./x"])
    func list(line: String) throws {
        _ = try apply(file("A.swift", "a"))
        try folder.write("// \(GeneratedFile.marker)", to: "\u{301}x")
        try folder.write("# \(GeneratedFile.marker)\nA.swift\n\(line)\n", to: "out/.martlet")
        #expect(try output.changes(to: [file("A.swift", "a")]).surplus == [])
        #expect(folder.text(of: "\u{301}x") != nil)
    }
}
