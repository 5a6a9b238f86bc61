package import MartletSource

/// A document with references to schemas resolved and with inherited parameters, servers and security requirements
/// applied to each operation. The input of the lowering to Swift.
package struct ResolvedDocument: Sendable {
    /// The document itself; other files are not part of it.
    package let root: Node?
    package let info: Info
    package let servers: [Server]
    package let tags: [Tag]
    package let schemas: SchemaGraph
    package let securitySchemes: [Named<SecurityScheme>]
    /// In document order.
    package internal(set) var operations: [ResolvedOperation]
    package internal(set) var webhooks: [Named<PathItem>]
    /// The operations and webhooks that are left out because they have errors.
    package private(set) var leftOut: [LeftOut] = []

    /// Resolves and checks a document. Operations and schemas with errors are left out, with a warning; if no operation
    /// remains, these warnings become errors.
    package init(_ document: Document, _ context: DecodingContext) {
        let diagnostics = context.diagnostics
        root = context.references.documents.first?.root
        info = document.info
        servers = document.servers
        tags = document.tags
        securitySchemes = document.components.securitySchemes
        schemas = SchemaGraph(document.components, context)
        let security = SecurityRules(document, diagnostics)
        let usable = UsableOperations(schemas, diagnostics)
        webhooks = usable.usable(document.webhooks)
        let paths = usable.usable(document.paths)
        var leftOut = webhooks.flatMap { webhook in
            webhook.value.leftOut.map { LeftOut($0, of: webhook, id: webhook.name) }
        }
        leftOut += paths.flatMap { path in path.value.leftOut.map { LeftOut($0, at: path) } }
        let operations = paths.flatMap { [schemas] path -> [ResolvedOperation] in
            let template = diagnostics.attempt { PathTemplate(path.name, at: path.location, diagnostics) }
            guard let template else {
                diagnostics.reportOmission(.pathLeftOut(path.name), at: path.location)
                leftOut += path.value.operations.map { LeftOut(.init($0), at: path) }
                return []
            }
            return path.value.operations.compactMap { operation in
                let resolved = diagnostics.attempt {
                    ResolvedOperation(operation, of: path.value, at: template, security, schemas, diagnostics)
                }
                if resolved == nil {
                    diagnostics.reportOmission(.operationLeftOut(operation.method, path.name), at: operation.location)
                    leftOut.append(LeftOut(.init(operation), at: path))
                }
                return resolved
            }
        }
        self.operations = Self.identified(operations)
        self.leftOut = leftOut
        OperationRules.check(operations, others: leftOut.map(\.subject.id), diagnostics)
        if operations.isEmpty, webhooks.allSatisfy(\.value.operations.isEmpty) { diagnostics.restoreErrors() }
    }

    /// Gives each operation a unique ID. If several operations have the same `operationId`, the first of them in the
    /// order of methods and paths keeps it, so that the result doesn't depend on the order in the document.
    private static func identified(_ operations: [ResolvedOperation]) -> [ResolvedOperation] {
        var owners: [SpecText: SpecText] = [:]
        for operation in operations {
            guard let id = operation.operation.operationID else { continue }
            let other = owners[id]
            if other == nil || operation.request < other ?? "" { owners[id] = operation.request }
        }
        return operations.map { operation in
            var operation = operation
            let isOwner = operation.operation.operationID.map { owners[$0] == operation.request } ?? false
            operation.id = isOwner ? operation.operation.operationID ?? operation.request : operation.request
            return operation
        }
    }
}

/// An operation with the parameters, servers and security requirements that it inherits.
package struct ResolvedOperation: Sendable {
    package let operation: Operation
    package let path: PathTemplate
    /// The parameters of the path that the operation doesn't override, then its own (OpenAPI 3.2.0, 4.9.1).
    package let parameters: [Parameter]
    /// The security requirements, one of which must be satisfied; empty if the operation needs no credentials.
    package let security: [SecurityRequirement]
    /// The servers of the operation, or else of its path; empty if those of the document apply.
    package let servers: [Server]
    /// A unique ID: the `operationId`, or the method and path.
    package fileprivate(set) var id: SpecText = ""

    /// The method in lowercase, and the path.
    fileprivate var request: SpecText {
        SpecText("\(operation.method.name.lowercased()) \(path.text)")
    }

    fileprivate init(
        _ operation: Operation,
        of item: PathItem,
        at path: PathTemplate,
        _ security: SecurityRules,
        _ schemas: SchemaGraph,
        _ diagnostics: DiagnosticCollector
    ) {
        self.operation = operation
        self.path = path
        let own = ParameterRules.sendable(operation.parameters, schemas, diagnostics)
        let shared = ParameterRules.sendable(item.parameters, schemas, diagnostics)
        let overridden = Set(own.map(\.identity))
        parameters = shared.filter { !overridden.contains($0.identity) } + own
        self.security = operation.security.map(security.usable) ?? security.shared
        servers = operation.servers.isEmpty ? item.servers : operation.servers
    }
}
