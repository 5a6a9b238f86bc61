import Foundation
import MartletTemplates

/// `martlet-dev`: for those who work on martlet.
@main
enum MartletDev {
    static func main() async throws {
        switch CommandLine.arguments.dropFirst().first {
        case "embed": try EmbedCommand.run()
        case "soak": try await SoakCommand.run()
        case "transports": try await TransportsCommand.run()
        default:
            FileHandle.standardError.write(Data("usage: martlet-dev embed | soak [--seconds N] | transports\n".utf8))
            exit(2)
        }
    }
}
