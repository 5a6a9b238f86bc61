import BookshopAPI
import Foundation

/// `bookshop AUTHOR`: lists the books of an author.
@main
enum Main {
    static func main() async throws {
        guard let author = CommandLine.arguments.dropFirst().first else {
            print("usage: bookshop AUTHOR")
            return
        }
        let client = BookshopClient(key: Credential { ProcessInfo.processInfo.environment["BOOKSHOP_KEY"] ?? "" })
        do {
            for book in try await client.books.listBooks(author: author) {
                print(book.title, book.pages.map { "(\($0) pages)" } ?? "")
            }
        } catch let error as ApiError {
            print("bookshop:", error.message)
        }
    }
}
