package import MartletSource

/// A value that the document gives as an example, and the type that it should be a value of.
package struct Sample: Sendable {
    package let type: TypeReference
    package let isNullable: Bool
    package let value: Node
    /// What the value should fit.
    let schema: Conjunction
    /// Which ways values of the type travel.
    let direction: Traffic

    init(_ schema: Conjunction, _ use: TypeUse, _ direction: Traffic, _ value: Node) {
        self.schema = schema
        type = use.type
        isNullable = use.isNullable
        self.direction = direction
        self.value = value
    }
}

/// An example and what is wrong with it.
package struct CheckedSample: Sendable {
    package let sample: Sample
    /// `nil` when the example fits its schema.
    package let problem: Diagnostic?
}
