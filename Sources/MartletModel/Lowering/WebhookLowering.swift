import MartletOpenAPI
import MartletSource

/// Lowers webhooks and the callbacks of operations to functions that decode the delivered bodies.
struct WebhookLowering {
    private let types: TypeLowering

    init(_ types: TypeLowering) { self.types = types }

    /// - Parameters:
    ///   - document: The whole document: names don't depend on the selection.
    ///   - selected: The document that the selection leaves.
    ///   - methods: The names of the operations' methods.
    /// - Returns: `nil` when no webhook or callback has a body.
    func webhooks(
        _ document: ResolvedDocument,
        _ selected: ResolvedDocument,
        _ methods: [SpecText: Identifier]
    ) -> Webhooks? {
        let deliveries = document.deliveries.filter { $0.media != nil }
        let used = Set(selected.deliveries.map(\.operation.location))
        let places = Dictionary(deliveries.map { ($0.id, $0.operation.location) }) { first, _ in first }
        let chosen = places.compactMapValues { types.chosen.webhooks[$0] }
        let stated = Dictionary(deliveries.map { ($0.id, $0.name) }) { first, _ in first }
        func preferred(_ id: SpecText) -> Identifier { chosen[id] ?? .member(Words(stated[id] ?? id)) }
        var allocator = NameAllocator(reserved: ReservedWords.members)
        let names = allocator.names(deliveries.map(\.id), chosen: chosen, preferred)
        for (id, name) in chosen { types.chosen.check(.webhooks, wanted: name, given: names[id]) }
        types.diagnostics.reportClashes(
            of: Set(deliveries.filter { used.contains($0.operation.location) }.map(\.id)), names,
            preferred: preferred, places: places, kind: .webhooks)
        let events = deliveries.filter { used.contains($0.operation.location) }.compactMap { delivery in
            names[delivery.id].map { event(delivery, $0, of: delivery.owner.flatMap { methods[$0] }) }
        }
        if events.isEmpty { return nil }
        let place =
            document.webhooks.first?.location
            ?? document.operations.first { !$0.operation.callbacks.isEmpty }?.operation.location
        let preferredName =
            types.options.clientName.text.hasSuffix("Client")
            ? Identifier(String(types.options.clientName.text.dropLast("Client".count))) : nil
        let name = types.name(
            forAddedType: (preferredName ?? types.options.clientName).suffixed("Webhooks"), "the type of the webhooks",
            at: place)
        return Webhooks(name: name, events: events)
    }

    private func event(_ delivery: Delivery, _ name: Identifier, of method: Identifier?) -> Webhooks.Event {
        let operation = delivery.operation
        let typeName = Identifier.type(Words(SpecText(name.text))).suffixed("Payload")
        return Webhooks.Event(
            name: name,
            title: delivery.title,
            type: types.use(of: delivery.media?.schema, preferredName: typeName, .response).element,
            description: operation.summary ?? operation.description,
            isDeprecated: operation.isDeprecated,
            method: method,
            location: operation.location
        )
    }
}

extension Delivery {
    /// The content that is decoded.
    fileprivate var media: MediaType? { operation.requestBody?.content.first(where: \.isJSON) }
}
