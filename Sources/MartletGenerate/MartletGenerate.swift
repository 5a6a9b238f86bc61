import Foundation
import PackagePlugin

/// `swift package plugin generate`: generates the clients of the package's `martlet.yaml` files.
@main
struct MartletGenerate: CommandPlugin {
    func performCommand(context: PluginContext, arguments: [String]) throws {
        try generate(
            tool: context.tool(named: "martlet").url,
            in: context.package.directoryURL,
            arguments: arguments
        )
    }

    /// Runs `martlet generate` in a folder; its output goes to the terminal.
    private func generate(tool: URL, in folder: URL, arguments: [String]) throws {
        let process = Process()
        process.executableURL = tool
        process.currentDirectoryURL = folder
        process.arguments = ["generate"] + arguments
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            Diagnostics.error("martlet generate ended with status \(process.terminationStatus)")
            return
        }
    }
}

#if canImport(XcodeProjectPlugin)
    import XcodeProjectPlugin

    extension MartletGenerate: XcodeCommandPlugin {
        func performCommand(context: XcodePluginContext, arguments: [String]) throws {
            // Xcode passes the target for which the plugin was chosen; martlet generates the whole project.
            var arguments = arguments
            while let index = arguments.firstIndex(of: "--target") {
                arguments.removeSubrange(index..<min(index + 2, arguments.count))
            }
            try generate(
                tool: context.tool(named: "martlet").url,
                in: context.xcodeProject.directoryURL,
                arguments: arguments
            )
        }
    }
#endif
