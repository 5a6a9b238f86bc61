import MartletOpenAPI
import MartletSource

/// An operation that the API calls: one of a webhook or of a callback.
struct Delivery {
    /// The `operationId`; without one, the name of the webhook, or the ID of the operation and the name of its callback,
    /// followed by the method unless that is POST.
    let name: SpecText
    /// The name, or another unique text if others have the same name.
    let id: SpecText
    /// The name of the webhook or callback.
    let title: SpecText
    let operation: Operation
    /// The ID of the operation that the callback belongs to; `nil` for a webhook.
    let owner: SpecText?
}

extension ResolvedDocument {
    /// The operations of all webhooks, then those of all callbacks.
    var deliveries: [Delivery] {
        var known: Set<SpecText> = []
        func deliveries(_ item: Named<PathItem>, title: SpecText, owner: SpecText?) -> [Delivery] {
            item.value.operations.map { operation in
                let event = owner.map { SpecText("\($0) \(title.lowercased())") } ?? title
                let method = operation.method.name
                let name =
                    operation.operationID ?? (method == "POST" ? event : SpecText("\(event) \(method.lowercased())"))
                var id = name
                while !known.insert(id).inserted { id = SpecText("\(id) \(item.name)") }
                return Delivery(name: name, id: id, title: title, operation: operation, owner: owner)
            }
        }
        return webhooks.flatMap { deliveries($0, title: $0.name, owner: nil) }
            + operations.flatMap { resolved in
                resolved.operation.callbacks.flatMap { callback in
                    callback.value.paths.flatMap { deliveries($0, title: callback.name, owner: resolved.id) }
                }
            }
    }
}
