/// An asynchronous sequence of the pages of a list, fetched lazily.
///
/// ```swift
/// for try await page in client.accessTokens.getTokens(every: .page, limit: 50) { … }
/// ```
/// Each iteration starts at the first page. A cancelled task requests no further page. If the position of the next page
/// is one that has been read before, the iterator throws an ``ApiError`` of kind `decoding`.
public struct Pages<Page: Sendable>: AsyncSequence, Sendable {
    /// A page of the list.
    public typealias Element = Page

    /// A function that requests the next page, and returns `nil` at the end of the list.
    package typealias Read = @Sendable () async throws -> Page?

    private let makeReader: @Sendable () -> Read

    /// The step that follows a page.
    package enum Step<Position> {
        /// A page follows at a position.
        case next(Position)
        /// This page is the last one.
        case last
        /// The list ended before this page, which is not part of it.
        case beyond
    }

    /// The pages that have been read before a page.
    package struct Earlier {
        package let first: ApiResponse<Page>
        package let previous: ApiResponse<Page>
    }

    /// Creates pages that are requested by position.
    ///
    /// - Parameters:
    ///   - start: The position of the first page.
    ///   - fetch: A closure that requests the page at a position.
    ///   - step: A closure that returns the next step for a page, the earlier pages and the page's position.
    package init<Position: Hashable & Sendable>(
        from start: Position,
        fetch: @escaping @Sendable (Position) async throws -> ApiResponse<Page>,
        step: @escaping @Sendable (ApiResponse<Page>, Earlier?, Position) -> Step<Position>
    ) {
        makeReader = {
            let reader = PageReader(from: start, fetch: fetch, step: step)
            return { try await reader.next() }
        }
    }

    /// Creates pages from a closure that returns, for each iteration, a function that requests the next page.
    package init(_ makeReader: @escaping @Sendable () -> Read) { self.makeReader = makeReader }

    /// Returns the same pages, with each page requested while the one before it is used.
    public func prefetched() -> Pages {
        Pages { [makeReader] in
            let ahead = PageAhead(makeReader())
            return { try await ahead.next() }
        }
    }

    /// Returns all pages.
    ///
    /// - Parameter max: The maximum number of pages. To end after some pages without an error, use `prefix`.
    /// - Throws: `CancellationError` if the task was cancelled; otherwise ``ApiError``, of kind `responseTooLarge` if
    ///   the list has more pages.
    public func collect(max: Int = .max) async throws -> [Page] { try await collected(upTo: max, "pages") }

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

        /// Returns the next page; `nil` at the end of the list.
        ///
        /// - Throws: `CancellationError` if the task was cancelled; otherwise ``ApiError``.
        public mutating func next() async throws -> Page? { try await read() }
    }

    /// Returns the elements of all pages as one asynchronous sequence.
    ///
    /// - Parameter elements: A closure that returns the elements of a page.
    public func flattened<Element>(
        _ elements: @escaping @Sendable (Page) -> [Element]?
    ) -> Elements<Element> { Elements(pages: self, elements: elements) }
}

extension Pages {
    /// An asynchronous sequence of the elements of all pages of a list. A page is fetched when its first element is
    /// requested.
    public struct Elements<Element: Sendable>: AsyncSequence, Sendable {
        fileprivate let pages: Pages<Page>
        fileprivate let elements: @Sendable (Page) -> [Element]?

        /// Returns the same elements, with each page requested while the elements of the one before it are used.
        public func prefetched() -> Elements { Elements(pages: pages.prefetched(), elements: elements) }

        /// Returns all elements.
        ///
        /// - Parameter max: The maximum number of elements. To end after some elements without an error, use `prefix`.
        /// - Throws: `CancellationError` if the task was cancelled; otherwise ``ApiError``, of kind `responseTooLarge`
        ///   if the list has more elements.
        public func collect(max: Int = .max) async throws -> [Element] { try await collected(upTo: max, "elements") }

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

            /// Returns the next element; `nil` at the end of the list.
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
}

extension AsyncSequence {
    fileprivate func collected(upTo limit: Int, _ noun: String) async throws -> [Element] {
        var elements: [Element] = []
        for try await element in self {
            guard elements.count < limit else {
                throw ApiError(.responseTooLarge, "the list has more than \(limit) \(noun)", delivery: .answered)
            }
            elements.append(element)
        }
        return elements
    }
}
