import MartletModel
import MartletSource
import MartletTemplates

/// Gives templates the facts of a client: names, types, literals, and text of the document, which only an encoding can print.
///
/// `Templates/README.md` lists the keys. What is done with the facts is up to the templates.
struct ContextBuilder {
    let client: Client
    let configuration: Configuration
    /// Whether there are pages of Markdown beside the code.
    let hasPages: Bool
    /// The types at the top of the module, each of which has a page.
    let pages: Set<Identifier>
    let examples: ExampleExpression

    init(_ client: Client, _ configuration: Configuration, hasPages: Bool) {
        self.client = client
        self.configuration = configuration
        self.hasPages = hasPages
        pages = Set(client.declarations.map(\.name.last))
        examples = ExampleExpression(DeclarationIndex(client.declarations))
    }

    /// A type as the pages of Markdown have it, with links.
    func linked(_ type: TypeReference, in scope: [Identifier] = []) -> TemplateValue {
        .string(type.markdown(pages: pages, in: scope))
    }

    /// A description, and what of it comments have: all before its first heading, where a page has the rest.
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
    /// A name as it is declared: in backticks if it is a keyword.
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
