package import MartletSource
package import MartletTemplates

extension TemplateSet {
    /// The built-in templates, some of them replaced by files of a folder.
    ///
    /// - Parameter folder: its files `Name.mustache` take the place of the templates of that name; a file whose name is
    ///   that of no template is an error, since it would have no effect.
    package static func builtIn(overriddenBy folder: String?) throws(Diagnostic) -> TemplateSet {
        var sources = EmbeddedTemplates.sources
        if let folder {
            for file in try templateFiles(in: folder) {
                let name = String(file.dropLast(".mustache".count))
                guard sources[name] != nil else {
                    throw .error(.unknownTemplate(file, among: sources.keys.sorted()), at: nil)
                }
                let contents = try SourceFile.reading("\(folder)/\(file)").bytes
                guard let text = String(validating: contents, as: UTF8.self) else {
                    throw .error(.templateEncoding("\(folder)/\(file)"), at: nil)
                }
                sources[name] = text
            }
        }
        do {
            return try TemplateSet(sources: sources)
        } catch {
            throw error.diagnostic
        }
    }

    private static func templateFiles(in folder: String) throws(Diagnostic) -> [String] {
        guard let names = Disk().names(in: folder) else { throw .error(.missingFolder(folder), at: nil) }
        return names.filter { $0.hasSuffix(".mustache") }
    }
}

extension Diagnostic.Message {
    package static func missingFolder(_ path: String) -> Self { "there is no folder \(quoted: path)" }
    package static func templateEncoding(_ path: String) -> Self { "\(quoted: path) is not UTF-8 text" }

    package static func unknownTemplate(_ file: String, among names: [String]) -> Self {
        "\(quoted: file) is the name of no template; there are \(names.joined(separator: ", "))"
    }
}
