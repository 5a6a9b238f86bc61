package import Foundation

/// The locations of this package and its surroundings.
package enum Repository {
    /// The root of the package.
    package static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The folder of the executables and modules that the running tests were built with.
    package static var products: URL {
        let executable = URL(fileURLWithPath: CommandLine.arguments.first ?? "")
        var folder = executable.deletingLastPathComponent()
        while folder.path.count > 1 {
            let modules = folder.appendingPathComponent("Modules")
            if FileManager.default.fileExists(atPath: modules.path) { return folder }
            folder = folder.deletingLastPathComponent()
        }
        return executable.deletingLastPathComponent()
    }
}
