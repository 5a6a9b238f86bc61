import Foundation
import PetstoreAPI

func callPetstore(_ calls: Calls) async {
    let client = PetstoreClient(apiKey: "clerk", server: .custom(calls.server)) { $0.retry = .never }
    let pet = PetRequest(
        name: oddText,
        category: PetstoreAPI.Category(id: 1, name: "dogs"),
        photoURLs: oddTexts,
        tags: [Tag(id: 2, name: "good")],
        status: .pending
    )
    await calls.call("listPets") { _ = try await client.pet.listPets(status: [.available, .sold], limit: 100) }
    await calls.call("listPets") { _ = try await client.pet.listPets() }
    await calls.call("addPet") { _ = try await client.pet.addPet(pet: pet) }
    await calls.call("getPet") { _ = try await client.pet.getPet(petId: 7) }
    await calls.call("replacePet") { _ = try await client.pet.replacePet(petId: .max, pet: pet) }
    await calls.call("deletePet") { try await client.pet.deletePet(petId: 7) }
    await calls.call("getInventory") { _ = try await client.store.getInventory() }
    await calls.call("placeOrder") { _ = try await client.store.placeOrder(order: Order(petId: 7, shipDate: .now)) }
    await calls.call("createUser") {
        let user = User(username: "ada", email: "ada@example.com", password: "secret", birthday: .value(.today))
        _ = try await client.user.createUser(user: user)
    }
    await calls.call("createUser") { _ = try await client.user.createUser(user: User(username: "a", birthday: .null)) }
    await calls.call("getUser") { _ = try await client.user.getUser(username: oddText) }
}
