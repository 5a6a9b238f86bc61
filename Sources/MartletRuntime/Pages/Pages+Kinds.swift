extension Pages {
    /// Pages by how many elements come before them.
    ///
    /// What a page says of another one behind it counts. Where it says nothing, the last page is empty or shorter than the
    /// first one; a server may cap the size, so what was asked for tells nothing.
    /// - Parameters:
    ///   - offset: How many elements come before the first page; nil for what the server takes then.
    ///   - limit: How many elements a page is asked to have; nil for as many as the server likes.
    ///   - elements: The elements of a page.
    ///   - hasNext: What a page says of another one behind it; nil for nothing.
    ///   - fetch: Asks for the page behind so many elements.
    public init<Offset: FixedWidthInteger & Sendable, Item>(
        offset: Offset?,
        limit: (some FixedWidthInteger & Sendable)?,
        elements: @escaping @Sendable (Page) -> [Item]?,
        hasNext: @escaping @Sendable (Page) -> Bool? = { _ in nil },
        fetch: @escaping @Sendable (Offset?) async throws -> ApiResponse<Page>
    ) {
        self.init(from: offset, elements: elements, hasNext: hasNext, fetch: fetch) { position, count in
            (position ?? 0).addingReportingOverflow(Offset(clamping: count))
        }
    }

    /// Pages by their numbers.
    ///
    /// What a page says of another one behind it counts. Where it says nothing, the last page is empty or shorter than the
    /// first one; a server may cap the size, so what was asked for tells nothing.
    /// - Parameters:
    ///   - page: The number of the first page wanted; nil for what the server takes then, which is `first`.
    ///   - first: The number of the first page there is.
    ///   - size: How many elements a page is asked to have; nil for as many as the server likes.
    ///   - elements: The elements of a page.
    ///   - hasNext: What a page says of another one behind it; nil for nothing.
    ///   - fetch: Asks for the page with a number.
    public init<Number: FixedWidthInteger & Sendable, Item>(
        page: Number?,
        first: Number = 1,
        size: (some FixedWidthInteger & Sendable)?,
        elements: @escaping @Sendable (Page) -> [Item]?,
        hasNext: @escaping @Sendable (Page) -> Bool? = { _ in nil },
        fetch: @escaping @Sendable (Number?) async throws -> ApiResponse<Page>
    ) {
        self.init(from: page, elements: elements, hasNext: hasNext, fetch: fetch) { position, _ in
            (position ?? first).addingReportingOverflow(1)
        }
    }

    /// Pages of elements, by numbers of some sort.
    ///
    /// - Parameter next: Where the page after one of so many elements is.
    private init<Number: FixedWidthInteger & Sendable, Item>(
        from start: Number?,
        elements: @escaping @Sendable (Page) -> [Item]?,
        hasNext: @escaping @Sendable (Page) -> Bool?,
        fetch: @escaping @Sendable (Number?) async throws -> ApiResponse<Page>,
        next: @escaping @Sendable (Number?, _ count: Int) -> (partialValue: Number, overflow: Bool)
    ) {
        self.init(from: start, fetch: fetch) { page, earlier, position in
            let count = elements(page.body)?.count ?? 0
            switch PageEnd(hasNext: hasNext(page.body)) {
            case .last: return .last
            case .more: break
            case .unknown:
                // A server that does not know of pages sends the same list again.
                if !page.rawBody.isEmpty, earlier?.previous.rawBody == page.rawBody { return .beyond }
                let full = earlier.map { elements($0.first.body)?.count ?? 0 } ?? 0
                if count == 0 || count < full { return .last }
            }
            let (number, isBeyond) = next(position, count)
            return isBeyond ? .last : .next(number)
        }
    }

    /// Pages of which each says where the next one is.
    ///
    /// - Parameters:
    ///   - cursor: Where the first page is; nil for the beginning.
    ///   - next: Where the page after this one is; nil or an empty text for the last one.
    ///   - fetch: Asks for the page at a cursor.
    public init<Cursor: Hashable & Sendable>(
        cursor: Cursor?,
        next: @escaping @Sendable (Page) -> Cursor?,
        fetch: @escaping @Sendable (Cursor?) async throws -> ApiResponse<Page>
    ) {
        self.init(from: cursor, fetch: fetch) { page, _, _ in
            guard let cursor = next(page.body), cursor as? String != "" else { return .last }
            return .next(cursor)
        }
    }

    /// Pages of which each links to the next one. A link is followed when it leads to the scheme, host and port of the
    /// request, and is an ``ApiError`` of kind `invalidRequest` otherwise: it would take the credentials elsewhere.
    ///
    /// - Parameters:
    ///   - options: What each request does differently from the client's configuration.
    ///   - next: The link of a page to the next one, absolute or relative; nil for the last one.
    ///   - fetch: Asks for a page.
    public init(
        options: RequestOptions,
        next: @escaping @Sendable (ApiResponse<Page>) -> String?,
        fetch: @escaping @Sendable (RequestOptions) async throws -> ApiResponse<Page>
    ) {
        self.init(from: nil as String?) { link in
            var options = options
            if let link { options.link = link }
            return try await fetch(options)
        } step: { page, _, _ in
            guard let link = next(page), !link.isEmpty else { return .last }
            return .next(link)
        }
    }
}
