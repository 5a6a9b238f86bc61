import MartletOpenAPI
package import MartletSource

/// Files for documents to refer to that lie on no disk.
package struct MemoryFiles: SourceFiles {
    private let texts: [String: String]

    package init(_ texts: [String: String] = [:]) { self.texts = texts }

    package func identity(of path: String) -> String {
        var parts: [Substring] = []
        for part in path.split(separator: "/") where part != "." {
            if part == "..", !parts.isEmpty { parts.removeLast() } else { parts.append(part) }
        }
        return parts.joined(separator: "/")
    }

    package func file(at path: String) throws(Diagnostic) -> SourceFile {
        guard let text = texts[identity(of: path)] else { throw .error("there is no file \(quoted: path)", at: nil) }
        return SourceFile(path: path, bytes: Array(text.utf8))
    }
}
