import Foundation
import MartletTestSupport
import Testing

extension MartletTests {
    @Test("--watch generates again after changes, survives mistakes, and ends on request")
    func watch() async throws {
        try folder.write("spec: api.yaml\nmodule: KitesAPI\noutput: out\noverlays: [o.yaml]\n", to: "martlet.yaml")
        try folder.write(overlay("first"), to: "o.yaml")
        let process = try watching([])
        defer { process.terminate() }
        func wait(for text: String) async throws {
            while folder.text(of: "out/Models/Kite.swift")?.contains(text) != true {
                try await Task.sleep(for: .milliseconds(20))
            }
        }
        try await wait(for: "/// first")
        try folder.write(overlay("second"), to: "o.yaml")
        try await wait(for: "/// second")
        try folder.write("actions: []\n", to: "o.yaml")
        try await waitForError("o.yaml:1:1: error: ")
        try folder.write(overlay("third"), to: "o.yaml")
        try await wait(for: "/// third")
        // Some editors move a file before they write it.
        let configuration = try #require(folder.text(of: "martlet.yaml"))
        let document = try #require(folder.text(of: "api.yaml"))
        for (name, text, message) in [
            ("martlet.yaml", configuration, "no martlet.yaml"), ("api.yaml", document, "no file \"api.yaml\""),
        ] {
            try FileManager.default.removeItem(at: folder.url.appendingPathComponent(name))
            try await waitForError(message)
            try folder.write(text, to: name)
            try folder.write(overlay("back \(name)"), to: "o.yaml")
            try await wait(for: "/// back \(name)")
        }
        try folder.write(document.replacing("tail", with: "queue"), to: "api.yaml")
        try await wait(for: "queue")
        process.interrupt()
        process.waitUntilExit()
        #expect(process.terminationReason == .exit && process.terminationStatus == 0)
        #expect(try martlet("generate", "--watch", "--check").status == 2)
        #expect(try martlet("generate", "-", "--watch", "--module", "A", "--output", "o").status == 2)
    }

    @Test("--watch notices changes of the files in which another client declares the shared models")
    func watchOwner() async throws {
        try folder.write("spec: ../owner/api.yaml\nmodule: KitesAPI\noutput: ../out/a\n", to: "a/martlet.yaml")
        try folder.write(
            Self.document.replacing(
                "{type: object, description: A kite., properties: {tail: {type: string}}}", with: "{$ref: kite.yaml}"),
            to: "owner/api.yaml")
        try folder.write("{type: object, properties: {tail: {type: string}}}", to: "owner/kite.yaml")
        try folder.write(
            "spec: ../api.yaml\nmodule: ToysAPI\noutput: ../out/b\nshared: {from: ../a/martlet.yaml, schemas: [Kite]}\n",
            to: "b/martlet.yaml")
        let process = try watching(["--config", "b/martlet.yaml"])
        defer { process.terminate() }
        while folder.text(of: "out/b/ToysClient.swift") == nil { try await Task.sleep(for: .milliseconds(20)) }
        try folder.write("{type: object, properties: {tail: {type: integer}}}", to: "owner/kite.yaml")
        try await waitForError("Kite.tail isn't the same as in KitesAPI")
    }

    /// Starts the command, whose errors go to a file.
    private func watching(_ arguments: [String]) throws -> Process {
        let process = Process()
        process.executableURL = Repository.products.appendingPathComponent("martlet")
        process.currentDirectoryURL = folder.url
        process.arguments = ["generate", "--watch"] + arguments
        try folder.write("", to: ".errors")
        process.standardError = FileHandle(forWritingAtPath: folder.path(".errors"))
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        return process
    }

    private func waitForError(_ message: String) async throws {
        while folder.text(of: ".errors")?.contains(message) != true { try await Task.sleep(for: .milliseconds(20)) }
    }

    private func overlay(_ description: String) -> String {
        """
        overlay: 1.0.0
        info: {title: O, version: "1"}
        actions: [{target: $.components.schemas.Kite, update: {description: \(description)}}]
        """
    }
}
