import MartletOpenAPI

/// The shapes found so far. Nearly all are of single schemas, whose indices need no hashing.
struct ShapeTable {
    private var ofSchemas: [NullableShape?]
    private var others: [Conjunction: NullableShape] = [:]

    init(schemaCount: Int) { ofSchemas = Array(repeating: nil, count: schemaCount) }

    subscript(value: Conjunction) -> NullableShape? {
        get { if let schema = value.single { ofSchemas[schema.index] } else { others[value] } }
        set {
            if let schema = value.single { ofSchemas[schema.index] = newValue } else { others[value] = newValue }
        }
    }
}
