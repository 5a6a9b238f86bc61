import Foundation
import PackagePlugin

/// Generates the client of a target during the build, when the target's folder contains a `martlet.yaml`.
@main
struct MartletBuild: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let file = try configuration(in: target.directoryURL, of: target.name)
        let module = (target as? any SourceModuleTarget)?.moduleName ?? target.name
        let client = try PlannedClient(file, module: module, tool: context.tool(named: "martlet").url)
        if client.needsRuntime, !target.recursiveTargetDependencies.contains(where: { $0.name == "MartletRuntime" }) {
            throw Mistake(
                """
                the client of the target \(target.name) needs the runtime: add \
                .product(name: "MartletRuntime", package: "martlet") to the target's dependencies in Package.swift
                """)
        }
        return [client.command(output: context.pluginWorkDirectoryURL)]
    }

    /// The configuration in the folder of a target, which has exactly one.
    private func configuration(in folder: URL, of target: String) throws -> URL {
        let expected = folder.appending(path: "martlet.yaml")
        let files = FileManager.default.enumerator(
            at: folder, includingPropertiesForKeys: nil, options: .skipsHiddenFiles)
        let found = (files?.compactMap { $0 as? URL } ?? [])
            .filter { ["martlet.yaml", "martlet.yml"].contains($0.lastPathComponent) }
            .map { $0.standardizedFileURL.path }.sorted()
        if found == [expected.standardizedFileURL.path] { return expected }
        guard let first = found.first else {
            throw Mistake(
                """
                the target \(target) has no martlet.yaml: write \(expected.path) with the line "spec: openapi.yaml", or \
                take MartletBuild from the target's plugins in Package.swift
                """)
        }
        guard found.count > 1 else {
            throw Mistake("the configuration of the target \(target) must be \(expected.path): move \(first) there")
        }
        throw Mistake(
            """
            the target \(target) has several configurations, \(found.joined(separator: ", ")), but a target has one client: \
            make a target for each, or generate them into the target with `swift package generate`
            """)
    }
}

/// An error in a package, with its remedy.
struct Mistake: LocalizedError, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }

    var errorDescription: String? { description }
}

#if canImport(XcodeProjectPlugin)
    import XcodeProjectPlugin

    extension MartletBuild: XcodeBuildToolPlugin {
        func createBuildCommands(context: XcodePluginContext, target: XcodeTarget) throws -> [Command] {
            let tool = try context.tool(named: "martlet").url
            let files = target.inputFiles.map(\.url).filter { $0.lastPathComponent == "martlet.yaml" }
            guard files.count == 1 else {
                throw Mistake(
                    """
                    the target \(target.displayName) must have exactly one martlet.yaml among its files, not \(files.count)
                    """)
            }
            return [
                try PlannedClient(files[0], module: target.displayName, tool: tool)
                    .command(output: context.pluginWorkDirectoryURL)
            ]
        }
    }
#endif
