import MartletOpenAPI
package import MartletSource

/// Lowers the security schemes that operations use to arguments of the client.
struct CredentialLowering {
    private let document: ResolvedDocument
    private let chosen: [SpecText: Identifier]
    private let diagnostics: DiagnosticCollector

    init(_ document: ResolvedDocument, _ chosen: ChosenNames, _ diagnostics: DiagnosticCollector) {
        self.document = document
        self.chosen = chosen.credentials
        self.diagnostics = diagnostics
    }

    func credentials() -> [Credential] {
        let used = Set(document.operations.flatMap(\.security).flatMap(\.schemes).map(\.name))
        let schemes = document.securitySchemes.filter { used.contains($0.name) }
        var allocator = NameAllocator(
            // These names belong to members of the runtime's types.
            reserved: ReservedWords.members.union([
                "server", "configure", "configuration", "basic", "bearer", "http", "name", "mutualTLS",
            ])
        )
        func preferred(_ name: SpecText) -> Identifier {
            let own = Identifier.member(Words(name))
            return chosen[name] ?? (["basic", "bearer", "http"].contains(own.text) ? own.suffixed("Auth") : own)
        }
        let names = allocator.names(schemes.map(\.name), chosen: chosen, preferred)
        diagnostics.reportClashes(
            names,
            preferred: preferred,
            places: Dictionary(schemes.map { ($0.name, $0.location) }) { first, _ in first },
            kind: .credentials
        )
        return schemes.compactMap { scheme in
            guard let name = names[scheme.name], let kind = kind(of: scheme.value) else { return nil }
            return Credential(
                name: name,
                scheme: scheme.name,
                kind: kind,
                description: scheme.value.description,
                flows: scheme.value.kind.flows
            )
        }
    }

    private func kind(of scheme: SecurityScheme) -> Credential.Kind? {
        switch scheme.kind {
        case .apiKey(let name, .query): return .query(name)
        case .apiKey(let name, let place):
            guard name.isToken else {
                diagnostics.report(.error(.illegalHeader(name), at: scheme.location))
                return nil
            }
            return place == .cookie ? .cookie(name) : .header(name)
        case .http("basic"): return .basic
        case .http("bearer"), .oauth2, .openIDConnect: return .bearer
        case .http(let name):
            guard name.isToken else {
                diagnostics.report(.error(.illegalAuthenticationScheme(name), at: scheme.location))
                return nil
            }
            // Scheme names are capitalized by convention and case-insensitive (RFC 9110, section 11.1).
            let text = name.raw(for: .grammar)
            return .http(SpecText(text.prefix(1).uppercased() + text.dropFirst()))
        case .mutualTLS: return .mutualTLS
        case .other: return nil
        }
    }
}

extension SecurityScheme.Kind {
    fileprivate var flows: [Credential.Flow] {
        guard case .oauth2(let flows) = self else { return [] }
        return flows.map { flow in
            Credential.Flow(name: "\(flow.kind)", tokenURL: flow.tokenURL, scopes: flow.scopes)
        }
    }
}

extension Diagnostic.Message {
    package static func illegalAuthenticationScheme(_ name: SpecText) -> Self {
        Self(.wrongValue, "\(name) is not a valid name of an authentication scheme, such as basic, bearer or digest")
    }
}
