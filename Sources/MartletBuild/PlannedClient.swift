import Foundation
import PackagePlugin

/// What has to be known of a client before it is generated: on what it depends, and how many files it has.
struct PlannedClient {
    /// Whether the files import the runtime, instead of having it in them.
    let needsRuntime: Bool
    private let file: URL
    private let module: String
    private let tool: URL
    private let shards: Int
    private let inputs: [URL]

    /// Reads a configuration by `martlet` itself where that has been built already, as with SwiftPM's native build system.
    init(_ file: URL, module: String, tool: URL) throws {
        self.file = file
        self.module = module
        self.tool = tool
        let lines =
            FileManager.default.isExecutableFile(atPath: tool.path)
            ? try Self.output(of: tool, ["generate", "--config", file.path, "--module", module, "--plan"])
            : try PlainConfiguration(String(contentsOf: file, encoding: .utf8), at: file.path).lines
        var shards = 8
        var needsRuntime = true
        var inputs = [file]
        for line in lines {
            let words = line.split(separator: " ", maxSplits: 1).map { String($0) }
            guard words.count == 2 else { continue }
            let url = URL(fileURLWithPath: words[1], relativeTo: file.deletingLastPathComponent())
            switch words[0] {
            case "shards": shards = Int(words[1]).map { max($0, 1) } ?? shards
            case "runtime": needsRuntime = words[1] != "embedded"
            case "file": inputs.append(url)
            case "shared": inputs += [url] + (try Self.inputs(ofShared: url))
            case "documents": inputs += Self.documents(below: url)
            case "templates": inputs += Self.files(below: url) { _ in true }
            default: break
            }
        }
        self.shards = shards
        self.needsRuntime = needsRuntime
        self.inputs = inputs
    }

    /// The command that generates the client. The names of its files don't depend on the document.
    func command(output: URL) -> Command {
        let names = ["MartletClient", "MartletApis"] + (1...shards).map { "MartletModels\($0)" }
        // A file that is not there yet, or not any more, is reported by `martlet` at the line that names it.
        let files = Set(inputs.map(\.standardizedFileURL)).filter { FileManager.default.fileExists(atPath: $0.path) }
        return .buildCommand(
            displayName: "Generating the API client of \(file.path)",
            executable: tool,
            // The number of files stays that of the plan until the next one.
            arguments: [
                "generate", "--config", file.path, "--module", module, "--fixed-names", "--shards", String(shards),
                "--output", output.path,
            ],
            inputFiles: files.sorted { $0.path < $1.path },
            outputFiles: names.map { output.appending(path: "\($0).swift") }
        )
    }

    /// The files that a client with shared models is made of.
    private static func inputs(ofShared file: URL) throws -> [URL] {
        // What is missing is reported by `martlet`.
        guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
        return try PlainConfiguration(text, at: file.path).lines.flatMap { line -> [URL] in
            let words = line.split(separator: " ", maxSplits: 1).map { String($0) }
            let url = URL(fileURLWithPath: words[1], relativeTo: file.deletingLastPathComponent())
            switch words[0] {
            case "file": return [url]
            case "documents": return documents(below: url)
            default: return []
            }
        }
    }

    private static func documents(below folder: URL) -> [URL] {
        files(below: folder) { ["yaml", "yml", "json"].contains($0.pathExtension) }
    }

    private static func files(below folder: URL, where isInput: (URL) -> Bool) -> [URL] {
        let files = FileManager.default.enumerator(
            at: folder, includingPropertiesForKeys: nil, options: .skipsHiddenFiles)
        return (files?.compactMap { $0 as? URL } ?? []).filter(isInput)
    }

    /// The lines that a command prints.
    private static func output(of tool: URL, _ arguments: [String]) throws -> [String] {
        let process = Process()
        let (output, errors) = (Pipe(), Pipe())
        process.executableURL = tool
        process.arguments = arguments
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        let text = output.fileHandleForReading.readDataToEndOfFile()
        let reasons = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Mistake(String(decoding: reasons, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines))
        }
        return String(decoding: text, as: UTF8.self).split(whereSeparator: \.isNewline).map { String($0) }
    }
}
