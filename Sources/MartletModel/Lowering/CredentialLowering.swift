import MartletOpenAPI
import MartletSource

/// Turns the security schemes that operations use into arguments of the client.
struct CredentialLowering {
    private let document: ResolvedDocument
    private let diagnostics: DiagnosticCollector

    init(_ document: ResolvedDocument, _ diagnostics: DiagnosticCollector) {
        self.document = document
        self.diagnostics = diagnostics
    }

    func credentials() -> [Credential] {
        let used = Set(document.operations.flatMap(\.security).flatMap(\.schemes))
        let schemes = document.securitySchemes.filter { used.contains($0.name) }
        var allocator = NameAllocator(reserved: ReservedWords.members.union(["server", "configure", "configuration"]))
        let names = allocator.names(schemes.map(\.name)) { .member(Words($0)) }
        return schemes.compactMap { scheme in
            guard let name = names[scheme.name] else { return nil }
            switch scheme.value.kind {
            case .apiKey(let header, .header):
                guard header.isToken else {
                    diagnostics.report(.error(.illegalHeader(header), at: scheme.value.location))
                    return nil
                }
                return Credential(
                    name: name,
                    scheme: scheme.name,
                    header: header,
                    description: scheme.value.description
                )
            case .apiKey, .http, .oauth2, .openIDConnect, .mutualTLS:
                let unsupported = Unsupported("this kind of security scheme", at: scheme.value.location)
                diagnostics.report(unsupported.warning("put the credential into the headers of the configuration"))
                return nil
            }
        }
    }
}
