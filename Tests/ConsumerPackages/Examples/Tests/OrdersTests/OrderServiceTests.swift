import BookshopAPI
import MartletTesting
import Orders
import Testing

@Suite("Orders")
struct OrderServiceTests {
    private func service(_ stub: StubTransport) -> OrderService {
        OrderService(client: BookshopClient(key: "test") { $0.transport = stub })
    }

    @Test("the order is sent with the API key, and the result contains the order number")
    func placed() async throws {
        let placed = Order(id: "7", bookId: "42", copies: 2)
        let stub = try StubTransport(operations: ["placeOrder": .json(placed, statusCode: 201)])
        #expect(try await service(stub).order("42", copies: 2) == .placed(id: "7"))
        #expect(stub.requests.map(\.method) == [.post])
        #expect(stub.requests.first?.headers["X-API-Key"] == "test")
    }

    @Test("status 409 is reported as sold out")
    func soldOut() async throws {
        let stub = StubTransport(.json(#"{"title": "sold out"}"#, statusCode: 409))
        #expect(try await service(stub).order("42", copies: 2) == .soldOut)
    }
}
