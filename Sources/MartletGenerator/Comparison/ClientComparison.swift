import MartletModel
import MartletOpenAPI
import MartletSource

/// Compares two clients.
struct ClientComparison {
    let old: Client
    let new: Client
    let types: ComparedTypes
    /// The places of the operations in the new document that are left out of the new client, by ID.
    let leftOut: [SpecText: Location]
    private var changes: [Change] = []

    /// What is different in a new client, in the order of the clients' parts.
    ///
    /// - Parameter leftOut: The operations in the new document that have an error.
    static func changes(
        from old: Client, to new: Client, without leftOut: [ResolvedDocument.LeftOut]
    ) -> [Change] {
        var comparison = ClientComparison(old, new, leftOut)
        comparison.compareClients()
        comparison.compareMethods()
        comparison.compareDeclarations()
        return comparison.changes
    }

    private init(_ old: Client, _ new: Client, _ leftOut: [ResolvedDocument.LeftOut]) {
        self.leftOut = Dictionary(leftOut.map { ($0.subject.id, $0.location) }, uniquingKeysWith: { first, _ in first })
        self.old = old
        self.new = new
        types = ComparedTypes(old, new)
    }

    mutating func add(_ change: Change) { changes.append(change) }

    private mutating func compareClients() {
        let subject = new.name.text
        if old.name != new.name {
            add(Change(subject, "the client was \(old.name.text)", source: .init(.breaking, .renamed)))
        }
        if (old.title, old.description) != (new.title, new.description) {
            add(Change(subject, "the description of the API changed"))
        }
        if old.version != new.version {
            add(Change(subject, "the version of the API was \(old.version) and is \(new.version)"))
        }
        compareCredentials(subject)
        compareServers(subject)
        compareHeaders()
        compareWebhooks()
        for (name, isGone) in [(old.patchableModels, true), (new.patchableModels, false)].flatMap({ pair in
            pair.0.map { ($0, pair.1) }
        }).sorted(by: { $0.0.dotted < $1.0.dotted }) {
            guard !(isGone ? new : old).patchableModels.contains(name), types.old[name] != nil, types.new[name] != nil
            else {
                continue
            }
            add(
                Change(
                    name.dotted,
                    isGone ? "a typed JSON Patch of it can no longer be made" : "a typed JSON Patch of it can be made",
                    source: isGone ? .init(.breaking, .gone) : .init(.compatible, .addition)
                )
            )
        }
    }

    private mutating func compareServers(_ client: String) {
        for (first, second) in matched(old.servers, new.servers, by: \.name) {
            let set = "\(client).\((second ?? first)?.name.text ?? "")"
            if second == nil { add(Change(set, "the servers are gone", source: .init(.breaking, .gone))) }
            if first == nil {
                add(Change(set, "there are servers to choose from", source: .init(.compatible, .addition)))
            }
            guard let first, let second else { continue }
            let urls = second.cases.map(\.text)
            for (old, new) in matched(first.cases, second.cases, by: \.name) {
                let name = "\(set).\((new ?? old)?.name.text ?? "")"
                switch (old, new) {
                case (let old?, nil):
                    let wire = urls.contains(old.text) ? nil : Change.Effect(.risky, .goneServer)
                    add(Change(name, "the server is gone", source: .init(.breaking, .gone), wire: wire))
                case (nil, _?): add(Change(name, "there is a new server", source: .init(.compatible, .addition)))
                case (let old?, let new?):
                    if old.text != new.text {
                        add(
                            Change(
                                name,
                                "the URL was \(old.text) and is \(new.text)",
                                source: .init(.risky, "calls go to another URL"),
                                wire: urls.contains(old.text) ? nil : .init(.breaking, .goneServer)
                            )
                        )
                    }
                    if old.variables.map(\.label) != new.variables.map(\.label) {
                        add(Change(name, "the variables of the URL changed", source: .init(.breaking, .otherArguments)))
                    }
                    compareVariables(old, new, name)
                    if old.description != new.description { add(Change(name, .documentation)) }
                case (nil, nil): break
                }
            }
            let stay = first.cases.map(\.name).filter(Set(second.cases.map(\.name)).contains)
            if stay != second.cases.map(\.name).filter(Set(stay).contains) {
                add(Change(set, "the order of the servers changed", source: .init(.compatible, .addition)))
            }
            if let before = first.cases.first?.name, let after = second.cases.first?.name, before != after {
                add(
                    Change(
                        set,
                        "the first server was \(before.text) and is \(after.text)",
                        source: .init(.risky, "the first server is the default")
                    )
                )
            }
        }
    }

    private mutating func compareVariables(_ old: ServerSet.Case, _ new: ServerSet.Case, _ server: String) {
        for (first, second) in matched(old.variables, new.variables, by: \.label) {
            guard let first, let second else { continue }
            let name = "\(server) \(second.label.text)"
            if first.defaultValue != second.defaultValue {
                let text: Diagnostic.Text = "the default was \(first.defaultValue) and is \(second.defaultValue)"
                add(Change(name, text, source: .init(.risky, "calls go to another URL")))
            }
            let values = [first, second].map { $0.type?.cases.map(\.value) }
            if values[0] != values[1] || first.type?.name != second.type?.name {
                let isGone =
                    first.type?.name != second.type?.name
                    || values[0]?.contains { values[1]?.contains($0) == false } == true
                add(
                    Change(
                        name,
                        "the values of the variable changed",
                        source: isGone
                            ? .init(.breaking, .gone) : .init(.risky, "a switch without default does not compile"),
                        wire: isGone ? .init(.risky, .goneServer) : .init(.compatible, .harmless)
                    )
                )
            }
            if first.description != second.description { add(Change(name, .documentation)) }
        }
    }

    private mutating func compareHeaders() {
        for (first, second) in matched(
            old.responseHeaders?.properties ?? [], new.responseHeaders?.properties ?? [], by: \.header)
        {
            let name =
                "\((new.responseHeaders ?? old.responseHeaders)?.name.text ?? "").\((second ?? first)?.name.text ?? "")"
            switch (first, second) {
            case (_?, nil):
                add(
                    Change(name, "the header is gone", source: .init(.breaking, .gone), wire: .init(.risky, .goneValue))
                )
            case (nil, _?): add(Change(name, "there is a new header", source: .init(.compatible, .addition)))
            case (let first?, let second?):
                if first.name != second.name {
                    add(Change(name, "the property was \(first.name.text)", source: .init(.breaking, .renamed)))
                }
                compareTypes(name, first.type, second.type, in: .response)
                if first.isDeprecated != second.isDeprecated { add(.deprecation(name, second.isDeprecated)) }
                if first.description != second.description { add(Change(name, .documentation)) }
            case (nil, nil): break
            }
        }
    }

    private mutating func compareWebhooks() {
        for (first, second) in matched(old.webhooks?.events ?? [], new.webhooks?.events ?? [], by: \.name) {
            let name = "\((new.webhooks ?? old.webhooks)?.name.text ?? "").\((second ?? first)?.name.text ?? "")"
            switch (first, second) {
            case (_?, nil):
                add(Change(name, "the event is gone", source: .init(.breaking, .gone), wire: .init(.risky, .goneValue)))
            case (nil, _?): add(Change(name, "there is a new event", source: .init(.compatible, .addition)))
            case (let first?, let second?):
                compareTypes(name, first.type, second.type, in: .response)
                if first.isDeprecated != second.isDeprecated { add(.deprecation(name, second.isDeprecated)) }
                if first.description != second.description { add(Change(name, .documentation)) }
            case (nil, nil): break
            }
        }
    }

    /// Reports a type that changed.
    mutating func compareTypes(
        _ subject: String,
        _ first: TypeReference,
        _ second: TypeReference,
        in direction: MessageDirection,
        old: Location? = nil,
        new: Location? = nil
    ) {
        let text: Diagnostic.Text = "the type was \(first.code()) and is \(second.code())"
        switch types.difference(first, second) {
        case .none: break
        case .spelling: add(Change(subject, "\(text), another name for it", old: old, new: new))
        case .naming:
            add(
                Change(
                    subject,
                    text,
                    source: .init(.breaking, .renamed),
                    wire: .init(.compatible, "the values have the same form"),
                    old: old,
                    new: new
                )
            )
        case .other:
            add(
                Change(
                    subject,
                    text,
                    source: .init(.breaking, "code that uses the old type does not compile"),
                    wire: wire(first, second, in: direction),
                    old: old,
                    new: new
                )
            )
        }
    }

    /// What it means for today's clients that a type takes the place of another one.
    func wire(_ old: TypeReference, _ new: TypeReference, in direction: MessageDirection) -> Change.Effect {
        if direction.contains(.request), !types.isAccepted(old, as: new) {
            return .init(.breaking, "servers may refuse the values that today's clients send")
        }
        if direction.contains(.response), !types.isRead(new, as: old) {
            return .init(.breaking, "today's clients can't read the new values")
        }
        let isSent = direction.contains(.request)
        return .init(.compatible, isSent ? "the values of today's clients fit" : "today's clients read the new values")
    }

    /// The elements of two lists with the same key, in the order of the new list, and where there is none, the old one's.
    func matched<Element, Key: Hashable>(
        _ old: [Element],
        _ new: [Element],
        by key: (Element) -> Key
    ) -> [(old: Element?, new: Element?)] {
        let first = Dictionary(old.map { (key($0), $0) }, uniquingKeysWith: { first, _ in first })
        let second = Set(new.map(key))
        return new.map { (first[key($0)], $0) } + old.filter { !second.contains(key($0)) }.map { ($0, nil) }
    }
}

extension ClientComparison {
    /// Whether the elements that two lists have in common are in another order.
    func isReordered<Element, Key: Hashable>(_ old: [Element], _ new: [Element], by key: (Element) -> Key) -> Bool {
        let (first, second) = (old.map(key), new.map(key))
        let common = Set(first).intersection(second)
        return first.filter(common.contains) != second.filter(common.contains)
    }

    /// The elements of two lists with the same key, and those of the others that have the same name in Swift.
    func paired<Element, Key: Hashable, Name: Hashable>(
        _ old: [Element],
        _ new: [Element],
        by key: (Element) -> Key,
        else name: (Element) -> Name
    ) -> [(old: Element?, new: Element?)] {
        let pairs = matched(old, new, by: key)
        let gone = Dictionary(
            pairs.filter { $0.new == nil }.compactMap(\.old).map { (name($0), $0) },
            uniquingKeysWith: { first, _ in first })
        let named = Set(pairs.filter { $0.old == nil }.compactMap(\.new).map(name))
        return pairs.compactMap { pair in
            if pair.old == nil, let element = pair.new { return (gone[name(element)], element) }
            if pair.new == nil, let element = pair.old, named.contains(name(element)) { return nil }
            return pair
        }
    }
}

extension Change {
    static func deprecation(
        _ subject: String,
        _ isDeprecated: Bool,
        old: Location? = nil,
        new: Location? = nil
    ) -> Change {
        Change(
            subject,
            isDeprecated ? "it is deprecated" : "it is no longer deprecated",
            source: .init(.compatible, isDeprecated ? "its use is a warning" : "its use is no longer a warning"),
            old: old,
            new: new
        )
    }
}

extension Diagnostic.Text {
    static let documentation: Self = "the description or an example changed"
    static let gone: Self = "code that uses it does not compile"
    static let renamed: Self = "code that uses the old name does not compile"
    static let addition: Self = "code that compiles today still does"
    static let harmless: Self = "today's clients are not affected"
    static let newRequiredArgument: Self = "calls without the argument do not compile"
    static let otherArguments: Self = "calls with the old arguments do not compile"
    static let goneValue: Self = "today's clients may expect it"
    static let goneServer: Self = "today's clients call a URL that the document no longer contains"
}

extension TypeName {
    /// The name with those of the types around it, joined by dots.
    var dotted: String { path.map(\.text).joined(separator: ".") }
}
