import MartletOpenAPI

/// The shapes found so far. Nearly all are of single schemas, whose indices need no hashing.
struct ShapeCache {
    private var ofSchemas: [NullableShape?]
    private var others: [AppliedSchemas: NullableShape] = [:]

    init(schemaCount: Int) { ofSchemas = Array(repeating: nil, count: schemaCount) }

    subscript(value: AppliedSchemas) -> NullableShape? {
        get { if let schema = value.single { ofSchemas[schema.index] } else { others[value] } }
        set {
            if let schema = value.single { ofSchemas[schema.index] = newValue } else { others[value] = newValue }
        }
    }
}
