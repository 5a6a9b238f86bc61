import MartletOpenAPI
import MartletSource

/// The traits by which values of a shape can be recognized in JSON.
struct ValueTraits {
    /// The possible JSON types.
    var kinds: Schema.Types
    /// The keys of an object, in document order.
    var properties: [SpecText] = []
    /// The keys that are always present.
    var required: Set<SpecText> = []
    /// The keys that only responses have, and those that only requests have.
    var readOnly: Set<SpecText> = []
    var writeOnly: Set<SpecText> = []
    /// The possible values of properties with few of them.
    var constants: [SpecText: [Literal]] = [:]
    /// The JSON types of properties that are scalars.
    var scalars: [SpecText: Schema.Types] = [:]
    /// The keys whose constants are their defaults too.
    var defaults: Set<SpecText> = []
    /// Whether other keys are forbidden.
    var isClosed = false
    /// Whether the type keeps other keys too.
    var holdsOthers = false

    var isObject: Bool { kinds == .object }

    /// The traits of values that are sent in these directions (OpenAPI 3.2.0, 4.24.5.2): a request has no read-only keys, and
    /// a response need not have write-only ones.
    func restricted(to direction: MessageDirection) -> ValueTraits {
        var traits = self
        if direction.contains(.request) { traits.required.subtract(readOnly) }
        if direction.contains(.response) { traits.required.subtract(writeOnly) }
        guard direction == .request, !readOnly.isEmpty else { return traits }
        traits.properties.removeAll(where: readOnly.contains)
        for key in readOnly {
            traits.constants[key] = nil
            traits.scalars[key] = nil
            traits.defaults.remove(key)
        }
        return traits
    }
}

extension ShapeFinder {
    /// The traits of a value.
    func traits(of value: AppliedSchemas) -> ValueTraits {
        if let known = knownTraits[value] { return known }
        let end = resolved(value)
        var visited: Set<AppliedSchemas> = []
        let traits = knownTraits[end] ?? traits(of: end, &visited)
        knownTraits[end] = traits
        knownTraits[value] = traits
        return traits
    }

    /// - Parameter visited: The values whose traits are being found: unions may contain themselves.
    private func traits(of value: AppliedSchemas, _ visited: inout Set<AppliedSchemas>) -> ValueTraits {
        let isAcyclic = value.single.map { !schemas.isCycle($0, $0) } ?? false
        if isAcyclic, let known = knownTraits[value] { return known }
        guard visited.insert(value).inserted else { return ValueTraits(kinds: []) }
        let traits = found(value, &visited)
        if isAcyclic { knownTraits[value] = traits }
        return traits
    }

    private func found(_ value: AppliedSchemas, _ visited: inout Set<AppliedSchemas>) -> ValueTraits {
        switch shape(of: value).shape {
        case .any: return ValueTraits(kinds: .anything)
        case .scalar(let type): return ValueTraits(kinds: kind(of: type, value))
        case .enumeration(let enumeration):
            return ValueTraits(kinds: enumeration.members.reduce(into: []) { $0.formUnion($1.value.type) })
        case .array, .tuple: return ValueTraits(kinds: .array)
        case .map: return ValueTraits(kinds: .object, holdsOthers: true)
        case .reference: return traits(of: resolved(value), &visited)
        case .union(let union):
            let location = schemas[union.owner].location
            guard let id = value.single, schemas.isCycle(id, id) else {
                return traits(ofAnyOf: union.variants, at: location, &visited)
            }
            let isWhole = visited.count == 1
            let cycle = UnionCycle(of: id, self)
            visited.formUnion(cycle.reached.map { AppliedSchemas($0) })
            let traits = traits(ofAnyOf: cycle.others, at: location, &visited)
            if isWhole { for member in cycle.members { knownTraits[AppliedSchemas(member)] = traits } }
            return traits
        case .structure(let structure):
            var traits = ValueTraits(kinds: .object)
            for property in structure.properties {
                traits.properties.append(property.name)
                if property.isRequired, property.isDeclared { traits.required.insert(property.name) }
                switch direction(of: property.value) {
                case .readOnly: traits.readOnly.insert(property.name)
                case .writeOnly: traits.writeOnly.insert(property.name)
                case .both: break
                }
                traits.scalars[property.name] = scalarTypes(of: property.value)
                if var members = constants(of: property.value) {
                    if property.isNullable, !members.contains(.null) { members.append(.null) }
                    traits.constants[property.name] = members
                }
                if isConstantByDefault(property.value) { traits.defaults.insert(property.name) }
            }
            traits.isClosed = structure.isClosed
            traits.holdsOthers = structure.allowsAdditional
            var known = structure.unions.isEmpty ? [] : Set(traits.properties)
            for union in structure.unions {
                let part = self.traits(of: union, &visited)
                traits.properties += part.properties.filter { known.insert($0).inserted }
                traits.holdsOthers = traits.holdsOthers || part.holdsOthers
            }
            return traits
        }
    }

    private func traits(
        ofAnyOf values: [AppliedSchemas],
        at location: Location,
        _ visited: inout Set<AppliedSchemas>
    ) -> ValueTraits {
        var traits = ValueTraits(kinds: [])
        var known: Set<SpecText> = []
        let variants = values.map { self.traits(of: $0, &visited) }
        let count = variants.reduce(variants.count) { $0 + $1.properties.count }
        guard let first = variants.first, unionKeys.takes(count, at: location, diagnostics) else { return traits }
        for variant in variants {
            traits.kinds.formUnion(variant.kinds)
            traits.readOnly.formUnion(variant.readOnly)
            traits.writeOnly.formUnion(variant.writeOnly)
            traits.properties += variant.properties.filter { known.insert($0).inserted }
        }
        traits.required = variants.dropFirst().reduce(first.required) { $0.intersection($1.required) }
        traits.isClosed = variants.allSatisfy(\.isClosed)
        traits.holdsOthers = variants.contains(where: \.holdsOthers)
        return traits
    }

    private func kind(of type: TypeReference, _ value: AppliedSchemas) -> Schema.Types {
        switch type {
        case .boolean: .boolean
        case .custom: MergedSchema(SchemaComposition(value, self), value, self).types ?? .string
        case _ where type.isInteger: .integer
        case _ where type.isNumber: .number
        default: .string
        }
    }

    /// The JSON types of scalars; `nil` for other values.
    private func scalarTypes(of value: AppliedSchemas) -> Schema.Types? {
        switch resolvedShape(of: value) {
        case .scalar(let type): kind(of: type, value)
        case .enumeration(let enumeration):
            enumeration.members.reduce(into: Schema.Types()) { $0.formUnion($1.value.type) }
        default: nil
        }
    }

    /// The listed values, null last; `nil` when they are not listed, or no literals can express them.
    func constants(of value: AppliedSchemas) -> [Literal]? {
        guard let members = listedValues(of: value) else { return nil }
        let literals = members.filter { !$0.isNull }.compactMap { Literal(constant: $0) }
        guard !literals.isEmpty, literals.count == members.count(where: { !$0.isNull }) else { return nil }
        return shape(of: value).isNullable || members.contains(where: \.isNull) ? literals + [.null] : literals
    }

    /// The only value other than null, of the value itself or of all elements of an array or a map; `nil` if there are
    /// several.
    func constant(of value: AppliedSchemas, depth: Int = 0) -> Literal? {
        switch resolvedShape(of: value) {
        case .array(let elements?) where depth < 8: constant(of: elements, depth: depth + 1)
        case .map(let values?) where depth < 8: constant(of: values, depth: depth + 1)
        default:
            if let members = listedValues(of: value)?.filter({ !$0.isNull }), members.count == 1 {
                Literal(constant: members[0])
            } else {
                nil
            }
        }
    }

    /// The value of `const`, or of an enum with one value, which means the same (JSON Schema 2020-12 Validation, 6.1.3).
    func onlyValue(of value: AppliedSchemas) -> Node? {
        guard let members = listedValues(of: value), members.count == 1 else { return nil }
        return members[0]
    }

    /// Whether the only value is also the default.
    func isConstantByDefault(_ value: AppliedSchemas) -> Bool {
        guard let constant = onlyValue(of: value) else { return false }
        return value.schemas.contains { id in
            [id, schemas.resolved(id)].contains { schemas[$0].defaultValue?.isEqual(to: constant) == true }
        }
    }

    /// The values of `enum` and `const`; `nil` if neither is stated.
    private func listedValues(of value: AppliedSchemas) -> [Node]? {
        let value = resolved(value)
        switch shape(of: value).shape {
        case .scalar, .enumeration, .any: break
        default: return nil
        }
        guard value.aspect == .whole, value.schemas.contains(where: mayList) else { return nil }
        return MergedSchema(SchemaComposition(value, self), value, self).enumeration
    }

    /// Whether a schema may list values, by itself or through others; most don't.
    private func mayList(_ id: SchemaID) -> Bool {
        let schema = schemas[id]
        return schema.enumeration != nil || !schema.allOf.isEmpty || schema.reference != nil
    }
}

extension Schema.Types {
    /// Every JSON type but null.
    static let anything: Schema.Types = [.boolean, .integer, .number, .string, .array, .object]
}
