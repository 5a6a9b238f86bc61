package import MartletSource

/// The settings of a client that affect its declarations.
package struct ClientOptions: Sendable {
    /// The module that the client belongs to.
    package let module: Identifier
    /// The name of the client's type.
    package let clientName: Identifier
    /// The properties whose values must not appear in descriptions and logs.
    package var secrets: [Place] = []
    /// The part of the document to generate a client for.
    package var selection = Selection()
    /// Corrections of properties that the document describes wrongly.
    package var corrections: [Correction] = []
    /// The Swift types for formats.
    package var formats: [SpecText: Identifier] = [:]
    /// The places of these settings in the configuration.
    package var formatPlaces: [SpecText: Location] = [:]
    package var names = Names()
    package var operations = OperationNames.short
    package var unknownProperties = UnknownProperties.drop
    package var templateNames = TemplateNames()
    /// The pagination settings of operations, by `operationId`.
    package var pages: [SpecText: PagesOption] = [:]
    /// The types that another client declares; `nil` for a client that declares all of its types.
    var sharedTypes: SharedTypes?

    /// Whether method names keep the words of their group and what frameworks add to an `operationId`.
    package enum OperationNames: String, CaseIterable, Sendable {
        case short, asWritten
    }

    /// What becomes of the properties of responses that a schema neither lists nor forbids.
    package enum UnknownProperties: String, CaseIterable, Sendable {
        case drop, keep
    }

    /// A part of the document that a setting is about; see `DocumentPaths`.
    package struct Place: Sendable {
        package let path: SpecText
        /// The location of the setting in the configuration.
        package let location: Location?

        package init(_ path: SpecText, at location: Location?) {
            self.path = path
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
        package let place: Place

        package init(_ kind: Kind, _ place: Place) {
            self.kind = kind
            self.place = place
        }
    }

    /// Names that replace generated ones.
    package struct Names: Sendable {
        /// What has the name: the keys of `names`.
        package enum Kind: String, CaseIterable, Sendable {
            case schemas, operations, parameters, properties, enumCases, tags, headers, contents, webhooks, servers,
                credentials
        }

        package struct Setting: Sendable {
            package let kind: Kind
            package let path: SpecText
            package let name: Identifier
            /// The location of the setting in the configuration.
            package let location: Location?

            package init(_ kind: Kind, _ path: SpecText, _ name: Identifier, at location: Location?) {
                self.kind = kind
                self.path = path
                self.name = name
                self.location = location
            }
        }

        package var settings: [Setting] = []

        package init() {}
    }

    /// The names that the templates use in the type of an API, which names from the document must not take.
    package struct TemplateNames: Sendable {
        /// The labels of parameters that methods have besides their arguments.
        package let labels: [String]
        /// The properties of the type.
        let members: [String]
        /// The suffixes of the further methods of each operation.
        package let methodSuffixes: [String]

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
