import MartletSource

/// Determines the schemas with names: components, and other targets of references.
struct NamedSchemas {
    private(set) var all: [NamedSchema] = []
    /// The targets of references that have a place in another schema or in an operation, whose names they would have without a
    /// reference too.
    private(set) var inline: [NamedSchema] = []

    init(_ components: Components, _ references: SchemaReferences, _ schemas: [Schema], _ parents: [SchemaID?]) {
        let componentIDs = Set(components.schemas.map(\.value))
        func isInline(_ id: SchemaID) -> Bool {
            !componentIDs.contains(id) && (id.index < references.ownCount || parents[id.index] != nil)
        }
        // A component that is a plain reference to a schema without a name, mostly in another file, gives it its name.
        var adopters: [SchemaID: Named<SchemaID>] = [:]
        for component in components.schemas where schemas[component.value.index].isPlainReference {
            guard let target = references.targets[component.value.index], !componentIDs.contains(target),
                !isInline(target)
            else {
                continue
            }
            if let other = adopters[target], other.name < component.name { continue }
            adopters[target] = component
        }
        let adopted = Set(adopters.values.map(\.value))
        let targets = Dictionary(references.referenced.map { ($0.schema, $0.target) }) { first, _ in first }
        let componentIndices = Set(componentIDs.map(\.index))
        // The schemas that something else than a component refers to.
        let used = Set(references.targets.enumerated().filter { !componentIndices.contains($0.offset) }.map(\.element))
        for component in components.schemas {
            let isAdopter = adopted.contains(component.value)
            let target = isAdopter ? references.targets[component.value.index] : nil
            all.append(
                NamedSchema(
                    id: target ?? component.value,
                    names: [component.name],
                    ownName: target.flatMap { used.contains($0) ? targets[$0] : nil }.map { Self.names(of: $0)[0] },
                    isComponent: true,
                    location: component.location
                )
            )
        }
        for (id, target) in references.referenced where !componentIDs.contains(id) && adopters[id] == nil {
            let schema = NamedSchema(
                id: id, names: Self.names(of: target), ownName: nil, isComponent: false, location: target.node.location)
            if isInline(id) { inline.append(schema) } else { all.append(schema) }
        }
    }

    /// The possible names for the target of a reference: from its pointer or anchor, with the names of the file and its folders.
    private static func names(of target: ReferenceTarget) -> [SpecText] {
        var folders = FilePath.components(target.path).map { String($0) }
        let file = folders.popLast().map { String($0.prefix(while: { $0 != "." })) } ?? ""
        var name = target.name ?? (target.pointer?.tokens ?? []).filter { !steps.contains($0) }.joined(separator: " ")
        if name.isEmpty { name = SpecText(file) } else { folders.append(file) }
        var names = [name]
        while let folder = folders.popLast(), names.count < 4 {
            if folder != "..", let last = names.last { names.append(SpecText("\(folder) \(last)")) }
        }
        return names
    }

    /// Tokens of pointers that aren't useful in names.
    private static let steps: Set<SpecText> = [
        "components", "schemas", "definitions", "$defs", "properties", "paths", "content", "schema", "responses",
        "parameters", "requestBody", "requestBodies", "allOf", "oneOf", "anyOf",
    ]
}
