package import MartletSource
import MartletTemplates

/// The templates of a run: the built-in ones, of which a folder of the user's may replace some and add others.
package struct ClientTemplates: Sendable {
    /// A template that makes files.
    struct File {
        let template: String
        let front: TemplateFront
        /// Whether it is not one of the built-in ones, nor in the place of one.
        let isOwn: Bool

        /// Whether it makes pages, which `documentation: none` leaves out.
        var isPage: Bool { front.path.hasSuffix(".md") }

        /// Whether it makes Swift.
        var isSwift: Bool { front.path.hasSuffix(".swift") }
    }

    let set: TemplateSet
    /// The templates that make files, in the order of their names.
    let files: [File]
    /// What to tell the user of the folder's templates.
    let warnings: [Diagnostic]
    /// Where the user's templates are, by name.
    private let paths: [String: String]

    /// Loads the templates.
    ///
    /// - Parameter folder: its files `Name.mustache` take the place of the templates of that name. A file of another name
    ///   says on its first line what files it makes, or is placed by another one; else it would have no effect, which is an
    ///   error.
    package static func builtIn(overriddenBy folder: String?) throws(Diagnostic) -> ClientTemplates {
        guard let folder else { return try ClientTemplates(own: [:], in: "") }
        return try ClientTemplates(own: try sources(in: folder), in: folder)
    }

    /// - Parameters:
    ///   - own: the texts of the user's templates by name.
    ///   - folder: where they are.
    private init(own: [String: String], in folder: String) throws(Diagnostic) {
        let builtIn = EmbeddedTemplates.sources
        let paths = Dictionary(uniqueKeysWithValues: own.keys.map { ($0, "\(folder)/\($0).mustache") })
        self.paths = paths
        do {
            set = try TemplateSet(
                sources: builtIn.merging(own) { _, own in own },
                encodings: TextEncoding.all
            )
        } catch {
            throw error.diagnostic(in: paths)
        }
        var files: [File] = []
        var warnings: [Diagnostic] = []
        for name in set.names {
            let isOwn = own[name] != nil
            let place = Self.firstLine(of: paths[name])
            let front = set.firstComment(of: name).flatMap { TemplateFront($0) }
            if isOwn, front?.version != TemplateFront.currentVersion {
                warnings.append(.warning(.otherVersion(front?.version), at: place))
            }
            // A replacement that says nothing makes the files of what it replaces.
            let used = front?.subject != nil ? front : builtIn[name].flatMap { TemplateFront(source: $0) } ?? front
            if let used, used.subject != nil {
                guard used.hasUsablePath else { throw .error(.templatePath(used.path), at: place) }
                files.append(File(template: name, front: used, isOwn: builtIn[name] == nil))
            } else if builtIn[name] == nil, !set.isPlaced(name) {
                throw .error(.unknownTemplate("\(name).mustache", among: builtIn.keys.sorted()), at: place)
            }
        }
        self.files = files
        self.warnings = warnings
    }

    /// Where a template of the user's says what files it makes; `nil` for a built-in one.
    func front(of template: String) -> Location? { Self.firstLine(of: paths[template]) }

    /// An error in a template as a diagnostic at its place.
    func diagnostic(_ error: TemplateError) -> Diagnostic { error.diagnostic(in: paths) }

    private static func firstLine(of path: String?) -> Location? {
        path.map { Location(path: $0, position: Position(line: 1, column: 1)) }
    }

    /// The texts of a folder's templates by name.
    package static func sources(in folder: String) throws(Diagnostic) -> [String: String] {
        guard let names = Disk().names(in: folder) else { throw .error(.missingFolder(folder), at: nil) }
        var sources: [String: String] = [:]
        for file in names where file.hasSuffix(".mustache") {
            let contents = try SourceFile.reading("\(folder)/\(file)").bytes
            guard let text = String(validating: contents, as: UTF8.self) else {
                throw .error(.templateEncoding("\(folder)/\(file)"), at: nil)
            }
            sources[String(file.dropLast(".mustache".count))] = text
        }
        return sources
    }
}

extension TemplateFront {
    /// - Parameter source: the text of a template.
    init?(source: String) {
        guard let comment = Template.firstComment(of: source) else { return nil }
        self.init(comment)
    }
}

extension Diagnostic.Message {
    package static func missingFolder(_ path: String) -> Self { "there is no folder \(quoted: path)" }
    package static func templateEncoding(_ path: String) -> Self { "\(quoted: path) is not UTF-8 text" }

    package static func unknownTemplate(_ file: String, among names: [String]) -> Self {
        let name = String(file.dropLast(".mustache".count))
        return """
            \(quoted: file) replaces no template\(NearMiss.suggestion(for: name, among: names)), is placed by none, and does \
            not name a file; to make one, begin it with {{! martlet \(TemplateFront.currentVersion), for each model: \
            Folder/{name}.swift }}
            """
    }

    package static func templatePath(_ path: String) -> Self {
        """
        \(quoted: path) cannot be the path of generated files: it stays in the output folder, is not hidden, and has {name} \
        in it where there is a file for each api or model
        """
    }

    package static func otherVersion(_ version: Int?) -> Self {
        let current = TemplateFront.currentVersion
        guard let version else {
            return """
                the template does not say for which version it was written; compare it with `martlet templates diff`, then \
                begin it with {{! martlet \(current) }}
                """
        }
        return """
            the template was written for version \(version) of the context, and this is version \(current); \
            `martlet templates diff` shows what has changed
            """
    }
}
