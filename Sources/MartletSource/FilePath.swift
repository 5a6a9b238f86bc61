/// Functions for paths, which work on bytes as file systems do (POSIX.1-2017, section 4.13).
///
/// The methods of `String` work on characters instead: a precomposed `é` equals a decomposed `é`, though they name two
/// files, and a slash followed by a combining mark is not found as a slash.
package enum FilePath {
    private static let slash = UInt8(ascii: "/")

    /// The components between the slashes, including empty ones.
    package static func components(_ path: String) -> [Substring] {
        path.utf8.split(separator: slash, omittingEmptySubsequences: false).map { Substring($0) }
    }

    /// The path without empty components and `.`. Each `..` is removed together with the component before it; without one,
    /// it stays.
    package static func normalized(_ path: String) -> String {
        var parts: [Substring] = []
        for part in components(path) where !part.isEmpty && part != "." {
            if part == "..", let last = parts.last, last != ".." {
                parts.removeLast()
            } else {
                parts.append(part)
            }
        }
        return (isAbsolute(path) ? "/" : "") + parts.joined(separator: "/")
    }

    /// Whether a path begins with a slash.
    package static func isAbsolute(_ path: String) -> Bool { path.utf8.first == slash }

    /// The path of a file's folder, with a trailing slash; empty for the current folder.
    package static func folder(of path: String) -> String {
        path.utf8.lastIndex(of: slash).map { String(path[...$0]) } ?? ""
    }

    /// Whether a path is a folder or is below it. Both paths must be absolute, with symbolic links resolved.
    package static func contains(_ folder: String, _ path: String) -> Bool {
        let (folder, path) = (folder.utf8, path.utf8)
        guard path.starts(with: folder) else { return false }
        return path.count == folder.count || folder.last == slash
            || path[path.index(path.startIndex, offsetBy: folder.count)] == slash
    }
}
