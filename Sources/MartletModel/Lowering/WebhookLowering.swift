import MartletOpenAPI
import MartletSource

/// Lowers webhooks and the callbacks of operations to functions that decode the delivered bodies.
struct WebhookLowering {
    private let types: TypeLowering

    init(_ types: TypeLowering) { self.types = types }

    /// - Parameter names: The names of the operations' methods.
    /// - Returns: `nil` when no webhook or callback has a body.
    func webhooks(_ document: ResolvedDocument, _ names: [SpecText: Identifier]) -> Webhooks? {
        var allocator = NameAllocator(reserved: ReservedWords.members)
        var events: [Webhooks.Event] = []
        for webhook in document.webhooks {
            for operation in webhook.value.operations {
                let isOnly = webhook.value.operations.count == 1
                let id =
                    operation.operationID ?? (isOnly ? webhook.name : Self.joined(webhook.name, operation.method.name))
                events += event(operation, .member(Words(id)), title: webhook.name, of: nil, &allocator)
            }
        }
        for resolved in document.operations {
            for callback in resolved.operation.callbacks {
                for operation in callback.value.paths.flatMap(\.value.operations) {
                    let id = operation.operationID ?? Self.joined(resolved.id, callback.name)
                    events += event(
                        operation,
                        .member(Words(id)),
                        title: callback.name,
                        of: names[resolved.id],
                        &allocator
                    )
                }
            }
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

    private func event(
        _ operation: Operation,
        _ preferredName: Identifier,
        title: SpecText,
        of method: Identifier?,
        _ allocator: inout NameAllocator
    ) -> [Webhooks.Event] {
        guard let media = operation.requestBody?.content.first(where: \.isJSON) else { return [] }
        let name = allocator.name(preferredName)
        let typeName = Identifier.type(Words(SpecText(name.text))).suffixed("Payload")
        return [
            Webhooks.Event(
                name: name,
                title: title,
                type: types.use(of: media.schema, preferredName: typeName, .response).element,
                description: operation.summary ?? operation.description,
                isDeprecated: operation.isDeprecated,
                method: method,
                location: operation.location
            )
        ]
    }

    private static func joined(_ first: SpecText, _ second: SpecText) -> SpecText {
        SpecText("\(first) \(second.lowercased())")
    }
}
