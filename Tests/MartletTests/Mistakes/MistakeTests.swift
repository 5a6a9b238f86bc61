import Foundation
import MartletTestSupport
import Testing

@Suite("Messages for mistakes", .timeLimit(.minutes(5)))
struct MistakeTests {
    @Test("each message is complete", arguments: documents + operations + schemas + details + configuration)
    func messages(of mistake: Mistake) async throws {
        let folder = try TemporaryFolder()
        let file = mistake.kind == .json ? "api.json" : "api.yaml"
        try folder.write(mistake.document, to: file)
        // The nearest name of a file, and of a folder.
        try folder.write("{}", to: "pet.yaml")
        var arguments = ["lint", file]
        if mistake.kind == .configuration {
            try folder.write("spec: api.yaml\nmodule: PetsAPI\n\(mistake.text)\n", to: "martlet.yaml")
            arguments = ["lint", "--config", "martlet.yaml"]
        }
        let run = try await ChildProcess.run("martlet", arguments, folder: folder.url)
        let place = mistake.kind == .configuration ? "martlet.yaml" : file
        #expect(run.errors == mistake.messages.map { "\(place):\($0)\n" }.joined())
    }
}
