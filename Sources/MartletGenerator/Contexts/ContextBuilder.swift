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
    /// Whether Markdown pages are generated.
    let hasPages: Bool
    /// The top-level types, each of which has a page.
    let pages: Set<Identifier>
    let examples: ExampleExpression

    init(_ client: Client, _ configuration: Configuration, hasPages: Bool) {
        self.client = client
        self.configuration = configuration
        self.hasPages = hasPages
        pages = Set(client.declarations.map(\.name.last))
        examples = ExampleExpression(DeclarationIndex(client.declarations))
    }

    /// A type in Markdown, with links to the pages of models.
    func linked(_ type: TypeReference, in scope: [Identifier] = []) -> TemplateValue {
        .string(type.markdown(pages: pages, in: scope))
    }

    /// A description, and the part of it for comments: the text before its first heading, if a page has the rest.
    func description(_ text: SpecText?, page: String) -> [(String, TemplateValue)] {
        let introduction = hasPages ? text?.introduction : nil
        return [
            ("description", .text(text)),
            ("introduction", .text(introduction ?? text)),
            ("page", introduction == nil ? .null : .string(page)),
        ]
    }
}

extension TemplateValue {
    /// A name as it is declared: in backticks if it is a keyword of Swift.
    static func name(_ name: Identifier) -> TemplateValue { .string(name.code) }

    static func name(_ name: Identifier?) -> TemplateValue { name.map { .string($0.code) } ?? .null }

    static func text(_ text: SpecText) -> TemplateValue { .text(TemplateText(text.unencoded)) }

    static func text(_ text: SpecText?) -> TemplateValue { text.map { .text($0) } ?? .null }

    static func texts(_ texts: [SpecText]) -> TemplateValue { .list(texts.map { .text($0) }) }
}

extension TemplateObject {
    /// An object with the members of several parts.
    init(_ parts: [(String, TemplateValue)]..., and more: TemplateObject = [:]) {
        self.init(parts.flatMap { $0 } + more.members)
    }
}
