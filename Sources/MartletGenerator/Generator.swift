package import MartletModel
package import MartletOpenAPI
package import MartletSource
import MartletTemplates

/// The pipeline from a document to the files of a client.
///
/// It is pure: it uses no disk, clock, environment or network, and the same input gives the same bytes.
package enum Generator {
    /// martlet's version.
    package static let version = "0.1.0"

    /// The distribution of the client over files.
    package enum FileLayout: Sendable {
        /// A file for each type, named after it, and pages of documentation.
        case filePerType
        /// Files whose names don't depend on the document, for a build plugin, which has to know them in advance.
        case fixedNames
    }

    /// Generates the files of a client.
    ///
    /// - Parameter summarize: Receives the client before any template sees it.
    /// - Returns: No files when the diagnostics contain an error; the caller reports them.
    package static func run(
        _ source: SourceFile,
        _ configuration: Configuration,
        files: any SourceFiles,
        layout: FileLayout = .filePerType,
        templates: ClientTemplates,
        diagnostics: DiagnosticCollector,
        summarize: (Client) -> Void = { _ in }
    ) -> [GeneratedFile] {
        for warning in templates.warnings { diagnostics.report(warning) }
        let pages = layout == .filePerType && configuration.documentation == .markdown ? templates.pages : []
        defer { diagnostics.apply(configuration.rules) }
        var generated: [GeneratedFile] = []
        var room = 64 << 20
        var documents: [(path: String, root: Node)] = []
        let client = client(source, configuration, files: files, diagnostics: diagnostics) { references in
            room += 50 * (source.bytes.count + references.partBytes)
            documents = references.documents
        }
        if let client, layout == .filePerType {
            generated.append(DocumentSummary(documents, configuration.selection, client).file)
        }
        if let client, let namespace = configuration.namespace, client.topNames.contains(namespace.text) {
            diagnostics.report(.error(.takenNamespace(namespace.text), at: configuration.places["namespace"]))
        }
        if configuration.runtime == .embedded {
            let place = configuration.places["runtime"]
            if layout == .fixedNames { diagnostics.report(.error(.embeddedByPlugin, at: place)) }
            if configuration.namespace != nil { diagnostics.report(.error(.embeddedInNamespace, at: place)) }
            generated += RuntimeFiles.files(configuration.access)
        }
        guard let client, !diagnostics.hasErrors else { return [] }
        summarize(client)
        let builder = ContextBuilder(client, configuration, pages)
        guard let files = rendered(builder, layout, templates, room, source, diagnostics) else { return [] }
        if !configuration.earlierFiles.isEmpty {
            builder.renames = Renames(from: configuration.earlierFiles, to: files).aliases
        }
        if builder.renames.isEmpty { return generated + files }
        return rendered(builder, layout, templates, room, source, diagnostics).map { generated + $0 } ?? []
    }

    /// The files that templates make of a client; `nil` if an error is reported.
    ///
    /// - Parameter limit: The bytes that they may have.
    private static func rendered(
        _ builder: ContextBuilder,
        _ layout: FileLayout,
        _ templates: ClientTemplates,
        _ limit: Int,
        _ source: SourceFile,
        _ diagnostics: DiagnosticCollector
    ) -> [GeneratedFile]? {
        let plans = builder.contexts().plans(layout, templates, diagnostics)
        if diagnostics.hasErrors { return nil }
        var generated: [GeneratedFile] = []
        do throws(TemplateError) {
            // One buffer for all files, because it soon has the size of the largest.
            var buffer = TextBuffer()
            var room = limit
            var unmarked: Set<String> = []
            for plan in plans {
                buffer.removeAll()
                try templates.set.render(plan.template, plan.scopes, into: &buffer, limit: room)
                room -= buffer.count
                if room < 0 {
                    let start = Location(path: source.path, position: .start)
                    diagnostics.report(.error(.tooMuchOutput, at: start))
                    return nil
                }
                let isSwift = plan.path.hasSuffix(".swift")
                let contents = isSwift ? SwiftLayout.laidOut(buffer.bytes) : buffer.bytes
                // A later run could neither update nor remove it.
                if !contents.isMarked, unmarked.insert(plan.template).inserted {
                    diagnostics.report(.error(.unmarkedFile(plan.path), at: templates.front(of: plan.template)))
                }
                generated.append(GeneratedFile(path: plan.path, contents: contents))
            }
        } catch {
            diagnostics.report(templates.diagnostic(error))
            return nil
        }
        return diagnostics.hasErrors ? nil : generated
    }

    /// The records of a run in the manifest.
    package static func records(_ source: SourceFile, _ configuration: Configuration) -> [OutputManifest.Record] {
        [
            .init("martlet", version), .init("document", configuration.spec),
            .init("sha256", SHA256.hexadecimal(source.bytes)),
        ]
    }

    /// The context of the templates for a document, as JSON.
    ///
    /// - Parameter configuration: `nil` for the default settings.
    package static func templateContext(
        _ source: SourceFile,
        _ configuration: Configuration?,
        files: any SourceFiles,
        diagnostics: DiagnosticCollector
    ) -> String? {
        let configuration = configuration ?? Configuration(spec: source.path, module: anyModule)
        do throws(Diagnostic) {
            let pages = try ClientTemplates.builtIn(overriddenBy: nil).pages
            return contexts(of: source, configuration, files, pages, diagnostics)?.client.json
        } catch {
            diagnostics.report(error)
            return nil
        }
    }

    /// The contexts of the templates for a document; `nil` if an error is reported.
    ///
    /// - Parameter pages: The first lines of the templates that make pages.
    static func contexts(
        of source: SourceFile,
        _ configuration: Configuration,
        _ files: any SourceFiles,
        _ pages: [TemplateFront],
        _ diagnostics: DiagnosticCollector
    ) -> Contexts? {
        let client = client(source, configuration, files: files, diagnostics: diagnostics)
        guard let client, !diagnostics.hasErrors else { return nil }
        return ContextBuilder(client, configuration, pages).contexts()
    }

    /// Reports the errors of a document, the parts of it that a client would lack, and the examples that don't fit
    /// their schemas.
    ///
    /// - Parameter configuration: `nil` for the default settings.
    package static func lint(
        _ source: SourceFile,
        _ configuration: Configuration? = nil,
        files: any SourceFiles,
        diagnostics: DiagnosticCollector
    ) {
        let configuration = configuration ?? Configuration(spec: source.path, module: anyModule)
        defer { diagnostics.apply(configuration.rules) }
        let shared = sharedModels(of: configuration, diagnostics)
        guard let lowering = lowering(of: source, configuration, files, diagnostics, shared) else { return }
        let (client, samples) = lowering.clientAndSamples()
        if let shared { check(client, against: shared, diagnostics) }
        for problem in samples.compactMap(\.problem) { diagnostics.report(problem) }
    }

    /// The Swift client that a document describes, before any template sees it.
    ///
    /// - Parameters:
    ///   - isSummarized: Whether descriptions are replaced by their digests and examples left out.
    ///   - read: Receives the documents that have been read.
    package static func client(
        _ source: SourceFile,
        _ configuration: Configuration,
        files: any SourceFiles,
        diagnostics: DiagnosticCollector,
        isSummarized: Bool = false,
        read: (References) -> Void = { _ in }
    ) -> Client? {
        defer { diagnostics.apply(configuration.rules) }
        let shared = sharedModels(of: configuration, diagnostics)
        let client = lowering(of: source, configuration, files, diagnostics, shared, isSummarized, read)?.client()
        if let client, let shared { check(client, against: shared, diagnostics) }
        return client
    }

    /// The examples in a document, with the types that they should fit.
    package static func samples(
        _ source: SourceFile,
        _ configuration: Configuration,
        files: any SourceFiles,
        diagnostics: DiagnosticCollector
    ) -> [CheckedSample] {
        lowering(of: source, configuration, files, diagnostics)?.samples() ?? []
    }

    /// A module name for when no file is written.
    private static let anyModule = Identifier.type(Words("API"))

    /// The lowering of a document to a Swift client: the last stage before templates.
    private static func lowering(
        of source: SourceFile,
        _ configuration: Configuration,
        _ files: any SourceFiles,
        _ diagnostics: DiagnosticCollector,
        _ shared: SharedModels? = nil,
        _ isSummarized: Bool = false,
        _ read: (References) -> Void = { _ in }
    ) -> ClientLowering? {
        document(
            source,
            overlays: configuration.overlaySources,
            files: files,
            diagnostics: diagnostics,
            isSummarized: isSummarized,
            read: read
        ).map { ClientLowering($0, configuration.clientOptions, diagnostics, shared: shared) }
    }

    /// Reads a document and resolves it: everything before Swift.
    ///
    /// - Returns: `nil` when nothing can be made of it; the reasons are among the diagnostics.
    package static func document(
        _ source: SourceFile,
        overlays: [SourceFile] = [],
        files: any SourceFiles,
        diagnostics: DiagnosticCollector,
        isSummarized: Bool = false,
        read: (References) -> Void = { _ in }
    ) -> ResolvedDocument? {
        guard let root = root(of: source, overlays, diagnostics), !diagnostics.hasErrors else { return nil }
        guard root.kind == .mapping else {
            diagnostics.report(.error(.expectedMapping("a mapping (OpenAPI Object)", not: root), at: root.location))
            return nil
        }
        guard let version = SpecificationVersion(of: root, diagnostics) else { return nil }
        let references = References(root, files, diagnostics)
        let context = DecodingContext(version, references, diagnostics, isSummarized: isSummarized)
        guard let document = Document.resolved(root, context) else { return nil }
        let resolved = ResolvedDocument(document, context)
        read(references)
        return resolved
    }

    /// Reads a document and applies overlays.
    static func root(of source: SourceFile, _ overlays: [SourceFile], _ diagnostics: DiagnosticCollector) -> Node? {
        do throws(Diagnostic) {
            let root = try DocumentReader.read(source, diagnostics: diagnostics)
            if overlays.isEmpty { return root }
            let document = EditableNode(root)
            for overlay in overlays { Overlay(overlay, diagnostics)?.apply(to: document) }
            return try document.document()
        } catch {
            diagnostics.report(error)
            return nil
        }
    }
}

extension TemplateError {
    /// The error as a diagnostic at its location in the template's file.
    func diagnostic(at path: String) -> Diagnostic {
        .error(
            .init(.template, "\(message)"),
            at: Location(
                path: path,
                position: Position(line: UInt32(clamping: line), column: UInt32(clamping: column))
            )
        )
    }
}

extension Client {
    /// The names at the top of the module or the namespace, and those of types that generated code uses.
    fileprivate var topNames: Set<String> {
        ReservedWords.types.union(
            [name.text] + apis.map(\.name.text) + types.map(\.name.last.text)
                + [responseHeaders?.name.text, webhooks?.name.text].compactMap { $0 }
        )
    }
}

extension Diagnostic.Message {
    package static func takenNamespace(_ name: String) -> Self {
        Self(
            .configuration,
            "the namespace can't be called \(quoted: name), which is the name of a type in it or of a type that it uses"
        )
    }

    /// A small document refers to large parts so often that the client would fill the disk.
    static let tooMuchOutput = Self(
        .limit, "the client would have more than 64 MiB and 50 times the bytes of the document")

    static func unmarkedFile(_ path: String) -> Self {
        Self(
            .template,
            """
            \(quoted: path) would not say near its beginning that martlet made it, and no later run would update \
            or remove it
            """, hint: "write {{marker}} on one of the first lines of the template, in a comment")
    }
}
