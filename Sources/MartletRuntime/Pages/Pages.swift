/// The pages of a list, each asked for when it is wanted.
///
/// ```swift
/// for try await page in client.accessTokens.getTokensPages(limit: 50) { … }
/// ```
/// Iterating again begins at the first page again. A cancelled task asks for no further page. A list whose pages lead back
/// to one that has been read already is an ``ApiError`` of kind `decoding`.
public struct Pages<Page: Sendable>: AsyncSequence, Sendable {
    /// A page.
    public typealias Element = Page

    private let makeReader: @Sendable () -> () async throws -> Page?

    /// What a page means for the list.
    enum Step<Position> {
        /// The next page is there.
        case next(Position)
        /// This page is the last one.
        case last
        /// The list ended before this page.
        case beyond
    }

    /// The pages before one.
    struct Earlier {
        let first: ApiResponse<Page>
        let previous: ApiResponse<Page>
    }

    /// Pages by where they are.
    ///
    /// - Parameters:
    ///   - start: Where the first page is.
    ///   - fetch: Asks for the page at a position.
    ///   - step: Looks at a page, the pages before it and its position.
    init<Position: Hashable & Sendable>(
        from start: Position,
        fetch: @escaping @Sendable (Position) async throws -> ApiResponse<Page>,
        step: @escaping @Sendable (ApiResponse<Page>, Earlier?, Position) -> Step<Position>
    ) {
        makeReader = {
            var position: Position? = start
            var seen: Set = [start]
            var earlier: Earlier?
            return {
                guard let current = position else { return nil }
                // The page before this one was good, so the error is for whoever asks for another one.
                if earlier != nil, !seen.insert(current).inserted { throw Self.circle }
                try Task.checkCancellation()
                let page = try await fetch(current)
                switch step(page, earlier, current) {
                case .next(let next): position = next
                case .last: position = nil
                case .beyond:
                    position = nil
                    return nil
                }
                earlier = Earlier(first: earlier?.first ?? page, previous: page)
                return page.body
            }
        }
    }

    /// A list that goes on for ever.
    static var circle: ApiError {
        ApiError(
            .decoding,
            "the list does not end: a page names one that has been read already as the next one",
            delivery: .answered
        )
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
