package import Foundation

/// A folder that is gone after the test.
package final class TemporaryFolder: Sendable {
    package let url: URL

    package init() throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("martlet-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    /// The path of something in the folder.
    package func path(_ name: String) -> String { url.appendingPathComponent(name).path }

    /// Writes a text file, and the folders around it.
    package func write(_ text: String, to name: String) throws {
        let file = url.appendingPathComponent(name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try Data(text.utf8).write(to: file)
    }

    /// The text of a file; nil when there is none.
    package func text(of name: String) -> String? { try? String(contentsOfFile: path(name), encoding: .utf8) }

    /// The paths of all files below a folder, relative to it, sorted.
    package static func files(below folder: URL) -> [String] {
        let paths = FileManager.default.subpaths(atPath: folder.path) ?? []
        return paths.filter { path in
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(
                atPath: folder.appendingPathComponent(path).path,
                isDirectory: &isFolder
            ) && !isFolder.boolValue
        }.sorted()
    }
}
