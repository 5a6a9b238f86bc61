import MartletModel
import MartletTemplates

/// Puts the sources of the runtime, which are two modules, into a namespace of any other module.
///
/// Types move into extensions of `MartletRuntime`. Extensions and functions stay outside and name these types in full, since
/// an extension of a type in a namespace does not see the namespace. A public type has its own name in the module too if no model
/// can have it.
package struct RuntimeEmbedding {
    /// The modules of the runtime, whose sources are embedded. The first one gives the namespace its name.
    package static let modules = ["MartletRuntime", "MartletSupport"]

    private let sources: [RuntimeSource]
    /// The names of the types at the top of the modules.
    private let types: Set<Substring>
    private let generics: Set<Substring>
    /// The actors, whose extensions belong to the actor.
    private let actors: Set<Substring>

    /// Two files have the same name, which a module does not allow.
    struct RepeatedName: Error {
        let name: String
    }

    /// - Parameter files: The files of the modules, with their names without `.swift`.
    package init(_ files: [(name: String, text: String)]) throws {
        sources = try files.sorted { $0.name < $1.name }.map { try RuntimeSource(name: $0.name, $0.text) }
        for (source, next) in zip(sources, sources.dropFirst()) where source.name == next.name {
            throw RepeatedName(name: source.name)
        }
        let declared = sources.flatMap(\.parts).filter { $0.kind == .type }
        types = Set(declared.map(\.name))
        generics = Set(declared.filter { $0.tokens[$0.keyword + 2] == "<" }.map(\.name))
        actors = Set(declared.filter { $0.tokens[$0.keyword] == "actor" }.map(\.name))
    }

    /// The text of `EmbeddedRuntime.swift`: the files in the namespace, in the order of their names.
    package var swiftSource: String {
        get throws {
            var text = """
                // Refreshed from Sources/MartletRuntime and Sources/MartletSupport with: swift run martlet-dev embed
                // swift-format-ignore-file

                /// The runtime, for modules that have it among their own files.
                enum EmbeddedRuntime {
                    /// The text of each file by its name, without `.swift`.
                    static let sources: [(name: String, text: String)] = [

                """
            for source in sources {
                text +=
                    "        (\"\(source.name)\", \(try TemplateEmbedding.literal(for: self.text(of: source), of: source.name))),\n"
            }
            return text + "    ]\n}\n"
        }
    }

    private func text(of source: RuntimeSource) -> String {
        let namespace = Self.modules[0]
        let parts = source.parts.filter {
            $0.kind != .import || !Self.modules.contains(String($0.tokens[$0.tokens.all.count - 1]))
        }
        var text = ""
        var last: RuntimeSource.Part.Kind?
        for part in parts {
            let isType = part.kind == .type
            if last == .type, !isType { text += "}\n" }
            if let last, !(last.isLine && part.kind.isLine) { text += "\n" }
            if last != .type, isType { text += "nonisolated extension \(namespace) {\n" }
            text += isType ? Self.indented(self.text(of: part)) : self.text(of: part)
            last = part.kind
        }
        if last == .type { text += "}\n" }
        for part in parts
        where part.kind == .type && part.isPublic && ReservedWords.runtimeTypes.contains(String(part.name)) {
            text += "\npublic typealias \(part.name) = \(namespace).\(part.name)\n"
        }
        return text
    }

    private static func indented(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : "    \($0)" }
            .joined(separator: "\n")
    }

    /// A declaration with what is different in the namespace.
    private func text(of part: RuntimeSource.Part) -> String {
        part.tokens.replacing { index, word in
            let next = part.tokens[index + 1]
            switch word {
            // A declaration without an access level is internal.
            case "package": return next == "(" ? "internal" : nil
            case "internal" where part.tokens[index - 1] == "package" && next == "(": return nil
            // In the namespace, the other extensions of the file would not see it.
            case "private" where part.kind == .type && index < part.keyword: return "fileprivate"
            case _ where index == part.keyword && isIsolable(part): return "nonisolated \(word)"
            case _ where part.kind.isOutside && types.contains(word) && !part.tokens.isMember(index):
                let isOwn =
                    part.kind == .extension && word == part.name && index > part.keyword + 1 && generics.contains(word)
                // The type with the arguments that the extension is about.
                return isOwn && !["<", "(", "."].contains(next) ? "Self" : "\(Self.modules[0]).\(word)"
            default: return "\(word)"
            }
        } + "\n"
    }

    /// Whether an extension or a function could belong to the main actor where that is the default of a module.
    private func isIsolable(_ part: RuntimeSource.Part) -> Bool { part.kind.isOutside && !actors.contains(part.name) }
}
