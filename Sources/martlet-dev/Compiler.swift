import Foundation
import MartletGenerator
import MartletTestSupport

/// A temporary folder of generated sources, and the Swift compiler to check them.
final class Compiler {
    /// The path of the folder, which is removed in `deinit`.
    let folder: URL
    private var sources: [String] = []

    init() {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("martlet-\(UUID().uuidString)")
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Writes the Swift files among the given ones.
    func add(_ files: [GeneratedFile]) throws {
        for file in files where file.path.hasSuffix(".swift") { try add(file.path, Data(file.contents)) }
    }

    /// Writes a Swift file.
    func add(_ path: String, _ contents: Data) throws {
        let url = folder.appendingPathComponent(path)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try contents.write(to: url)
        sources.append(url.path)
    }

    /// The command that compiles all files so far in the strictest mode.
    func command(_ arguments: [String]) throws -> [String] {
        let list = folder.appendingPathComponent("sources")
        try Data(sources.map { "\"\($0)\"\n" }.joined().utf8).write(to: list)
        let settings = ["ExistentialAny", "InternalImportsByDefault", "MemberImportVisibility"].flatMap {
            ["-enable-upcoming-feature", $0]
        }
        return [
            "swiftc", "-swift-version", "6", "-warnings-as-errors", "-module-name", "CorpusAPI", "-I", Self.modules,
        ]
            + settings + arguments + ["@\(list.path)"]
    }

    /// Compiles the files so far.
    ///
    /// - Returns: The errors, warnings included; empty when there are none.
    func errors(_ arguments: [String]) throws -> [String] {
        let (status, text) = try run(try command(arguments))
        if status == 0 { return [] }
        let errors = text.split(separator: "\n").filter { $0.contains("error: ") && !$0.hasPrefix(" ") }
        return errors.isEmpty ? [text] : errors.map { $0.replacingOccurrences(of: folder.path + "/", with: "") }
    }

    /// Runs a program and returns its output and errors.
    func run(_ words: [String]) throws -> (status: Int32, text: String) {
        let log = folder.appendingPathComponent("log")
        try Data().write(to: log)
        let handle = try FileHandle(forWritingTo: log)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = words
        process.standardError = handle
        process.standardOutput = handle
        try Children.run(process, in: folder)
        return (process.terminationStatus, try String(contentsOf: log, encoding: .utf8))
    }

    /// The folder of the package's build products.
    private static let products = (Bundle.main.executableURL ?? URL(fileURLWithPath: CommandLine.arguments[0]))
        .deletingLastPathComponent()

    /// The path of the compiled modules.
    private static var modules: String { products.appendingPathComponent("Modules").path }

    /// The object files of the modules that generated code imports. A build leaves those of sources that are gone.
    static func runtimeObjects() -> [String] {
        ["MartletRuntime", "MartletSupport"].flatMap { module in
            let folder = products.appendingPathComponent("\(module).build")
            return TemporaryFolder.files(below: Repository.root.appendingPathComponent("Sources/\(module)"))
                .filter { $0.hasSuffix(".swift") }.sorted()
                .map { folder.appendingPathComponent("\(($0 as NSString).lastPathComponent).o").path }
        }
    }
}
