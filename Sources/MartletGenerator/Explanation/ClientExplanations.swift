import MartletModel
import MartletOpenAPI
import MartletSource

/// Collects the explanations of all names of a client.
struct ClientExplanations {
    private(set) var all: [Explanation] = []
    /// The names of the components, by the locations of their schemas.
    private let components: [Location: SpecText]

    /// The places of all schemas.
    private let schemas: Set<Location>
    private let paths: DocumentPaths
    /// Whether the setting `optional` is there.
    private let hasOptional: Bool

    /// - Parameter owner: The module of the client that declares the shared models.
    init(_ client: Client, _ document: ResolvedDocument, _ options: ClientOptions, _ owner: Identifier?) {
        schemas = Set(document.schemas.all.map(\.location))
        paths = DocumentPaths(document)
        hasOptional = options.corrections.contains { $0.kind == .optional }
        let named = document.schemas.named.filter(\.isComponent)
        components = Dictionary(
            named.map { (document.schemas[$0.id].location, $0.names[0]) },
            uniquingKeysWith: { first, _ in first }
        )
        add(client.name.text, nil, ["the client of \(client.title)", "settings: client, module"])
        add(client.servers, of: client.name.text, document)
        for credential in client.credentials { add(credential, of: client.name.text, document) }
        for header in client.responseHeaders?.properties ?? [] {
            add(header, of: client.responseHeaders?.name.text ?? "")
        }
        if let webhooks = client.webhooks { add(webhooks) }
        for api in client.apis { add(api, client.owner(of: api), document) }
        let imported = Set(client.imported.map(\.name))
        for declaration in client.types {
            let start = all.count
            add(declaration, schema: components[declaration.location])
            guard let owner, imported.contains(declaration.name) else { continue }
            for index in start..<all.count {
                all[index] = all[index].adding(
                    "shared: declared in \(owner.text), whose configuration has the settings for it")
            }
        }
    }

    /// - Parameter others: The other places that have the name.
    mutating func add(
        _ name: String,
        _ location: Location?,
        _ facts: [Diagnostic.Text?],
        others: [Location] = []
    ) {
        all.append(
            Explanation(
                name: name, facts: facts.compactMap { $0 }, location: location, otherLocations: others))
    }

    // MARK: - Operations

    private mutating func add(_ api: API, _ owner: Identifier, _ document: ResolvedDocument) {
        if let accessor = api.accessor {
            let tag = document.root?["tags"]?.elements.first { $0["name"]?.text == api.title }
            let tagged: Diagnostic.Text = "the operations of the tag \(api.title)"
            add(
                owner.text, tag?.location ?? api.methods.first?.location,
                [
                    tag == nil ? "\(tagged), of which this is the first" : tagged,
                    "the client's property \(accessor.text)",
                    "settings: names.tags, include and exclude, by the tag",
                ])
        }
        for method in api.methods {
            let name = "\(owner.text).\(method.name.text)"
            let labels = method.arguments.map { "\($0.label.text):" }.joined()
            add(
                name,
                method.location,
                [
                    "the operation \(method.operation): \(SpecText("\(method.httpMethod.name) \(method.path.text)"))",
                    "written \(method.name.text)(\(labels))",
                    method.variantOf.map { "the form of \($0.text) for a further content type of the response" },
                    method.pagination.map { _ in "one page of a list; every: .element gives all elements" },
                    method.isDeprecated ? "deprecated" : nil,
                    "settings: names.operations, pages, include and exclude, by the operation's name",
                ]
            )
            for argument in method.arguments { add(argument, of: name) }
            if let failures = method.failureEnum {
                let type = "\(owner.text).\(failures.name.text)"
                add(type, method.location, ["the failures of the operation \(method.operation)"])
                for member in failures.cases {
                    add(
                        "\(type).\(member.name.text)",
                        method.location,
                        [
                            "the failure with status \(member.failure.status.text)",
                            member.failure.type.map { "type: \($0.code())" },
                        ]
                    )
                }
            }
        }
    }

    private mutating func add(_ argument: Argument, of method: String) {
        add(
            "\(method).\(argument.label.text)",
            argument.location,
            [
                argument.place.fact,
                "type: \(argument.type.code())\(argument.isRequired ? "" : "?")",
                argument.isRequired ? nil : "optional: the document does not require it",
                argument.isDeprecated ? "deprecated" : nil,
                argument.place.isParameter ? argument.location.flatMap { setting("names.parameters", at: $0) } : nil,
            ]
        )
    }

    /// The line that a setting takes a pointer to a place; `nil` for a place in another file.
    func setting(_ name: String, at location: Location) -> Diagnostic.Text? {
        paths.pointer(to: location).map { "settings: \(name), as \($0)" }
    }

    // MARK: - Types

    /// - Parameter schema: The component that the type is for; `nil` for a type within another one or within an operation.
    private mutating func add(_ declaration: Declaration, schema: SpecText?) {
        let name = declaration.name.dotted
        let isSchema = schemas.contains(declaration.location)
        let settings: Diagnostic.Text? =
            schema.map { "settings: names.schemas, include and exclude, by the name \($0)" }
            ?? (isSchema ? setting("names.schemas", at: declaration.location) : nil)
        add(
            name,
            declaration.location,
            [
                schema.map { "the schema \($0)" } ?? "a schema without a name of its own",
                declaration.kind.fact,
                declaration.isDeprecated ? "deprecated" : nil,
                settings,
            ]
        )
        switch declaration.kind {
        case .structure(let structure): for property in structure.properties { add(property, of: name, schema) }
        case .enumeration(let enumeration): add(enumeration.cases, of: name, schema)
        case .union(let union), .overlap(let union):
            add(union.values, of: name, schema)
            for member in union.cases {
                add("\(name).\(member.name.text)", declaration.location, ["type: \(member.type.code())"])
            }
        case .tuple, .alias, .wrapper: break
        }
        for nested in declaration.nested { add(nested, schema: nil) }
    }

    private mutating func add(_ values: [Enumeration.Case], of type: String, _ schema: SpecText?) {
        for member in values {
            add(
                "\(type).\(member.name.text)",
                member.location,
                [
                    "the value \(member.value.text)",
                    schema.map {
                        "settings: names.enumCases, as \(SpecText("\($0).\(member.value.text)"))"
                    },
                ]
            )
        }
    }

    private mutating func add(_ property: Property, of type: String, _ schema: SpecText?) {
        let setting = schema.map { SpecText("\($0).\(property.wireName)") }
        let isPlain = Identifier.member(Words(property.wireName)) == property.name
        add(
            "\(type).\(property.name.text)",
            property.location,
            [
                "the property \(property.wireName)",
                isPlain ? nil : "its name is another one because of the setting names, or because that one is taken",
                "type: \(property.presence.type(property.type.code()))",
                property.presence.fact(hasOptional),
                property.direction == .both
                    ? nil
                    : property.direction == .readOnly ? "only in responses (readOnly)" : "only in requests (writeOnly)",
                property.isSecret ? "secret: never in descriptions and logs" : nil,
                property.isDeprecated ? "deprecated" : nil,
                setting.map { "settings: names.properties, optional, nullable and secrets, as \($0)" },
            ]
        )
    }
}

extension Argument.Place {
    fileprivate var isParameter: Bool {
        switch self {
        case .path, .query, .header, .cookie, .queryString: true
        case .body, .bodyChoice, .contentType, .server: false
        }
    }

    fileprivate var fact: Diagnostic.Text {
        switch self {
        case .path(let name, _): "the path parameter \(name)"
        case .query(let name, _): "the query parameter \(name)"
        case .header(let name, _): "the header \(name)"
        case .cookie(let name, _): "the cookie \(name)"
        case .queryString: "the whole query"
        case .body, .bodyChoice: "the request body"
        case .contentType: "the content type of the request body"
        case .server: "the server of the operation"
        }
    }
}

extension Declaration.Kind {
    fileprivate var fact: Diagnostic.Text {
        switch self {
        case .structure: "an object: a struct"
        case .enumeration(let enumeration): enumeration.isLarge ? "many values: a struct" : "a list of values: an enum"
        case .union: "one of several types: an enum"
        case .overlap: "one or more of several types at once: a struct"
        case .tuple: "an array with a type for each position: a struct"
        case .alias(let type): "another name of \(type.code())"
        case .wrapper(let type): "a struct around \(type.code()), which leads back to it"
        }
    }
}

extension Property.Presence {
    /// - Parameter hasSetting: Whether the setting `optional` is there.
    fileprivate func fact(_ hasSetting: Bool) -> Diagnostic.Text {
        switch self {
        case .required: "required"
        case .requiredNullable: "required, but null is allowed"
        case .optional where hasSetting:
            "optional: the document does not require it, or the setting optional says so"
        case .optional: "optional: the document does not require it"
        case .optionalNullable: "optional, and null is allowed too: absent, null and a value differ"
        case .optionalOrNull: "optional, and null is allowed too, which means the same because it is only received"
        }
    }
}
