/// Makes OpenAPI documents of any size that resemble those of real services: about 8 KB of YAML per operation.
///
/// A tag has seven operations, with two schemas each. The same number of operations gives the same bytes.
struct FakeDocument {
    /// An operation that every tag has.
    private struct Kind {
        let method: String
        /// The end of the path, after that of the resources.
        let path: String
        /// The beginning of the operation's name, before the resource's.
        let verb: String
        let query: [String]
        /// The end of the body schema's name, after the resource's; `nil` for no body.
        var body: String?
        /// The end of the response schema's name, after the resource's; `nil` for no content.
        var answer: String?
    }

    private static let kinds = [
        Kind(method: "get", path: "", verb: "list", query: ["limit", "offset", "filter", "sort"], answer: "Page"),
        Kind(method: "post", path: "", verb: "create", query: ["expand"], body: "Post", answer: "Details"),
        Kind(method: "get", path: "/{id}", verb: "get", query: ["expand"], answer: "Details"),
        Kind(method: "patch", path: "/{id}", verb: "update", query: ["comment"], body: "Patch", answer: "Details"),
        Kind(method: "delete", path: "/{id}", verb: "delete", query: ["force", "comment"]),
        Kind(
            method: "get",
            path: "/{id}/history",
            verb: "listHistoryOf",
            query: ["limit", "offset", "from", "to"],
            answer: "History"
        ),
        Kind(method: "post", path: "/{id}/actions", verb: "run", query: [], body: "Action", answer: "ActionResult"),
    ]

    /// The schemas of every tag, by the end of their names after the resource's, with the schemas that they refer to.
    private static let schemas: [(name: String, references: [String])] = [
        ("Page", ["Summary"]), ("Details", ["Metrics"]), ("", ["Owner", "Settings"]), ("Summary", ["Owner"]),
        ("Post", ["Settings"]), ("Patch", ["Settings", "Limits"]), ("History", ["HistoryEntry"]),
        ("HistoryEntry", ["Owner"]), ("Action", ["Limits"]), ("ActionResult", ["HistoryEntry", "Metrics"]),
        ("Settings", ["Limits"]), ("Metrics", []), ("Limits", []), ("Owner", []),
    ]

    private var text = ""
    /// The number of sentences taken from the vocabulary.
    private var taken = 0

    /// The YAML of a document with this number of operations.
    static func yaml(operations count: Int) -> String {
        var document = FakeDocument()
        document.addHead()
        let resources = (0..<(count + kinds.count - 1) / kinds.count).map(resource)
        for (number, resource) in resources.enumerated() {
            document.addPaths(of: resource, kinds.prefix(count - number * kinds.count))
        }
        document.addComponents(of: resources)
        return document.text
    }

    /// The resource of a tag.
    private static func resource(_ number: Int) -> String {
        let adjectives = FakeVocabulary.adjectives
        let nouns = FakeVocabulary.nouns
        let round = number / (adjectives.count * nouns.count)
        let name = adjectives[number % adjectives.count] + nouns[number / adjectives.count % nouns.count]
        return round == 0 ? name : "\(name)\(round + 1)"
    }

    private mutating func addHead() {
        add(0, "openapi: 3.0.3")
        add(0, "info:")
        add(1, "title: Made API")
        add(1, "version: \"2.0\"")
        addDescription(1, sentences: 12)
        add(0, "servers:")
        add(0, "- url: https://api.example.com")
        add(0, "security:")
        add(0, "- ApiKey: []")
        add(0, "paths:")
    }

    private mutating func addPaths(of resource: String, _ kinds: ArraySlice<Kind>) {
        var path: String?
        for kind in kinds {
            if kind.path != path { add(1, "/api/v2/projects/{projectKey}/\(resource)\(kind.path):") }
            path = kind.path
            addOperation(kind, resource)
        }
    }

    private mutating func addOperation(_ kind: Kind, _ resource: String) {
        add(2, "\(kind.method):")
        add(3, "operationId: \(kind.verb)\(resource)")
        add(3, "summary: \(kind.verb) \(resource)")
        addDescription(3, sentences: 5)
        add(3, "tags:")
        add(3, "- \(resource)")
        add(3, "parameters:")
        addParameter("projectKey", in: "path", ["type: string"])
        if kind.path.contains("{id}") { addParameter("id", in: "path", ["type: string"]) }
        for name in kind.query { addParameter(name, in: "query", FakeVocabulary.parameters[name] ?? []) }
        if let body = kind.body {
            add(3, "requestBody:")
            add(4, "required: true")
            addContent(4, resource + body)
        }
        add(3, "responses:")
        add(4, kind.answer == nil ? "\"204\":" : "\"200\":")
        add(5, "description: The request succeeded.")
        if let answer = kind.answer { addContent(5, resource + answer) }
        for (status, description) in FakeVocabulary.errors {
            add(4, "\"\(status)\":")
            add(5, "description: \(description)")
            addContent(5, "ErrorRep")
        }
    }

    private mutating func addParameter(_ name: String, in place: String, _ schema: [String]) {
        add(3, "- name: \(name)")
        add(4, "in: \(place)")
        if place == "path" { add(4, "required: true") }
        add(4, "description: \"\(sentence())\"")
        add(4, "schema:")
        for line in schema { add(5, line) }
    }

    private mutating func addContent(_ depth: Int, _ schema: String) {
        add(depth, "content:")
        add(depth + 1, "application/json:")
        add(depth + 2, "schema:")
        add(depth + 3, "$ref: \"#/components/schemas/\(schema)\"")
    }

    private mutating func addComponents(of resources: [String]) {
        add(0, "components:")
        add(1, "securitySchemes:")
        add(2, "ApiKey: {type: apiKey, in: header, name: Authorization}")
        add(1, "schemas:")
        add(2, "ErrorRep:")
        addObject(3, [("code", ["type: string"]), ("message", ["type: string"])])
        for (number, resource) in resources.enumerated() {
            for (index, schema) in Self.schemas.enumerated() {
                add(2, "\(resource)\(schema.name):")
                let references = schema.references.enumerated().map { position, name in
                    Self.reference(to: resource, name, isList: (number + index + position).isMultiple(of: 2))
                }
                if schema.name == "Details" {
                    add(3, "allOf:")
                    add(3, "- $ref: \"#/components/schemas/\(resource)\"")
                    add(3, "- type: object")
                    addProperties(4, references + Self.properties(from: number + 8, 7))
                } else {
                    let first = schema.name.isEmpty ? number : number + index * 5
                    addObject(3, references + Self.properties(from: first, 8 - references.count))
                }
            }
        }
    }

    /// A property of another schema's type, or of an array of it.
    private static func reference(to resource: String, _ name: String, isList: Bool) -> (String, [String]) {
        let property = name.prefix(1).lowercased() + name.dropFirst()
        let reference = "$ref: \"#/components/schemas/\(resource)\(name)\""
        return isList
            ? ("\(property)Items", ["type: array", "items:", "  \(reference)"])
            : (property, ["allOf:", "- \(reference)"])
    }

    private static func properties(from first: Int, _ count: Int) -> [(String, [String])] {
        (first..<first + count).map { number in
            let property = FakeVocabulary.properties[number % FakeVocabulary.properties.count]
            return (property.name, property.schema)
        }
    }

    private mutating func addObject(_ depth: Int, _ properties: [(String, [String])]) {
        add(depth, "type: object")
        addDescription(depth, sentences: 2)
        addProperties(depth, properties)
    }

    private mutating func addProperties(_ depth: Int, _ properties: [(String, [String])]) {
        add(depth, "required:")
        for (name, _) in properties.suffix(2) { add(depth, "- \(name)") }
        add(depth, "properties:")
        for (name, schema) in properties {
            add(depth + 1, "\(name):")
            if !schema.contains(where: { $0.hasPrefix("description:") }) { addDescription(depth + 2) }
            for line in schema { add(depth + 2, line) }
        }
    }

    /// Adds a description on one line.
    private mutating func addDescription(_ depth: Int) {
        add(depth, "description: \"\(sentence()) \(sentence())\"")
    }

    /// Adds a description as a block of lines.
    private mutating func addDescription(_ depth: Int, sentences count: Int) {
        add(depth, "description: |")
        for _ in 0..<count { add(depth + 1, sentence()) }
    }

    private mutating func sentence() -> String {
        // A step that shares no factor with the number of sentences visits all of them.
        taken += 5
        return FakeVocabulary.sentences[taken % FakeVocabulary.sentences.count]
    }

    private mutating func add(_ depth: Int, _ line: String) {
        text += String(repeating: "  ", count: depth) + line + "\n"
    }
}
