public import MartletRuntime

extension Pages {
    /// Creates pages that are requested by offset.
    ///
    /// A page's own statement whether another page follows takes precedence. Without one, the last page is the first
    /// that is empty or shorter than the first page; the requested limit is not used because a server may cap it.
    /// - Parameters:
    ///   - offset: The number of elements before the first page; `nil` for the server's default.
    ///   - limit: The requested number of elements per page; `nil` for the server's default.
    ///   - elements: A closure that returns the elements of a page.
    ///   - hasNext: A closure that returns whether a page states that another page follows; `nil` if it does not say.
    ///   - fetch: A closure that requests the page at an offset.
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

    /// Creates pages that are requested by page number.
    ///
    /// A page's own statement whether another page follows takes precedence. Without one, the last page is the first
    /// that is empty or shorter than the first page; the requested size is not used because a server may cap it.
    /// - Parameters:
    ///   - page: The number of the first page to request; `nil` for the server's default, which is `first`.
    ///   - first: The number of the list's first page.
    ///   - size: The requested number of elements per page; `nil` for the server's default.
    ///   - elements: A closure that returns the elements of a page.
    ///   - hasNext: A closure that returns whether a page states that another page follows; `nil` if it does not say.
    ///   - fetch: A closure that requests the page with a number.
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

    /// Creates pages that are requested by a number.
    ///
    /// - Parameter next: A closure that returns the number of the next page from that of a page and its number of
    ///   elements.
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
                // A server without pagination sends the same list again.
                if !page.rawBody.isEmpty, earlier?.previous.rawBody == page.rawBody { return .beyond }
                let full = earlier.map { elements($0.first.body)?.count ?? 0 } ?? 0
                if count == 0 || count < full { return .last }
            }
            let (number, isBeyond) = next(position, count)
            return isBeyond ? .last : .next(number)
        }
    }

    /// Creates pages that are requested by cursor.
    ///
    /// - Parameters:
    ///   - cursor: The cursor of the first page; `nil` for the beginning of the list.
    ///   - next: A closure that returns the cursor of the next page; `nil` or an empty string for the last page.
    ///   - fetch: A closure that requests the page at a cursor.
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

    /// Creates pages that link to each other.
    ///
    /// A link is followed only if it has the scheme, host and port of the request. Any other link is an ``ApiError`` of
    /// kind `invalidRequest`, because credentials would be sent elsewhere.
    /// - Parameters:
    ///   - options: The settings that each request overrides.
    ///   - next: A closure that returns the link to the next page, absolute or relative; `nil` for the last page.
    ///   - fetch: A closure that requests a page.
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
