package import MartletSource

/// An input of an operation outside its body (Parameter Object, 4.7.12).
package struct Parameter: Sendable {
    /// Where a parameter travels.
    package enum Place: String, Sendable {
        case path, query, header, cookie
    }

    package let name: SpecText
    package let place: Place
    package let description: SpecText?
    package let isRequired: Bool
    package let isDeprecated: Bool
    /// `nil` when the parameter is described in a way that is not supported yet.
    package let schema: SchemaOrReference?
    package let example: Node?
    package let unsupported: Unsupported?
    package let location: Location
}
