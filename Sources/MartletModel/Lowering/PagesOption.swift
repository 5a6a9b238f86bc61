package import MartletSource

/// The pagination settings of an operation.
package struct PagesOption: Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        /// The operation is not paginated, even if it looks so.
        case none
        case offset, page, cursor, link
    }

    package let kind: Kind
    /// The query parameter for the position of the page.
    package let parameter: SpecText?
    /// The query parameter for the number of elements per page.
    package let size: SpecText?
    /// The paths to the array of elements and to the position of the next page: property names joined by dots.
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
