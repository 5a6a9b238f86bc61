import MartletOpenAPI
import MartletSource

/// Finds the schemas whose values are files in multipart forms (OpenAPI 3.0.4, 4.7.14.3, Considerations for File
/// Uploads; OpenAPI 3.2.0, 4.24.4.3, Working with Binary Data).
struct MultipartFileFinder {
    private let schemas: SchemaGraph
    private(set) var found: Set<SchemaID> = []

    init(_ operations: [ResolvedOperation], _ schemas: SchemaGraph) {
        self.schemas = schemas
        for operation in operations {
            for media in operation.operation.requestBody?.content ?? []
            where media.essence.hasPrefix("multipart/") {
                guard let schema = media.schema else { continue }
                let contentTypes = media.encoding.map { ($0.name, $0.value.contentTypes.first) }
                var visited: Set<SchemaID> = []
                visitForm(schema, Dictionary(contentTypes) { first, _ in first }, &visited)
            }
        }
    }

    /// - Parameter contentTypes: The media types of the parts that the form states.
    private mutating func visitForm(
        _ id: SchemaID, _ contentTypes: [SpecText: SpecText?], _ visited: inout Set<SchemaID>
    ) {
        guard visited.insert(id).inserted else { return }
        let schema = schemas[id]
        for property in schema.properties {
            visitPart(property.value, contentTypes[property.name] ?? nil, depth: 0)
        }
        for next in schema.allOf + schema.oneOf + schema.anyOf + [schemas.target(of: id)].compactMap({ $0 }) {
            visitForm(next, contentTypes, &visited)
        }
    }

    /// - Parameter contentType: The media type of the part, as the form states it.
    private mutating func visitPart(_ id: SchemaID, _ contentType: SpecText?, depth: Int) {
        guard depth < 8 else { return }
        let schema = schemas[id]
        if isFile(schema, contentType) { found.insert(id) }
        var inner = schema.allOf + schema.oneOf + schema.anyOf
        inner += [schema.items, schemas.target(of: id)].compactMap { $0 }
        for next in inner { visitPart(next, contentType, depth: depth + 1) }
    }

    private func isFile(_ schema: Schema, _ contentType: SpecText?) -> Bool {
        guard schema.reference == nil, schema.enumeration == nil, schema.contentEncoding == nil else { return false }
        let types = schema.types?.subtracting(.null) ?? []
        guard types.isEmpty || types == .string else { return false }
        if schema.format == "binary" { return true }
        guard schema.format == nil, schema.properties.isEmpty, schema.items == nil, schema.oneOf.isEmpty,
            schema.anyOf.isEmpty, schema.allOf.isEmpty
        else { return false }
        // Without a format, a media type other than text marks a file.
        guard let type = contentType ?? schema.contentMediaType else { return false }
        return !["text/", "application/json", "application/xml", "*/*"].contains(where: type.hasPrefix)
    }
}
