import MartletRuntime
import MartletTesting

/// Uses a client that was generated while this target built.
@main
enum Demo {
    static func main() async throws {
        let kite = #"{"name":"Milan","tails":2,"color":"green"}"#
        let stub = StubTransport(.json(kite))
        let client = KitesClient(key: "secret") { configuration in
            configuration.transport = stub
        }
        let answer = try await client.kites.getKite(name: "Milan")
        print("\(answer.name): \(answer.tails ?? 0) tails, \(answer.color == .unrecognized("green"))")
    }
}
