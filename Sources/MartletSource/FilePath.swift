/// Takes paths apart as the file system does: by bytes, with slashes between components (POSIX.1-2017, section 4.13).
///
/// `String` compares and splits characters instead: `é` composed and `é` decomposed are equal there, which are two files,
/// and a slash with a combining mark behind it is no slash.
package enum FilePath {
    private static let slash = UInt8(ascii: "/")

    /// The components, empty ones included.
    package static func components(_ path: String) -> [Substring] {
        path.utf8.split(separator: slash, omittingEmptySubsequences: false).map { Substring($0) }
    }

    /// The path without empty components, without `.` and, where they can be taken out, without `..`.
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

    package static func isAbsolute(_ path: String) -> Bool { path.utf8.first == slash }

    /// The folder of a file with a slash at its end; empty for the current one.
    package static func folder(of path: String) -> String {
        path.utf8.lastIndex(of: slash).map { String(path[...$0]) } ?? ""
    }

    /// Whether a path is that of a folder or of something below it; both are absolute and without symbolic links.
    package static func contains(_ folder: String, _ path: String) -> Bool {
        let (folder, path) = (folder.utf8, path.utf8)
        guard path.starts(with: folder) else { return false }
        return path.count == folder.count || folder.last == slash
            || path[path.index(path.startIndex, offsetBy: folder.count)] == slash
    }
}
