package import MartletSource

/// A `martlet.yaml` and the paths in it, as seen from the current folder.
package struct ConfigurationFile {
    package let configuration: Configuration
    /// The folder of the configuration file, with a slash at its end; empty for the current one.
    private let folder: String

    /// Reads a configuration.
    ///
    /// - Returns: `nil` when it can't be used; the reasons are reported.
    package init?(path: String, _ diagnostics: DiagnosticCollector) {
        do throws(Diagnostic) {
            let root = try DocumentReader.read(try SourceFile.reading(path), diagnostics: diagnostics)
            guard !diagnostics.hasErrors, let configuration = Configuration(root, diagnostics) else { return nil }
            self.configuration = configuration
        } catch {
            diagnostics.report(error)
            return nil
        }
        folder = FilePath.folder(of: path)
    }

    /// The path of the document.
    package var spec: String { resolved(configuration.spec) }
    /// The folder that other files must be in which the document refers to; `nil` for the document's own.
    package var root: String? { configuration.root.map(resolved) }
    package var output: String? { configuration.output.map(resolved) }
    package var templates: String? { configuration.templates.map(resolved) }

    /// Takes a path relative to the configuration file; `..` goes up by one name, as in a URL.
    private func resolved(_ path: String) -> String {
        FilePath.isAbsolute(path) ? path : FilePath.normalized(folder + path)
    }

    /// Every `martlet.yaml` below a folder, sorted; hidden folders and other packages are not entered.
    package static func find(below folder: String) -> [String] {
        let disk = Disk()
        return (disk.names(in: folder) ?? []).flatMap { name -> [String] in
            let path = folder == "." ? name : "\(folder)/\(name)"
            if name == "martlet.yaml" { return [path] }
            guard !name.hasPrefix("."), !disk.isLink(path), disk.isFolder(path), !disk.exists("\(path)/Package.swift")
            else { return [] }
            return find(below: path)
        }
    }
}
