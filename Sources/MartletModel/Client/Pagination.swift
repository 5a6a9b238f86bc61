package import MartletSource

/// How the result of a method goes on: the method gives one page of a list.
package struct Pagination: Sendable {
    package enum Kind: Sendable {
        /// An argument says how many elements come before the page.
        case offset(Identifier, limit: Identifier?)
        /// An argument has the page's number.
        case page(Identifier, first: Int, size: Identifier?)
        /// An argument has what the page before says, or the end of it.
        case cursor(Identifier, next: Access)
        /// The page has the URL of the next one.
        case link(Access)
        /// The header `Link` has the URL of the next one (RFC 8288).
        case linkHeader
    }

    package let kind: Kind
    /// The elements of a page.
    package let elements: Access
    package let element: TypeReference
    /// What a page says of another one behind it.
    package let hasNext: HasNext?
    /// The method that gives pages, and the one that gives their elements.
    package let pagesName: Identifier
    package let allName: Identifier

    /// A way from a page to a value within it.
    package struct Access: Sendable {
        package enum Step: Sendable {
            case property(Identifier, isOptional: Bool)
            /// A value that is absent, null or there.
            case nullable(Identifier)
            case key(SpecText)
            /// The last element of an array.
            case last
        }

        package let steps: [Step]

        package init(steps: [Step]) { self.steps = steps }
    }

    package enum HasNext: Sendable {
        /// A Boolean.
        case flag(Access)
        /// Whether there is a link.
        case link(Access)
    }
}
