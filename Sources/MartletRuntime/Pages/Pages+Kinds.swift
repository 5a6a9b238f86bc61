extension Pages {
    /// Pages by how many elements come before them.
    ///
    /// The last page is empty, or shorter than was asked for, or shorter than the first one where nothing was asked for.
    /// - Parameters:
    ///   - offset: How many elements come before the first page; nil for what the server takes then.
    ///   - limit: How many elements a page has; nil for as many as the server likes.
    ///   - elements: The elements of a page.
    ///   - hasNext: What a page says of another one behind it; nil for nothing. Where no limit was asked for, a page
    ///     that says no is the last one.
    ///   - fetch: Asks for the page behind so many elements.
    public init<Offset: FixedWidthInteger & Sendable, Item>(
        offset: Offset?,
        limit: (some FixedWidthInteger & Sendable)?,
        elements: @escaping @Sendable (Page) -> [Item]?,
        hasNext: @escaping @Sendable (Page) -> Bool? = { _ in nil },
        fetch: @escaping @Sendable (Offset?) async throws -> ApiResponse<Page>
    ) {
        let limit = limit.map { Int(clamping: $0) }
        self.init(from: offset, fetch: fetch) { page, first, position in
            let count = elements(page.body)?.count ?? 0
            guard count > 0, count >= limit ?? elements(first.body)?.count ?? 0 else { return nil }
            if limit == nil, hasNext(page.body) == false { return nil }
            let (next, isBeyond) = (position ?? 0).addingReportingOverflow(Offset(clamping: count))
            // Not `?:`, whose nil would be a position: that of the first page.
            if isBeyond { return nil }
            return next
        }
    }

    /// Pages by their numbers.
    ///
    /// The last page is empty, or shorter than was asked for, or shorter than the first one where nothing was asked for.
    /// - Parameters:
    ///   - page: The number of the first page wanted; nil for what the server takes then, which is `first`.
    ///   - first: The number of the first page there is.
    ///   - size: How many elements a page has; nil for as many as the server likes.
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
        let size = size.map { Int(clamping: $0) }
        self.init(from: page, fetch: fetch) { page, firstPage, position in
            let count = elements(page.body)?.count ?? 0
            guard count > 0, count >= size ?? elements(firstPage.body)?.count ?? 0 else { return nil }
            if size == nil, hasNext(page.body) == false { return nil }
            let (next, isBeyond) = (position ?? first).addingReportingOverflow(1)
            // Not `?:`, whose nil would be a position: that of the first page.
            if isBeyond { return nil }
            return next
        }
    }

    /// Pages of which each says where the next one is.
    ///
    /// - Parameters:
    ///   - cursor: Where the first page is; nil for the beginning.
    ///   - next: Where the page after this one is; nil or an empty text for the last one.
    ///   - fetch: Asks for the page at a cursor.
    public init<Cursor: Equatable & Sendable>(
        cursor: Cursor?,
        next: @escaping @Sendable (Page) -> Cursor?,
        fetch: @escaping @Sendable (Cursor?) async throws -> ApiResponse<Page>
    ) {
        self.init(from: cursor, fetch: fetch) { page, _, _ in
            let cursor = next(page.body)
            return cursor as? String == "" ? nil : cursor.map { .some($0) }
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
        } next: { page, _, _ in
            next(page).flatMap { $0.isEmpty ? nil : .some($0) }
        }
    }
}
