package import MartletModel
package import MartletSource

/// What the user decides about a client: the contents of a `martlet.yaml`, or of the command line in its place.
package struct Configuration: Sendable {
    /// Who may use the generated declarations.
    package enum Access: String, CaseIterable, Sendable {
        case `public`, package, `internal`
    }

    /// Whether pages about the API are generated.
    package enum Documentation: String, CaseIterable, Sendable {
        case markdown, none
    }

    /// The path of the document; relative to the configuration file.
    package var spec: String
    /// The folder that files must be in which the document refers to, relative to the configuration file; `nil` for the
    /// document's own.
    package var root: String?
    /// The module that the generated files belong to.
    package var module: Identifier
    package var client: Identifier
    /// The folder of the generated files, relative to the configuration file; `nil` when only the build plugin uses it.
    package var output: String?
    package var access: Access = .public
    package var names = ClientOptions.Names()
    /// The Swift types of formats.
    package var formats: [SpecText: Identifier] = [:]
    /// What is said of the pages of operations.
    package var pages: [SpecText: PagesOption] = [:]
    package var secrets: [ClientOptions.Secret] = []
    /// A folder whose templates take the place of built-in ones, relative to the configuration file.
    package var templates: String?
    package var documentation: Documentation = .markdown
    /// How many files hold the models when the file names must not depend on the document.
    package var shards = 8

    /// - Parameter client: `nil` for the module's name, `API` at its end left out, and `Client` behind it.
    package init(spec: String, module: Identifier, client: Identifier? = nil, output: String? = nil) {
        self.spec = spec
        self.module = module
        self.client = client ?? Self.clientName(of: module)
        self.output = output
    }

    /// What matters to the declarations of the client.
    var clientOptions: ClientOptions {
        var options = ClientOptions(module: module, clientName: client)
        options.secrets = secrets
        options.formats = formats
        options.names = names
        options.pages = pages
        return options
    }

    private static func clientName(of module: Identifier) -> Identifier {
        for suffix in ["API", "Api"] where module.text.hasSuffix(suffix) {
            if let name = Identifier(String(module.text.dropLast(suffix.count)) + "Client") { return name }
        }
        return module.suffixed("Client")
    }
}
