import Foundation
import MartletTemplates

/// `martlet-dev`: for those who work on martlet.
@main
enum MartletDev {
    static func main() throws {
        switch CommandLine.arguments.dropFirst().first {
        case "embed": try EmbedCommand.run()
        default:
            FileHandle.standardError.write(Data("usage: martlet-dev embed\n".utf8))
            exit(2)
        }
    }
}
