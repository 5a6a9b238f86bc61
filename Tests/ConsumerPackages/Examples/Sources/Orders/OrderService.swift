public import BookshopAPI
import MartletCurl

/// The part of a server that places orders with the bookshop.
public struct OrderService: Sendable {
    /// The outcome of an order.
    public enum Outcome: Hashable, Sendable {
        case placed(id: String?)
        case soldOut
    }

    private let client: BookshopClient

    public init(client: BookshopClient) { self.client = client }

    /// Creates the service for production. Create one and share it: its client can be used from any task.
    public static func live(key: Credential) -> OrderService {
        OrderService(client: BookshopClient(key: key) { $0.transport = CurlTransport.shared })
    }

    /// Orders copies of a book.
    public func order(_ bookID: String, copies: Int64) async throws -> Outcome {
        do {
            return .placed(id: try await client.orders.placeOrder(order: Order(bookId: bookID, copies: copies)).id)
        } catch let error as ApiError where error.statusCode == 409 {
            return .soldOut
        }
    }
}
