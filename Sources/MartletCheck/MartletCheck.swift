import Foundation
import PackagePlugin

/// `swift package check-clients`: fails unless the clients of the package's `martlet.yaml` files are up to date.
///
/// It is `generate --check` as a plugin that needs no permission to write.
@main
struct MartletCheck: CommandPlugin {
    func performCommand(context: PluginContext, arguments: [String]) throws {
        let process = Process()
        process.executableURL = try context.tool(named: "martlet").url
        process.currentDirectoryURL = context.package.directoryURL
        process.arguments = ["generate", "--check"] + arguments
        try process.run()
        process.waitUntilExit()
        if process.terminationStatus != 0 {
            Diagnostics.error("the check of the clients ended with status \(process.terminationStatus)")
        }
    }
}
