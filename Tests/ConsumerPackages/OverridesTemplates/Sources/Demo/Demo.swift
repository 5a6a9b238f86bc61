import MartletTesting
import FleetAPI

/// Uses what the package's own templates add to the client.
@main
enum Demo {
    static func main() async throws {
        print("names:", wireNames(of: Boat.self), wireNames(of: Boat.Seat.self))

        let answer = HTTPResponse.json(#"[{"_id":"b1","kind":"sail"}]"#)
        let client = FleetClient { configuration in
            configuration.transport = StubTransport(answer, answer)
        }
        let boats = await withCheckedContinuation { continuation in
            client.boats.listBoats(kind: .sail) { continuation.resume(returning: $0) }
        }
        print("completed:", try boats.get().map(\.id))

        print("called:", try await firstBoat(of: client.boats))
        var mock = BoatsApiMock()
        mock.listBoatsResult = .success([Boat(id: "mocked", kind: .row)])
        print("called:", try await firstBoat(of: mock))
    }

    private static func wireNames(of type: any WireNamed.Type) -> String {
        type.wireNames.joined(separator: " ")
    }

    private static func firstBoat(of api: some BoatsApiCalls) async throws -> String {
        try await api.listBoats(kind: nil, options: .init()).first?.id ?? "none"
    }
}
