import Foundation
import MartletGenerator
import MartletTemplates

/// `martlet-dev embed`: writes `EmbeddedTemplates.swift` from the files in `Templates/`, and `EmbeddedRuntime.swift` from the
/// runtime's sources.
///
/// To be run in the root folder of the package.
enum EmbedCommand {
    static func run() throws {
        let folder = URL(fileURLWithPath: "Templates")
        var templates: [String: String] = [:]
        for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        where file.pathExtension == "mustache" {
            templates[file.deletingPathExtension().lastPathComponent] = try String(contentsOf: file, encoding: .utf8)
        }
        let reference = try String(contentsOf: folder.appendingPathComponent("README.md"), encoding: .utf8)
        let source = try TemplateEmbedding.swiftSource(for: templates, reference: reference)
        try write(source, to: "Sources/MartletTemplates/EmbeddedTemplates.swift")
        let runtime = try RuntimeEmbedding(RuntimeEmbedding.modules.flatMap { try sources(below: "Sources/\($0)") })
        try write(try runtime.swiftSource, to: "Sources/MartletGenerator/Runtime/EmbeddedRuntime.swift")
    }

    /// The Swift files below a folder, with their names without `.swift`.
    private static func sources(below folder: String) throws -> [(name: String, text: String)] {
        try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.hasSuffix(".swift") }.map { path in
            let file = URL(fileURLWithPath: "\(folder)/\(path)")
            return (file.deletingPathExtension().lastPathComponent, try String(contentsOf: file, encoding: .utf8))
        }
    }

    /// Unchanged files keep their dates, so that nothing is compiled again.
    private static func write(_ source: String, to path: String) throws {
        let target = URL(fileURLWithPath: path)
        let data = Data(source.utf8)
        if let old = try? Data(contentsOf: target), old == data { return }
        try data.write(to: target, options: .atomic)
    }
}
