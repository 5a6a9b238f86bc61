package import MartletModel
package import MartletSource

/// The user's settings for a client: the contents of a `martlet.yaml`, or the equivalent command line.
package struct Configuration: Sendable {
    /// The access level of the generated declarations.
    package enum Access: String, CaseIterable, Sendable {
        case `public`, package, `internal`
    }

    /// Whether pages of documentation are generated.
    package enum Documentation: String, CaseIterable, Sendable {
        case markdown, none
    }

    /// Where the runtime of the client is.
    package enum Runtime: String, CaseIterable, Sendable {
        /// In a library, which the client imports.
        case library
        /// Among the files of the client.
        case embedded
    }

    /// The path of the document, relative to the configuration file.
    package var spec: String
    /// The folder that contains all files the document refers to, relative to the configuration file; `nil` for the
    /// document's own folder.
    package var root: String?
    /// The module that the generated files belong to.
    package var module: Identifier
    /// The enum that contains all types, so that a module can have several clients; `nil` for types of the module itself.
    package var namespace: Identifier?
    package var client: Identifier
    /// The folder for the generated files, relative to the configuration file; `nil` when only the build plugin uses
    /// the configuration.
    package var output: String?
    package var access: Access = .public
    package var names = ClientOptions.Names()
    package var operations = ClientOptions.OperationNames.short
    package var unknownProperties = ClientOptions.UnknownProperties.drop
    /// The Swift types for formats.
    package var formats: [SpecText: Identifier] = [:]
    /// The places of the settings of formats.
    var formatPlaces: [SpecText: Location] = [:]
    /// The pagination settings of operations.
    package var pages: [SpecText: PagesOption] = [:]
    package var secrets: [ClientOptions.Place] = []
    /// The part of the document to generate a client for.
    package var selection = Selection()
    /// The paths of overlays, relative to the configuration file, in the order in which they are applied.
    package var overlays: [String] = []
    /// Where the configuration names them.
    package var overlayPlaces: [Location] = []
    /// The overlays that have been read.
    package var overlaySources: [SourceFile] = []
    /// The folder of an earlier client whose names stay as deprecated ones, relative to the configuration file.
    package var renamed: String?
    /// The Swift files of that client.
    package var earlierFiles: [GeneratedFile] = []
    /// Corrections of properties that the document describes wrongly.
    package var corrections: [ClientOptions.Correction] = []
    /// The models that another client declares.
    package var shared: SharedSetting?
    /// The severities of rules.
    package var rules: [Diagnostic.Rule: Diagnostic.RuleSetting] = [:]
    /// The places of the values of keys in the configuration file.
    package var places: [String: Location] = [:]
    /// The folder of templates that replace built-in ones, relative to the configuration file.
    package var templates: String?
    package var documentation: Documentation = .markdown
    package var runtime: Runtime = .library
    /// The number of files for models when file names must not depend on the document.
    package var shards = 8

    /// - Parameter client: The name of the client's type; `nil` for the module's name without the suffix `API`,
    ///   followed by `Client`.
    package init(spec: String, module: Identifier, client: Identifier? = nil, output: String? = nil) {
        self.spec = spec
        self.module = module
        self.client = client ?? Self.clientName(of: module)
        self.output = output
    }

    /// The settings that affect the client's declarations.
    var clientOptions: ClientOptions {
        var options = ClientOptions(module: module, clientName: client)
        options.secrets = secrets
        options.corrections = corrections
        options.selection = selection
        options.formats = formats
        options.formatPlaces = formatPlaces
        options.names = names
        options.operations = operations
        options.unknownProperties = unknownProperties
        options.pages = pages
        options.templateNames = LocalNames.api
        return options
    }

    private static func clientName(of module: Identifier) -> Identifier {
        for suffix in ["API", "Api"] where module.text.hasSuffix(suffix) {
            if let name = Identifier(String(module.text.dropLast(suffix.count)) + "Client") { return name }
        }
        return module.suffixed("Client")
    }
}
