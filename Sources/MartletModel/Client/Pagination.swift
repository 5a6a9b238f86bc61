package import MartletSource

/// How to request the pages of a list, of which the method returns one.
package struct Pagination: Sendable {
    package enum Kind: Hashable, Sendable {
        /// An argument is the number of elements before the page.
        case offset(Identifier, limit: Identifier?)
        /// An argument is the number of the page.
        case page(Identifier, first: Int, size: Identifier?)
        /// An argument takes a value from the previous page: a cursor, or the last element's identifier.
        case cursor(Identifier, next: ValuePath)
        /// The page contains the URL of the next one.
        case link(ValuePath)
        /// The header `Link` contains the URL of the next page (RFC 8288).
        case linkHeader
    }

    package let kind: Kind
    /// The path from the page to its elements.
    package let elements: ValuePath
    package let element: TypeReference
    /// How the page states whether another one follows.
    package let hasNext: HasNext?

    /// A path from a page to a value inside it.
    package struct ValuePath: Hashable, Sendable {
        package enum Step: Hashable, Sendable {
            case property(Identifier, isOptional: Bool)
            /// A property whose value can be absent, null or present.
            case nullable(Identifier)
            case key(SpecText)
            /// The last element of an array.
            case last
        }

        package let steps: [Step]

        package init(steps: [Step]) { self.steps = steps }
    }

    package enum HasNext: Hashable, Sendable {
        /// A Boolean value.
        case flag(ValuePath)
        /// The presence of a link to the next page.
        case link(ValuePath)
    }
}
