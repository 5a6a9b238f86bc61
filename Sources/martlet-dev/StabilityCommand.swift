import MartletGenerator
import MartletSource
import MartletTestSupport

/// `martlet-dev stability DOCUMENT...`: grows documents in every way that must not rename what was there, and prints what it
/// renames.
enum StabilityCommand {
    /// - Returns: Whether no name of the document changed without a warning.
    static func run(_ path: String) throws -> Bool {
        let document = CorpusDocument(path: path)
        let source = try SourceFile.reading(path)
        let root = try DocumentReader.read(source, diagnostics: DiagnosticCollector())
        let input = Generator.Input(source, document.configuration, ConfinedFiles(besides: path))
        guard let stability = Stability(input) else {
            print("\(path): refused")
            return false
        }
        var isStable = true
        for growth in DocumentGrowth.all {
            let grown = SourceFile(path: path, bytes: Array(growth.applied(to: root).json.utf8))
            guard let renames = stability.renames(in: grown) else {
                print("\(path): \(growth.name): refused")
                isStable = false
                continue
            }
            print("\(path): \(growth.name): \(renames.silent.count) renamed, \(renames.warned.count) warned of")
            for line in renames.silent { print("    \(line)") }
            isStable = isStable && renames.silent.isEmpty
        }
        return isStable
    }
}
