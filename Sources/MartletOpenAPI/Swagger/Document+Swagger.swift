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
            schemes: schemes.map(\.scheme),
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
    fileprivate mutating func swaggerSchemes() -> [(scheme: SpecText, location: Location)] {
        var schemes: [(scheme: SpecText, location: Location)] = []
        for node in elements(.schemes) {
            if let scheme = node.text, ["http", "https"].contains(scheme) {
                schemes.append((scheme, node.location))
            } else {
                context.report(.warning(.unsupportedScheme(node.text), at: node.location))
            }
        }
        return schemes.isEmpty
            ? [(SpecText("https"), node(.host)?.location ?? node.location)] : schemes.sorted { $0.scheme > $1.scheme }
    }

    /// The servers, one for each scheme, at the places of the schemes.
    fileprivate mutating func swaggerServers(_ schemes: [(scheme: SpecText, location: Location)]) -> [Server] {
        let host = swaggerHost()
        let basePath = swaggerBasePath()
        guard let host, !host.isEmpty else {
            return basePath.isEmpty || basePath == "/"
                ? [] : [Server(url: basePath, at: node(.basePath)?.location ?? node.location)]
        }
        return schemes.map { scheme, location in
            let path = basePath == "/" ? "" : basePath
            return Server(url: SpecText("\(scheme)://\(host)\(path)"), at: location)
        }
    }
}

extension Fields {
    /// The host, without a scheme (Swagger 2.0, Swagger Object).
    private mutating func swaggerHost() -> SpecText? {
        guard let host = text(.host), let node = node(.host) else { return nil }
        let rest = host.without(prefix: "https://").without(prefix: "http://")
        let bare = rest.split { $0 == "/" }?.before ?? rest
        if bare != host { context.report(.warning(.hostWithMore(host, bare), at: node.location)) }
        return bare
    }

    /// The path of the host that all paths begin with; without a slash, it would be part of the host's name.
    private mutating func swaggerBasePath() -> SpecText {
        guard let path = text(.basePath), let node = node(.basePath), !path.isEmpty, !path.hasPrefix("/") else {
            return text(.basePath) ?? ""
        }
        context.report(.warning(.basePathWithoutSlash(path), at: node.location))
        return SpecText("/\(path)")
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

    static func hostWithMore(_ host: SpecText, _ bare: SpecText) -> Self {
        Self(
            .server, "\(host) is more than a host; \(bare) is used",
            hint: "schemes has the scheme, and basePath the path")
    }

    static func basePathWithoutSlash(_ path: SpecText) -> Self {
        Self(.server, "the basePath \(path) must begin with a slash; it is added")
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
