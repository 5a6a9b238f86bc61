import Clients
import MartletTesting

/// Uses two clients of one module, whose models have the same names.
@main
enum Demo {
    static func main() async throws {
        let boats = Boats.ClientsClient { $0.transport = StubTransport(.json(#"[{"text":"b1"}]"#)) }
        let notes = Notes.ClientsClient { $0.transport = StubTransport(.json(#"[{"text":"milk"}]"#)) }
        let boat: [Boats.Note] = try await boats.boats.listBoats()
        let note: [Notes.Note] = try await notes.notes.listNotes()
        print("boats: \(boat.map(\.text).joined()), notes: \(note.map(\.text).joined())")
    }
}
