import Foundation
import MartletTestSupport
import Testing

/// Cases that need a process and a disk, by their numbers.
extension MartletTests {
    private static let tiny = "openapi: 3.0.3\ninfo: {title: T, version: '1'}\npaths: {}\n"

    private func generate(_ arguments: [String], in folder: TemporaryFolder) async throws -> ChildProcess {
        try await ChildProcess.run(
            "martlet", ["generate"] + arguments + ["--module", "M", "--output", "out"], folder: folder.url)
    }

    @Test("G41: a document can have any file name", arguments: ["a b.yaml", "-a.yaml", "a\nb.yaml", "\u{1F980}.yaml"])
    func names(name: String) async throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.tiny, to: name)
        #expect(try await generate(["./\(name)"], in: folder).isSuccess)
        let arguments = ["generate", "--module", "M", "--output", "out", "--", name]
        #expect(try await ChildProcess.run("martlet", arguments, folder: folder.url).isSuccess)
    }

    @Test(
        "G46: only regular files of limited size are read",
        arguments: ["folder", "fifo", "sparse", "/dev/zero", "/proc/self/environ"])
    func kinds(target: String) async throws {
        let folder = try TemporaryFolder()
        try folder.write("", to: "folder/x")
        #expect(mkfifo(folder.path("fifo"), 0o600) == 0)
        try folder.write("", to: "sparse")
        #expect(truncate(folder.path("sparse"), 5 << 30) == 0)
        try folder.write(Self.tiny + "components: {schemas: {A: {$ref: 'part.yaml'}}}\n", to: "api.yaml")
        let path = target.hasPrefix("/") ? target : folder.path(target)
        try FileManager.default.createSymbolicLink(atPath: folder.path("part.yaml"), withDestinationPath: path)
        let run = try await generate(["api.yaml"], in: folder)
        #expect(!run.isSuccess && !run.hasHung && run.errors.contains("error: "))
        #expect(folder.text(of: "out/MClient.swift") == nil)
    }

    @Test("G70, G71: a truncated or damaged document is an error or a client, never a crash")
    func damaged() async throws {
        let folder = try TemporaryFolder()
        let text = Array(
            """
            openapi: 3.0.3
            info: {title: "T", version: '1'}
            paths: {/a: {get: {responses: {200: {description: |
              d
            }}}}}
            components: {schemas: {A: &a {type: object, properties: {b: {type: [string], enum: ["x\\n", *a]}}}}}
            """.utf8)
        var seed: UInt64 = 71
        for index in 0..<60 {
            var bytes = Array(text.prefix(text.count * index / 60))
            if index.isMultiple(of: 2) {
                bytes = text
                for _ in 0..<3 {
                    seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                    bytes[Int(seed >> 33) % bytes.count] = UInt8(truncatingIfNeeded: seed >> 20)
                }
            }
            try Data(bytes).write(to: folder.url.appendingPathComponent("api.yaml"))
            let run = try await ChildProcess.run("martlet", ["lint", "api.yaml"], folder: folder.url)
            #expect(run.isSuccess || run.errors.contains("error: "), "\(String(decoding: bytes, as: UTF8.self))")
        }
    }

    @Test("G74: an unreadable file is an error with its name", arguments: ["nothing.yaml", ".", "/dev/null"])
    func unreadable(path: String) async throws {
        let run = try await generate([path], in: TemporaryFolder())
        #expect(!run.isSuccess && !run.hasHung && run.errors.contains(path) && run.errors.contains("error: "))
    }

    @Test("G94: something unused fails a run only with --strict")
    func unused() async throws {
        let folder = try TemporaryFolder()
        try folder.write(
            Self.tiny.replacing("paths: {}", with: "paths:") + """
                  /a: {get: {operationId: a, responses: {'204': {description: d}}}}
                  /b: {get: {operationId: b, parameters: [{name: "x y", in: header, required: true}], responses: {'204': {description: d}}}}

                """, to: "api.yaml")
        try folder.write("spec: api.yaml\nmodule: M\noutput: out\ninclude: {operations: [a]}\n", to: "martlet.yaml")
        let run = try await ChildProcess.run("martlet", ["generate"], folder: folder.url)
        #expect(run.isSuccess, "\(run.errors)")
        let strict = try await ChildProcess.run(
            "martlet", ["lint", "--config", "martlet.yaml", "--strict"], folder: folder.url)
        #expect(!strict.isSuccess && strict.errors.contains("api.yaml:5:"), "\(strict.errors)")
    }

    @Test("a disk that is full leaves no half-written file")
    func fullDisk() throws {
        let properties = (0..<80).map { "p\($0): {type: string}" }.joined(separator: ", ")
        try folder.write(Self.document.replacing("tail: {type: string}", with: properties), to: "api.yaml")
        // The limit for the size of files stands for the space of the disk.
        let command = "trap '' XFSZ; ulimit -f 3; exec \"$0\" generate api.yaml --module KitesAPI --output out"
        let executable = Repository.products.appendingPathComponent("martlet").path
        let outcome = try martlet("-c", command, executable, executable: URL(fileURLWithPath: "/bin/bash"))
        #expect(outcome.status == 1)
        #expect(outcome.errors.hasPrefix("error: can't write \"out/.martlet.tmp/"), "\(outcome.errors)")
        #expect(!FileManager.default.fileExists(atPath: folder.path("out")))
        #expect(try martlet("generate", "api.yaml", "--module", "KitesAPI", "--output", "out").status == 0)
    }
}
