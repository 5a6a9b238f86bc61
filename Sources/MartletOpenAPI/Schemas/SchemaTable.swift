import MartletSource

/// A schema by its number; numbers follow the order in which schemas are met.
package struct SchemaID: Hashable, Comparable, Sendable {
    /// The place in the list of all schemas.
    package let index: Int

    package static func < (left: SchemaID, right: SchemaID) -> Bool { left.index < right.index }
}

/// All schemas of a document and of the files that it refers to, one for each node, however many ways lead there.
package final class SchemaTable {
    private var schemas: [Schema?] = []
    private var ids: [Node.Identity: SchemaID] = [:]
    /// The outermost schema that each schema stands in, or it itself; `nil` for one that no node is.
    private var roots: [Node?] = []
    /// The schemas with errors in them, or in those within them.
    var faulty: Set<SchemaID> = []

    package var count: Int { schemas.count }

    /// The schema of a node that has been met.
    func id(of node: Node) -> SchemaID? { ids[node.identity] }

    /// Gives a node a number before its schema is there, since the schema may hold itself.
    func reserve(for node: Node, in parent: SchemaID?) -> SchemaID {
        let id = reserve()
        ids[node.identity] = id
        roots[id.index] = parent.flatMap { roots[$0.index] } ?? node
        return id
    }

    /// The outermost schema that a schema stands in, or it itself.
    func root(of id: SchemaID) -> Node? { roots[id.index] }

    /// Gives a number to a schema that no node of a document is.
    func reserve() -> SchemaID {
        schemas.append(nil)
        roots.append(nil)
        return SchemaID(index: schemas.count - 1)
    }

    func define(_ schema: Schema) { schemas[schema.id.index] = schema }

    /// The schemas in the order of their numbers, once all are defined.
    var finished: [Schema] { schemas.compactMap { $0 } }

    /// The schema with a number; `nil` while it is being decoded.
    func schema(at index: Int) -> Schema? { schemas[index] }
}
