import Foundation
import PackagePlugin

/// Generates the client of a target during the build, when the target's folder contains a `martlet.yaml`.
@main
struct MartletBuild: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        try commands(
            for: target.directoryURL.appending(path: "martlet.yaml"),
            tool: context.tool(named: "martlet").url,
            output: context.pluginWorkDirectoryURL
        )
    }

    /// The command for a configuration. Its output files have to be known before the document is read.
    private func commands(for file: URL, tool: URL, output: URL) throws -> [Command] {
        guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
        let shards = value(of: "shards", in: text).flatMap { Int($0) } ?? 8
        let names = ["MartletClient", "MartletApis"] + (1...max(shards, 1)).map { "MartletModels\($0)" }
        let folder = file.deletingLastPathComponent()
        var inputs = [file]
        if let spec = value(of: "spec", in: text) {
            let document = URL(fileURLWithPath: spec, relativeTo: folder)
            inputs.append(document)
            let root = value(of: "root", in: text).map {
                URL(fileURLWithPath: $0, isDirectory: true, relativeTo: folder)
            }
            inputs += parts(below: root ?? document.deletingLastPathComponent())
        }
        if let templates = value(of: "templates", in: text) {
            let templateFolder = URL(fileURLWithPath: templates, isDirectory: true, relativeTo: folder)
            inputs += try FileManager.default.contentsOfDirectory(at: templateFolder, includingPropertiesForKeys: nil)
        }
        return [
            .buildCommand(
                displayName: "Generating the API client of \(file.path(percentEncoded: false))",
                executable: tool,
                arguments: [
                    "generate", "--config", file.path(percentEncoded: false), "--fixed-names",
                    "--output", output.path(percentEncoded: false),
                ],
                inputFiles: Set(inputs.map(\.standardizedFileURL)).sorted { $0.path < $1.path },
                outputFiles: names.map { output.appending(path: "\($0).swift") }
            )
        ]
    }

    /// The files that the document may refer to.
    private func parts(below folder: URL) -> [URL] {
        let files = FileManager.default.enumerator(
            at: folder, includingPropertiesForKeys: nil, options: .skipsHiddenFiles)
        return (files?.compactMap { $0 as? URL } ?? []).filter { ["yaml", "yml", "json"].contains($0.pathExtension) }
    }

    /// The value of a top-level key of the configuration. A plugin can't link a YAML parser, so this reads only as much
    /// as it needs.
    private func value(of key: String, in text: String) -> String? {
        for line in text.split(whereSeparator: \.isNewline) where line.hasPrefix("\(key):") {
            let value = line.dropFirst(key.count + 1).split(separator: " #", maxSplits: 1).first ?? ""
            return value.trimmingCharacters(in: CharacterSet(charactersIn: " \t\"'"))
        }
        return nil
    }
}

#if canImport(XcodeProjectPlugin)
    import XcodeProjectPlugin

    extension MartletBuild: XcodeBuildToolPlugin {
        func createBuildCommands(context: XcodePluginContext, target: XcodeTarget) throws -> [Command] {
            let tool = try context.tool(named: "martlet").url
            return try target.inputFiles.map(\.url).filter { $0.lastPathComponent == "martlet.yaml" }
                .flatMap { try commands(for: $0, tool: tool, output: context.pluginWorkDirectoryURL) }
        }
    }
#endif
