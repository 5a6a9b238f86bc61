import MartletSource

/// The files of the runtime for a module that has it among its own files.
enum RuntimeFiles {
    static func files(_ access: Configuration.Access) -> [GeneratedFile] {
        let namespace = RuntimeEmbedding.modules[0]
        let sources = EmbeddedRuntime.sources.map { ("\(namespace)+\($0.name)", $0.text) }
        return ([(namespace, Self.namespace)] + sources).map { name, text in
            let text = access == .public ? text : Self.text(text, access)
            return GeneratedFile(
                path: "\(namespace)/\(name).swift",
                contents: Array("// \(GeneratedFile.marker)\n// swift-format-ignore-file\n\n\(text)".utf8)
            )
        }
    }

    private static let namespace = """
        /// The runtime of the client: martlet's libraries MartletRuntime and MartletSupport, as a part of this module.
        nonisolated public enum MartletRuntime {}

        /// What the client's own files take from it has the same names too.
        typealias MartletSupport = MartletRuntime

        """

    /// The same file with another access level than `public`.
    private static func text(_ text: String, _ access: Configuration.Access) -> String {
        let tokens = SwiftTokens(Array(text.utf8))
        return tokens.replacing { index, word in
            let isSetter = word == "internal" && tokens[index + 1] == "(" && tokens[index - 1] == "public"
            if access == .internal, isSetter { return nil }
            guard word == "public", !tokens.isMember(index) else { return "\(word)" }
            // What `_exported` is about has to be public. Without a word, an import has the level that the module's own
            // imports have, which must not differ from it.
            let isImport = tokens[index + 1] == "import"
            if isImport, access == .package || tokens[index - 1] == "_exported" { return "\(word)" }
            return access == .internal ? nil : access.rawValue
        }
    }
}

extension Diagnostic.Message {
    static let embeddedByPlugin = Self(
        .configuration,
        "the build plugin doesn't embed the runtime, since a package with a plugin has a dependency anyway",
        hint: "remove runtime, or set output and use the command swift package generate")
    static let embeddedInNamespace = Self(
        .configuration,
        "a client with a namespace can't embed the runtime, since the other clients of its module would embed it too",
        hint: "remove runtime, or give each client a module")
}
