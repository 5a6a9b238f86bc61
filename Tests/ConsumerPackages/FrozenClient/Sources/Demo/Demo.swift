import MartletTesting
import PetstoreAPI

@main
struct Demo {
    static func main() async throws {
        let transport = StubTransport(.json(#"{"id":7,"name":"Rex","photo_urls":[],"status":"lost"}"#, statusCode: 201))
        let client = PetstoreClient(apiKey: "key") { $0.transport = transport }
        let pet = try await client.pet.addPet(pet: PetRequest(name: "Rex", photoURLs: []))
        print("added: \(pet.id) \(pet.status == .unrecognized("lost"))")
    }
}
