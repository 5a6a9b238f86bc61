import MartletOpenAPI
import MartletSource

extension ShapeFinder {
    /// A schema, and those that it refers to or has in `allOf`.
    func parts(of id: SchemaID) -> [Schema] {
        var parts: [Schema] = []
        var open = [id]
        var visited: Set<SchemaID> = []
        while let id = open.popLast() {
            guard visited.insert(id).inserted else { continue }
            let schema = schemas[id]
            parts.append(schema)
            open += schema.allOf
            if let target = schemas.target(of: id) { open.append(target) }
        }
        return parts
    }

    /// The shape of values that different schemas describe under different conditions.
    func anyShape(of ids: [SchemaID]) -> NullableShape {
        let values = ids.map { AppliedSchemas($0) }
        let shapes = values.map { shape(of: $0) }
        let isNullable = shapes.contains(where: \.isNullable)
        let isAny = shapes.contains { if case .any = $0.shape { true } else { false } }
        // A discriminator would belong to only one of the schemas.
        if isAny || ids.contains(where: { schemas[$0].discriminator != nil }) {
            return NullableShape(shape: .any, isNullable: isNullable)
        }
        var union = unionShape(ids[0], values, isInclusive: false, allowsAnything: false)
        union.isNullable = union.isNullable || isNullable
        return union
    }

    /// Whether two schemas that apply to a value under different conditions need separate types. Objects without
    /// required properties share one type if they agree on their common properties.
    func needTypesOfTheirOwn(_ left: SchemaID, _ right: SchemaID) -> Bool {
        let (left, right) = (AppliedSchemas(left), AppliedSchemas(right))
        if hasSameType(left, right) { return false }
        guard case .structure(let first) = shape(of: left).shape, case .structure(let second) = shape(of: right).shape,
            !(first.properties + second.properties).contains(where: \.isRequired)
        else { return true }
        let known = Dictionary(first.properties.map { ($0.name, $0.value) }) { first, _ in first }
        return second.properties.contains { property in
            known[property.name].map { !hasSameType($0, property.value) } ?? false
        }
    }

    /// Whether a schema that applies under a condition has properties, at any depth, that others lack. Objects without
    /// properties hold any.
    func adds(_ conditional: SchemaID, to known: [SchemaID], depth: Int = 0) -> Bool {
        let added = parts(of: conditional)
        let known = known.flatMap { parts(of: $0) }
        guard depth < 8, !Set(added.map(\.id)).isSubset(of: known.map(\.id)) else { return false }
        if known.contains(where: { !$0.properties.isEmpty }) {
            for property in added.flatMap(\.properties) {
                let own = known.flatMap(\.properties).filter { $0.name == property.name }.map(\.value)
                if own.isEmpty || adds(property.value, to: own, depth: depth + 1) { return true }
            }
        }
        let items = known.compactMap(\.items)
        return !items.isEmpty && added.compactMap(\.items).contains { adds($0, to: items, depth: depth + 1) }
    }
}
