import MartletOpenAPI
import MartletSource

/// Groups operations by tag into APIs.
struct APILowering {
    private let document: ResolvedDocument
    private let types: TypeLowering
    private let operations: OperationLowering
    private let diagnostics: DiagnosticCollector

    init(
        _ document: ResolvedDocument,
        _ types: TypeLowering,
        _ credentials: [Credential],
        _ servers: ServerLowering,
        places: [SpecText: Location],
        _ diagnostics: DiagnosticCollector
    ) {
        self.document = document
        self.types = types
        self.diagnostics = diagnostics
        operations = OperationLowering(types, credentials, servers, places: places, diagnostics)
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
        let chosen = types.chosen.tags
        func accessor(_ tag: SpecText) -> Identifier { chosen[tag] ?? .member(Words(tag)) }
        let accessors = allocator.names(tags, chosen: chosen, accessor)
        let places = groups.compactMapValues { $0.first?.operation.location }
        for tag in tags { types.chosen.check(.tags, wanted: chosen[tag], given: accessors[tag]) }
        diagnostics.reportClashes(accessors, preferred: accessor, places: places, kind: .tags)
        let names = tags.map { tag in
            // The type is called like the property.
            let isOther = accessors[tag].map { $0 != .member(Words(tag)) } ?? false
            let name = isOther ? accessors[tag]?.capitalized : nil
            return types.name(
                forTopLevelType: (name ?? .type(Words(tag))).suffixed("Api"), at: places[tag], tag: tag)
        }
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
            name: types.name(forTopLevelType: types.options.clientName.suffixed("Methods"), at: nil),
            accessor: nil,
            title: "The operations without a tag.",
            description: nil,
            methods: operations.methods(untagged, tag: nil)
        )
        return [own] + tagged
    }
}
