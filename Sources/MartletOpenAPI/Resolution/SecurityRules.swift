package import MartletSource

/// Replaces the security requirements that name a scheme which the document doesn't declare, and leaves out those that need
/// one of a type that OpenAPI doesn't have. No client can meet them, but they don't mean that no credentials are needed
/// (OpenAPI 3.2.0, 4.30, Security Requirement Object).
struct SecurityRules {
    /// The names of the declared schemes that a client can use.
    private let schemes: [SpecText]
    private let known: Set<SpecText>
    /// The names of the declared schemes of other types.
    private let unusable: Set<SpecText>
    private let diagnostics: DiagnosticCollector
    /// The requirements of operations that have none of their own.
    private(set) var shared: [SecurityRequirement] = []

    init(_ document: Document, _ diagnostics: DiagnosticCollector) {
        let declared = document.components.securitySchemes
        schemes = declared.filter(\.value.isUsable).map(\.name)
        known = Set(schemes)
        unusable = Set(declared.filter { !$0.value.isUsable }.map(\.name))
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
        guard !others.isEmpty else { return requirements }
        var added: [SecurityRequirement] = []
        let undeclared = others.first { $0.schemes.contains { !isKnown($0) && !unusable.contains($0.name) } }
        if usable.allSatisfy(\.schemes.isEmpty), let first = undeclared {
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
                if unusable.contains(name) {
                    diagnostics.report(.warning(.unusableScheme(name), at: requirement.location))
                    continue
                }
                let names = diagnostics.mayCompare(with: schemes.count) ? schemes : []
                diagnostics.report(
                    .warning(.unknownScheme(name, among: names, instead: added), at: requirement.location))
            }
        }
        return added + usable
    }
}

extension SecurityScheme {
    /// Whether OpenAPI has the type.
    fileprivate var isUsable: Bool { if case .other = kind { false } else { true } }
}

extension Diagnostic.Message {
    package static func unusableScheme(_ name: SpecText) -> Self {
        Self(
            .security, "OpenAPI doesn't have the type of the security scheme \(name); this requirement is left out",
            hint: "sign or authorize these requests with middleware")
    }

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
