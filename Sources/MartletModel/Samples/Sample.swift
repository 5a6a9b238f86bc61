package import MartletSource

/// An example in the document, and the type that it should fit.
package struct Sample: Sendable {
    package let type: TypeReference
    package let isNullable: Bool
    package let value: Node
    /// The schemas that the example should fit.
    let schema: AppliedSchemas
    /// The direction that the type is for.
    let direction: MessageDirection

    init(_ schema: AppliedSchemas, _ use: TypeUse, _ direction: MessageDirection, _ value: Node) {
        self.schema = schema
        type = use.type
        isNullable = use.isNullable
        self.direction = direction
        self.value = value
    }
}

/// An example and the result of checking it.
package struct CheckedSample: Sendable {
    package let sample: Sample
    /// `nil` when the example fits its schema.
    package let problem: Diagnostic?
}
