package import MartletSource

extension Document {
    /// Decodes a Swagger 2.0 document, and converts it to the objects of OpenAPI 3.
    init?(swagger node: Node, _ context: DecodingContext) {
        guard var fields = Fields(of: node, "Swagger Object", context) else { return nil }
        fields.expect(.info)
        info = fields.value(.info) ?? Info()
        let schemes = fields.swaggerSchemes()
        servers = fields.swaggerServers(schemes)
        let operations = SwaggerOperations(
            consumes: fields.mediaTypeNames(.consumes),
            produces: fields.mediaTypeNames(.produces),
            schemes: schemes,
            context
        )
        fields.expect(.paths)
        paths = context.pathItems(fields.patterned(.paths), operations.pathItem)
        webhooks = []
        components = Components(
            schemas: fields.objects(.definitions).map {
                Named(name: $0.keyText, location: $0.key.location, value: context.schema(at: $0.value))
            },
            securitySchemes: fields.map(.securityDefinitions).compactMap { entry in
                SecurityScheme(swagger: entry.value, context).map {
                    Named(name: entry.keyText, location: entry.key.location, value: $0)
                }
            }
        )
        security = fields.values(.security)
        tags = fields.values(.tags)
        // Parameters and responses are decoded when operations refer to them.
        fields.ignore(.swagger, .externalDocs, .parameters, .responses)
        fields.finish()
    }
}

extension Fields {
    /// The values of `schemes` that clients support, `https` first, because the first server is the default.
    fileprivate mutating func swaggerSchemes() -> [SpecText] {
        var schemes: [SpecText] = []
        for node in elements(.schemes) {
            if let scheme = node.text, ["http", "https"].contains(scheme) {
                schemes.append(scheme)
            } else {
                context.report(.warning(.unsupportedScheme(node.text), at: node.location))
            }
        }
        return schemes.isEmpty ? ["https"] : schemes.sorted { $0 > $1 }
    }

    /// The servers, one for each scheme.
    fileprivate mutating func swaggerServers(_ schemes: [SpecText]) -> [Server] {
        let host = text(.host)
        let basePath = text(.basePath) ?? ""
        guard let host, !host.isEmpty else {
            return basePath.isEmpty || basePath == "/" ? [] : [Server(url: basePath, at: node.location)]
        }
        return schemes.map { scheme in
            let path = basePath == "/" ? "" : basePath
            return Server(url: SpecText("\(scheme)://\(host)\(path)"), at: node.location)
        }
    }
}

extension Server {
    fileprivate init(url: SpecText, at location: Location) {
        self.init(url: url, name: nil, description: nil, variables: [], location: location)
    }
}

extension SecurityScheme {
    /// Decodes a security scheme (Swagger 2.0, Security Scheme Object).
    fileprivate init?(swagger node: Node, _ context: DecodingContext) {
        guard var fields = Fields(of: node, "Security Scheme Object", context), let type = fields.required(.type) else {
            return nil
        }
        switch type.text {
        case "basic":
            kind = .http(scheme: "basic")
        case "apiKey":
            guard let name = fields.requiredText(.name), let placeNode = fields.required(.in) else { return nil }
            guard let place = Parameter.Place(rawValue: placeNode.text ?? ""),
                [.header, .query, .cookie].contains(place)
            else {
                context.report(.warning(.unknownSwaggerKeyPlace(placeNode.text), at: placeNode.location))
                return nil
            }
            if place == .cookie { context.report(.warning(.keyInCookie, at: placeNode.location)) }
            kind = .apiKey(name: name, place: place)
        case "oauth2":
            fields.expect(.flow)
            let flowNode = fields.node(.flow)
            let flow: OAuthFlow.Kind? =
                switch flowNode?.text {
                case "implicit": .implicit
                case "password": .password
                case "application": .clientCredentials
                case "accessCode": .authorizationCode
                default: nil
                }
            if let flowNode, flow == nil {
                context.report(.warning(.unknownFlow(flowNode.text), at: flowNode.location))
            }
            let tokenURL = fields.text(.tokenUrl)
            let scopes = fields.map(.scopes).map { ($0.keyText, $0.value.text) }
            kind = .oauth2(
                flow.map { [OAuthFlow(kind: $0, tokenURL: tokenURL, refreshURL: nil, scopes: scopes)] } ?? []
            )
        default:
            context.report(.error(.unknownSwaggerScheme(type.text), at: type.location))
            return nil
        }
        description = fields.text(.description)
        isDeprecated = false
        location = node.location
        fields.ignore(.authorizationUrl, .name, .in, .flow, .tokenUrl, .scopes)
        fields.finish()
    }
}

extension Diagnostic.Message {
    package static func unsupportedScheme(_ scheme: SpecText?) -> Self {
        wrongWord(scheme, "a scheme that clients support", among: ["http", "https"], outcome: "it is left out")
    }

    package static let keyInCookie = Self(
        .wrongValue, "Swagger 2.0 allows API keys only in headers and queries; this one is sent in a cookie")

    package static func unknownSwaggerKeyPlace(_ place: SpecText?) -> Self {
        wrongWord(
            place, "a place of an API key", among: ["header", "query"], outcome: "the security scheme is left out")
    }

    package static func unknownSwaggerScheme(_ type: SpecText?) -> Self {
        wrongWord(type, "a type of a security scheme", among: ["basic", "apiKey", "oauth2"])
    }

    package static func unknownFlow(_ flow: SpecText?) -> Self {
        wrongWord(
            flow, "an OAuth flow", among: ["implicit", "password", "application", "accessCode"],
            outcome: "it is left out, so the user of the client has to provide tokens")
    }
}
