/// Whether a page states that another page follows it.
enum PageEnd: Sendable {
    /// Another page follows.
    case more
    /// No page follows.
    case last
    /// The page does not indicate whether another page follows.
    case unknown

    /// Creates the value for a page's flag; `nil` if the page has none.
    init(hasNext: Bool?) {
        self =
            switch hasNext {
            case true?: .more
            case false?: .last
            case nil: .unknown
            }
    }
}
