package import MartletSource

/// The fields of a Path Item Object, merged with those of the path item that its `$ref` leads to. Unlike in other
/// objects, `$ref` is allowed beside other fields here (OpenAPI 3.1.1, 4.8.9.1; also in 2.0 and 3.0).
struct PathItemFields: Referenceable {
    static var section: FieldName { .pathItems }

    private(set) var operations: [(method: HTTPMethod, entry: Entry)] = []
    private(set) var parameters: [Node]
    private(set) var servers: [Node]

    init?(_ node: Node, _ context: DecodingContext) {
        guard var fields = Fields(of: node, "Path Item Object", context) else { return nil }
        parameters = fields.elements(.parameters)
        let isSwagger = context.version == .v2
        servers = isSwagger ? [] : fields.elements(.servers)
        for (field, method) in HTTPMethod.fixed where !isSwagger || (field != .trace && field != .query) {
            guard let entry = fields.entry(field) else { continue }
            operations.append((HTTPMethod(name: method), entry))
        }
        for entry in isSwagger ? [] : fields.map(.additionalOperations) {
            operations.append((HTTPMethod(name: entry.keyText), entry))
        }
        operations.sort { $0.entry.key.location < $1.entry.key.location }
        fields.ignore(.ref, .summary, .description)
        fields.finish()
    }

    /// Gives the fields beside a reference precedence over those of its target. OpenAPI doesn't define the behavior for
    /// fields that both have (OpenAPI 3.1.1, 4.8.9.1).
    mutating func applySiblings(of node: Node, _ context: DecodingContext) {
        guard let own = PathItemFields(node, context) else { return }
        func reportBoth(_ name: SpecText, _ location: Location) {
            context.report(.warning(.inBothPathItems(name), at: location))
        }
        for (method, entry) in own.operations where operations.contains(where: { $0.method == method }) {
            operations.removeAll { $0.method == method }
            reportBoth(entry.keyText, entry.key.location)
        }
        operations += own.operations
        if let first = own.parameters.first, !parameters.isEmpty { reportBoth("parameters", first.location) }
        parameters = own.parameters + parameters
        if let first = own.servers.first, !servers.isEmpty { reportBoth("servers", first.location) }
        if !own.servers.isEmpty { servers = own.servers }
    }
}

extension Diagnostic.Message {
    package static func inBothPathItems(_ name: SpecText) -> Self {
        Self(
            .ignoredPart,
            """
            \(name) is in this path item and in the target of its $ref, which OpenAPI does not define; this path item has \
            precedence
            """)
    }
}
