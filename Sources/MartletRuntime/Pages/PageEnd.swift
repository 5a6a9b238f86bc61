/// What a server says of another page behind one.
enum PageEnd: Sendable {
    /// There is one.
    case more
    /// There is none.
    case last
    /// It says nothing.
    case unknown

    /// What a page says; nil for nothing.
    init(hasNext: Bool?) {
        self =
            switch hasNext {
            case true?: .more
            case false?: .last
            case nil: .unknown
            }
    }
}
