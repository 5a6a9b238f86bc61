extension ApiClient {
    /// The word `.page` in the call of a method that gives the pages of a list: `getTokens(every: .page)`.
    public enum EveryPage: Sendable {
        /// One page after the other.
        case page
    }
}

extension ApiClient {
    /// The word `.element` in the call of a method that gives all elements of a list: `getTokens(every: .element)`.
    public enum EveryElement: Sendable {
        /// The elements of one page after the other.
        case element
    }
}
