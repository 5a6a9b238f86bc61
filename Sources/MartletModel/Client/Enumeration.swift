package import MartletSource

/// An open set of values: those that the document doesn't know are kept.
package struct Enumeration: Sendable {
    /// What the values are in JSON.
    package enum RawValue: Sendable {
        case string, int32, int64, double
        /// Values of several kinds.
        case json
    }

    package struct Case: Sendable {
        package let name: Identifier
        package let value: Literal
        package let description: SpecText?
    }

    package let rawValue: RawValue
    package let cases: [Case]

    /// Whether there are so many values that an enum would take the compiler long: the time for its switches grows with the
    /// square of their number and more.
    package var isLarge: Bool { cases.count > 100 }
}
