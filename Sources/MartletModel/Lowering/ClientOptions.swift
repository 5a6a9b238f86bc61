package import MartletSource

/// What the user decides about a client, as far as its declarations go.
package struct ClientOptions: Sendable {
    /// The module of the client.
    package let module: Identifier
    /// The name of the client's type.
    package let clientName: Identifier
    /// Properties whose values must not show.
    package var secrets: [Secret] = []
    /// The Swift types of formats.
    package var formats: [SpecText: Identifier] = [:]
    package var names = Names()
    /// What is said of the pages of operations, by their `operationId`.
    package var pages: [SpecText: PagesOption] = [:]

    /// A property of a named schema, both spelled as in the document.
    package struct Secret: Sendable {
        package let schema: SpecText
        package let property: SpecText
        /// Where the configuration names it.
        package let location: Location?

        package init(schema: SpecText, property: SpecText, location: Location?) {
            self.schema = schema
            self.property = property
            self.location = location
        }
    }

    /// Names that take the place of those that martlet would choose, by what the document calls the things.
    package struct Names: Sendable {
        package var schemas: [SpecText: Identifier] = [:]
        package var operations: [SpecText: Identifier] = [:]
        /// By schema and property.
        package var properties: [SpecText: [SpecText: Identifier]] = [:]
        /// By schema and value.
        package var enumCases: [SpecText: [SpecText: Identifier]] = [:]
        /// What the configuration names, and where, to tell whether the document has it.
        package var mentions: [Mention] = []

        package init() {}

        /// A thing that the configuration renames.
        package struct Mention: Sendable {
            package enum Kind: Sendable {
                case schema, operation, property, enumCase
            }

            package let kind: Kind
            /// The schema or the operation.
            package let name: SpecText
            /// The property or the value.
            package let member: SpecText?
            package let location: Location

            package init(_ kind: Kind, _ name: SpecText, _ member: SpecText?, at location: Location) {
                self.kind = kind
                self.name = name
                self.member = member
                self.location = location
            }
        }
    }

    package init(module: Identifier, clientName: Identifier) {
        self.module = module
        self.clientName = clientName
    }
}
