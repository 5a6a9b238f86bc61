import MartletSource

/// The ID of a schema: a number in the order in which schemas are decoded.
package struct SchemaID: Hashable, Comparable, Sendable {
    /// The index in the list of all schemas.
    package let index: Int

    package static func < (left: SchemaID, right: SchemaID) -> Bool { left.index < right.index }
}

/// The schemas of a document and of the files that it refers to, one for each node, however often it is referred to.
package final class SchemaTable {
    private var schemas: [Schema?] = []
    private var ids: [Node.Identity: SchemaID] = [:]
    /// The node of the outermost schema that contains each schema, or is the schema; `nil` for a schema without a node.
    private var roots: [Node?] = []
    /// The schemas with errors, including errors in their subschemas.
    var faulty: Set<SchemaID> = []

    package var count: Int { schemas.count }

    /// The ID of a node's schema; `nil` if the node hasn't been decoded.
    func id(of node: Node) -> SchemaID? { ids[node.identity] }

    /// Reserves an ID for a node before its schema is decoded, because the schema can contain itself.
    func reserve(for node: Node, in parent: SchemaID?) -> SchemaID {
        let id = reserve()
        ids[node.identity] = id
        roots[id.index] = parent.flatMap { roots[$0.index] } ?? node
        return id
    }

    /// The node of the outermost schema that contains a schema, or is the schema; `nil` for a schema without a node.
    func root(of id: SchemaID) -> Node? { roots[id.index] }

    /// Reserves an ID for a schema that isn't a node of a document.
    func reserve() -> SchemaID {
        schemas.append(nil)
        roots.append(nil)
        return SchemaID(index: schemas.count - 1)
    }

    func define(_ schema: Schema) { schemas[schema.id.index] = schema }

    /// The schemas in the order of their IDs, when all have been defined.
    var finished: [Schema] { schemas.compactMap { $0 } }

    /// The schema at an index; `nil` while it is being decoded.
    func schema(at index: Int) -> Schema? { schemas[index] }
}
