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
            argument(parameter, operation, typeName, &allocator)
        }
        arguments += operation.undeclaredNames.map { name in
            argument(
                label: allocator.name(.member(Words(name)), orElse: .member(Words(name)).suffixed("Parameter")),
                .path(name),
                .string,
                isRequired: true,
                description: nil,
                example: nil
            )
        }
        if let body = operation.operation.requestBody, let content = body.content.first(where: \.isJSON) {
            arguments.append(argument(body, content, typeName, &allocator))
        }
        return arguments.filter(\.isRequired) + arguments.filter { !$0.isRequired }
    }

    private func argument(
        _ parameter: Parameter,
        _ operation: ResolvedOperation,
        _ typeName: Identifier,
        _ allocator: inout NameAllocator
    ) -> Argument? {
        guard case .schema(let schema, let examples) = parameter.content else { return nil }
        let place: Argument.Place
        switch parameter.place {
        case .path:
            guard operation.path.names.contains(parameter.name) else { return nil }
            place = .path(parameter.name)
        case .query: place = .query(parameter.name)
        case .header:
            // These three are not for parameters to set (OpenAPI 3.0.3, section 4.7.12.2.1).
            if ["accept", "content-type", "authorization"].contains(parameter.name.unencoded.lowercased()) {
                diagnostics.report(.warning(.ignoredHeader(parameter.name), at: parameter.location))
                return nil
            }
            place = .header(parameter.name)
        case .cookie, .querystring: return nil
        }
        let words = Words(parameter.name)
        return argument(
            label: allocator.name(.member(words), orElse: .member(words).suffixed("Parameter")),
            place,
            schema.map {
                types.use(of: $0, wish: Identifier.type(words).prefixed(typeName.text), .request).type
            } ?? .string,
            isRequired: parameter.isRequired || parameter.place == .path,
            description: parameter.description ?? schema.flatMap { types.schemas[$0].description },
            example: examples.first ?? schema.flatMap { types.schemas[types.schemas.resolved($0)].examples.first }
        )
    }

    /// The body's argument is named after its schema; a list, even one with a name, after the schema of its elements.
    private func argument(
        _ body: RequestBody,
        _ content: MediaType,
        _ typeName: Identifier,
        _ allocator: inout NameAllocator
    ) -> Argument {
        let use = types.use(of: content.schema, wish: typeName.suffixed("Body"), .request)
        types.addSamples(of: content, use, .request)
        var type = use.element
        var wish = Identifier.member("body")
        if let schema = content.schema {
            var value = Conjunction(schema)
            if case .array(let elements?) = types.finder.resolvedShape(of: value) { value = elements }
            if let element = namedSchema(value), let name = types.name(of: element) {
                wish = .member(Words(SpecText(name.text)))
                // A list says what it is a list of, even if it has a name.
                if value != Conjunction(schema), !types.finder.shape(of: value).isNullable {
                    type = .array(types.type(of: element, .request))
                }
            }
        }
        return argument(
            label: allocator.name(wish, orElse: Identifier("body")),
            .body(contentType: content.contentType),
            type,
            isRequired: body.isRequired,
            description: body.description,
            example: content.examples.first
                ?? content.schema.flatMap { types.schemas[types.schemas.resolved($0)].examples.first }
        )
    }

    /// The schema with a name of its own that a value's type is named after.
    private func namedSchema(_ value: Conjunction) -> SchemaID? {
        if let schema = value.single, types.schemas.isNamed(schema) { return schema }
        if case .reference(let target) = types.finder.shape(of: value).shape { return target }
        return nil
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

extension ResolvedOperation {
    /// The parameters that the path names and the document does not declare.
    fileprivate var undeclaredNames: [SpecText] {
        var names: [SpecText] = []
        for name in path.names where !names.contains(name) {
            if !parameters.contains(where: { $0.place == .path && $0.name == name }) { names.append(name) }
        }
        return names
    }
}

extension Diagnostic.Message {
    package static func ignoredHeader(_ name: SpecText) -> Self {
        "the header parameter \(name) is ignored, as OpenAPI has it: the client sets that header itself"
    }
}
