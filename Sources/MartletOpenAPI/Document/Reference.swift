package import MartletSource

/// A pointer to another part of the document (Reference Object, 4.7.21).
package struct Reference: Hashable, Sendable {
    /// As written, such as `#/components/schemas/Token`.
    package let target: SpecText
    /// Where the pointer's text stands.
    package let location: Location
}

/// An object, or a reference to one of its kind.
package enum OrReference<Value: Sendable>: Sendable {
    case value(Value)
    case reference(Reference)
}
