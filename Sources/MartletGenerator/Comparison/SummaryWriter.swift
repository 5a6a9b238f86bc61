import MartletOpenAPI
import MartletSource

/// Writes a document without the parts that a comparison does not need.
struct SummaryWriter {
    /// The needed part of the document; `nil` for all of it.
    private let scope: SummaryScope?
    private let root: Node
    private let fields: FieldTable
    /// The keys of the document as JSON, by number.
    private let keys: [String]

    /// - Parameter scope: The needed part of the document; `nil` for all of it.
    init(_ root: Node, scope: SummaryScope?) {
        self.scope = scope
        self.root = root
        fields = FieldTable(root.documentKeys)
        keys = root.documentKeys.map { JSONText.string($0.raw(for: .literal)) }
    }

    /// Returns the document, and adds its objects and arrays to the parts.
    func text(_ parts: inout SharedParts) -> SharedParts.Text {
        var text = SharedParts.Text()
        write(root, isMap: false, depth: 1, to: &text, &parts)
        return text
    }

    /// - Parameters:
    ///   - isMap: Whether the document's author chose the keys.
    ///   - isValue: Whether the node is a value, such as a default, in which all keys are the author's.
    private func write(
        _ node: Node,
        isMap: Bool,
        isValue: Bool = false,
        depth: Int,
        to text: inout SharedParts.Text,
        _ parts: inout SharedParts
    ) {
        if node.kind == .scalar {
            text += node.json
            return
        }
        var own = SharedParts.Text()
        own += node.kind == .sequence ? "[" : "{"
        for (index, element) in node.elements.enumerated() {
            if index > 0 { own += "," }
            write(element, isMap: false, isValue: isValue, depth: depth + 1, to: &own, &parts)
        }
        var isFirst = true
        for entry in node.entries {
            let field = isMap || isValue ? nil : fields.name(of: entry)
            if field.map(Self.omitted.contains) ?? (!isMap && !isValue && entry.isExtension) { continue }
            let use = scope?.use(of: entry) ?? .whole
            if use == .none { continue }
            if !isFirst { own += "," }
            isFirst = false
            // Versions of the file are compared line by line.
            if isMap, depth < 4 { own += "\n" }
            own += keys[entry.keyNumber]
            own += ":"
            if use == .name {
                own += Self.outline(of: entry.value)
            } else if let field, Self.digested.contains(field), case .string(let description) = entry.value.scalar {
                own += JSONText.string(description.digest.raw(for: .literal))
            } else {
                write(
                    entry.value,
                    isMap: field.map(Self.maps.contains) ?? false,
                    isValue: isValue || field.map(Self.values.contains) ?? false,
                    depth: depth + 1,
                    to: &own,
                    &parts
                )
            }
        }
        own += node.kind == .sequence ? "]" : "}"
        if depth == 1 {
            text = own
        } else {
            parts.add(own, to: &text)
        }
    }

    /// An operation that is not in the client, with only the fields that affect the names of others.
    private static func outline(of operation: Node) -> String {
        let tags = operation["tags"]?.elements.map(\.json).joined(separator: ",")
        let members = [
            operation["operationId"].map { "\"operationId\":\($0.json)" }, tags.map { "\"tags\":[\($0)]" },
            "\"responses\":{}",
        ]
        return "{\(members.compactMap(\.self).joined(separator: ","))}"
    }

    private static let omitted: Set<FieldName> = [.example, .examples, .externalDocs, .xml]
    private static let digested: Set<FieldName> = [.description, .summary]
    /// The names of servers come from their descriptions.
    private static let values: Set<FieldName> = [
        .const, .default, .enum, .security, .servers, .xEnumDescriptions, .xMsEnum,
    ]
    private static let maps: Set<FieldName> = [
        .callbacks, .content, .definitions, .defs, .dependentSchemas, .encoding, .headers, .links, .mapping,
        .parameters,
        .pathItems, .paths, .patternProperties, .properties, .requestBodies, .responses, .schemas, .scopes,
        .securityDefinitions, .securitySchemes, .variables, .webhooks,
    ]
}
