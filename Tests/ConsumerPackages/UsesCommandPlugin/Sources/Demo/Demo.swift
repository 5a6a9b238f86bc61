import MartletTesting
import NotesAPI

/// Uses the module that the command plugin wrote.
@main
enum Demo {
    static func main() async throws {
        let stub = StubTransport(.json(#"[{"text":"milk"}]"#))
        let client = NotesClient { configuration in
            configuration.transport = stub
        }
        let notes = try await client.notes.listNotes()
        print("notes: \(notes.map(\.text).joined(separator: ", "))")
    }
}
