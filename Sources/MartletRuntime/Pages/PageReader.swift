/// The state of an iteration over pages that are requested by position.
actor PageReader<Page: Sendable, Position: Hashable & Sendable> {
    typealias Fetch = @Sendable (Position) async throws -> ApiResponse<Page>
    typealias Advance = @Sendable (ApiResponse<Page>, Pages<Page>.Earlier?, Position) -> Pages<Page>.Step<Position>

    private let fetch: Fetch
    private let step: Advance
    private var position: Position?
    private var seen: Set<Position>
    private var earlier: Pages<Page>.Earlier?

    init(from start: Position, fetch: @escaping Fetch, step: @escaping Advance) {
        self.fetch = fetch
        self.step = step
        position = start
        seen = [start]
    }

    /// Requests the next page; returns `nil` at the end of the list.
    func next() async throws -> Page? {
        guard let current = position else { return nil }
        // The page before this one is valid, so the error is thrown when the next one is requested.
        if earlier != nil, !seen.insert(current).inserted { throw Pages<Page>.circle }
        try Task.checkCancellation()
        let page = try await fetch(current)
        switch step(page, earlier, current) {
        case .next(let next): position = next
        case .last: position = nil
        case .beyond:
            position = nil
            return nil
        }
        earlier = Pages.Earlier(first: earlier?.first ?? page, previous: page)
        return page.body
    }
}

/// Requests each page while the one before it is used.
actor PageAhead<Page: Sendable> {
    private let read: Pages<Page>.Read
    private var pending: Task<Page?, any Error>?

    init(_ read: @escaping Pages<Page>.Read) { self.read = read }

    // Cancels the request for a page that nobody waits for.
    deinit { pending?.cancel() }

    /// Returns the next page and requests the one after it.
    func next() async throws -> Page? {
        let task = pending.take() ?? request()
        let page = try await withTaskCancellationHandler {
            try await task.value
        } onCancel: {
            task.cancel()
        }
        if page != nil { pending = request() }
        return page
    }

    private func request() -> Task<Page?, any Error> { Task { [read] in try await read() } }
}
