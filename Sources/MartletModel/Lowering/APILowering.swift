import MartletOpenAPI
import MartletSource

/// Groups operations by tag into APIs.
///
/// Names are chosen among all operations of the document, so that a selection doesn't change them.
struct APILowering {
    private let document: ResolvedDocument
    /// The IDs of the operations that become methods.
    private let selected: Set<SpecText>
    private let types: TypeLowering
    private let operations: OperationLowering
    private let diagnostics: DiagnosticCollector

    init(
        _ document: ResolvedDocument,
        _ selected: Set<SpecText>,
        _ types: TypeLowering,
        _ credentials: [Credential],
        _ servers: ServerLowering,
        _ diagnostics: DiagnosticCollector
    ) {
        self.document = document
        self.selected = selected
        self.types = types
        self.diagnostics = diagnostics
        let places = Dictionary(document.operations.map { ($0.id, $0.operation.location) }) { first, _ in first }
        operations = OperationLowering(types, credentials, servers, selected, places: places, diagnostics)
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
        let reserved = ReservedWords.members.union(["apiClient", "with"])
        var allocator = NameAllocator(reserved: reserved)
        let chosen = types.chosen.tags
        func accessor(_ tag: SpecText) -> Identifier {
            let name = Identifier.member(Words(tag))
            return chosen[tag] ?? (reserved.contains(name.text) ? name.suffixed("Group") : name)
        }
        let accessors = allocator.names(tags, chosen: chosen, accessor)
        let places = groups.compactMapValues { $0.first?.operation.location }
        for tag in tags { types.chosen.check(.tags, wanted: chosen[tag], given: accessors[tag]) }
        let used = Set(tags.filter { groups[$0]?.contains { selected.contains($0.id) } ?? false })
        diagnostics.reportClashes(of: used, accessors, preferred: accessor, places: places, kind: .tags)
        let names = tags.map { tag in
            // The type is called like the property.
            let isOther = accessors[tag].map { $0 != .member(Words(tag)) } ?? false
            let name = (isOther ? accessors[tag]?.capitalized : nil) ?? .type(Words(tag))
            // A tag such as `user-api` already ends with the suffix.
            let isComplete = name.text.count > 3 && name.text.lowercased().hasSuffix("api")
            let stem = isComplete ? Identifier(String(name.text.dropLast(3))) ?? name : name
            return types.name(forGroup: stem.suffixed("Api"), at: places[tag], isUsed: used.contains(tag))
        }
        let tagged = zip(tags, names).compactMap { tag, name -> API? in
            guard used.contains(tag), let accessor = accessors[tag] else { return nil }
            return API(
                name: name,
                accessor: accessor,
                title: tag,
                description: document.tags.first { $0.name == tag }?.description,
                methods: operations.methods(groups[tag] ?? [], tag: tag)
            )
        }
        if !untagged.contains(where: { selected.contains($0.id) }) { return tagged }
        let own = API(
            name: types.name(
                forAddedType: types.options.clientName.suffixed("Methods"), "the type of the operations without a tag",
                at: untagged.first?.operation.location),
            accessor: nil,
            title: "The operations without a tag.",
            description: nil,
            methods: operations.methods(untagged, tag: nil)
        )
        return [own] + tagged
    }
}
