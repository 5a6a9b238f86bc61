package import MartletSource

/// The body that an operation takes (Request Body Object, 4.13).
package struct RequestBody: Sendable {
    package var description: SpecText?
    package let isRequired: Bool
    /// In document order.
    package let content: [MediaType]
    package let location: Location
}
