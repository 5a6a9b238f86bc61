package import MartletSource

/// The request body of an operation (OpenAPI 3.2.0, 4.13, Request Body Object).
package struct RequestBody: Sendable {
    package var description: SpecText?
    /// The name of the component that references lead to; `nil` for what is inline.
    package var component: SpecText?
    package let isRequired: Bool
    /// In document order.
    package let content: [MediaType]
    package let location: Location
}
