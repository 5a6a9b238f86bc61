package import MartletSource

/// What the configuration says of the pages of an operation.
package struct PagesOption: Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        /// The operation has no pages, whatever it looks like.
        case none
        case offset, page, cursor, link
    }

    package let kind: Kind
    /// The query parameter that says where a page begins.
    package let parameter: SpecText?
    /// The query parameter that says how many elements a page has.
    package let size: SpecText?
    /// The array of the elements, and what says where the next page is: property names with dots between them.
    package let items: SpecText?
    package let next: SpecText?
    package let location: Location

    package init(
        kind: Kind,
        parameter: SpecText?,
        size: SpecText?,
        items: SpecText?,
        next: SpecText?,
        location: Location
    ) {
        self.kind = kind
        self.parameter = parameter
        self.size = size
        self.items = items
        self.next = next
        self.location = location
    }
}
