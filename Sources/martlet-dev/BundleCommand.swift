import Foundation
import MartletGenerator
import MartletTestSupport

/// `martlet-dev bundle DIR`: builds `martlet` as an artifact bundle, and a package around it whose build plugin runs it.
///
/// A package that uses the plugin compiles nothing of the generator and needs no libyaml. On Linux the executable is
/// static and runs without Swift's libraries. Executables for other systems that the bundle already contains are kept,
/// so a bundle for all systems is built on one system after the other.
enum BundleCommand {
    static func run(_ path: String) async throws -> Bool {
        let folder = URL(fileURLWithPath: path, isDirectory: true)
        let bundle = folder.appendingPathComponent("martlet.artifactbundle", isDirectory: true)
        let build = ["build", "-c", "release", "--product", "martlet", "--scratch-path", ".build/bundle"] + flags
        guard try await swift(build) != nil, let products = try await swift(build + ["--show-bin-path"])?.last else {
            return false
        }
        try FileManager.default.createDirectory(at: bundle, withIntermediateDirectories: true)
        try replace(
            bundle.appendingPathComponent("\(system)/martlet"),
            with: URL(fileURLWithPath: products).appendingPathComponent("martlet")
        )
        let variants = systems.filter { name, _ in
            FileManager.default.fileExists(atPath: bundle.appendingPathComponent("\(name)/martlet").path)
        }
        try write(information(variants), to: bundle.appendingPathComponent("info.json"))
        try write(manifest, to: folder.appendingPathComponent("Package.swift"))
        let plugin = Repository.root.appendingPathComponent("Sources/MartletBuild")
        for name in try FileManager.default.contentsOfDirectory(atPath: plugin.path) {
            try replace(
                folder.appendingPathComponent("Plugins/MartletBinaryBuild/\(name)"),
                with: plugin.appendingPathComponent(name)
            )
        }
        let zip = try await ChildProcess.run(
            "/usr/bin/env",
            ["zip", "-q", "-r", "-X", "martlet.artifactbundle.zip", "martlet.artifactbundle"],
            folder: folder,
            timeout: .seconds(120)
        )
        let archive = folder.appendingPathComponent("martlet.artifactbundle.zip").path
        guard zip.isSuccess, let sum = try await swift(["package", "compute-checksum", archive])?.last else {
            FileHandle.standardError.write(Data(zip.errors.utf8))
            return false
        }
        print("\(archive)\nchecksum: \(sum)")
        return true
    }

    #if os(Linux)
        private static let flags = ["-Xswiftc", "-static-executable", "-Xlinker", "--strip-all"]
        #if arch(arm64)
            private static let system = "linux-aarch64"
        #else
            private static let system = "linux-x86_64"
        #endif
    #else
        private static let flags = ["--arch", "arm64", "--arch", "x86_64"]
        private static let system = "macos"
    #endif

    /// The folders of the bundle's executables, and the triples that each runs on.
    private static let systems = [
        ("linux-aarch64", ["aarch64-unknown-linux-gnu"]), ("linux-x86_64", ["x86_64-unknown-linux-gnu"]),
        ("macos", ["arm64-apple-macosx", "x86_64-apple-macosx"]),
    ]

    /// The `info.json` of the bundle (Swift Evolution SE-0305).
    private static func information(_ systems: [(String, [String])]) -> String {
        let variants = systems.map { name, triples in
            let list = triples.map { "\"\($0)\"" }.joined(separator: ", ")
            return "{\"path\": \"\(name)/martlet\", \"supportedTriples\": [\(list)]}"
        }
        return """
            {
              "schemaVersion": "1.0",
              "artifacts": {
                "martlet": {
                  "type": "executable",
                  "version": "\(Generator.version)",
                  "variants": [
                    \(variants.joined(separator: ",\n        "))
                  ]
                }
              }
            }

            """
    }

    private static let manifest = """
        // swift-tools-version: 6.1
        import PackageDescription

        let package = Package(
            name: "martlet-binary",
            products: [.plugin(name: "MartletBinaryBuild", targets: ["MartletBinaryBuild"])],
            targets: [
                .binaryTarget(name: "MartletBinary", path: "martlet.artifactbundle"),
                .plugin(name: "MartletBinaryBuild", capability: .buildTool(), dependencies: ["MartletBinary"]),
            ]
        )

        """

    /// Runs `swift` in the root of this package.
    ///
    /// - Returns: The lines that it prints; `nil` if it fails, which has been reported.
    private static func swift(_ arguments: [String]) async throws -> [String]? {
        let process = try await ChildProcess.run(
            "/usr/bin/env",
            ["swift"] + arguments,
            folder: Repository.root,
            timeout: .seconds(1800)
        )
        if !process.isSuccess {
            FileHandle.standardError.write(Data((process.lines.joined(separator: "\n") + process.errors).utf8))
        }
        return process.isSuccess ? process.lines : nil
    }

    private static func write(_ text: String, to file: URL) throws {
        try Data(text.utf8).write(to: file, options: .atomic)
    }

    /// Copies a file, also over an older copy.
    private static func replace(_ copy: URL, with file: URL) throws {
        let folder = copy.deletingLastPathComponent()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try? FileManager.default.removeItem(at: copy)
        try FileManager.default.copyItem(at: file, to: copy)
    }
}
