package import MartletSource

extension SchemaFields {
    /// The value of `type`: one type, or since OpenAPI 3.1 a list; `nil` if it is absent or invalid. Kubernetes' documents
    /// use `type: string` with the format `int-or-string` for integers as well.
    mutating func types() -> Schema.Types? {
        if refersToNull { return .null }
        guard let value = node(.type) else { return nil }
        let nodes = value.kind == .sequence ? Array(value.elements) : [value]
        let types = nodes.compactMap { type(of: $0) }
        guard !types.isEmpty else { return nil }
        let others: Schema.Types = node(.format)?.text == "int-or-string" ? [.integer, .string] : []
        return types.reduce(into: others) { $0.formUnion($1) }
    }

    /// Whether `nullable` or `x-nullable` is true. OpenAPI 3.1 has removed `nullable`, but documents still use it. The
    /// extension is for Swagger 2.0.
    mutating func isNullable() -> Bool {
        if let value = node(.nullable), context.version >= .v31 {
            context.diagnostics.reportOnce(.warning(.outdatedNullable, at: value.location))
        }
        let isNullable = flag(.nullable)
        return flag(.xNullable) || isNullable || isNullableReference
    }

    private func type(of node: Node) -> Schema.Types? {
        switch node.text {
        case "string": return .string
        case "number": return .number
        case "integer": return .integer
        case "boolean": return .boolean
        case "array": return .array
        case "object": return .object
        case "null":
            if node.isNull { context.report(.warning(.unquotedNull, at: node.location)) }
            return .null
        // The type of uploads and downloads (Swagger 2.0, Parameter Object and Response Object).
        case "file" where context.version == .v2: return .string
        default:
            context.report(.error(.unknownType(node.text), at: node.location))
            return nil
        }
    }

    /// The value of `format`; `binary` for a file of Swagger 2.0.
    mutating func format() -> SpecText? {
        let isFile = context.version == .v2 && node(.type)?.text == "file"
        return text(.format) ?? (isFile ? "binary" : nil)
    }

    /// The members of `enum`, or the value of `const`.
    mutating func enumeration() -> (members: [Node]?, isConstant: Bool) {
        let members = node(.enum)
        if let constant = node(.const) { return ([constant], true) }
        guard let members, !members.isNull else { return (nil, false) }
        guard members.kind == .sequence else {
            context.report(.error(.expectedSequence(not: members), at: members.location))
            return (nil, false)
        }
        if members.elements.isEmpty { context.report(.warning(.emptyEnumeration, at: members.location)) }
        return (Array(members.elements), false)
    }

    /// The names and descriptions of an enum's members by the extensions `x-enum-varnames` and `x-enum-descriptions`, which
    /// are in the order of the members, and `x-ms-enum`, whose `values` repeat the member.
    mutating func memberNotes(_ members: [Node]) -> (names: [SpecText?], descriptions: [SpecText?]) {
        let names = notes(.xEnumVarnames, of: members)
        let descriptions = notes(.xEnumDescriptions, of: members)
        let values = node(.xMsEnum)?["values"].map { Array($0.elements) } ?? []
        let notesByValue = Dictionary(values.map { ($0["value"]?.text, $0) }, uniquingKeysWith: { first, _ in first })
        let notes = members.map { notesByValue[$0.text] }
        return (names ?? notes.map { $0?["name"]?.text }, descriptions ?? notes.map { $0?["description"]?.text })
    }

    private mutating func notes(_ field: FieldName, of members: [Node]) -> [SpecText?]? {
        guard let list = node(field) else { return nil }
        let counts = [members.count, members.count { !$0.isNull }]
        if !counts.contains(list.elements.count) {
            context.report(.warning(.unequalNotes(field.text, list.elements.count, members.count), at: list.location))
        }
        return list.elements.map(\.text)
    }

    /// The values of `examples`, a list in JSON Schema, and `example` (OpenAPI 3.2.0, 4.24.2).
    mutating func examples() -> [Node] {
        let example = node(.example).map { [$0] } ?? []
        guard let list = node(.examples) else { return example }
        // Other objects have a map of Example Objects here.
        if list.kind == .mapping { return example + list.entries.compactMap { $0.value[FieldName.value.text] } }
        return example + list.elements
    }
}

extension Diagnostic.Message {
    package static func unknownType(_ type: SpecText?) -> Self {
        wrongWord(
            type, "a type of a schema",
            among: ["string", "number", "integer", "boolean", "array", "object", "null"], meant: typesOfLanguages)
    }

    package static let emptyEnumeration = Self(.enumValue, "an enum needs at least one value; this one is ignored")
    package static func unequalNotes(_ key: SpecText, _ count: Int, _ members: Int) -> Self {
        Self(
            .enumValue,
            "\(key) has \(count) entries for an enum of \(members) values; they are assigned to the values in order",
            hint: "give each value an entry")
    }
    package static let outdatedNullable = Self(
        .null,
        """
        "nullable" is not a keyword since OpenAPI 3.1: add "null" to the types instead; here and elsewhere it is \
        treated as in OpenAPI 3.0
        """)
    package static let unquotedNull = Self(.null, "write the type \"null\" in quotes")

    /// The JSON Schema types that correspond to types of programming languages and databases.
    private static let typesOfLanguages: [SpecText: Diagnostic.Text] = [
        "int": "write integer", "int32": "write integer and format: int32", "int64": "write integer and format: int64",
        "long": "write integer and format: int64", "float": "write number and format: float",
        "double": "write number and format: double", "decimal": "write number", "bool": "write boolean",
        "text": "write string", "char": "write string", "date": "write string and format: date",
        "datetime": "write string and format: date-time", "date-time": "write string and format: date-time",
        "uuid": "write string and format: uuid", "file": "write string and format: binary",
        "binary": "write string and format: binary", "list": "write array", "map": "write object",
        "dict": "write object", "any": "leave the type out",
    ]
}
