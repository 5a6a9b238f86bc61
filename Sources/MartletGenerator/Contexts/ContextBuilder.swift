import MartletModel
import MartletSource
import MartletTemplates

/// Makes the contexts of templates: the names, types and literals of a client, and text of the document, which can only be
/// printed through an encoding.
///
/// `Templates/README.md` lists the keys. A class, because it is passed to every closure that makes a context.
final class ContextBuilder {
    let client: Client
    let configuration: Configuration
    /// The first lines of the templates that make Markdown pages.
    private let pages: [TemplateFront]
    /// The top-level types, which pages link to.
    let linkedTypes: Set<Identifier>
    let examples: ExampleExpression
    /// The places of the credentials in the client, by name.
    let credentialIndices: [Identifier: Int]
    /// The credential that every example needs; `nil` if there is none.
    let requiredCredential: Int?
    /// The declarations of the names of an earlier client.
    var renames: [Renames.Alias] = []
    /// Where the code of methods is placed.
    var place = NameScope.file

    init(_ client: Client, _ configuration: Configuration, _ pages: [TemplateFront]) {
        self.client = client
        self.configuration = configuration
        self.pages = pages
        linkedTypes = Set(client.declarations.map(\.name.last))
        credentialIndices = Dictionary(client.credentials.enumerated().map { ($1.name, $0) }) { first, _ in first }
        // A credential is required only if there is no other argument.
        requiredCredential = client.credentials.firstIndex(where: \.isRequired)
        examples = ExampleExpression(DeclarationIndex(client.types), in: configuration.namespace)
    }

    /// A type in Markdown, with links to the pages of models.
    func linked(_ type: TypeReference, in scope: NameScope = .file) -> TemplateValue {
        .string(type.markdown(pages: linkedTypes, in: scope))
    }

    /// A description, and the part of it for comments: the text before its first heading, if a page has the rest.
    func description(_ text: SpecText?, page: String?) -> [(String, TemplateValue)] {
        let introduction = page == nil ? nil : text?.introduction
        return [
            ("description", .text(text)),
            ("introduction", .text(introduction ?? text)),
            ("page", introduction == nil ? .null : page.map { .string($0) } ?? .null),
        ]
    }

    /// The path of the page about an API, a model or the client; `nil` if there is none.
    func page(of subject: TemplateFront.Subject, _ name: Identifier? = nil) -> String? {
        pages.first { $0.subject == subject }?.path([
            "name": name?.text ?? "", "client": client.name.text, "module": configuration.module.text,
        ])
    }
}

extension TemplateValue {
    /// A name as it is declared: in backticks if it is a keyword of Swift.
    static func name(_ name: Identifier) -> TemplateValue { .string(name.code) }

    static func name(_ name: Identifier?) -> TemplateValue { name.map { .string($0.code) } ?? .null }

    static func text(_ text: SpecText) -> TemplateValue { .text(TemplateText(text.raw(for: .template))) }

    static func text(_ text: SpecText?) -> TemplateValue { text.map { .text($0) } ?? .null }

    static func texts(_ texts: [SpecText]) -> TemplateValue { .list(texts.map { .text($0) }) }
}

extension TemplateObject {
    /// An object with the members of several parts.
    init(_ parts: [(String, TemplateValue)]..., and more: TemplateObject = [:]) {
        self.init(parts.flatMap { $0 } + more.members)
    }
}
