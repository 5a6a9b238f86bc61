import MartletModel
import MartletOpenAPI
import MartletSource

extension Generator {
    /// The models that a client takes from another one; `nil` if there are none, or if an error is reported.
    static func sharedModels(of configuration: Configuration, _ diagnostics: DiagnosticCollector) -> SharedModels? {
        guard let shared = configuration.shared, let owner = shared.owner else { return nil }
        let place = configuration.places["shared"]
        let other = owner.configuration
        if configuration.runtime == .embedded || other.runtime == .embedded {
            diagnostics.report(.error(.sharesWithEmbedded, at: place))
        }
        let isNear = other.module == configuration.module
        if other.module == configuration.module, other.namespace == configuration.namespace {
            diagnostics.report(.error(.sharesWithItself(other.module), at: place))
        }
        if !other.access.reaches(configuration.access, inModule: isNear) {
            diagnostics.report(.error(.hiddenOwner(other.module, other.access), at: place))
        }
        // Its warnings are those of its own run.
        let found = DiagnosticCollector()
        let document = document(
            owner.source, overlays: other.overlaySources, files: owner.files, diagnostics: found)
        let client = document.map { ClientLowering($0, other.clientOptions, found).client() }
        for error in found.diagnostics where error.severity == .error { diagnostics.report(error) }
        guard let document, let client, !diagnostics.hasErrors else { return nil }
        return SharedModels(client, of: document, other.clientOptions, patterns: shared.patterns)
    }

    /// Reports what is different in the types that a client takes from another one.
    static func check(_ client: Client, against shared: SharedModels, _ diagnostics: DiagnosticCollector) {
        let differences = ClientComparison.changes(
            from: client.only(shared.declarations(of: client)), to: client.only(client.imported), without: [])
        for change in differences where change.source != nil || change.wire != nil {
            diagnostics.report(
                .error(
                    .sharedDiffers(change, shared.module),
                    at: change.new,
                    notes: change.old.map { [.init("what \(shared.module.text) has", at: $0)] } ?? []
                )
            )
        }
    }
}

extension Configuration.Access {
    /// Whether declarations of this level can be used by those of another level.
    fileprivate func reaches(_ other: Configuration.Access, inModule isNear: Bool) -> Bool {
        switch self {
        case .public: true
        case .package: other != .public
        case .internal: isNear && other == .internal
        }
    }
}

extension Diagnostic.Message {
    static let sharesWithEmbedded = Self(
        .configuration, "clients can share models only if both import the runtime",
        hint: "remove runtime: embedded, or shared")

    static func sharesWithItself(_ module: Identifier) -> Self {
        Self(.configuration, "the client of \(module.text) can't share models with itself")
    }

    static func hiddenOwner(_ module: Identifier, _ access: Configuration.Access) -> Self {
        Self(
            .configuration, "the models of \(module.text) are \(access.rawValue), so this client can't use them",
            hint: "set a wider access for that client")
    }

    static func sharedDiffers(_ change: Change, _ module: Identifier) -> Self {
        Self(
            .configuration, "\(unquoted: SpecText(change.subject)) isn't the same as in \(module.text): \(change.text)",
            hint: "make both documents and the settings of both clients agree, or leave the schema out of shared")
    }
}
