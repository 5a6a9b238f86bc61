import MartletSource

/// Removes the operations that use a schema with an error.
struct UsableOperations {
    private let schemas: SchemaGraph
    private let diagnostics: DiagnosticCollector

    init(_ schemas: SchemaGraph, _ diagnostics: DiagnosticCollector) {
        self.schemas = schemas
        self.diagnostics = diagnostics
    }

    /// The path items without the operations that are removed, which are reported.
    func usable(_ items: [Named<PathItem>]) -> [Named<PathItem>] {
        items.map { item in
            var value = item.value
            value.operations = value.operations.compactMap { operation in
                guard isUsable(operation, value.parameters) else {
                    diagnostics.reportOmission(.operationLeftOut(operation.method, item.name), at: operation.location)
                    value.leftOut.append(.init(operation))
                    return nil
                }
                var operation = operation
                operation.callbacks = operation.callbacks.map { callback in
                    let paths = usable(callback.value.paths)
                    return Named(name: callback.name, location: callback.location, value: Callback(paths: paths))
                }
                return operation
            }
            return Named(name: item.name, location: item.location, value: value)
        }
    }

    private func isUsable(_ operation: Operation, _ shared: [Parameter]) -> Bool {
        (shared + operation.parameters).allSatisfy { isUsable($0.content) }
            && (operation.requestBody?.content ?? []).allSatisfy(isUsable)
            && operation.responses.allSatisfy {
                isUsable($0.response.headers) && $0.response.content.allSatisfy(isUsable)
            }
    }

    private func isUsable(_ headers: [Named<Header>]) -> Bool { headers.allSatisfy { isUsable($0.value.content) } }

    private func isUsable(_ content: ParameterContent) -> Bool {
        switch content {
        case .schema(let schema, _): isUsable(schema)
        case .media(let media): isUsable(media)
        }
    }

    private func isUsable(_ media: MediaType) -> Bool {
        isUsable(media.schema) && isUsable(media.itemSchema) && media.encoding.allSatisfy { isUsable($0.value.headers) }
    }

    private func isUsable(_ schema: SchemaID?) -> Bool { schema.map { !schemas.isUnusable($0) } ?? true }
}
