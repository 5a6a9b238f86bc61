/// An asynchronous sequence of the pages of a list, fetched lazily.
///
/// ```swift
/// for try await page in client.accessTokens.getTokens(every: .page, limit: 50) { … }
/// ```
/// Each iteration starts at the first page. A cancelled task requests no further page. If a page names one that has
/// already been read as the next page, the iterator throws an ``ApiError`` of kind `decoding`.
public struct Pages<Page: Sendable>: AsyncSequence, Sendable {
    /// A page of the list.
    public typealias Element = Page

    private let makeReader: @Sendable () -> () async throws -> Page?

    /// The step that follows a page.
    enum Step<Position> {
        /// A page follows at a position.
        case next(Position)
        /// This page is the last one.
        case last
        /// The list ended before this page, which is not part of it.
        case beyond
    }

    /// The pages that have been read before a page.
    struct Earlier {
        let first: ApiResponse<Page>
        let previous: ApiResponse<Page>
    }

    /// Creates pages that are requested by position.
    ///
    /// - Parameters:
    ///   - start: The position of the first page.
    ///   - fetch: A closure that requests the page at a position.
    ///   - step: A closure that returns the next step for a page, the earlier pages and the page's position.
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
                // The page before this one is valid, so the error is thrown when the next one is requested.
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

    /// The error for a list without an end.
    static var circle: ApiError {
        ApiError(
            .decoding,
            "the list does not end: a page names a page that has already been read as the next one",
            delivery: .answered
        )
    }

    /// Returns an iterator that starts at the first page.
    public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(read: makeReader()) }

    /// An iterator that requests one page after another.
    public struct AsyncIterator: AsyncIteratorProtocol {
        fileprivate let read: () async throws -> Page?

        /// Returns the next page; nil at the end of the list.
        ///
        /// - Throws: `CancellationError` if the task was cancelled; otherwise ``ApiError``.
        public mutating func next() async throws -> Page? { try await read() }
    }

    /// Returns the elements of all pages as one asynchronous sequence.
    ///
    /// - Parameter elements: A closure that returns the elements of a page.
    public func flattened<Element>(
        _ elements: @escaping @Sendable (Page) -> [Element]?
    ) -> PagedElements<Page, Element> { PagedElements(pages: self, elements: elements) }
}

/// An asynchronous sequence of the elements of all pages of a list. A page is fetched when its first element is
/// requested.
public struct PagedElements<Page: Sendable, Element: Sendable>: AsyncSequence, Sendable {
    fileprivate let pages: Pages<Page>
    fileprivate let elements: @Sendable (Page) -> [Element]?

    /// Returns an iterator that starts at the first element of the first page.
    public func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(pages: pages.makeAsyncIterator(), elements: elements)
    }

    /// An iterator over the elements of one page after another.
    public struct AsyncIterator: AsyncIteratorProtocol {
        private var pages: Pages<Page>.AsyncIterator
        private let elements: @Sendable (Page) -> [Element]?
        private var page: ArraySlice<Element> = []

        fileprivate init(pages: Pages<Page>.AsyncIterator, elements: @escaping @Sendable (Page) -> [Element]?) {
            self.pages = pages
            self.elements = elements
        }

        /// Returns the next element; nil at the end of the list.
        ///
        /// - Throws: `CancellationError` if the task was cancelled; otherwise ``ApiError``.
        public mutating func next() async throws -> Element? {
            while true {
                if let element = page.popFirst() { return element }
                guard let next = try await pages.next() else { return nil }
                page = (elements(next) ?? [])[...]
            }
        }
    }
}
