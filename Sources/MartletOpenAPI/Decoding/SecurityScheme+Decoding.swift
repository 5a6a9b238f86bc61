package import MartletSource

extension SecurityScheme: Referenceable {
    package static var section: FieldName { .securitySchemes }
    package mutating func replaceDescription(with description: SpecText?) { self.description = description }

    package init?(_ node: Node, _ context: DecodingContext) {
        guard var fields = Fields(of: node, "Security Scheme Object", context),
            let type = fields.required(.type),
            let kind = fields.securityKind(type)
        else { return nil }
        self.kind = kind
        description = fields.text(.description)
        isDeprecated = fields.flag(.deprecated) ?? false
        location = node.location
        // Fields of other types of security schemes are ignored.
        fields.ignore(.name, .in, .scheme, .bearerFormat, .flows, .openIdConnectUrl, .oauth2MetadataUrl)
        fields.finish()
    }
}

extension Fields {
    fileprivate mutating func securityKind(_ type: Node) -> SecurityScheme.Kind? {
        switch type.text {
        case "apiKey":
            guard let name = requiredText(.name), let place = required(.in) else { return nil }
            guard let place = Parameter.Place(rawValue: place.text ?? ""),
                [.header, .query, .cookie].contains(place)
            else {
                context.report(.error(.unknownKeyPlace(place.text), at: place.location))
                return nil
            }
            return .apiKey(name: name, place: place)
        case "http":
            return requiredText(.scheme).map { .http(scheme: $0.lowercased()) }
        case "oauth2":
            return .oauth2(oauthFlows())
        case "openIdConnect":
            return requiredText(.openIdConnectUrl).map { .openIDConnect(url: $0) }
        case "mutualTLS":
            return .mutualTLS
        default:
            guard let text = type.text, !SecurityScheme.isMeantType(text) else {
                context.report(.error(.unknownScheme(type.text), at: type.location))
                return nil
            }
            context.report(.warning(.unknownScheme(text, outcome: "the scheme is left out"), at: type.location))
            return .other
        }
    }

    private mutating func oauthFlows() -> [OAuthFlow] {
        guard let node = required(.flows), var flows = Fields(of: node, "OAuth Flows Object", context) else {
            return []
        }
        let kinds: [(FieldName, OAuthFlow.Kind)] = [
            (.implicit, .implicit), (.password, .password), (.clientCredentials, .clientCredentials),
            (.authorizationCode, .authorizationCode), (.deviceAuthorization, .deviceAuthorization),
        ]
        let found = kinds.compactMap { field, kind in flows.node(field).flatMap { OAuthFlow(kind, $0, context) } }
        flows.finish()
        return found
    }
}

extension OAuthFlow {
    fileprivate init?(_ kind: Kind, _ node: Node, _ context: DecodingContext) {
        guard var fields = Fields(of: node, "OAuth Flow Object", context) else { return nil }
        self.kind = kind
        tokenURL = fields.text(.tokenUrl)
        refreshURL = fields.text(.refreshUrl)
        scopes = fields.map(.scopes).map { ($0.keyText, $0.value.text) }
        fields.ignore(.authorizationUrl, .deviceAuthorizationUrl)
        fields.finish()
    }
}

extension SecurityRequirement: NodeDecodable {
    package init?(_ node: Node, _ context: DecodingContext) {
        guard node.kind == .mapping else {
            context.report(
                .error(.expectedRequirement(node), at: node.location))
            return nil
        }
        schemes = node.entries.map { Scheme(name: $0.keyText, scopes: $0.value.elements.compactMap(\.text)) }
        location = node.location
    }
}

extension SecurityScheme {
    fileprivate static let types = ["apiKey", "http", "oauth2", "openIdConnect", "mutualTLS"]
    /// What people write for types with further fields.
    fileprivate static let forms: [SpecText: Diagnostic.Text] = [
        "basic": "write type: http and scheme: basic", "bearer": "write type: http and scheme: bearer",
        "jwt": "write type: http, scheme: bearer and bearerFormat: JWT",
    ]

    /// Whether one of the types is meant.
    fileprivate static func isMeantType(_ text: SpecText) -> Bool {
        forms[text] != nil || NearMiss.hint(for: text, among: types) != nil
    }
}

extension Diagnostic.Message {
    package static func unknownKeyPlace(_ place: SpecText?) -> Self {
        wrongWord(place, "a place of an API key", among: ["header", "query", "cookie"])
    }

    package static func unknownScheme(_ type: SpecText?, outcome: String? = nil) -> Self {
        wrongWord(
            type, "a type of a security scheme", among: SecurityScheme.types, meant: SecurityScheme.forms,
            outcome: outcome)
    }

    static func expectedRequirement(_ found: Node) -> Self {
        expected(
            "a mapping (Security Requirement Object)", not: found.described,
            hint: found.text.map { "write {\(unquoted: $0): []}" })
    }
}
