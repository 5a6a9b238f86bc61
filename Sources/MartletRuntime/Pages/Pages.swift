/// The pages of a list, each asked for when it is wanted.
///
/// ```swift
/// for try await page in client.accessTokens.getTokensPages(limit: 50) { … }
/// ```
/// Iterating again begins at the first page again. A cancelled task asks for no further page.
public struct Pages<Page: Sendable>: AsyncSequence, Sendable {
    /// A page.
    public typealias Element = Page

    private let makeReader: @Sendable () -> () async throws -> Page?

    /// Pages by where they are.
    ///
    /// - Parameters:
    ///   - start: Where the first page is.
    ///   - fetch: Asks for the page at a position.
    ///   - next: Where the page after this one is; nil for the last one.
    init<Position: Equatable & Sendable>(
        from start: Position,
        fetch: @escaping @Sendable (Position) async throws -> ApiResponse<Page>,
        next: @escaping @Sendable (_ page: ApiResponse<Page>, _ first: ApiResponse<Page>, Position) -> Position?
    ) {
        makeReader = {
            var position: Position? = start
            var first: ApiResponse<Page>?
            var last: ApiResponse<Page>?
            return {
                guard let current = position else { return nil }
                try Task.checkCancellation()
                let page = try await fetch(current)
                // A server that does not know of pages sends the same list for ever.
                if let last, !page.rawBody.isEmpty, last.rawBody == page.rawBody {
                    position = nil
                    return nil
                }
                position = next(page, first ?? page, current)
                if position == current { position = nil }
                first = first ?? page
                last = page
                return page.body
            }
        }
    }

    /// The iterator, at the first page.
    public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(read: makeReader()) }

    /// Asks for one page after the other.
    public struct AsyncIterator: AsyncIteratorProtocol {
        fileprivate let read: () async throws -> Page?

        /// The next page; nil at the end.
        ///
        /// - Throws: `CancellationError` when the task was cancelled, ``ApiError`` for everything else.
        public mutating func next() async throws -> Page? { try await read() }
    }

    /// The elements of all pages, one after the other.
    ///
    /// - Parameter elements: The elements of a page.
    public func flattened<Element>(
        _ elements: @escaping @Sendable (Page) -> [Element]?
    ) -> PagedElements<Page, Element> { PagedElements(pages: self, elements: elements) }
}

/// The elements of all pages of a list; a page is asked for when its first element is wanted.
public struct PagedElements<Page: Sendable, Element: Sendable>: AsyncSequence, Sendable {
    fileprivate let pages: Pages<Page>
    fileprivate let elements: @Sendable (Page) -> [Element]?

    /// The iterator, at the first element of the first page.
    public func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(pages: pages.makeAsyncIterator(), elements: elements)
    }

    /// Goes through one page after the other.
    public struct AsyncIterator: AsyncIteratorProtocol {
        private var pages: Pages<Page>.AsyncIterator
        private let elements: @Sendable (Page) -> [Element]?
        private var page: ArraySlice<Element> = []

        fileprivate init(pages: Pages<Page>.AsyncIterator, elements: @escaping @Sendable (Page) -> [Element]?) {
            self.pages = pages
            self.elements = elements
        }

        /// The next element; nil at the end.
        ///
        /// - Throws: `CancellationError` when the task was cancelled, ``ApiError`` for everything else.
        public mutating func next() async throws -> Element? {
            while true {
                if let element = page.popFirst() { return element }
                guard let next = try await pages.next() else { return nil }
                page = (elements(next) ?? [])[...]
            }
        }
    }
}
