import Testing

/// A common mistake, with the expected message.
struct Mistake: CustomTestStringConvertible, Sendable {
    /// What `text` is.
    enum Kind {
        /// A document.
        case document, json
        /// The paths of an OpenAPI or Swagger document.
        case paths, swagger
        /// The schemas of an OpenAPI document, in braces.
        case schemas
        /// Other fields of an OpenAPI document.
        case rest
        /// Lines of `martlet.yaml` after the document and the module.
        case configuration
    }

    let title: String
    let kind: Kind
    let text: String
    /// The whole messages, without the file's name.
    let messages: [String]

    init(_ title: String, _ kind: Kind, _ text: String, _ messages: [String]) {
        self.title = title
        self.kind = kind
        self.text = text
        self.messages = messages
    }

    var testDescription: String { title }

    /// The document; it contains the mistake unless the configuration does.
    var document: String {
        switch kind {
        case .document, .json: text
        case .paths: Self.start("openapi: 3.0.3") + "paths:\n  \(text)\n"
        case .swagger: Self.start("swagger: '2.0'") + "paths:\n  \(text)\n"
        case .schemas: Self.start("openapi: 3.1.1") + "paths: {}\ncomponents: {schemas: {\n\(text)}}\n"
        case .rest: Self.start("openapi: 3.0.3") + "paths: {}\n\(text)\n"
        case .configuration: Self.pets
        }
    }

    private static func start(_ version: String) -> String { "\(version)\ninfo: {title: T, version: '1'}\n" }

    private static let pets =
        start("openapi: 3.1.1") + """
            paths: {/pets: {get: {operationId: getPets, tags: [pets], responses: {'204': {description: d}}}}}
            components: {schemas: {Pet: {type: object, properties: {name: {type: string}}}}}

            """
}
