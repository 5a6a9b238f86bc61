import MartletOpenAPI

/// The names of types that are declared where their schemas stand, in other types and in operations.
struct InlineNames {
    private var names: [Place: TypeName] = [:]

    private struct Place: Hashable {
        let schema: SchemaID
        /// `nil` when both directions share one type.
        let direction: MessageDirection?
    }

    mutating func add(_ name: TypeName, of schema: SchemaID, _ direction: MessageDirection?) {
        let place = Place(schema: schema, direction: direction)
        if names[place] == nil { names[place] = name }
    }

    subscript(schema: SchemaID, direction: MessageDirection?) -> TypeName? {
        names[Place(schema: schema, direction: direction)]
    }
}
