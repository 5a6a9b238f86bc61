public import BookshopAPI
import Foundation
import Observation

/// The model behind a view of an author's books, for SwiftUI or any other observer.
@MainActor
@Observable
public final class ShelfModel {
    /// What the view shows.
    public enum State: Hashable {
        case loading
        case books([Book])
        case failed(String)
    }

    public private(set) var state = State.loading
    private let client: BookshopClient

    public init(client: BookshopClient) { self.client = client }

    /// Loads the books. Call it from `task(id: author)`, which cancels it when the view disappears or the author changes.
    public func load(author: String) async {
        state = .loading
        do {
            state = .books(try await client.books.listBooks(author: author))
        } catch is CancellationError {
            // The view has disappeared, or shows another author.
        } catch {
            state = .failed(error.localizedDescription)
        }
    }
}
