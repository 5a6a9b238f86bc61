import Foundation
import MartletGenerator
import MartletModel
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
        try output.update(to: files)
    }

    @Test("new files and folders are created, and are then up to date")
    func creation() throws {
        let changes = try apply(file("A.swift", "a"), file("x/y/B.swift", "b"))
        #expect(changes.missing.map(\.path) == ["A.swift", "x/y/B.swift", ".martlet"])
        #expect(TemporaryFolder.files(below: folder.url) == ["out/.martlet", "out/A.swift", "out/x/y/B.swift"])
        #expect(try output.changes(to: [file("A.swift", "a"), file("x/y/B.swift", "b")]).isEmpty)
    }

    @Test("a failed write leaves nothing behind")
    func failure() throws {
        let name = String(repeating: "x", count: 300)
        #expect(throws: Diagnostic.self) { try apply(file("A.swift", "a"), file("\(name).swift", "b")) }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path(".")).isEmpty)
    }

    @Test("a failed update leaves no temporary file, and the next one removes obsolete files")
    func failedUpdate() throws {
        _ = try apply(file("A.swift", "a"))
        let long = String(repeating: "x", count: 300)
        // Without the folder, no file can be created.
        #expect(throws: Diagnostic.self) { try apply(file("A.swift", "b"), file("\(long)/B.swift", "b")) }
        #expect(TemporaryFolder.files(below: folder.url) == ["out/.martlet", "out/A.swift"])
        // The second file has no place, so that the first one stays.
        #expect(throws: Diagnostic.self) { try apply(file("x/B.swift", "b"), file("x/\(long).swift", "b")) }
        #expect(
            TemporaryFolder.files(below: folder.url) == [
                "out/.martlet", "out/.martlet.tmp/pending", "out/A.swift", "out/x/B.swift",
            ])
        #expect(try apply(file("A.swift", "a")).surplus == ["x/B.swift"])
        #expect(TemporaryFolder.files(below: folder.url) == ["out/.martlet", "out/A.swift"])
    }

    @Test("only changed files are written")
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

    @Test("obsolete files are removed with their empty folders; other files stay")
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

    @Test("anything that is no longer a regular file stays")
    func folderInPlace() throws {
        _ = try apply(file("A.swift", "a"), file("B.swift", "b"), file("C.swift", "c"))
        for name in ["out/B.swift", "out/C.swift"] { try FileManager.default.removeItem(atPath: folder.path(name)) }
        try folder.write("mine", to: "out/B.swift/mine")
        #expect(mkfifo(folder.path("out/C.swift"), 0o600) == 0)
        #expect(try apply(file("A.swift", "a")).surplus == [])
        #expect(folder.text(of: "out/B.swift/mine") == "mine")
    }

    @Test("a foreign file at a path is an error, and nothing is written")
    func foreign() throws {
        try folder.write("mine", to: "out/B.swift")
        let error = #expect(throws: Diagnostic.self) { try apply(file("A.swift", "a"), file("B.swift", "b")) }
        #expect(error?.message == .foreignFile(folder.path("out/B.swift")))
        #expect(TemporaryFolder.files(below: folder.url) == ["out/B.swift"])
        #expect(folder.text(of: "out/B.swift") == "mine")
    }

    @Test("a link is replaced, and its target is not touched")
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

    @Test("a folder that is a link is rejected")
    func linkedFolder() throws {
        try folder.write("", to: "out/x")
        try FileManager.default.createSymbolicLink(
            atPath: folder.path("out/Models"),
            withDestinationPath: folder.path(".")
        )
        let error = #expect(throws: Diagnostic.self) { try apply(file("Models/A.swift", "a")) }
        #expect(error?.message == .linkedFolder(folder.path("out/Models")))
    }

    @Test("a manifest with paths outside the folder removes nothing there")
    func manifest() throws {
        try folder.write("// \(GeneratedFile.marker)\n", to: "Outside.swift")
        let lines = "../Outside.swift\n/\(folder.path("Outside.swift"))\n./../Outside.swift\n"
        try folder.write("# \(GeneratedFile.marker)\n\(lines)", to: "out/.martlet")
        #expect(try apply(file("A.swift", "a")).surplus.isEmpty)
        #expect(folder.text(of: "Outside.swift") != nil)
    }

    @Test(
        "no entry of the manifest leads outside the folder", arguments: ["../\u{301}x", "/x", "a//x", "./x"])
    func list(line: String) throws {
        _ = try apply(file("A.swift", "a"))
        try folder.write("// \(GeneratedFile.marker)", to: "\u{301}x")
        try folder.write("# \(GeneratedFile.marker)\nA.swift\n\(line)\n", to: "out/.martlet")
        #expect(try output.changes(to: [file("A.swift", "a")]).surplus == [])
        #expect(folder.text(of: "\u{301}x") != nil)
    }

    @Test("a linked folder is not followed when obsolete files are removed")
    func linkedSurplus() throws {
        try folder.write("// \(GeneratedFile.marker)\n", to: "else/f")
        try folder.write("# \(GeneratedFile.marker)\nln/f\nln/sub/g\n", to: "out/.martlet")
        try FileManager.default.createSymbolicLink(
            atPath: folder.path("out/ln"),
            withDestinationPath: folder.path("else")
        )
        #expect(try apply(file("A.swift", "a")).surplus == [])
        #expect(folder.text(of: "else/f") != nil)
    }

    @Test("a temporary folder that is a link is rejected, and its target stays")
    func linkedTemporary() throws {
        try folder.write("mine", to: "else/f")
        try folder.write("", to: "out/x")
        try FileManager.default.createSymbolicLink(
            atPath: folder.path("out/.martlet.tmp"),
            withDestinationPath: folder.path("else")
        )
        let error = #expect(throws: Diagnostic.self) { try apply(file("A.swift", "a")) }
        #expect(error?.message == .linkedFolder(folder.path("out/.martlet.tmp")))
        #expect(folder.text(of: "else/f") == "mine")
    }

    @Test("files and the temporary folder of an interrupted run are recognized")
    func interrupted() throws {
        _ = try apply(file("A.swift", "a"))
        try folder.write("# \(GeneratedFile.marker)\nA.swift\nx/B.swift\n", to: "out/.martlet.tmp/pending")
        try folder.write("half a fi", to: "out/.martlet.tmp/7")
        try folder.write("// \(GeneratedFile.marker)\n", to: "out/x/B.swift")
        #expect(try output.changes(to: [file("A.swift", "a")]).surplus == ["x/B.swift"])
        #expect(try apply(file("A.swift", "a")).surplus == ["x/B.swift"])
        #expect(TemporaryFolder.files(below: folder.url) == ["out/.martlet", "out/A.swift"])
        try folder.write("half a fi", to: "out/.martlet.tmp/7")
        #expect(try apply(file("A.swift", "a")).isEmpty)
        #expect(TemporaryFolder.files(below: folder.url) == ["out/.martlet", "out/A.swift"])
    }

    @Test("on a case-insensitive file system, a name in another case is the same file")
    func folded() throws {
        _ = try apply(file("a.swift", "a"))
        // As on a file system that ignores case, both names lead to one file.
        try FileManager.default.linkItem(atPath: folder.path("out/a.swift"), toPath: folder.path("out/A.swift"))
        #expect(try apply(file("A.swift", "a")).surplus == [])
        #expect(folder.text(of: "out/a.swift") != nil)
    }

    @Test("the root and the home folder are rejected as output folders", arguments: ["/", "//", "/tmp/.."])
    func unfit(path: String) throws {
        let error = #expect(throws: Diagnostic.self) { try OutputFolder(path: path).changes(to: []) }
        #expect(error?.message.text.hasPrefix("martlet does not write into") == true)
        let home = FileManager.default.homeDirectoryForCurrentUser.path
        #expect(throws: Diagnostic.self) { try OutputFolder(path: home).update(to: []) }
    }

    @Test("the manifest holds records besides paths, one per line")
    func records() throws {
        let output = OutputFolder(path: folder.path("out"), records: [.init("document", "a b\nEvil.swift")])
        _ = try output.update(to: [file("A.swift", "a")])
        let manifest = OutputManifest(Array((folder.text(of: "out/.martlet") ?? "").utf8))
        #expect(manifest.records.last == .init("document", "a b<U+000A>Evil.swift"))
        #expect(manifest.paths == ["A.swift"])
    }

    @Test(
        "the hash of a document equals that of sha256sum",
        arguments: [
            (0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            (55, "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"),
            (56, "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a"),
            (1000, "41edece42d63e8d9bf515a9ba6932e1c20cbc9f5a5d134645adb5db1b9737ea3"),
        ]
    )
    func hash(count: Int, digits: String) throws {
        let source = SourceFile(path: "a", bytes: [UInt8](repeating: UInt8(ascii: "a"), count: count))
        let configuration = Configuration(spec: "a", module: try #require(Identifier("M")))
        #expect(Generator.records(source, configuration).last == .init("sha256", digits))
    }
}
