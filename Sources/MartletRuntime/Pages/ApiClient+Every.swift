extension ApiClient {
    /// Selects the method that returns the pages of a list: `getTokens(every: .page)`.
    public enum EveryPage: Sendable {
        /// Each page in turn.
        case page
    }
}

extension ApiClient {
    /// Selects the method that returns all elements of a list: `getTokens(every: .element)`.
    public enum EveryElement: Sendable {
        /// Each element of each page in turn.
        case element
    }
}
