import Foundation
import MartletGenerator
import MartletSource

/// `martlet-dev outline SPEC`: prints what two stages of the generator make of a document: the resolved OpenAPI objects, and
/// the Swift client before any template sees it.
enum OutlineCommand {
    /// - Returns: whether the document has no error.
    static func run(_ path: String) throws -> Bool {
        let document = CorpusDocument(path: path)
        let source = try SourceFile.reading(path)
        let files = ConfinedFiles(besides: path)
        let diagnostics = DiagnosticCollector()
        let resolved = Generator.document(source, files: files, diagnostics: DiagnosticCollector())
        let client = Generator.client(source, document.configuration, files: files, diagnostics: diagnostics)
        for diagnostic in diagnostics.diagnostics { FileHandle.standardError.write(Data("\(diagnostic)\n".utf8)) }
        if let resolved { print("Document\n\(Outline(resolved).text)") }
        if let client { print("Client\n\(Outline(client).text)", terminator: "") }
        return !diagnostics.hasErrors
    }
}
