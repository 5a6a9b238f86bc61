package import MartletModel
import MartletOpenAPI
package import MartletSource

/// The documents that a client was generated from, stored beside it, so that a later document can be compared with
/// them. Examples and fields that martlet does not read are left out, and digests replace descriptions. For a client of
/// a part of a document, only that part is stored.
///
/// A line `--- PATH` is followed by a document as JSON, with a line for each path and schema; the first one is the
/// root. Before them are the settings `include` and `exclude`, and the parts that occur more than once in the documents
/// (``SharedParts``).
package struct DocumentSummary: SourceFiles {
    /// A hidden file, so that SwiftPM and Xcode don't take it for a source.
    package static let path = ".martlet.summary"

    /// The part of the root document that the client was generated for; `nil` if an older version of martlet, which
    /// didn't record it, wrote the file.
    package private(set) var selection: Selection?
    private let shared: [String]
    private let documents: [(path: String, text: String)]

    /// - Parameter client: The client that was generated from the documents.
    init(_ documents: [(path: String, root: Node)], _ selection: Selection, _ client: Client) {
        self.selection = selection
        let scope = documents.count == 1 && selection.isPartial ? SummaryScope(documents[0].root, client) : nil
        var parts = SharedParts()
        let written = parts.written(documents.map { SummaryWriter($0.root, scope: scope).text(&parts) })
        self.documents = zip(documents, written.texts).map { ($0.path, $1) }
        shared = written.lines
    }

    /// The summary of a generated folder.
    ///
    /// - Throws: A `Diagnostic` if the folder has none, or it can't be read.
    package init(inFolder folder: String) throws(Diagnostic) {
        let file = "\(folder)/\(Self.path)"
        guard Disk().exists(file) else { throw .error(.notAClient(folder), at: nil) }
        var documents: [(path: String, text: String)] = []
        var shared = SharedTexts()
        for line in try SourceFile.reading(file).bytes.split(separator: UInt8(ascii: "\n")) {
            let text = String(decoding: line, as: UTF8.self)
            if text.hasPrefix(Self.title) {
                documents.append((String(text.dropFirst(Self.title.count)), ""))
            } else if !documents.isEmpty {
                guard let whole = shared.expanded(text) else { throw .error(.brokenSummary(file), at: nil) }
                documents[documents.count - 1].text += "\(whole)\n"
            } else if text.hasPrefix(Self.selectionTitle) {
                let settings = SourceFile(path: file, bytes: Array(text.utf8.dropFirst(Self.selectionTitle.utf8.count)))
                selection = Selection(try DocumentReader.read(settings, diagnostics: DiagnosticCollector()))
            } else if !shared.add(line: text) {
                throw .error(.brokenSummary(file), at: nil)
            }
        }
        if documents.isEmpty { throw .error(.brokenSummary(file), at: nil) }
        self.documents = documents
        self.shared = []
    }

    private static let title = "--- "
    private static let selectionTitle = "selection "

    /// Whether a path is that of a folder, rather than of a document.
    package static func isFolder(_ path: String) -> Bool { Disk().isFolder(path) }

    /// The path of the root document, which is not in the current folder.
    package var root: String { documents.first?.path ?? "" }

    var file: GeneratedFile {
        let settings = selection.map { ["\(Self.selectionTitle)\($0.json)"] } ?? []
        let lines =
            ["# \(GeneratedFile.marker)", "# What it was made of, for: martlet diff FOLDER NEW"] + settings + shared
            + documents.flatMap { ["\(Self.title)\(VisibleText.visible($0.path))", $0.text] }
        return GeneratedFile(path: Self.path, contents: Array(lines.map { "\($0)\n" }.joined().utf8))
    }

    package func identity(of path: String) -> String { FilePath.normalized(path) }

    package func file(at path: String) throws(Diagnostic) -> SourceFile {
        guard let document = documents.first(where: { $0.path == FilePath.normalized(path) }) else {
            throw .error(.missingFile(path), at: nil)
        }
        return SourceFile(path: path, bytes: Array(document.text.utf8))
    }
}

extension Selection {
    /// The settings that the selection was decoded from.
    fileprivate init(_ node: Node) {
        self.init()
        let keys = ConfigurationKeys(node, DiagnosticCollector())
        included = keys.patterns("include")
        excluded = keys.patterns("exclude")
    }

    /// The settings as JSON.
    fileprivate var json: String {
        let settings = [("include", included), ("exclude", excluded)].filter { !$0.1.isEmpty }.map { name, patterns in
            let lists = Kind.allCases.map { kind in
                (kind, patterns.filter { $0.kind == kind }.map { JSONText.string($0.glob.pattern.raw(for: .literal)) })
            }
            let members = lists.filter { !$0.1.isEmpty }.map { "\"\($0.rawValue)\":[\($1.joined(separator: ","))]" }
            return "\"\(name)\":{\(members.joined(separator: ","))}"
        }
        return "{\(settings.joined(separator: ","))}"
    }
}

extension Diagnostic.Message {
    static func notAClient(_ folder: String) -> Self {
        Self(
            ofRun: """
                the folder \(quoted: folder) is not a generated client: it has no file \(quoted: DocumentSummary.path)
                """)
    }

    static func brokenSummary(_ path: String) -> Self {
        Self(ofRun: "\(quoted: path) is not a summary that martlet wrote; generate the client again")
    }
}
