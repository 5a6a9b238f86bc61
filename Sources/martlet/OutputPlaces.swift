import MartletGenerator
import MartletModel
import MartletSource

/// Where the clients of one run go: each needs a folder of its own, and names of its own in its module.
struct OutputPlaces {
    private var clients: [Client] = []
    /// What is wrong with the clients together.
    private(set) var diagnostics: [Diagnostic] = []
    /// Whether a client would replace another one.
    private(set) var hasClash = false

    private struct Client {
        /// The path of the configuration file.
        let path: String
        let module: String
        let namespace: String?
        /// The output folder, with symbolic links resolved; `nil` for a client of the build plugin.
        let folder: String?
    }

    /// Adds the client of a configuration file; a file that is named twice does no harm.
    ///
    /// - Parameter output: The output folder; `nil` for a client of the build plugin.
    mutating func add(_ file: ConfigurationFile, at path: String, output: String?) {
        if clients.contains(where: { $0.path == path }) { return }
        let configuration = file.configuration
        let client = Client(
            path: path, module: configuration.module.text, namespace: configuration.namespace?.text,
            folder: output.map { Disk().resolvedPath($0) })
        if let output, let other = clients.first(where: { $0.folder == client.folder }) {
            hasClash = true
            diagnostics.append(.error(.sharedOutput(output, other.path, path), at: configuration.places["output"]))
        } else if let other = clients.first(where: { $0.module == client.module && $0.namespace == client.namespace }) {
            diagnostics.append(
                .warning(
                    .sharedModule(client.module, other.path, path),
                    at: configuration.places["module"] ?? Location(path: path, position: .start)))
        }
        clients.append(client)
    }
}

extension Diagnostic.Message {
    fileprivate static func sharedOutput(_ folder: String, _ first: String, _ second: String) -> Self {
        Self(
            .configuration, "\(quoted: first) and \(quoted: second) have the same output folder, \(quoted: folder)",
            hint: "give each client an output of its own, also with a namespace")
    }

    fileprivate static func sharedModule(_ module: String, _ first: String, _ second: String) -> Self {
        Self(
            .configuration,
            "\(quoted: first) and \(quoted: second) make clients of one module, \(module), whose types can have equal names",
            hint: "set another module, or a namespace of its own for each client")
    }
}
