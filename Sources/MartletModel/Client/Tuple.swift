package import MartletSource

/// An array with a type for each position (`prefixItems`).
package struct Tuple: Sendable {
    package struct Element: Sendable {
        package let name: Identifier
        package let type: TypeReference
        package let isRequired: Bool
        package let description: SpecText?
        package internal(set) var isIndirect = false
    }

    package internal(set) var elements: [Element]
    /// The type of further elements; `nil` when there are none.
    package let rest: TypeReference?
    /// Whether a value must not appear in descriptions, because an element is secret.
    package let isSecret: Bool
    package internal(set) var nested: [Declaration]
}
