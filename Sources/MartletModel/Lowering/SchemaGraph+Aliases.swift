import MartletOpenAPI

extension SchemaGraph {
    /// For each named schema that is only another name for a type, the group of those that lead to each other.
    ///
    /// Swift's `typealias` can't name itself, not even as the element of an array.
    func aliasCycles() -> [Int?] {
        let isAlias = schemas.map { schema in
            guard case .schema(let schema) = schema.value else { return true }
            return !schema.isStructure && schema.enumeration == nil
        }
        return CycleFinder.cycles(
            edges: schemas.enumerated().map { index, schema in
                guard isAlias[index] else { return [] }
                return schema.value.allReferences.compactMap { self.index(of: $0) }.filter { isAlias[$0] }
            }
        )
    }
}
