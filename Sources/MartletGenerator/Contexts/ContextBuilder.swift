import MartletModel
import MartletSource
import MartletTemplates

/// Prepares what templates place: every choice is made and every text encoded here.
///
/// A class, since each file that is to be holds it.
final class ContextBuilder {
    let client: Client
    let configuration: Configuration
    /// The types at the top of the module, each of which has a page.
    let pages: Set<Identifier>
    let layout: Generator.FileLayout
    let examples: ExampleExpression
    private let neededCredential: Identifier?

    init(_ client: Client, _ configuration: Configuration, _ layout: Generator.FileLayout) {
        self.layout = layout
        self.client = client
        self.configuration = configuration
        pages = Set(client.declarations.map(\.name.last))
        examples = ExampleExpression(DeclarationIndex(client.declarations))
        neededCredential = client.neededCredential
    }

    /// Whether no client can be made without the credential.
    func needs(_ credential: Credential) -> Bool { credential.name == neededCredential }

    /// Whether there are pages of Markdown beside the code.
    var hasPages: Bool { configuration.documentation == .markdown && layout == .filePerType }

    /// The path of an API's page; `nil` without pages.
    func path(ofPage api: API) -> String? { hasPages ? "docs/\(api.name.text).md" : nil }

    /// What every template can use.
    func shared(_ own: TemplateValue) -> TemplateValue {
        let shared: TemplateObject = [
            "marker": .string(GeneratedFile.marker),
            "access": .string(accessPrefix),
            "module": .string(configuration.module.text),
            "client": .string(client.name.code),
        ]
        guard case .object(let own) = own else { return .object(shared) }
        return .object(shared.merging(own))
    }

    /// The modifier before declarations, with a space behind it; none for the default, `internal`.
    var accessPrefix: String {
        switch configuration.access {
        case .public: "public "
        case .package: "package "
        case .internal: ""
        }
    }
}

extension TemplateValue {
    static func lines(_ lines: [String]) -> TemplateValue { .list(lines.map { .string($0) }) }
}
