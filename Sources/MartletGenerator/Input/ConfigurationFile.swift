package import MartletModel
package import MartletSource

/// A `martlet.yaml` file, with its paths resolved against the current folder.
package struct ConfigurationFile {
    package var configuration: Configuration
    /// The folder of the configuration file, with a trailing slash; empty for the current folder.
    private let folder: String
    /// What the build plugin has to know of the client that declares shared models.
    private var ownerPlan: [String] = []

    /// Reads and decodes a configuration.
    ///
    /// - Parameters:
    ///   - target: The target of the build plugin, which is the module unless the configuration names another. Without it, a
    ///     configuration of the build plugin, which has no `output`, is taken for that of a target called like its folder.
    ///   - isOwner: Whether only its own models are of interest, not those that it shares in turn.
    ///   - named: Receives the paths of the document and the overlays, whether or not these files exist.
    /// - Returns: `nil` when it can't be used; the reasons are reported.
    package init?(
        path: String,
        target: Identifier? = nil,
        _ diagnostics: DiagnosticCollector,
        isOwner: Bool = false,
        named: (String) -> Void = { _ in }
    ) {
        do throws(Diagnostic) {
            let root = try DocumentReader.read(try SourceFile.reading(path), diagnostics: diagnostics)
            let target = target ?? (root["output"] == nil ? Self.folderName(of: path) : nil)
            guard !diagnostics.hasErrors, let configuration = Configuration(root, target: target, diagnostics)
            else { return nil }
            self.configuration = configuration
        } catch {
            diagnostics.report(error)
            return nil
        }
        folder = FilePath.folder(of: path)
        ([spec] + overlays).forEach(named)
        if isOwner { self.configuration.shared = nil }
        checkPaths(diagnostics)
        if diagnostics.hasErrors { return nil }
        if let shared = configuration.shared {
            let path = resolved(shared.path)
            named(path)
            guard let file = ConfigurationFile(path: path, diagnostics, isOwner: true, named: named) else { return nil }
            do throws(Diagnostic) {
                let files = ConfinedFiles(root: file.root ?? FilePath.folder(of: file.spec))
                configuration.shared?.owner = .init(try SourceFile.reading(file.spec), file.configuration, files)
            } catch {
                diagnostics.report(error)
                return nil
            }
            ownerPlan = ["file \(path)"] + file.plan.filter { !$0.hasPrefix("shards ") && !$0.hasPrefix("templates ") }
        }
        do throws(Diagnostic) {
            for overlay in overlays {
                configuration.overlaySources.append(try SourceFile.reading(overlay))
            }
        } catch {
            diagnostics.report(error)
            return nil
        }
        guard let renamed else { return }
        do throws(Diagnostic) {
            configuration.earlierFiles = try OutputFolder(path: renamed).swiftFiles()
        } catch {
            diagnostics.report(.error(error.message.about(.configuration), at: configuration.places["renamed"]))
            return nil
        }
    }

    /// The module of a target that is called like the folder of a file.
    private static func folderName(of path: String) -> Identifier? {
        let folder = FilePath.folder(of: path)
        return Disk().resolvedPath(folder.isEmpty ? "." : folder).split(separator: "/").last.flatMap(module(ofTarget:))
    }

    /// The module of a target, whose name may have characters that a Swift name can't have; `nil` if that is no name either.
    package static func module(ofTarget name: some StringProtocol) -> Identifier? {
        Identifier(String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" }))
    }

    /// Reports the files and folders that the configuration names and that are not there.
    private func checkPaths(_ diagnostics: DiagnosticCollector) {
        let disk = Disk()
        var files = [(configuration.spec, configuration.places["spec"])]
        for (overlay, place) in zip(configuration.overlays, configuration.overlayPlaces) {
            files.append((overlay, place))
        }
        if let shared = configuration.shared { files.append((shared.path, configuration.places["shared"])) }
        for (path, place) in files {
            if DocumentURL.isURL(path) {
                diagnostics.report(.error(.remoteDocument(path).about(.configuration), at: place))
            } else if disk.isFolder(resolved(path)) {
                diagnostics.report(.error(.folder(resolved(path)).about(.configuration), at: place))
            } else if !disk.exists(resolved(path)) {
                diagnostics.report(disk.missing(resolved(path), at: place))
            }
        }
        for (key, path) in [("root", root), ("templates", templates), ("renamed", renamed)] {
            guard let path, !disk.isFolder(path) else { continue }
            diagnostics.report(.error(.missingFolder(path).about(.configuration), at: configuration.places[key]))
        }
        if let renamed, renamed == output {
            diagnostics.report(.error(.renamedOutput, at: configuration.places["renamed"]))
        }
    }

    /// The path of the document.
    package var spec: String { resolved(configuration.spec) }
    /// The folder that contains all files the document refers to; `nil` for the document's own folder.
    package var root: String? { configuration.root.map(resolved) }
    package var output: String? { configuration.output.map(resolved) }
    package var overlays: [String] { configuration.overlays.map(resolved) }
    package var templates: String? { configuration.templates.map(resolved) }
    private var renamed: String? { configuration.renamed.map(resolved) }

    /// What the build plugin has to know before the client is generated: the number of files with models, and the files and
    /// folders that it depends on, a line each, as `word value`.
    package var plan: [String] {
        let folder = FilePath.folder(of: spec)
        let documents = root ?? (folder.isEmpty ? "." : folder)
        return ["shards \(configuration.shards)", "file \(spec)", "documents \(documents)"]
            + configuration.overlays.map { "file \(resolved($0))" } + (templates.map { ["templates \($0)"] } ?? [])
            + ownerPlan
    }

    /// Resolves a path against the folder of the configuration file; `..` removes a component, as in a URL.
    private func resolved(_ path: String) -> String {
        if FilePath.isAbsolute(path) { return path }
        let path = FilePath.normalized(folder + path)
        return path.isEmpty ? "." : path
    }

    /// The paths of all `martlet.yaml` files below a folder, sorted; hidden folders and other packages are skipped. A
    /// `martlet.yml` is not read, which is reported.
    package static func find(below folder: String, _ diagnostics: DiagnosticCollector) -> [String] {
        let disk = Disk()
        let names: [String]
        do throws(Diagnostic) {
            names = try disk.listing(folder)
        } catch {
            diagnostics.report(.warning(error.message, at: error.location))
            return []
        }
        return names.flatMap { name -> [String] in
            let path = folder == "." ? name : "\(folder)/\(name)"
            if name == "martlet.yaml" { return [path] }
            if ["martlet.yml", "martlet.json"].contains(name) {
                diagnostics.report(.warning(.otherName, at: Location(path: path, position: .start)))
            }
            guard !name.hasPrefix("."), !disk.isLink(path), disk.isFolder(path), !disk.exists("\(path)/Package.swift")
            else { return [] }
            return find(below: path, diagnostics)
        }
    }
}

extension Diagnostic.Message {
    package static let renamedOutput = Self(
        .configuration, "renamed must not be the output folder",
        hint: "copy the earlier client to another folder, for example from the last commit")

    package static let otherName = Self(
        .configuration, "martlet reads only files named martlet.yaml", hint: "rename this one, or name it with --config"
    )
}
