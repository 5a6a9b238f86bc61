package import MartletSource

/// An open set of values: values that the document doesn't list are kept.
package struct Enumeration: Sendable {
    /// The JSON type of the values.
    package enum RawValue: Sendable {
        case string, int32, int64, double
        /// Values of several JSON types.
        case json
    }

    package struct Case: Sendable {
        package let name: Identifier
        package let value: Literal
        package let description: SpecText?
        /// The location of the value in the document.
        package let location: Location
    }

    package let rawValue: RawValue
    package let cases: [Case]

    /// Whether there are too many values for an enum: the compiler's time for its switches grows faster than the square
    /// of their number.
    package var isLarge: Bool { cases.count > 100 }
}
