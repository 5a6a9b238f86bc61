package import MartletSource

/// Follows references, within a file and to other files.
///
/// Nothing is ever fetched: a reference to another host is an error, unless a schema in a file that has been read has
/// that identifier.
package final class References {
    private let files: any SourceFiles
    private let diagnostics: DiagnosticCollector
    /// The roots of the files read so far by path; `nil` for those that can't be read.
    ///
    /// Paths are keys as `SpecText`, which compares bytes: composed and decomposed letters make two paths.
    private var roots: [SpecText: Node?]
    /// The nodes with identifiers and anchors of the files read so far.
    private var names: NodeNames
    /// Where references within their own file lead, by its path; most are there many times.
    private var ownTargets: [SpecText: [SpecText: ReferenceTarget]] = [:]

    /// - Parameter root: the document to begin with.
    package init(_ root: Node, _ files: any SourceFiles, _ diagnostics: DiagnosticCollector) {
        self.files = files
        self.diagnostics = diagnostics
        roots = [SpecText(root.location.path): root]
        // Other files may spell the way back to the first one in another way.
        roots[SpecText(FilePath.normalized(root.location.path))] = root
        names = NodeNames()
        names.add(root)
    }

    /// Follows a reference one step. Reports what is wrong and gives `nil` when it leads nowhere.
    ///
    /// - Parameter isNeeded: whether there is no client without the target, so that its absence is an error.
    package func target(of reference: Reference, isNeeded: Bool = true) -> ReferenceTarget? {
        let isOwn = reference.target.utf8.first == UInt8(ascii: "#")
        let origin = SpecText(reference.location.path)
        if isOwn, let known = ownTargets[origin]?[reference.target] { return known }
        switch result(of: reference) {
        case .success(let target):
            if isOwn { ownTargets[origin, default: [:]][reference.target] = target }
            return target
        case .failure(let diagnostic):
            diagnostics.report(
                isNeeded ? diagnostic : .warning(diagnostic.message, at: diagnostic.location)
            )
            return nil
        }
    }

    private func result(of reference: Reference) -> Result<ReferenceTarget, Diagnostic> {
        func failure(_ message: Diagnostic.Message) -> Result<ReferenceTarget, Diagnostic> {
            .failure(.error(message, at: reference.location))
        }
        let target = reference.target.unencoded
        let hash = target.utf8.firstIndex(of: UInt8(ascii: "#")) ?? target.endIndex
        guard let fragment = PercentDecoding.decoded(Substring(target.utf8[hash...].dropFirst())),
            let file = PercentDecoding.decoded(target[..<hash])
        else { return failure(.brokenReference(reference.target)) }

        let root: Node
        if let named = names.node(identifiedBy: file) {
            root = named
        } else if file.isEmpty {
            guard let own = roots[SpecText(reference.location.path)] ?? nil else {
                return failure(.missingTarget(reference.target))
            }
            root = own
        } else {
            guard !Self.isRemote(file) else { return failure(.remoteReference) }
            guard file.utf8.first != UInt8(ascii: "/"), !file.utf8.contains(where: { $0 == 0 || $0 == 0x5C }) else {
                return failure(.forbiddenFile(reference.target))
            }
            // RFC 3986, section 5.2.
            let path = FilePath.normalized(FilePath.folder(of: reference.location.path) + file)
            switch read(path, at: reference.location) {
            case .success(let read): root = read
            case .failure(let diagnostic): return .failure(diagnostic)
            }
        }
        guard let pointer = Pointer(fragment) else {
            guard let node = names.node(withAnchor: fragment, in: root.location.path) else {
                return failure(.missingTarget(reference.target))
            }
            return .success(ReferenceTarget(node: node, path: node.location.path, pointer: nil))
        }
        guard let node = pointer.node(in: root) else { return failure(.missingTarget(reference.target)) }
        return .success(ReferenceTarget(node: node, path: root.location.path, pointer: pointer))
    }

    /// The root of a file, read when it is asked for the first time.
    private func read(_ path: String, at location: Location) -> Result<Node, Diagnostic> {
        if let known = roots[SpecText(path)] {
            return known.map { .success($0) } ?? .failure(.error(.unreadableFile(path), at: location))
        }
        do throws(Diagnostic) {
            let file = try files.file(at: path)
            let root = try DocumentReader.read(
                SourceFile(path: path, bytes: file.bytes),
                options: ReaderOptions(knownKeys: FieldName.texts),
                diagnostics: diagnostics
            )
            roots[SpecText(path)] = root
            names.add(root)
            return .success(root)
        } catch {
            roots[SpecText(path)] = .some(nil)
            // An error with a place is about the file, and stands beside the one about the reference.
            guard error.location != nil else { return .failure(.error(error.message, at: location)) }
            diagnostics.report(error)
            return .failure(.error(.unreadableFile(path), at: location))
        }
    }

    /// Whether the part before the fragment leads to another host: it has a scheme or an authority (RFC 3986, section 4.2).
    private static func isRemote(_ file: String) -> Bool {
        if file.utf8.starts(with: "//".utf8) { return true }
        guard let colon = file.utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
        return !file.utf8[..<colon].contains(UInt8(ascii: "/"))
    }
}

extension Diagnostic.Message {
    package static let remoteReference: Self =
        "martlet never fetches anything: a reference must not lead to another host"

    package static func missingTarget(_ target: SpecText) -> Self { "the reference \(target) leads to nothing" }
    package static func unreadableFile(_ path: String) -> Self { "the file \(quoted: path) can't be read" }

    package static func forbiddenFile(_ target: SpecText) -> Self {
        "the reference \(target) must be a relative path, with slashes between its parts"
    }

    package static func brokenReference(_ target: SpecText) -> Self {
        "the reference \(target) is not a valid URI: % must be followed by two hexadecimal digits of UTF-8"
    }

    package static func circularReference(_ target: SpecText) -> Self {
        "the reference \(target) leads back to itself and never to a value"
    }
}
