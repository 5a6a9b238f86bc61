package import MartletModel

/// What code that uses a client names: its types, members, methods, arguments and results.
package struct ClientSignatures {
    /// A line for each, such as `Token.role: Role`, sorted.
    package private(set) var lines: Set<String> = []

    package init(_ client: Client) {
        for credential in client.credentials { add("\(client.name.text).init", credential.name.text) }
        for set in client.servers { set.cases.forEach { add("\(client.name.text).\(set.name.text)", $0.name.text) } }
        for header in client.responseHeaders?.properties ?? [] {
            add(client.responseHeaders?.name.text ?? "", header.name.text, header.type)
        }
        for event in client.webhooks?.events ?? [] {
            add(client.webhooks?.name.text ?? "", event.name.text, event.type)
        }
        for api in client.apis {
            let owner = client.owner(of: api).text
            if let accessor = api.accessor { lines.insert("\(client.name.text).\(accessor.text): \(owner)") }
            for method in api.methods { add(method, of: owner) }
            for choice in api.choices {
                choice.cases.forEach { add(choice.name.dotted, $0.name.text, $0.content?.type) }
            }
        }
        client.declarations.forEach { add($0) }
    }

    /// The lines that another client lacks, in order.
    package func missing(in other: ClientSignatures) -> [String] { lines.subtracting(other.lines).sorted() }

    private mutating func add(_ owner: String, _ member: String, _ type: TypeReference? = nil) {
        lines.insert("\(owner).\(member)" + (type.map { ": \($0.code())" } ?? ""))
    }

    private mutating func add(_ method: Method, of owner: String) {
        let name = "\(owner).\(method.name.text)"
        lines.insert(name)
        for argument in method.arguments { add(name, argument.label.text, argument.type) }
        for failure in method.failureEnum?.cases ?? [] {
            add("\(owner).\(method.failureEnum?.name.text ?? "")", failure.name.text, failure.failure.type)
        }
        switch method.result.kind {
        case .none: break
        case .content(let content), .optional(let content): lines.insert("\(name) -> \(content.type.code())")
        case .choice(let choice): lines.insert("\(name) -> \(choice.name.dotted)")
        }
    }

    private mutating func add(_ declaration: Declaration) {
        let name = declaration.name.dotted
        switch declaration.kind {
        case .structure(let structure):
            lines.insert("struct \(name)")
            for property in structure.properties { add(name, property.name.text, property.type) }
            for union in structure.flattenedUnions { add(name, union.name.text, union.type) }
            if let additional = structure.additionalProperties { add(name, additional.name.text, additional.value) }
        case .enumeration(let enumeration):
            lines.insert("enum \(name)")
            for member in enumeration.cases { add(name, member.name.text) }
        case .union(let union), .overlap(let union):
            lines.insert("union \(name)")
            for member in union.cases { add(name, member.name.text, member.type) }
            for value in union.values { add(name, value.name.text) }
        case .tuple(let tuple):
            lines.insert("struct \(name)")
            for element in tuple.elements { add(name, element.name.text, element.type) }
        case .alias(let type), .wrapper(let type): lines.insert("typealias \(name) = \(type.code())")
        }
        declaration.nested.forEach { add($0) }
    }
}
