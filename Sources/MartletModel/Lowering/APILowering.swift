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
            guard let tag = types.chosen.group(of: operation.operation) else {
                untagged.append(operation)
                continue
            }
            if groups[tag] == nil { tags.append(tag) }
            groups[tag, default: []].append(operation)
        }
        let reserved = ReservedWords.members.union(["apiClient", "with"])
        var allocator = NameAllocator(reserved: reserved)
        let chosen = types.chosen.tags
        let stems = Dictionary(tags.map { ($0, OperationGroup($0, types.options).stem) }) { first, _ in first }
        func accessor(_ tag: SpecText) -> Identifier {
            let name = Identifier.member(stems[tag] ?? Words(tag))
            return chosen[tag] ?? (reserved.contains(name.text) ? name.suffixed("Group") : name)
        }
        let accessors = allocator.names(tags, chosen: chosen, orElse: { .member(Words($0)) }, accessor)
        let places = groups.compactMapValues { $0.first?.operation.location }
        for tag in tags { types.chosen.check(.tags, wanted: chosen[tag], given: accessors[tag]) }
        let used = Set(tags.filter { groups[$0]?.contains { selected.contains($0.id) } ?? false })
        diagnostics.reportClashes(of: used, accessors, preferred: accessor, places: places, kind: .tags)
        let names = tags.map { tag in
            // The type is called like the property.
            let stem = stems[tag] ?? Words(tag)
            let isOther = accessors[tag].map { $0 != .member(stem) } ?? false
            let name = (isOther ? accessors[tag]?.capitalized : nil) ?? .type(stem)
            // Beside `user`, the group of `user-api` must differ by more than the suffix.
            let isWhole = isOther && chosen[tag] == nil
            let isComplete = !isWhole && name.text.lowercased().hasSuffix("api")
            let typeName = isComplete ? Identifier(String(name.text.dropLast(3)) + "Api") ?? name : name.suffixed("Api")
            return types.name(forGroup: typeName, at: places[tag], isUsed: used.contains(tag))
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
