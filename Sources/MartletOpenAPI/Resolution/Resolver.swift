package import MartletSource

/// Follows the references of a document and checks what only shows when its parts are seen together.
package struct Resolver {
    private let document: Document
    private let diagnostics: DiagnosticCollector

    package init(_ document: Document, _ diagnostics: DiagnosticCollector) {
        self.document = document
        self.diagnostics = diagnostics
    }

    package func resolve() -> ResolvedDocument {
        let schemas = SchemaGraph(document.components.schemas)
        checkReferences(of: schemas)
        let securitySchemes = document.components.securitySchemes.compactMap { scheme in
            component(scheme.value, of: document.components.securitySchemes, "securitySchemes").map {
                Named(name: scheme.name, location: scheme.location, value: $0)
            }
        }
        let operations = operations()
        OperationRules.check(operations, securitySchemes, diagnostics)
        for reference in operations.flatMap(\.schemas).flatMap(\.allReferences) {
            checkExists(reference, in: schemas)
        }
        return ResolvedDocument(
            info: document.info,
            servers: document.servers,
            tags: document.tags,
            schemas: schemas,
            securitySchemes: securitySchemes,
            operations: operations
        )
    }

    private func operations() -> [ResolvedOperation] {
        document.paths.flatMap { path -> [ResolvedOperation] in
            guard let template = PathTemplate(path.name, at: path.location, diagnostics) else { return [] }
            let shared = parameters(path.value.parameters)
            return path.value.operations.map { operation in
                let own = parameters(operation.parameters)
                let inherited = shared.filter { parameter in
                    !own.contains { $0.name == parameter.name && $0.place == parameter.place }
                }
                return ResolvedOperation(
                    operation: operation,
                    path: template,
                    parameters: inherited + own,
                    requestBody: operation.requestBody.flatMap {
                        component($0, of: document.components.requestBodies, "requestBodies")
                    },
                    responses: operation.responses.compactMap { response in
                        component(response.response, of: document.components.responses, "responses").map {
                            ResolvedResponse(status: response.status, response: $0, location: response.location)
                        }
                    },
                    security: operation.security ?? document.security
                )
            }
        }
    }

    private func parameters(_ values: [OrReference<Parameter>]) -> [Parameter] {
        values.compactMap { component($0, of: document.components.parameters, "parameters") }
    }

    /// The value behind a reference, through references to references.
    private func component<Value>(
        _ value: OrReference<Value>,
        of components: [Named<OrReference<Value>>],
        _ section: String
    ) -> Value? {
        var value = value
        for _ in 0...components.count {
            guard case .reference(let reference) = value else { break }
            switch reference.component(in: section) {
            case .failure(let diagnostic):
                diagnostics.report(diagnostic)
                return nil
            case .success(let name):
                guard let component = components.first(where: { $0.name == name }) else {
                    diagnostics.report(.error(.missingComponent(reference.target), at: reference.location))
                    return nil
                }
                value = component.value
            }
        }
        switch value {
        case .value(let value): return value
        case .reference(let reference):
            diagnostics.report(.error(.circularReference(reference.target), at: reference.location))
            return nil
        }
    }

    private func checkReferences(of schemas: SchemaGraph) {
        for schema in schemas.schemas {
            for reference in schema.value.allReferences {
                checkExists(reference, in: schemas)
            }
            if case .reference(let reference) = schema.value, schemas.index(of: reference) != nil,
                schemas.schema(schema.value) == nil
            {
                diagnostics.report(.error(.circularReference(reference.target), at: reference.location))
            }
        }
    }

    private func checkExists(_ reference: Reference, in schemas: SchemaGraph) {
        if case .failure(let diagnostic) = reference.component(in: "schemas") {
            diagnostics.report(diagnostic)
        } else if schemas.index(of: reference) == nil {
            diagnostics.report(.error(.missingComponent(reference.target), at: reference.location))
        }
    }
}

extension ResolvedOperation {
    /// Every schema that the operation states.
    fileprivate var schemas: [SchemaOrReference] {
        parameters.compactMap(\.schema) + (requestBody?.content.compactMap(\.schema) ?? [])
            + responses.flatMap(\.response.content).compactMap(\.schema)
    }
}

extension Diagnostic.Message {
    package static func missingComponent(_ target: SpecText) -> Self { "the document has no \(target)" }

    package static func circularReference(_ target: SpecText) -> Self {
        "the reference \(target) leads back to itself and never to a value"
    }
}
