import BookshopAPI
import Foundation

/// `bookshop AUTHOR`: lists the books of an author. The API key is in the environment variable `BOOKSHOP_KEY`.
@main
enum Main {
    static func main() async {
        guard let author = CommandLine.arguments.dropFirst().first else { fail("usage: bookshop AUTHOR") }
        guard let key = ProcessInfo.processInfo.environment["BOOKSHOP_KEY"] else { fail("BOOKSHOP_KEY is not set") }
        let client = BookshopClient(key: key)
        do {
            for book in try await client.books.listBooks(author: author) {
                print(book.title, book.pages.map { "(\($0) pages)" } ?? "")
            }
        } catch let error as ApiError {
            fail(error.message)
        } catch {
            fail("\(error)")
        }
    }

    /// Ends the tool with a message.
    private static func fail(_ message: String) -> Never {
        FileHandle.standardError.write(Data("bookshop: \(message)\n".utf8))
        exit(EXIT_FAILURE)
    }
}
