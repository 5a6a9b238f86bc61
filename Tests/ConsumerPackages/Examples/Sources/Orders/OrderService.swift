public import BookshopAPI
import MartletCurl

/// Places orders with the bookshop: the part of a server that calls another one.
public struct OrderService: Sendable {
    /// What came of an order.
    public enum Outcome: Hashable, Sendable {
        case placed(id: String?)
        case soldOut
    }

    private let client: BookshopClient

    public init(client: BookshopClient) { self.client = client }

    /// A service for production: one for the whole process, on libcurl.
    public static func live(key: Credential) -> OrderService {
        OrderService(client: BookshopClient(key: key) { $0.transport = CurlTransport.shared })
    }

    public func order(_ bookID: String, copies: Int64) async throws -> Outcome {
        do {
            return .placed(id: try await client.orders.placeOrder(order: Order(bookId: bookID, copies: copies)).id)
        } catch let error as ApiError where error.statusCode == 409 {
            return .soldOut
        }
    }
}
