package import MartletOpenAPI
package import MartletSource

/// Lowers a resolved document to a Swift client.
package struct ClientLowering {
    private let document: ResolvedDocument
    private let options: ClientOptions
    private let diagnostics: DiagnosticCollector

    /// - Parameter shared: The models that another client declares.
    package init(
        _ document: ResolvedDocument,
        _ options: ClientOptions,
        _ diagnostics: DiagnosticCollector,
        shared: SharedModels? = nil
    ) {
        self.document = document
        self.options = shared?.options(for: document, options, diagnostics) ?? options
        self.diagnostics = diagnostics
    }

    /// The client.
    package func client() -> Client { lowered().client }

    /// The examples in the document, each checked against its schema.
    package func samples() -> [CheckedSample] { clientAndSamples().samples }

    /// The client, and the examples in the document.
    package func clientAndSamples() -> (client: Client, samples: [CheckedSample]) {
        let (client, types) = lowered()
        let rules = SampleRules(types.finder)
        return (client, types.samples.map { CheckedSample(sample: $0, problem: rules.problem(of: $0)) })
    }

    /// The parts of the client that declare types.
    private struct Parts {
        let types: TypeLowering
        let named: [Declaration]
        let credentials: [Credential]
        let servers: ServerLowering
        let apis: [API]
        let headers: ResponseHeaders?
        let webhooks: Webhooks?
    }

    /// - Parameters:
    ///   - selected: The document that the selection leaves.
    ///   - inlineNames: The names of the types of inline schemas that references lead to; `nil` to find them.
    private func parts(
        _ selected: ResolvedDocument,
        _ inlineNames: InlineNames?,
        _ diagnostics: DiagnosticCollector
    ) -> Parts {
        // Names come from the whole document, so that a selection changes none.
        let types = TypeLowering(document, options, inlineNames, diagnostics)
        let named = types.namedDeclarations()
        let credentials = CredentialLowering(selected, types.chosen, diagnostics).credentials()
        let servers = ServerLowering(document, selected, types, diagnostics)
        let ids = Set(selected.operations.map(\.id))
        let apis = APILowering(document, ids, types, credentials, servers, diagnostics).apis()
        let headers = ResponseHeaderLowering(types).headers(selected.operations)
        let methodNames = apis.flatMap(\.methods).filter { $0.variantOf == nil }.map { ($0.operation, $0.name) }
        let webhooks = WebhookLowering(types).webhooks(
            document, selected, Dictionary(methodNames) { first, _ in first })
        types.declareRemaining()
        return Parts(
            types: types, named: named, credentials: credentials, servers: servers, apis: apis, headers: headers,
            webhooks: webhooks)
    }

    /// The names of the types of inline schemas, as they are without the references to these.
    private func inlineNames(_ selected: ResolvedDocument) -> InlineNames {
        document.schemas.inline.isEmpty
            ? InlineNames() : parts(selected, nil, DiagnosticCollector()).types.declaredNames
    }

    private func lowered() -> (client: Client, types: TypeLowering) {
        OptionRules(document, options, diagnostics).check()
        let document = options.selection.applied(to: document)
        let parts = parts(document, inlineNames(document), diagnostics)
        let (types, named, credentials, apis) = (parts.types, parts.named, parts.credentials, parts.apis)
        let (headers, webhooks) = (parts.headers, parts.webhooks)
        types.secrets.check(types.propertyValues, diagnostics)
        types.finder.corrections.check(diagnostics)
        let finite = ValueCycles.cut(named + types.unnamedDeclarations, diagnostics)
        let declarations = Indirection.applied(to: AliasCycles.cut(finite))
        let index = DeclarationIndex(declarations)
        let patches = PatchLowering(index, options.sharedTypes, diagnostics)
        let failures = FailureLowering(apis.flatMap(\.choices).map(\.name.last))
        let complete = apis.map {
            failures.named(completed($0, PaginationLowering(index, options, diagnostics), patches))
        }
        let references =
            complete.flatMap(\.methods).flatMap(\.references) + (headers?.properties.map(\.type) ?? [])
            + (webhooks?.events.map(\.type) ?? [])
        let needed = NeededTypes(types, diagnostics).declarations(declarations, neededBy: references)
        let isImported = { [options] (declaration: Declaration) in
            options.sharedTypes?.contains(declaration.name) ?? false
        }
        let client = Client(
            name: options.clientName,
            title: document.info.title,
            description: document.info.description,
            version: document.info.version,
            declarations: needed.filter { !isImported($0) },
            imported: needed.filter(isImported),
            apis: complete,
            servers: parts.servers.sets,
            credentials: marked(credentials, apis),
            responseHeaders: headers,
            webhooks: webhooks,
            patchableModels: patches.patchableModels(of: complete.flatMap(\.methods)),
            identifiableModels: IdentityLowering(index).identifiableModels(in: declarations)
        )
        return (client, types)
    }

    /// The credentials, with `isRequired` set.
    private func marked(_ credentials: [Credential], _ apis: [API]) -> [Credential] {
        let arguments = credentials.filter(\.isArgument)
        guard arguments.count == 1 else { return credentials }
        let isRequired = apis.contains { api in
            api.methods.contains { method in
                !method.security.isEmpty
                    && method.security.allSatisfy { $0.contains { $0.credential == arguments[0].name } }
            }
        }
        return credentials.map { credential in
            var credential = credential
            credential.isRequired = isRequired && credential.isArgument
            return credential
        }
    }

    /// The API with its pagination and patches, which can only be found once all types are known.
    private func completed(_ api: API, _ pages: PaginationLowering, _ patches: PatchLowering) -> API {
        API(
            name: api.name,
            accessor: api.accessor,
            title: api.title,
            description: api.description,
            methods: api.methods.map { $0.with(pages.pagination(of: $0), patches.patch(of: $0)) }
        )
    }
}
