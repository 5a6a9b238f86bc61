package import MartletSource

/// Replaces the security requirements that name a scheme which the document doesn't declare. No client can meet them, but
/// they don't mean that no credentials are needed (OpenAPI 3.2.0, 4.30, Security Requirement Object).
struct SecurityRules {
    /// The names of the declared schemes.
    private let schemes: [SpecText]
    private let known: Set<SpecText>
    private let diagnostics: DiagnosticCollector
    /// The requirements of operations that have none of their own.
    private(set) var shared: [SecurityRequirement] = []

    init(_ document: Document, _ diagnostics: DiagnosticCollector) {
        schemes = document.components.securitySchemes.map(\.name)
        known = Set(schemes)
        self.diagnostics = diagnostics
        shared = usable(document.security)
    }

    /// A requirement with the names of schemes in place of their URIs, which OpenAPI 3.2 allows too.
    private func named(_ requirement: SecurityRequirement) -> SecurityRequirement {
        let schemes = requirement.schemes.map { scheme in
            let section = ["components", FieldName.securitySchemes.text]
            guard !known.contains(scheme.name), scheme.name.hasPrefix("#"),
                let tokens = Pointer(scheme.name.without(prefix: "#").raw(for: .grammar))?.tokens, tokens.count == 3,
                Array(tokens.prefix(2)) == section
            else { return scheme }
            return SecurityRequirement.Scheme(name: tokens[2], scopes: scheme.scopes)
        }
        return SecurityRequirement(schemes: schemes, location: requirement.location)
    }

    private func isKnown(_ scheme: SecurityRequirement.Scheme) -> Bool { known.contains(scheme.name) }

    /// The requirements that can be met. If only those without credentials can, another requirement is added: the
    /// declared schemes of one that can't be met, or the document's requirements, or the only scheme of the document.
    func usable(_ stated: [SecurityRequirement]) -> [SecurityRequirement] {
        let requirements = stated.map(named)
        let usable = requirements.filter { $0.schemes.allSatisfy(isKnown) }
        let others = requirements.filter { !$0.schemes.allSatisfy(isKnown) }
        guard let first = others.first else { return requirements }
        var added: [SecurityRequirement] = []
        if usable.allSatisfy(\.schemes.isEmpty) {
            let declared = first.schemes.filter(isKnown)
            if !declared.isEmpty {
                added = [SecurityRequirement(schemes: declared, location: first.location)]
            } else if !shared.isEmpty {
                added = shared
            } else if schemes.count == 1 {
                added = [
                    SecurityRequirement(schemes: [.init(name: schemes[0], scopes: [])], location: first.location)
                ]
            }
        }
        for requirement in others {
            for name in requirement.schemes.map(\.name) where !known.contains(name) {
                let names = diagnostics.mayCompare(with: schemes.count) ? schemes : []
                diagnostics.report(
                    .warning(.unknownScheme(name, among: names, instead: added), at: requirement.location))
            }
        }
        return added + usable
    }
}

extension Diagnostic.Message {
    package static func unknownScheme(
        _ name: SpecText,
        among names: [SpecText] = [],
        instead: [SecurityRequirement]
    ) -> Self {
        let outcome: Diagnostic.Text =
            instead.first?.schemes.first.map { "\($0.name) is used instead" } ?? "this requirement is left out"
        return Self(
            .security, "the document has no security scheme \(name); \(outcome)",
            hint: NearMiss.hint(for: name, among: names))
    }
}
