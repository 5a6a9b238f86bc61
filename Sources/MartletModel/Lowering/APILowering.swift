import MartletOpenAPI
import MartletSource

/// Groups operations by tag into APIs.
struct APILowering {
    private let document: ResolvedDocument
    private let types: TypeLowering
    private let operations: OperationLowering

    init(
        _ document: ResolvedDocument,
        _ types: TypeLowering,
        _ credentials: [Credential],
        _ servers: ServerLowering,
        _ diagnostics: DiagnosticCollector
    ) {
        self.document = document
        self.types = types
        operations = OperationLowering(types, credentials, servers, diagnostics)
    }

    func apis() -> [API] {
        var tags: [SpecText] = []
        var groups: [SpecText: [ResolvedOperation]] = [:]
        var untagged: [ResolvedOperation] = []
        for operation in document.operations {
            guard let tag = operation.operation.tags.first else {
                untagged.append(operation)
                continue
            }
            if groups[tag] == nil { tags.append(tag) }
            groups[tag, default: []].append(operation)
        }
        var allocator = NameAllocator(reserved: ReservedWords.members.union(["apiClient", "with"]))
        let accessors = allocator.names(tags) { .member(Words($0)) }
        let names = tags.map { types.name(forTopLevelType: .type(Words($0)).suffixed("Api")) }
        let tagged = zip(tags, names).compactMap { tag, name -> API? in
            guard let accessor = accessors[tag] else { return nil }
            return API(
                name: name,
                accessor: accessor,
                title: tag,
                description: document.tags.first { $0.name == tag }?.description,
                methods: operations.methods(groups[tag] ?? [], tag: tag)
            )
        }
        if untagged.isEmpty { return tagged }
        let own = API(
            name: types.name(forTopLevelType: types.options.clientName.suffixed("Methods")),
            accessor: nil,
            title: "The operations without a tag.",
            description: nil,
            methods: operations.methods(untagged, tag: nil)
        )
        return [own] + tagged
    }
}
