import Foundation
import MartletTemplates

/// `martlet-dev embed`: writes `EmbeddedTemplates.swift` from the files in `Templates/`.
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
        let source = try TemplateEmbedding.swiftSource(for: templates)
        let target = URL(fileURLWithPath: "Sources/MartletTemplates/EmbeddedTemplates.swift")
        try Data(source.utf8).write(to: target, options: .atomic)
    }
}
