import MartletOpenAPI
import MartletSource

/// Whether values are sent in requests, received in responses, or both.
package struct MessageDirection: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package static let request = MessageDirection(rawValue: 1)
    package static let response = MessageDirection(rawValue: 2)
    package static let both: MessageDirection = [.request, .response]
}

/// The directions in which each schema is used, and the schemas that need two types for that reason.
///
/// A read-only property is only in responses and a write-only one only in requests (OpenAPI 3.2.0, 4.24.5.2, Validating
/// `readOnly` and `writeOnly`). When such a property is required, one type can't serve both directions: the property is
/// always present in one and need not be there in the other. What the API sends to webhooks and callbacks counts as a
/// response.
struct SchemaDirections {
    /// By the index of the schema; empty for a schema that no operation uses.
    private var directions: [MessageDirection]
    /// The named schemas that become two types.
    private(set) var split: Set<SchemaID> = []
    /// The schemas with a read-only or write-only property, directly or in a nested value.
    private(set) var directional: Set<SchemaID> = []
    private let schemas: SchemaGraph

    init(_ document: ResolvedDocument, _ finder: ShapeFinder) {
        schemas = finder.schemas
        directions = Array(repeating: [], count: schemas.all.count)
        for operation in document.operations {
            for parameter in operation.parameters { mark(parameter.content.schemas, .request) }
            for content in operation.operation.requestBody?.content ?? [] { mark(content.schemas, .request) }
            for response in operation.operation.responses {
                for content in response.response.content { mark(content.schemas, .response) }
                for header in response.response.headers { mark(header.value.content.schemas, .response) }
            }
            for callback in operation.operation.callbacks { callback.value.paths.forEach { markReceived($0.value) } }
        }
        document.webhooks.forEach { markReceived($0.value) }
        findDirectional()
        findSplit(finder)
    }

    /// The directions in which a schema is used; both for a schema that no operation uses.
    func directions(of schema: SchemaID) -> MessageDirection {
        let directions = directions[schema.index]
        return directions.isEmpty ? .both : directions
    }

    /// The direction of a type that is one of two for the same schemas; `nil` where one type serves both directions.
    ///
    /// - Parameter home: The named schema whose types contain it.
    func declared(_ direction: MessageDirection, _ schemas: [SchemaID], in home: SchemaID) -> MessageDirection? {
        guard split.contains(home), schemas.contains(where: directional.contains) else { return nil }
        // The type for responses has all properties.
        return direction == .request ? .request : .response
    }

    /// The directions in which operations use one of the schemas.
    func uses(of schemas: [SchemaID]) -> MessageDirection {
        schemas.reduce(into: []) { $0.formUnion(directions[$1.index]) }
    }

    /// Marks the bodies of requests that the API sends.
    private mutating func markReceived(_ item: PathItem) {
        for content in item.operations.flatMap({ $0.requestBody?.content ?? [] }) { mark(content.schemas, .response) }
    }

    private mutating func mark(_ roots: [SchemaID], _ direction: MessageDirection) {
        var open = roots
        while let id = open.popLast() {
            guard directions[id.index].insert(direction).inserted else { continue }
            schemas.forEachLead(of: id) { open.append($0) }
        }
    }

    /// Finds the schemas that lead to one with a read-only or write-only property.
    private mutating func findDirectional() {
        let isDirectional = schemas.all.filter { schema in
            schema.properties.contains { property in
                let value = schemas[schemas.resolved(property.value)]
                let own = schemas[property.value]
                return own.isReadOnly || own.isWriteOnly || value.isReadOnly || value.isWriteOnly
            }
        }
        directional = schemas.reaching(isDirectional.map(\.id))
    }

    private mutating func findSplit(_ finder: ShapeFinder) {
        let seeds = schemas.all.filter { schema in
            guard directions[schema.id.index] == .both, directional.contains(schema.id) else { return false }
            guard case .structure(let structure) = finder.shape(of: AppliedSchemas(schema.id)).shape else {
                return false
            }
            return structure.properties.contains { property in
                property.isRequired && finder.direction(of: property.value) != .both
            }
        }
        let named = Set(schemas.named.map(\.id))
        split = schemas.reaching(seeds.map(\.id)).filter { named.contains($0) && directions[$0.index] == .both }
    }
}

extension ShapeFinder {
    /// Whether a property with this value is read-only or write-only.
    func direction(of value: AppliedSchemas) -> Property.Direction {
        let all = value.schemas.flatMap { [schemas[$0], schemas[schemas.resolved($0)]] }
        if all.contains(where: { $0.isReadOnly }) { return .readOnly }
        return all.contains { $0.isWriteOnly } ? .writeOnly : .both
    }
}

extension SchemaGraph {
    /// These schemas, and all that lead to one of them.
    func reaching(_ seeds: [SchemaID], throughProperties: Bool = true) -> Set<SchemaID> {
        guard !seeds.isEmpty else { return [] }
        var sources = [[SchemaID]](repeating: [], count: all.count)
        for schema in all {
            forEachLead(of: schema.id, throughProperties: throughProperties) { sources[$0.index].append(schema.id) }
        }
        var found = Set(seeds)
        var open = seeds
        while let id = open.popLast() {
            for source in sources[id.index] where found.insert(source).inserted { open.append(source) }
        }
        return found
    }

    /// Visits the schemas of nested values, and those that apply to the same value.
    func forEachLead(of id: SchemaID, throughProperties: Bool = true, _ visit: (SchemaID) -> Void) {
        self[id].forEachPart(throughProperties: throughProperties, visit)
        if let target = target(of: id) { visit(target) }
        for entry in mapping(of: id) { visit(entry.schema) }
    }
}

extension MediaType {
    var schemas: [SchemaID] { [schema, itemSchema].compactMap { $0 } }
}

extension ParameterContent {
    var schemas: [SchemaID] {
        switch self {
        case .schema(let schema, _): schema.map { [$0] } ?? []
        case .media(let mediaType): mediaType.schemas
        }
    }
}
