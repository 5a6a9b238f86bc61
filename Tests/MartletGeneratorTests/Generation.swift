import Foundation
import MartletGenerator
import MartletModel
import MartletSource
import MartletTemplates
import MartletTestSupport
import Testing

/// The result of generating a client from a text.
struct Generation {
    let files: [GeneratedFile]
    let diagnostics: [Diagnostic]

    /// - Parameters:
    ///   - references: other files that the document may refer to, by path.
    ///   - templates: a folder of templates that replace built-in ones.
    init(
        _ document: String,
        layout: Generator.FileLayout = .filePerType,
        path: String = "api.yaml",
        references: [String: String] = [:],
        templates: String? = nil
    ) throws {
        let module = try #require(Identifier("TestAPI"))
        let collector = DiagnosticCollector()
        files = Generator.run(
            SourceFile(path: path, bytes: Array(document.utf8)),
            Configuration(spec: path, module: module),
            files: MemoryFiles(references),
            layout: layout,
            templates: try ClientTemplates.builtIn(overriddenBy: templates),
            diagnostics: collector
        )
        diagnostics = collector.diagnostics
    }

    /// The text of a file.
    func text(of path: String) -> String? {
        files.first { $0.path == path }.map { String(decoding: $0.contents, as: UTF8.self) }
    }

    /// The diagnostics as they are printed.
    var printed: [String] { diagnostics.map(\.description) }

    /// A document of which only the schemas matter.
    static func document(schemas: String) -> String {
        "openapi: 3.0.3\ninfo: {title: T, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n"
            + schemas.split(separator: "\n", omittingEmptySubsequences: false).map { "    \($0)\n" }.joined()
    }
}
