package import MartletSource

/// Resolves references within a file and to other files.
///
/// Nothing is fetched: a reference to another host is an error, unless a schema in one of the files has that URI as its
/// `$id`.
package final class References {
    private let files: any SourceFiles
    private let diagnostics: DiagnosticCollector
    /// The folder of the root document, with a trailing slash; empty for the current folder. Paths of files are
    /// relative to it in the output, so that the output doesn't depend on the current folder.
    private let folder: String
    /// The roots of the files that have been read, or the errors for files that can't be read, by the file's identity.
    ///
    /// The keys are `SpecText` because it compares bytes: names with composed and decomposed characters are two files.
    private var roots: [SpecText: Result<Node, Diagnostic>]
    private var resources = Resources()
    /// The documents that have been read, the root first, each with its path relative to the root's folder.
    package private(set) var documents: [(path: String, root: Node)] = []
    /// The bytes of the files that the document refers to.
    package private(set) var partBytes = 0
    /// A cache of the targets of references within a file, by the file's path and the reference's text.
    private var localTargets: [SpecText: [SpecText: ReferenceTarget]] = [:]
    /// The references that are being followed to resolve another reference, to detect cycles.
    private var inProgress: Set<Reference> = []
    /// A cache of the targets of nodes that are references; `nil` if a reference can't be resolved.
    private var resolved: [Node.Identity: Node?] = [:]
    private static let deepest = 64
    /// The path of the document, and those of the overlays that are part of it.
    private let path: String
    private let foreignPaths: Set<String>

    /// The fields among the keys of a node's document.
    func fieldTable(of node: Node) -> FieldTable { resources.fieldTable(of: node) }

    /// Creates the references of a document.
    ///
    /// - Parameter root: The root of the document.
    package init(_ root: Node, _ files: any SourceFiles, _ diagnostics: DiagnosticCollector) {
        self.files = files
        self.diagnostics = diagnostics
        let path = root.location.path
        self.path = path
        foreignPaths = root.foreignPaths
        folder = FilePath.folder(of: path)
        roots = [SpecText(files.identity(of: path)): .success(root)]
        resources.add(root, as: uri(ofFile: path))
        documents = [(uri(ofFile: path).path, root)]
        reportDuplicates()
    }

    /// Resolves a reference. The target can be a reference itself.
    ///
    /// - Parameters:
    ///   - schema: The outermost schema that contains the reference, if any.
    ///   - isNeeded: Whether a missing target is an error instead of a warning.
    /// - Returns: The target; `nil` if it can't be found or read, which is reported.
    package func target(of reference: Reference, in schema: Node? = nil, isNeeded: Bool = true) -> ReferenceTarget? {
        let isLocal = reference.base == nil && reference.target.utf8.first == UInt8(ascii: "#")
        let origin = SpecText(reference.location.path)
        if isLocal, let known = localTargets[origin]?[reference.target] { return known }
        switch result(of: reference, in: schema) {
        case .success(let target):
            if let warning = target.warning {
                diagnostics.reportOnce(.warning(warning, at: reference.location))
            } else if isLocal {
                localTargets[origin, default: [:]][reference.target] = target
            }
            return target
        case .failure(let diagnostic):
            diagnostics.report(
                isNeeded ? diagnostic : .warning(diagnostic.message, at: diagnostic.location)
            )
            return nil
        }
    }

    /// The base URI of references in a schema; `nil` for that of its file.
    func base(of schema: Node) -> URI? { resources.base(of: schema) }

    /// Registers the identifiers and anchors in a schema that is the target of a reference.
    func add(schema: Node) {
        guard resources.hasIdentifiers else { return }
        resources.add(schema: schema, inFile: uri(ofFile: schema.location.path))
        reportDuplicates()
    }

    private func reportDuplicates() {
        for (name, first, second) in resources.takeDuplicates() {
            diagnostics.report(
                .warning(
                    .duplicateAnchor(name), at: second.location,
                    notes: [.init("the first schema with it", at: first.location)]))
        }
    }

    /// Whether the target of a `$dynamicRef` to a schema depends on the dynamic scope, because another schema has the
    /// same dynamic anchor (JSON Schema 2020-12 Core, 8.2.3.2).
    func isAmbiguous(_ target: Node) -> Bool {
        target[FieldName.dynamicAnchor.text]?.text.map(resources.isAmbiguous) ?? false
    }

    private func result(of reference: Reference, in schema: Node? = nil) -> Result<ReferenceTarget, Diagnostic> {
        func failure(_ message: Diagnostic.Message) -> Result<ReferenceTarget, Diagnostic> {
            .failure(.error(message, at: reference.location))
        }
        let text = reference.target.raw(for: .grammar)
        let hash = text.utf8.firstIndex(of: UInt8(ascii: "#")) ?? text.endIndex
        let file = uri(ofFile: reference.location.path)
        guard let fragment = PercentDecoding.decoded(Substring(text.utf8[hash...].dropFirst())),
            let uri = URI(text[..<hash], relativeTo: reference.base ?? resources.base(ofFile: file)),
            let local = URI(text[..<hash], relativeTo: file)
        else { return failure(.brokenReference(reference.target)) }

        let resource: Resource
        if let known = resources[uri] ?? resources[local] {
            resource = known
        } else {
            guard local.isFile else { return failure(.remoteReference) }
            guard !local.path.utf8.contains(where: { $0 == 0 || $0 == 0x5C }),
                local.path.utf8.first != UInt8(ascii: "/")
            else { return failure(.forbiddenFile(reference.target)) }
            switch read(local) {
            case .success(let read): resource = read
            case .failure(let diagnostic):
                let message = diagnostic.message.about(.brokenReference)
                let hint =
                    resources[file].flatMap { component(named: reference.target, in: $0.root) }
                    ?? Self.withHash(reference.target)
                return failure(hint.map { .init(.brokenReference, "\(message.summary)", hint: $0) } ?? message)
            }
        }
        if let target = target(fragment, in: resource) { return .success(target) }
        guard hash == text.startIndex, let own = resources[file] else {
            return failure(.missingTarget(reference.target, nearest(to: fragment, in: resource)))
        }
        if reference.base != nil, var target = target(fragment, in: own) {
            target.warning = .outsideOfIdentified
            return .success(target)
        }
        if let node = resources.schema(withAnchor: SpecText(fragment), inFile: file) {
            let warning: Diagnostic.Message? = reference.base == nil ? nil : .outsideOfIdentified
            return .success(
                ReferenceTarget(
                    node: node, path: path(of: node), pointer: nil, name: SpecText(fragment), warning: warning))
        }
        if let schema, let node = Pointer(fragment)?.nodeOfSchema(schema) {
            let warning = Diagnostic.Message.relativeToSchema(reference.target)
            return .success(
                ReferenceTarget(
                    node: node, path: path(of: node), pointer: Pointer(fragment), name: nil, warning: warning)
            )
        }
        return failure(.missingTarget(reference.target, nearest(to: fragment, in: own)))
    }

    /// The hint about what a pointer that leads nowhere most likely means: a key with nearly the name of the first one that
    /// doesn't exist, or a component.
    private func nearest(to fragment: String, in resource: Resource) -> Diagnostic.Text? {
        var node = resource.root
        if let pointer = Pointer("/\(fragment)"), Pointer(fragment) == nil, pointer.node(in: node) != nil {
            return NearMiss.hint(naming: SpecText("#/\(SpecText(fragment))"))
        }
        guard let tokens = Pointer(fragment)?.tokens else {
            guard diagnostics.mayCompare(with: resource.anchors.count) else { return nil }
            let anchors = resource.anchors.keys.sorted()
            return NearMiss.misspelled(SpecText(fragment), among: anchors).map {
                NearMiss.hint(naming: SpecText("#\($0)"))
            }
        }
        for token in tokens {
            guard let child = node.child(token) else {
                let keys = node.entries.lazy.map(\.keyText)
                let hint =
                    diagnostics.mayCompare(with: keys.count) ? NearMiss.hint(for: token, among: keys) : nil
                return hint
                    ?? tokens.last.flatMap { component(named: $0, in: resource.root) }
            }
            node = child
        }
        return nil
    }

    /// The hint about a reference that continues behind the name of a file as a path does: `common.yaml/Pet`.
    private static func withHash(_ target: SpecText) -> Diagnostic.Text? {
        [".yaml/", ".yml/", ".json/"].first { target.contains($0) }.map { end in
            NearMiss.hint(naming: target.replacing(end, with: "\(end.dropLast())#/"))
        }
    }

    /// The hint about the component of a name.
    private func component(named name: SpecText, in root: Node) -> Diagnostic.Text? {
        let section = root[FieldName.components.text]?.entries.first { $0.value[name] != nil }
        return section.map { NearMiss.hint(naming: SpecText("#/components/\($0.keyText)/\(name)")) }
    }

    /// The target of a fragment, which is a pointer or the name of an anchor.
    private func target(_ fragment: String, in resource: Resource) -> ReferenceTarget? {
        guard let pointer = Pointer(fragment) else {
            return resource.anchors[SpecText(fragment)].map {
                ReferenceTarget(node: $0, path: path(of: $0), pointer: nil, name: SpecText(fragment))
            }
        }
        guard let (node, isDirect) = node(pointer, in: resource.root) else { return nil }
        let warning: Diagnostic.Message? = isDirect ? nil : .throughReference
        let name = pointer.tokens.isEmpty && isEmbedded(resource) ? resource.root.identifierName : nil
        return ReferenceTarget(
            node: node, path: path(of: resource.root), pointer: pointer, name: name, warning: warning,
            root: isDirect ? resource.root : nil)
    }

    /// Whether a resource is a schema within a file.
    private func isEmbedded(_ resource: Resource) -> Bool {
        resources[uri(ofFile: resource.root.location.path)]?.root.identity != resource.root.identity
    }

    /// The node that a pointer leads to, and whether it was found without following references.
    private func node(_ pointer: Pointer, in root: Node) -> (node: Node, isDirect: Bool)? {
        var node = root
        var isDirect = true
        for token in pointer.tokens {
            var known: Set<Node.Identity> = []
            while node.child(token) == nil {
                guard known.insert(node.identity).inserted, let next = target(of: node) else { return nil }
                node = next
                isDirect = false
            }
            guard let child = node.child(token) else { return nil }
            node = child
        }
        return (node, isDirect)
    }

    /// The target of a node that is a reference; `nil` if the node isn't a reference, or the reference is a cycle or
    /// can't be resolved.
    private func target(of node: Node) -> Node? {
        if let known = resolved[node.identity] { return known }
        guard case .string(let text) = node[FieldName.ref.text]?.scalar else { return nil }
        let reference = Reference(target: text, location: node.location, base: base(of: node))
        // Inside of another resolution, a failure isn't cached: it may be due to a cycle with the outer reference.
        let isOutermost = inProgress.isEmpty
        guard inProgress.count < Self.deepest, inProgress.insert(reference).inserted else { return nil }
        defer { inProgress.remove(reference) }
        let target = try? result(of: reference).get().node
        if target != nil || isOutermost { resolved[node.identity] = .some(target) }
        return target
    }

    /// The root of a file, which is read at first access.
    private func read(_ uri: URI) -> Result<Resource, Diagnostic> {
        let path = folder + uri.path
        let identity = SpecText(files.identity(of: path))
        if let known = roots[identity] {
            return known.map { root in
                let resource = resources[self.uri(ofFile: root.location.path)] ?? Resource(root: root)
                resources.add(resource, as: uri)
                return resource
            }
        }
        do throws(Diagnostic) {
            let file = try files.file(at: path)
            partBytes += file.bytes.count
            let root = try DocumentReader.read(SourceFile(path: path, bytes: file.bytes), diagnostics: diagnostics)
            roots[identity] = .success(root)
            documents.append((uri.path, root))
            resources.add(root, as: uri)
            reportDuplicates()
            return .success(resources[uri] ?? Resource(root: root))
        } catch {
            // An error with a location is about the contents of the file. It is reported in addition to that about the
            // reference.
            if error.location != nil { diagnostics.report(error) }
            let message = error.location == nil ? error.message : .unreadableFile(path)
            roots[identity] = .failure(.error(message, at: nil))
            return .failure(.error(message, at: nil))
        }
    }

    private func uri(ofFile file: String) -> URI {
        let path = foreignPaths.contains(file) ? self.path : file
        return URI(file: String(Substring(path.utf8.dropFirst(folder.utf8.count))))
    }
    private func path(of node: Node) -> String { uri(ofFile: node.location.path).path }
}

extension Node {
    /// The last segment of a schema's `$id`, without what follows a dot.
    fileprivate var identifierName: SpecText? {
        let path = self[FieldName.id.text]?.text?.raw(for: .grammar).split(separator: "/").last
        return path?.split(separator: ".").first.map { SpecText(String($0)) }
    }
}

extension Diagnostic.Message {
    package static let remoteReference = Self(
        .brokenReference, "martlet never fetches files from other hosts",
        hint: "save the file and refer to it by a relative path")

    package static func duplicateAnchor(_ name: SpecText) -> Self {
        Self(
            .unusualReference, "another schema has the anchor \(name) already; references lead to that one",
            hint: "choose another name for one of them")
    }

    package static let outsideOfIdentified = Self(
        .unusualReference,
        """
        references in a schema with an $id are relative to that schema, but the target of this one is not in it; it is \
        followed from the root of the document
        """)

    package static let throughReference = Self(
        .unusualReference,
        """
        this reference leads through another reference, which OpenAPI does not allow; it is followed anyway
        """)

    package static func relativeToSchema(_ target: SpecText) -> Self {
        Self(
            .unusualReference,
            """
            the target of the reference \(target) does not exist in the document; it is followed from the root of the \
            schema that contains it
            """)
    }

    package static func missingTarget(_ target: SpecText, _ hint: Diagnostic.Text? = nil) -> Self {
        Self(.brokenReference, "the target of the reference \(target) does not exist", hint: hint)
    }

    package static func unreadableFile(_ path: String) -> Self {
        Self(.brokenReference, "the file \(quoted: path) can't be read")
    }

    package static func forbiddenFile(_ target: SpecText) -> Self {
        Self(.brokenReference, "the reference \(target) must be a relative path with forward slashes")
    }

    package static func brokenReference(_ target: SpecText) -> Self {
        Self(
            .brokenReference,
            "the reference \(target) is not a valid URI: % must be followed by two hexadecimal digits of UTF-8")
    }

    package static func circularReference(_ target: SpecText) -> Self {
        Self(.brokenReference, "the reference \(target) is circular: it leads only to references")
    }
}
