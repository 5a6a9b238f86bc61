import MartletTesting
import Foundation
import PetstoreAPI
import Testing

@Suite("Pet store")
struct PetstoreTests {
    @Test("a new pet has no id, and an existing one has")
    func pets() async throws {
        let transport = StubTransport(.json(#"{"id":7,"name":"Rex","photo_urls":[],"status":"lost"}"#, statusCode: 201))
        let client = PetstoreClient(apiKey: "key") { $0.transport = transport }
        let pet = try await client.pet.addPet(pet: PetRequest(name: "Rex", photoURLs: [], status: .available))
        #expect(pet.id == 7)
        #expect(pet.status == .unrecognized("lost"))
        let body = try #require(transport.requests.first?.body?.data)
        #expect(String(decoding: body, as: UTF8.self) == #"{"name":"Rex","photo_urls":[],"status":"available"}"#)
    }
}
