import MartletOpenAPI
import MartletSource

/// Determines the form of content from its media type and schema.
struct ContentForms {
    private let finder: ShapeFinder

    init(_ finder: ShapeFinder) { self.finder = finder }

    func form(of media: MediaType, _ direction: MessageDirection) -> Content.Form {
        if media.isJSON { return .json }
        let type = media.essence
        switch type {
        case "application/x-www-form-urlencoded":
            // A value without properties is sent as the text of the form.
            return direction == .request && media.schema.map(canBeObject) ?? true ? .form : .text
        case "text/event-stream": return direction == .response ? .events : .text
        case "application/jsonl", "application/x-jsonl", "application/jsonlines", "application/x-jsonlines",
            "application/json-lines", "application/ndjson", "application/x-ndjson", "application/json-seq":
            return .sequence
        case _ where type.hasSuffix("+json-seq"): return .sequence
        case _ where type.hasPrefix("multipart/"):
            return direction == .request ? .multipart : .bytes
        default: return plainForm(of: media, type)
        }
    }

    private func plainForm(of media: MediaType, _ type: SpecText) -> Content.Form {
        guard let schema = media.schema else { return Self.isText(type) ? .text : .bytes }
        switch finder.resolvedShape(of: AppliedSchemas(schema)) {
        case .scalar(.data), .scalar(.file): return .bytes
        case .scalar(.string) where isBinary(schema): return .bytes
        case _ where Self.isText(type): return .text
        case .scalar(.string), .enumeration: return .text
        // A range is most likely meant as the media type of the schema.
        case .any: return .bytes
        default: return type == "*/*" || type == "application/*" ? .json : .bytes
        }
    }

    /// Whether a form of the media type has properties, of which its parts can be made.
    func hasProperties(_ media: MediaType) -> Bool {
        guard let schema = media.schema else { return false }
        switch finder.resolvedShape(of: AppliedSchemas(schema)) {
        case .structure(let form): return !form.properties.isEmpty || !form.unions.isEmpty
        case .map(let values?):
            if case .any = finder.resolvedShape(of: values) { return false }
            return true
        case .union: return true
        default: return false
        }
    }

    private func isBinary(_ schema: SchemaID) -> Bool {
        let schemas = SchemaComposition(AppliedSchemas(finder.schemas.resolved(schema)), finder).own
        return schemas.contains { finder.schemas[$0].format == "binary" }
    }

    private func isObject(_ schema: SchemaID) -> Bool {
        switch finder.resolvedShape(of: AppliedSchemas(schema)) {
        case .structure, .map, .union: true
        case .any, .scalar, .enumeration, .array, .tuple, .reference: false
        }
    }

    private func canBeObject(_ schema: SchemaID) -> Bool {
        if case .any = finder.resolvedShape(of: AppliedSchemas(schema)) { true } else { isObject(schema) }
    }

    /// Whether content of the media type is text.
    private static func isText(_ type: SpecText) -> Bool {
        type.hasPrefix("text/") || type.hasSuffix("+xml") || type.hasSuffix("+yaml")
            || [
                "application/xml", "application/yaml", "application/x-yaml", "application/javascript",
                "application/graphql", "application/sql", "application/x-www-form-urlencoded", "application/toml",
            ].contains(type)
    }
}

extension MediaType {
    /// A name for one of several kinds of content, such as `json`, `csv` or `jsonPatch`.
    func name(as form: Content.Form) -> Identifier {
        let subtype = essence.split { $0 == "/" }?.after ?? ""
        switch (form, subtype) {
        case (.json, "json"): return Identifier.member("json")
        case (.form, _): return Identifier.member("form")
        case (.multipart, _): return Identifier.member("multipart")
        case (.events, _): return Identifier.member("events")
        case (.sequence, "json-seq"): return Identifier.member("jsonSequence")
        case (.sequence, _) where !subtype.hasSuffix("+json-seq"): return Identifier.member("jsonLines")
        case (.text, "plain"), (.text, "*"): return Identifier.member("text")
        case (.bytes, "octet-stream"), (.bytes, "*"), (.bytes, ""): return Identifier.member("data")
        default:
            // The name omits the vendor tree and the structured syntax suffix (RFC 6838, sections 3.2 and 4.2.8).
            var words = subtype.without(prefix: "x-")
            for suffix: SpecText in ["+json", "+xml", "+yaml", "+json-seq"] { words = words.without(suffix: suffix) }
            return .member(Words(words))
        }
    }
}
