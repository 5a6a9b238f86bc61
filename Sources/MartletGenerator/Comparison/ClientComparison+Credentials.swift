import MartletModel
import MartletSource

extension ClientComparison {
    mutating func compareCredentials(_ client: String) {
        for (first, second) in matched(old.credentials, new.credentials, by: \.scheme) {
            switch (first, second) {
            case (let first?, nil):
                let name = "\(client).init(\(first.name.text):)"
                add(Change(name, "the credential is gone", source: .init(.breaking, .gone)))
            case (nil, let second?):
                let name = "\(client).init(\(second.name.text):)"
                let source: Change.Effect =
                    second.isRequired ? .init(.breaking, .newRequiredArgument) : .init(.compatible, .addition)
                add(Change(name, "there is a new credential", source: source))
            case (let first?, let second?):
                let name = "\(client).init(\(second.name.text):)"
                if first.name != second.name {
                    add(Change(name, "the credential was \(first.name.text)", source: .init(.breaking, .renamed)))
                }
                if first.kind != second.kind {
                    add(
                        Change(
                            name,
                            "the credential is sent differently",
                            wire: .init(.breaking, "servers don't find the credential of today's clients")
                        )
                    )
                }
                if first.isRequired != second.isRequired {
                    add(
                        Change(
                            name,
                            second.isRequired ? "the credential is required" : "the credential is optional",
                            source: second.isRequired
                                ? .init(.breaking, .newRequiredArgument) : .init(.compatible, .addition)
                        )
                    )
                }
                if first.description != second.description { add(Change(name, .documentation)) }
                compareFlows(first.flows, second.flows, name)
            case (nil, nil): break
            }
        }
    }

    private mutating func compareFlows(_ old: [Credential.Flow], _ new: [Credential.Flow], _ credential: String) {
        for (first, second) in matched(old, new, by: \.name) {
            switch (first, second) {
            case (let first?, nil):
                let wire = Change.Effect(.breaking, "today's clients obtain their tokens by it")
                add(Change(credential, "the flow \(first.name) is gone", wire: wire))
            case (nil, let second?):
                add(Change(credential, "there is a new flow \(second.name)", wire: .init(.compatible, .harmless)))
            case (let first?, let second?):
                if first.tokenURL != second.tokenURL {
                    let wire = Change.Effect(.risky, "today's clients request their tokens from the old one")
                    add(Change(credential, "the token URL of the flow \(second.name) changed", wire: wire))
                }
                compareScopes(of: first, second, credential)
            case (nil, nil): break
            }
        }
    }

    private mutating func compareScopes(of old: Credential.Flow, _ new: Credential.Flow, _ credential: String) {
        for (first, second) in matched(old.scopes, new.scopes, by: \.name) {
            switch (first, second) {
            case (let first?, nil):
                let wire = Change.Effect(.risky, "today's clients may request it")
                add(Change(credential, "the flow \(new.name) no longer has the scope \(first.name)", wire: wire))
            case (nil, let second?):
                let wire = Change.Effect(.compatible, .harmless)
                add(Change(credential, "the flow \(new.name) has the new scope \(second.name)", wire: wire))
            case (let first?, let second?):
                if first.description != second.description { add(Change(credential, .documentation)) }
            case (nil, nil): break
            }
        }
        if isReordered(old.scopes, new.scopes, by: \.name) {
            add(Change(credential, "the scopes of the flow \(new.name) have another order"))
        }
    }

    /// Credentials that satisfy an old alternative must satisfy a new one.
    mutating func compareSecurity(_ first: Method, _ second: Method, _ report: Reporter) {
        let before = first.requirements(old.credentials)
        let after = second.requirements(new.credentials)
        let schemes = [before, after].map { $0.map { Set($0.map(\.scheme)) } }
        if Set(before) != Set(after) {
            let isEnough = before.allSatisfy { set in after.contains { $0.isSubset(of: set) } }
            let areSame = Set(schemes[0]) == Set(schemes[1])
            add(
                report(
                    areSame
                        ? "the scopes that its credentials need changed" : "the credentials that it needs changed",
                    wire: isEnough
                        ? .init(.compatible, "the credentials of today's clients are enough")
                        : .init(.breaking, "the credentials of today's clients are not enough")
                )
            )
        }
        if isReordered(schemes[0], schemes[1], by: \.self) {
            let source = Change.Effect(.compatible, "a client that has several sends those of the first alternative")
            add(report("the credentials that are enough have another order", source: source))
        }
    }
}

/// A security scheme, or one of the scopes that are needed of it.
private struct Need: Hashable {
    let scheme: SpecText
    let scope: SpecText?
}

extension Method {
    /// The sets of schemes and scopes of which one is enough.
    fileprivate func requirements(_ credentials: [Credential]) -> [Set<Need>] {
        let names = Dictionary(credentials.map { ($0.name, $0.scheme) }, uniquingKeysWith: { first, _ in first })
        if security.isEmpty { return [[]] }
        return security.map { alternative in
            Set(
                alternative.flatMap { requirement -> [Need] in
                    guard let scheme = names[requirement.credential] else { return [] }
                    return [Need(scheme: scheme, scope: nil)]
                        + requirement.scopes.map { Need(scheme: scheme, scope: $0) }
                })
        }
    }
}
