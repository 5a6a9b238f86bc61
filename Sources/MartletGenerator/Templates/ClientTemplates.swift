package import MartletSource
import MartletTemplates

/// The templates of a run: the built-in ones, some of which a folder of the user's can replace, and additional ones.
package struct ClientTemplates: Sendable {
    /// A template that generates files.
    struct File {
        let template: String
        let front: TemplateFront
        /// Whether it is an additional template of the user's, rather than a built-in one or a replacement.
        let isOwn: Bool

        /// Whether it generates pages of documentation, which `documentation: none` leaves out.
        var isPage: Bool { front.path.hasSuffix(".md") }
    }

    let set: TemplateSet
    /// The templates that generate files, in the order of their names.
    let files: [File]
    /// Warnings about the templates in the user's folder.
    private(set) var warnings: [Diagnostic]
    /// Where the user's templates are, by name.
    private let paths: [String: String]

    /// The first lines of the templates that make Markdown pages.
    var pages: [TemplateFront] { files.filter(\.isPage).map(\.front) }

    /// Loads the templates.
    ///
    /// - Parameter folder: A folder of files `Name.mustache`, which replace the templates of these names. A file with
    ///   another name has to state on its first line which files it generates, or to be a partial of another template;
    ///   otherwise it is an error, because it would have no effect.
    package static func builtIn(overriddenBy folder: String?) throws(Diagnostic) -> ClientTemplates {
        guard let folder else { return try ClientTemplates(own: [:], in: "") }
        let own = try sources(in: folder)
        var templates = try ClientTemplates(own: own, in: folder)
        if own.isEmpty { templates.warnings.append(.warning(.noTemplates(folder), at: nil)) }
        return templates
    }

    /// - Parameters:
    ///   - own: The texts of the user's templates, by name.
    ///   - folder: The path of their folder.
    private init(own: [String: String], in folder: String) throws(Diagnostic) {
        let builtIn = EmbeddedTemplates.sources
        let paths = Dictionary(uniqueKeysWithValues: own.keys.map { ($0, Self.path(of: $0, in: folder)) })
        self.paths = paths
        do {
            set = try TemplateSet(
                sources: builtIn.merging(own) { _, own in own },
                encodings: TextEncoding.all
            )
        } catch {
            throw Self.diagnostic(error, paths)
        }
        var files: [File] = []
        var warnings: [Diagnostic] = []
        for name in set.names {
            let isOwn = own[name] != nil
            let place = Self.firstLine(of: paths[name])
            let front = set.firstComment(of: name).flatMap { TemplateFront($0) }
            if isOwn, let comment = set.firstComment(of: name), TemplateFront.isMalformed(comment) {
                throw .error(.malformedFront, at: place)
            }
            if isOwn, front?.version != TemplateFront.currentVersion {
                warnings.append(.warning(.otherVersion(front?.version), at: place))
            }
            // A replacement without a statement generates the files of the template that it replaces.
            let used = isOwn && front?.subject == nil ? try Self.builtInFront(of: name) ?? front : front
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

    /// The files that the built-in template with a name generates.
    private static func builtInFront(of name: String) throws(Diagnostic) -> TemplateFront? {
        guard let source = EmbeddedTemplates.sources[name] else { return nil }
        do {
            return try Template(name: name, source: source).firstComment.flatMap { TemplateFront($0) }
        } catch {
            throw diagnostic(error, [:])
        }
    }

    /// The first line of a template of the user's, which states the files that it makes; `nil` for a built-in template.
    func front(of template: String) -> Location? { Self.firstLine(of: paths[template]) }

    /// An error in a template as a diagnostic at its location.
    func diagnostic(_ error: TemplateError) -> Diagnostic { Self.diagnostic(error, paths) }

    private static func diagnostic(_ error: TemplateError, _ paths: [String: String]) -> Diagnostic {
        error.diagnostic(at: paths[error.template] ?? "\(error.template).mustache")
    }

    private static func firstLine(of path: String?) -> Location? {
        path.map { Location(path: $0, position: Position(line: 1, column: 1)) }
    }

    /// The texts of the templates in a folder, by name.
    package static func sources(in folder: String) throws(Diagnostic) -> [String: String] {
        let names = names(try Disk().listing(folder))
        var sources: [String: String] = [:]
        for name in names {
            let path = path(of: name, in: folder)
            guard let text = String(validating: try SourceFile.reading(path).bytes, as: UTF8.self) else {
                throw .error(.templateEncoding(path), at: nil)
            }
            sources[name] = text
        }
        return sources
    }

    /// The folder and the files that `builtIn(overriddenBy:)` reads.
    package static func paths(below folder: String) -> [String] {
        [folder] + names(Disk().names(in: folder) ?? []).map { path(of: $0, in: folder) }
    }

    /// The names of the templates among files.
    private static func names(_ files: [String]) -> [String] {
        files.filter { $0.hasSuffix(suffix) }.map { String($0.dropLast(suffix.count)) }
    }

    private static func path(of name: String, in folder: String) -> String { "\(folder)/\(name)\(suffix)" }

    private static let suffix = ".mustache"
}

extension Diagnostic.Message {
    package static func missingFolder(_ path: String) -> Self {
        Self(ofRun: "there is no folder \(quoted: path)")
    }

    static func noTemplates(_ folder: String) -> Self {
        Self(
            .template, "the folder \(quoted: folder) has no templates, which are files such as Structure.mustache",
            hint: "`martlet templates export` writes the built-in ones")
    }

    package static func templateEncoding(_ path: String) -> Self {
        Self(.template, "\(quoted: path) is not UTF-8 text")
    }

    package static func unknownTemplate(_ file: String, among names: [String]) -> Self {
        let name = String(file.dropLast(".mustache".count))
        return Self(
            .template, "\(quoted: file) replaces no template, is not included by one, and does not name an output file",
            hint: NearMiss.hint(for: name, among: names)
                ?? """
                to make a file, begin it with {{! martlet \(TemplateFront.currentVersion), for each model: \
                Folder/{name}.swift }}
                """)
    }

    package static var malformedFront: Self {
        let subjects = TemplateFront.Subject.allCases.map { "for \($0.rawValue)" }.joined(separator: ", ")
        return Self(
            .template,
            """
            the first line is not of the form {{! martlet \(TemplateFront.currentVersion), for each model: \
            Folder/{name}.swift }}; files are made \(subjects)
            """)
    }

    package static func templatePath(_ path: String) -> Self {
        Self(
            .template,
            """
            \(quoted: path) cannot be the path of generated files: it stays in the output folder, is not hidden, and has {name} \
            in it where there is a file for each api or model
            """)
    }

    package static func otherVersion(_ version: Int?) -> Self {
        let current = TemplateFront.currentVersion
        guard let version else {
            return Self(
                .template, "the template does not say for which version it was written",
                hint: "compare it with `martlet templates diff`, then begin it with {{! martlet \(current) }}")
        }
        if version > current {
            return Self(
                .template,
                """
                the template was written for version \(version) of the context, which a newer martlet has; this one has \
                version \(current)
                """)
        }
        return Self(
            .template,
            "the template was written for version \(version) of the context, and this is version \(current)",
            hint: "`martlet templates diff` shows what has changed")
    }
}
