package import MartletSource

/// The settings of a client that affect its declarations.
package struct ClientOptions: Sendable {
    /// The module that the client belongs to.
    package let module: Identifier
    /// The name of the client's type.
    package let clientName: Identifier
    /// The properties whose values must not appear in descriptions and logs.
    package var secrets: [Secret] = []
    /// The part of the document that becomes a client.
    package var selection = Selection()
    /// What the document says wrongly of properties.
    package var corrections: [Correction] = []
    /// The Swift types for formats.
    package var formats: [SpecText: Identifier] = [:]
    package var names = Names()
    package var operations = OperationNames.short
    package var unknownProperties = UnknownProperties.drop
    package var templateNames = TemplateNames()
    /// The pagination settings of operations, by `operationId`.
    package var pages: [SpecText: PagesOption] = [:]

    /// Whether method names keep the words of their group and what frameworks add to an `operationId`.
    package enum OperationNames: String, CaseIterable, Sendable {
        case short, asWritten
    }

    /// What becomes of the properties of responses that a schema neither lists nor forbids.
    package enum UnknownProperties: String, CaseIterable, Sendable {
        case drop, keep
    }

    /// A property of a named schema, both spelled as in the document.
    package struct Secret: Sendable {
        package let schema: SpecText
        package let property: SpecText
        /// The location of the setting in the configuration.
        package let location: Location?

        package init(schema: SpecText, property: SpecText, location: Location?) {
            self.schema = schema
            self.property = property
            self.location = location
        }
    }

    /// A property that is not as the document describes it.
    package struct Correction: Sendable {
        package enum Kind: Sendable {
            /// The key can be absent although it is required.
            case optional
            /// The value can be null.
            case nullable
        }

        package let kind: Kind
        package let schema: SpecText
        package let property: SpecText
        /// The location of the setting in the configuration.
        package let location: Location?

        package init(_ kind: Kind, schema: SpecText, property: SpecText, location: Location?) {
            self.kind = kind
            self.schema = schema
            self.property = property
            self.location = location
        }
    }

    /// Names that replace generated ones, by the names in the document.
    package struct Names: Sendable {
        package var schemas: [SpecText: Identifier] = [:]
        package var operations: [SpecText: Identifier] = [:]
        /// By schema and property.
        package var properties: [SpecText: [SpecText: Identifier]] = [:]
        /// By schema and value.
        package var enumCases: [SpecText: [SpecText: Identifier]] = [:]
        /// Every rename with its location in the configuration, for checks against the document.
        package var renames: [Rename] = []

        package init() {}

        /// A name that the configuration replaces.
        package struct Rename: Sendable {
            package enum Kind: Sendable {
                case schema, operation, property, enumCase
            }

            package let kind: Kind
            /// The schema or the operation.
            package let name: SpecText
            /// The property or the enum value.
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

    /// The names that the templates use in the type of an API, which names from the document must not take.
    package struct TemplateNames: Sendable {
        /// The labels of parameters that methods have besides their arguments.
        package let labels: [String]
        /// The properties of the type.
        let members: [String]
        /// The suffixes of the further methods of each operation.
        let methodSuffixes: [String]

        package init(labels: [String] = [], members: [String] = [], methodSuffixes: [String] = []) {
            self.labels = labels
            self.members = members
            self.methodSuffixes = methodSuffixes
        }

        /// The names of all methods of an operation.
        package func names(of method: Identifier) -> [String] { [method.text] + methods(method) }

        /// The names of the further methods of an operation.
        func methods(_ name: Identifier) -> [String] { methodSuffixes.map { name.text + $0 } }
    }

    package init(module: Identifier, clientName: Identifier) {
        self.module = module
        self.clientName = clientName
    }
}
