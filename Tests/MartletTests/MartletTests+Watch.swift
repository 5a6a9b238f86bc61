import Foundation
import MartletTestSupport
import Testing

extension MartletTests {
    @Test("--watch generates again after changes, survives mistakes, and ends on request")
    func watch() async throws {
        try folder.write("spec: api.yaml\nmodule: KitesAPI\noutput: out\noverlays: [o.yaml]\n", to: "martlet.yaml")
        try folder.write(overlay("first"), to: "o.yaml")
        let process = Process()
        process.executableURL = Repository.products.appendingPathComponent("martlet")
        process.currentDirectoryURL = folder.url
        process.arguments = ["generate", "--watch"]
        try folder.write("", to: ".errors")
        process.standardError = FileHandle(forWritingAtPath: folder.path(".errors"))
        process.standardOutput = FileHandle.nullDevice
        try process.run()
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
        while folder.text(of: ".errors")?.contains("o.yaml:1:1: error: ") != true {
            try await Task.sleep(for: .milliseconds(20))
        }
        try folder.write(overlay("third"), to: "o.yaml")
        try await wait(for: "/// third")
        // Some editors move a file before they write it.
        let configuration = try #require(folder.text(of: "martlet.yaml"))
        let document = try #require(folder.text(of: "api.yaml"))
        for (name, text, message) in [
            ("martlet.yaml", configuration, "no martlet.yaml"), ("api.yaml", document, "no file \"api.yaml\""),
        ] {
            try FileManager.default.removeItem(at: folder.url.appendingPathComponent(name))
            while folder.text(of: ".errors")?.contains(message) != true { try await Task.sleep(for: .milliseconds(20)) }
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

    private func overlay(_ description: String) -> String {
        """
        overlay: 1.0.0
        info: {title: O, version: "1"}
        actions: [{target: $.components.schemas.Kite, update: {description: \(description)}}]
        """
    }
}
