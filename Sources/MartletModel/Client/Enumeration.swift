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
        package let value: Node
        package let description: SpecText?
    }

    package let rawValue: RawValue
    package let cases: [Case]
}
