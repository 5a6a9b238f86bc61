import MartletSource

extension Document {
    /// Reads a Swagger 2.0 document: the same objects, by other names and in other places.
    init?(swagger node: Node, _ context: DecodingContext) {
        guard var fields = Fields(of: node, "Swagger Object", context) else { return nil }
        fields.expect(.info)
        info = fields.value(.info) ?? Info()
        servers = fields.swaggerServers()
        let door = SwaggerOperations(
            consumes: fields.mediaTypeNames(.consumes),
            produces: fields.mediaTypeNames(.produces),
            context
        )
        fields.expect(.paths)
        paths = fields.patterned(.paths).compactMap { entry in
            door.pathItem(entry.value).map {
                Named(name: entry.keyText, location: entry.key.location, value: $0)
            }
        }
        webhooks = []
        components = Components(
            schemas: fields.map(.definitions).map {
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
        // Operations refer to these and bring them in.
        fields.ignore(.swagger, .externalDocs, .schemes, .parameters, .responses)
        fields.finish()
    }
}

extension Fields {
    /// A server for each of `schemes`, the encrypted one first, since a client uses the first one if nobody chooses.
    fileprivate mutating func swaggerServers() -> [Server] {
        let host = text(.host)
        let basePath = text(.basePath) ?? ""
        let schemes = texts(.schemes).filter { ["http", "https"].contains($0) }.sorted { $0 > $1 }
        guard let host, !host.isEmpty else {
            return basePath.isEmpty || basePath == "/" ? [] : [Server(url: basePath, at: node.location)]
        }
        return (schemes.isEmpty ? ["https"] : schemes).map { scheme in
            let path = basePath == "/" ? "" : basePath.unencoded
            return Server(url: SpecText("\(scheme.unencoded)://\(host.unencoded)\(path)"), at: node.location)
        }
    }
}

extension Server {
    fileprivate init(url: SpecText, at location: Location) {
        self.init(url: url, name: nil, description: nil, variables: [], location: location)
    }
}

extension SecurityScheme {
    /// A Security Definition (Swagger 2.0, Security Scheme Object).
    fileprivate init?(swagger node: Node, _ context: DecodingContext) {
        guard var fields = Fields(of: node, "Security Scheme Object", context), let type = fields.required(.type) else {
            return nil
        }
        switch type.text {
        case "basic":
            kind = .http(scheme: "basic")
        case "apiKey":
            guard let name = fields.requiredText(.name), let place = fields.required(.in),
                let place = Parameter.Place(rawValue: place.text?.unencoded ?? ""), [.header, .query].contains(place)
            else { return nil }
            kind = .apiKey(name: name, place: place)
        case "oauth2":
            let flow: OAuthFlow.Kind? =
                switch fields.text(.flow) {
                case "implicit": .implicit
                case "password": .password
                case "application": .clientCredentials
                case "accessCode": .authorizationCode
                default: nil
                }
            let tokenURL = fields.text(.tokenUrl)
            let scopes = fields.map(.scopes).map { ($0.keyText, $0.value.text) }
            kind = .oauth2(
                flow.map { [OAuthFlow(kind: $0, tokenURL: tokenURL, refreshURL: nil, scopes: scopes)] } ?? []
            )
        default:
            context.report(.error(.unknownScheme, at: type.location))
            return nil
        }
        description = fields.text(.description)
        isDeprecated = false
        location = node.location
        fields.ignore(.authorizationUrl, .name, .in, .flow, .tokenUrl, .scopes)
        fields.finish()
    }
}
