import MartletGenerator
import MartletOpenAPI
import MartletSource

/// The files that a run reads, and whether they have changed since. Only one thread uses them.
final class WatchedFiles: @unchecked Sendable {
    /// The state of each file before it was read; `nil` where there was none.
    private var states: [String: FileState?] = [:]

    var count: Int { states.count }

    /// Begins to watch a file, or a folder for the names in it.
    func watch(_ path: String) {
        if states[path] == nil { states[path] = Disk().state(of: path) }
    }

    /// Begins to watch the files of another set, in their present state.
    func watchAll(of others: WatchedFiles) { others.states.keys.forEach(watch) }

    var haveChanged: Bool { states.contains { Disk().state(of: $0.key) != $0.value } }
}

/// Files of which it is known later which ones were read.
struct RecordedFiles: SourceFiles {
    let files: any SourceFiles & Sendable
    let watched: WatchedFiles?

    func file(at path: String) throws(Diagnostic) -> SourceFile {
        watched?.watch(path)
        return try files.file(at: path)
    }

    func identity(of path: String) -> String { files.identity(of: path) }
}
