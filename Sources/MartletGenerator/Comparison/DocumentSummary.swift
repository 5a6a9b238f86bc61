import MartletOpenAPI
package import MartletSource

/// What a client was generated from, stored beside it, so that a later document can be compared with it: the documents
/// without examples and what martlet does not read, with digests in place of descriptions.
///
/// A line `--- PATH` is followed by a document as JSON, with a line for each path and schema; the first one is the root.
package struct DocumentSummary: SourceFiles {
    /// A hidden file, so that SwiftPM and Xcode don't take it for a source.
    package static let path = ".martlet.summary"

    private let documents: [(path: String, text: String)]

    init(_ documents: [(path: String, root: Node)]) {
        self.documents = documents.map { path, root in
            var text = SummaryText()
            text.add(root, isMap: false)
            return (path, text.text)
        }
    }

    /// The summary of a generated folder.
    ///
    /// - Throws: A `Diagnostic` if the folder has none.
    package init(inFolder folder: String) throws(Diagnostic) {
        var documents: [(path: String, text: String)] = []
        for line in try SourceFile.reading("\(folder)/\(Self.path)").bytes.split(separator: UInt8(ascii: "\n")) {
            let text = String(decoding: line, as: UTF8.self)
            if text.hasPrefix(Self.title) {
                documents.append((String(text.dropFirst(Self.title.count)), ""))
            } else if !documents.isEmpty {
                documents[documents.count - 1].text += "\(text)\n"
            }
        }
        self.documents = documents
    }

    private static let title = "--- "

    /// Whether a path is that of a folder, rather than of a document.
    package static func isFolder(_ path: String) -> Bool { Disk().isFolder(path) }

    /// The path of the root document, which is not in the current folder.
    package var root: String { documents.first?.path ?? "" }

    var file: GeneratedFile {
        let lines =
            ["# \(GeneratedFile.marker)", "# What it was made of, for: martlet diff FOLDER NEW"]
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

/// Writes a document without what a comparison does not need.
private struct SummaryText {
    private(set) var text = ""
    private var depth = 0

    /// - Parameter isMap: Whether the document's author chose the keys.
    mutating func add(_ node: Node, isMap: Bool, isValue: Bool = false) {
        depth += 1
        defer { depth -= 1 }
        switch node.kind {
        case .scalar: text += node.json
        case .sequence:
            text += "["
            for (index, element) in node.elements.enumerated() {
                if index > 0 { text += "," }
                add(element, isMap: false, isValue: isValue)
            }
            text += "]"
        case .mapping:
            text += "{"
            var isFirst = true
            for entry in node.entries {
                let key = entry.keyText
                let field = isMap || isValue ? nil : Self.fields[key]
                if field.map(Self.omitted.contains) ?? (!isMap && !isValue && entry.isExtension) { continue }
                if !isFirst { text += "," }
                isFirst = false
                // Versions of the file are compared line by line.
                text += isMap && depth < 4 ? "\n" : ""
                text += JSONText.string(key.raw(for: .literal))
                text += ":"
                if let field, Self.digested.contains(field), case .string(let description) = entry.value.scalar {
                    text += JSONText.string(description.digest.raw(for: .literal))
                } else {
                    add(
                        entry.value,
                        isMap: field.map(Self.maps.contains) ?? false,
                        isValue: isValue || field.map(Self.values.contains) ?? false
                    )
                }
            }
            text += "}"
        }
    }

    private static let fields = Dictionary(uniqueKeysWithValues: FieldName.allCases.map { ($0.text, $0) })
    private static let omitted: Set<FieldName> = [.example, .examples, .externalDocs, .xml]
    private static let digested: Set<FieldName> = [.description, .summary]
    private static let values: Set<FieldName> = [.const, .default, .enum, .security, .xEnumDescriptions, .xMsEnum]
    private static let maps: Set<FieldName> = [
        .callbacks, .content, .definitions, .defs, .dependentSchemas, .encoding, .headers, .links, .mapping,
        .parameters,
        .pathItems, .paths, .patternProperties, .properties, .requestBodies, .responses, .schemas, .scopes,
        .securityDefinitions, .securitySchemes, .variables, .webhooks,
    ]
}
