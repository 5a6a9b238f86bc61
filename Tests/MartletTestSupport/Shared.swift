package import Foundation

/// The folder of public test suites beside the repository.
package enum Shared {
    /// `shared`, beside the root of the package.
    package static let root = Repository.root.deletingLastPathComponent().appendingPathComponent("shared")

    /// Whether a folder or file is there.
    package static func has(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: root.appendingPathComponent(path).path)
    }

    /// The files of a folder, by name.
    package static func files(in path: String) throws -> [URL] {
        try FileManager.default.contentsOfDirectory(
            at: root.appendingPathComponent(path),
            includingPropertiesForKeys: nil
        ).sorted { $0.lastPathComponent < $1.lastPathComponent }
    }
}
