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
        OptionRules(document, options, diagnostics).check()
        let types = TypeLowering(document, options, diagnostics)
        let named = types.namedDeclarations()
        let credentials = CredentialLowering(document, diagnostics).credentials()
        let apis = APILowering(document, types, credentials, diagnostics).apis()
        let rules = SampleRules(types.finder)
        let samples = types.samples.map { CheckedSample(sample: $0, problem: rules.problem(of: $0)) }
        let declarations = CircularValues.cut(named + types.unnamedDeclarations, diagnostics)
        return Client(
            name: options.clientName,
            title: document.info.title,
            description: document.info.description,
            version: document.info.version,
            declarations: Indirection.applied(to: AliasCycles.cut(declarations)),
            apis: apis,
            servers: ServerLowering(document.servers, diagnostics).servers(),
            credentials: credentials,
            samples: samples
        )
    }
}
