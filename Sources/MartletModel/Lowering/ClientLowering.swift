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

    /// - Parameter checksSamples: whether the document's examples are held against their schemas, which takes its time.
    package func client(checksSamples: Bool = false) -> Client {
        OptionRules(document, options, diagnostics).check()
        let types = TypeLowering(document, options, diagnostics)
        let named = types.namedDeclarations()
        let credentials = CredentialLowering(document, diagnostics).credentials()
        let servers = ServerLowering(document.servers, diagnostics)
        let apis = APILowering(document, types, credentials, servers, diagnostics).apis()
        let headers = ResponseHeaderLowering(types).headers(document.operations)
        let methodNames = apis.flatMap(\.methods).filter { $0.variantOf == nil }.map { ($0.operation, $0.name) }
        let webhooks = WebhookLowering(types).webhooks(document, Dictionary(methodNames) { first, _ in first })
        let whole = CircularValues.cut(named + types.unnamedDeclarations, diagnostics)
        let declarations = Indirection.applied(to: AliasCycles.cut(whole))
        let index = DeclarationIndex(declarations)
        let patches = PatchLowering(index)
        let complete = apis.map { completed($0, PaginationLowering(index, options, diagnostics), patches) }
        return Client(
            name: options.clientName,
            title: document.info.title,
            description: document.info.description,
            version: document.info.version,
            declarations: declarations,
            apis: complete,
            servers: servers.sets,
            credentials: credentials,
            responseHeaders: headers,
            webhooks: webhooks,
            patchables: patches.patchables(of: complete.flatMap(\.methods)),
            samples: checksSamples ? checkedSamples(of: types) : []
        )
    }

    private func checkedSamples(of types: TypeLowering) -> [CheckedSample] {
        let rules = SampleRules(types.finder)
        return types.samples.map { CheckedSample(sample: $0, problem: rules.problem(of: $0)) }
    }

    /// The API with what shows only when all types are known.
    private func completed(_ api: API, _ pages: PaginationLowering, _ patches: PatchLowering) -> API {
        var api = api
        let names = api.methods.map(\.name.text)
        var allocator = NameAllocator(
            reserved: ReservedWords.members.union(names + names.map { "\($0)WithHTTPInfo" } + ["client"])
        )
        for index in api.methods.indices {
            api.methods[index].pagination = pages.pagination(of: api.methods[index], &allocator)
            api.methods[index].patch = patches.patch(of: api.methods[index])
        }
        return api
    }
}
