import MartletGenerator
import MartletSource

/// The documents that diagnostics are about, read again to show what is at a place.
struct DiagnosedDocuments {
    private var sources: [String: SourceFile?] = [:]
    private var roots: [String: Node?] = [:]

    /// The line of a place with a caret below it; `nil` if there is no such file.
    mutating func excerpt(_ location: Location) -> Excerpt? {
        source(location.path).flatMap { Excerpt(location.position, in: $0.bytes) }
    }

    /// The JSON pointer to a place; `nil` if there is no such file, or it can't be read as JSON or YAML.
    mutating func pointer(_ location: Location) -> SpecText? {
        if roots[location.path] == nil {
            let source = source(location.path)
            roots[location.path] = .some(
                source.flatMap { try? DocumentReader.read($0, diagnostics: DiagnosticCollector()) })
        }
        return roots[location.path]?.map { $0.pointer(to: location.position) }
    }

    private mutating func source(_ path: String) -> SourceFile? {
        if sources[path] == nil { sources[path] = .some(try? SourceFile.reading(path)) }
        return sources[path] ?? nil
    }
}
