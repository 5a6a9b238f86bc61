import Foundation
import MartletGenerator
import MartletModel
import MartletSource
import MartletTemplates

/// A document of the corpus.
struct CorpusDocument {
    let path: String

    /// The OpenAPI documents below a folder, sorted: YAML and JSON files that state a version, and those that seem to
    /// but can't be read.
    static func find(below folder: String) throws -> [CorpusDocument] {
        guard let files = FileManager.default.enumerator(atPath: folder) else {
            throw CocoaError(.fileReadNoSuchFile, userInfo: [NSFilePathErrorKey: folder])
        }
        let paths = files.compactMap { $0 as? String }.sorted().filter { path in
            ["yaml", "yml", "json"].contains((path as NSString).pathExtension.lowercased())
        }
        return paths.map { CorpusDocument(path: "\(folder)/\($0)") }.filter(\.isDocument)
    }

    private var isDocument: Bool {
        guard let source = try? SourceFile.reading(path) else { return false }
        let diagnostics = DiagnosticCollector()
        if let root = try? DocumentReader.read(source, diagnostics: diagnostics) {
            return root["openapi"] != nil || root["swagger"] != nil
        }
        let start = String(decoding: source.bytes.prefix(2_000), as: UTF8.self)
        return start.contains("openapi") || start.contains("swagger")
    }

    /// Generates the client and type-checks it.
    func check() -> CorpusOutcome {
        let start = Date()
        let diagnostics = DiagnosticCollector()
        let refusal = CorpusRefusals.reason(for: path)
        func outcome(_ result: CorpusOutcome.Result, lines: Int = 0) -> CorpusOutcome {
            CorpusOutcome(path: path, result: result, seconds: Date().timeIntervalSince(start), lines: lines)
        }
        do {
            let files = try generate(diagnostics)
            if diagnostics.hasErrors {
                let errors = diagnostics.diagnostics.filter { $0.severity == .error }.map(\.description)
                return outcome(refusal.map { .refused($0) } ?? .failed(errors))
            }
            if let refusal { return outcome(.failed(["it is not refused any more, though it should be: \(refusal)"])) }
            let lines = files.reduce(0) { $0 + $1.contents.count { $0 == UInt8(ascii: "\n") } }
            let compiler = Compiler()
            try compiler.add(files)
            let errors = try compiler.errors(["-typecheck", "-wmo"])
            return outcome(errors.isEmpty ? .passed : .failed(errors), lines: lines)
        } catch {
            return outcome(.failed(["\(error)"]))
        }
    }

    /// The configuration for documents of the corpus.
    var configuration: Configuration {
        var configuration = Configuration(spec: path, module: Identifier.type(Words("Corpus API")))
        configuration.documentation = .none
        return configuration
    }

    /// The files of the client.
    func generate(_ diagnostics: DiagnosticCollector) throws -> [GeneratedFile] {
        Generator.run(
            try SourceFile.reading(path),
            configuration,
            files: ConfinedFiles(besides: path),
            templates: try ClientTemplates.builtIn(overriddenBy: nil),
            diagnostics: diagnostics
        )
    }
}

/// The outcome for a document.
struct CorpusOutcome {
    enum Result {
        case passed
        /// A document that is known to be invalid, for this reason.
        case refused(String)
        /// Errors.
        case failed([String])
    }

    let path: String
    let result: Result
    let seconds: Double
    let lines: Int

    var isFine: Bool { if case .failed = result { false } else { true } }

    /// The line to print.
    ///
    /// - Parameter progress: How many documents have been processed.
    func line(progress: String) -> String {
        let figures = "\(String(format: "%.1f s", seconds)), \(lines) lines; \(progress)"
        switch result {
        case .passed: return "\(path): ok (\(figures))"
        case .refused(let reason): return "\(path): refused (\(figures); \(reason))"
        case .failed(let messages):
            return "\(path): failed (\(figures))" + messages.prefix(8).map { "\n    \($0)" }.joined()
        }
    }
}
