import MartletOpenAPI
import MartletSource

extension ShapeFinder {
    func array(_ schema: MergedSchema) -> Shape {
        if let tuple = schema.schemas.last(where: { !$0.prefixItems.isEmpty }) { return .tuple(self.tuple(tuple)) }
        return .array(elements: schema.items)
    }

    /// An array with a type for each position (JSON Schema 2020-12 Core, 10.3.1.1). Elements beyond `minItems` can be
    /// absent.
    private func tuple(_ schema: Schema) -> TupleShape {
        let count = schema.prefixItems.count
        let rest: TupleShape.Rest
        if let maximum = schema.maxItems, maximum <= count {
            rest = .none
        } else if let items = schema.items {
            rest = schemas[items].boolean == false ? .none : .elements(AppliedSchemas(items))
        } else {
            rest = .any
        }
        return TupleShape(
            elements: schema.prefixItems.map { AppliedSchemas($0) },
            requiredCount: min(schema.minItems ?? 0, count),
            rest: rest
        )
    }
}
