import MartletOpenAPI
import MartletSource

/// The traits by which values of a shape can be recognized in JSON.
struct Evidence {
    /// The possible JSON types.
    var kinds: Schema.Types
    /// The keys of an object, in document order.
    var properties: [SpecText] = []
    /// The keys that are always present.
    var required: Set<SpecText> = []
    /// The possible values of properties with few of them.
    var constants: [SpecText: [SpecText]] = [:]

    var isObject: Bool { kinds == .object }
}

extension ShapeFinder {
    /// The traits of a value.
    func evidence(of value: Conjunction) -> Evidence {
        var visited: Set<Conjunction> = []
        return evidence(of: value, &visited)
    }

    private func evidence(of value: Conjunction, _ visited: inout Set<Conjunction>) -> Evidence {
        guard visited.insert(value).inserted else { return Evidence(kinds: []) }
        switch shape(of: value).shape {
        case .any: return Evidence(kinds: .anything)
        case .scalar(let type): return Evidence(kinds: kind(of: type, value))
        case .enumeration(let enumeration):
            return Evidence(kinds: enumeration.members.reduce(into: []) { $0.formUnion($1.value.type) })
        case .array, .tuple: return Evidence(kinds: .array)
        case .map: return Evidence(kinds: .object)
        case .reference(let target): return evidence(of: Conjunction(target), &visited)
        case .union(let union):
            return Evidence(kinds: union.variants.reduce(into: []) { $0.formUnion(evidence(of: $1, &visited).kinds) })
        case .structure(let structure):
            var evidence = Evidence(kinds: .object)
            for property in structure.properties {
                evidence.properties.append(property.name)
                if property.isRequired { evidence.required.insert(property.name) }
                if let members = members(of: property.value) { evidence.constants[property.name] = members }
            }
            return evidence
        }
    }

    private func kind(of type: TypeReference, _ value: Conjunction) -> Schema.Types {
        switch type {
        case .boolean: .boolean
        case .custom: MergedSchema(SchemaParts(value, self), value, self).types ?? .string
        case _ where type.isInteger: .integer
        case _ where type.isNumber: .number
        default: .string
        }
    }

    /// The listed values, as text; `nil` when they are not listed.
    private func members(of value: Conjunction) -> [SpecText]? {
        var value = value
        for _ in 0...schemas.named.count {
            guard case .reference(let target) = shape(of: value).shape else { break }
            value = Conjunction(target)
        }
        guard value.aspect == .whole,
            let members = MergedSchema(SchemaParts(value, self), value, self).enumeration
        else { return nil }
        let texts = members.filter { !$0.isNull }.compactMap(\.text)
        return texts.isEmpty ? nil : texts
    }
}

extension Schema.Types {
    /// Every JSON type but null.
    static let anything: Schema.Types = [.boolean, .integer, .number, .string, .array, .object]
}
