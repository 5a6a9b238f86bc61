package import MartletSource

/// An array whose elements have types by position.
package struct Tuple: Sendable {
    package struct Element: Sendable {
        package let name: Identifier
        package let type: TypeReference
        package let isRequired: Bool
        package let description: SpecText?
        package internal(set) var isIndirect = false
    }

    package internal(set) var elements: [Element]
    /// The type of the elements behind those; `nil` when there are none.
    package let rest: TypeReference?
    package internal(set) var nested: [Declaration]
}
