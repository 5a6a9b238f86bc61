package import MartletOpenAPI
package import MartletSource

/// Turns a resolved document into a Swift client.
package struct ClientLowering {
    private let document: ResolvedDocument
    private let options: ClientOptions
    private let diagnostics: DiagnosticCollector

    package init(_ document: ResolvedDocument, _ options: ClientOptions, _ diagnostics: DiagnosticCollector) {
        self.document = document
        self.options = options
        self.diagnostics = diagnostics
    }

    package func client() -> Client {
        checkSecrets()
        let types = TypeLowering(document.schemas, options, diagnostics)
        let named = types.namedDeclarations()
        let credentials = CredentialLowering(document, diagnostics).credentials()
        let apis = APILowering(document, types, credentials, diagnostics).apis()
        return Client(
            name: options.clientName,
            title: document.info.title,
            description: document.info.description,
            version: document.info.version,
            declarations: named + types.unnamedDeclarations,
            apis: apis,
            servers: ServerLowering(document.servers, diagnostics).servers(),
            credentials: credentials
        )
    }

    /// A secret that names nothing would protect nothing, and nobody would notice.
    private func checkSecrets() {
        for secret in options.secrets {
            let schema = document.schemas.schemas.first { $0.name == secret.schema }
            let properties = schema.flatMap { document.schemas.schema($0.value) }?.properties ?? []
            if !properties.contains(where: { $0.name == secret.property }) {
                diagnostics.report(.error(.unknownSecret(secret), at: secret.location))
            }
        }
    }
}

extension Diagnostic.Message {
    package static func unknownSecret(_ secret: ClientOptions.Secret) -> Self {
        "no schema \(secret.schema) with a property \(secret.property): a secret is written Schema.property"
    }
}
