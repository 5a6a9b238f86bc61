import MartletOpenAPI
package import MartletSource

/// Turns the parameters and the body of an operation into arguments of its method.
struct ArgumentLowering {
    private let types: TypeLowering
    private let diagnostics: DiagnosticCollector

    init(_ types: TypeLowering, _ diagnostics: DiagnosticCollector) {
        self.types = types
        self.diagnostics = diagnostics
    }

    /// Required arguments first, each kind in document order, with the body behind the parameters.
    func arguments(of operation: ResolvedOperation, _ typeName: Identifier) -> [Argument] {
        var allocator = NameAllocator(reserved: ["options", "self"])
        var arguments = operation.parameters.compactMap { parameter in
            argument(parameter, typeName, &allocator)
        }
        if let body = operation.requestBody, let content = body.content.first(where: \.isJSON) {
            arguments.append(argument(body, content, typeName, &allocator))
        }
        return arguments.filter(\.isRequired) + arguments.filter { !$0.isRequired }
    }

    private func argument(
        _ parameter: Parameter,
        _ typeName: Identifier,
        _ allocator: inout NameAllocator
    ) -> Argument? {
        guard let schema = parameter.schema else { return nil }
        let place: Argument.Place
        switch parameter.place {
        case .path: place = .path(parameter.name)
        case .query: place = .query(parameter.name)
        case .header:
            // These three are not for parameters to set (OpenAPI 3.0.3, section 4.7.12.2.1).
            if ["accept", "content-type", "authorization"].contains(parameter.name.unencoded.lowercased()) {
                diagnostics.report(.warning(.ignoredHeader(parameter.name), at: parameter.location))
                return nil
            }
            place = .header(parameter.name)
        case .cookie: return nil
        }
        let words = Words(parameter.name)
        return argument(
            label: allocator.name(.member(words), orElse: .member(words).suffixed("Parameter")),
            place,
            types.type(of: schema, wish: Identifier.type(words).prefixed(typeName.text)),
            isRequired: parameter.isRequired,
            description: parameter.description ?? types.inlineDescription(schema),
            example: parameter.example ?? types.schemas.schema(schema)?.example
        )
    }

    /// The body's argument is named after its schema; a list, even one with a name, after the schema of its elements.
    private func argument(
        _ body: RequestBody,
        _ content: MediaType,
        _ typeName: Identifier,
        _ allocator: inout NameAllocator
    ) -> Argument {
        var type = content.schema.map { types.type(of: $0, wish: typeName.suffixed("Body")) } ?? .json
        var wish = Identifier.member(Words("body"))
        if let schema = content.schema {
            if let list = types.schemas.schema(schema), list.kind == .array, let items = list.items {
                if case .reference = items {
                    type = .array(types.type(of: items, wish: typeName.suffixed("Body")))
                }
            }
            if case .named(let name) = type.element, types.isNamed(name) {
                wish = .member(Words(SpecText(name.text)))
            }
        }
        return argument(
            label: allocator.name(wish, orElse: Identifier("body")),
            .body(contentType: content.contentType),
            type,
            isRequired: body.isRequired,
            description: body.description,
            example: content.example ?? content.schema.flatMap { types.schemas.schema($0)?.example }
        )
    }

    private func argument(
        label: Identifier,
        _ place: Argument.Place,
        _ type: TypeReference,
        isRequired: Bool,
        description: SpecText?,
        example: Node?
    ) -> Argument {
        let isOwnVariable = label.text == "request" || label.text == "client"
        return Argument(
            label: label,
            variable: isOwnVariable ? label.suffixed("Value") : label,
            place: place,
            type: type,
            isRequired: isRequired,
            description: description,
            example: example
        )
    }
}

extension TypeReference {
    /// The element of a list, or the type itself.
    fileprivate var element: TypeReference {
        if case .array(let element) = self { element } else { self }
    }
}

extension Diagnostic.Message {
    package static func ignoredHeader(_ name: SpecText) -> Self {
        "the header parameter \(name) is ignored, as OpenAPI has it: the client sets that header itself"
    }
}
