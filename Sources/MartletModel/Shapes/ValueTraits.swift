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
    /// The possible values of properties with few of them.
    var constants: [SpecText: [SpecText]] = [:]
    /// The keys of strings.
    var strings: Set<SpecText> = []

    var isObject: Bool { kinds == .object }
}

extension ShapeFinder {
    /// The traits of a value.
    func traits(of value: AppliedSchemas) -> ValueTraits {
        if let known = knownTraits[value] { return known }
        // References may go round in a circle.
        knownTraits[value] = ValueTraits(kinds: [])
        let traits: ValueTraits
        if case .reference(let target) = shape(of: value).shape {
            traits = self.traits(of: AppliedSchemas(target))
        } else {
            var visited: Set<AppliedSchemas> = []
            traits = self.traits(of: value, &visited)
        }
        knownTraits[value] = traits
        return traits
    }

    private func traits(of value: AppliedSchemas, _ visited: inout Set<AppliedSchemas>) -> ValueTraits {
        guard visited.insert(value).inserted else { return ValueTraits(kinds: []) }
        switch shape(of: value).shape {
        case .any: return ValueTraits(kinds: .anything)
        case .scalar(let type): return ValueTraits(kinds: kind(of: type, value))
        case .enumeration(let enumeration):
            return ValueTraits(kinds: enumeration.members.reduce(into: []) { $0.formUnion($1.value.type) })
        case .array, .tuple: return ValueTraits(kinds: .array)
        case .map: return ValueTraits(kinds: .object)
        case .reference(let target): return traits(of: AppliedSchemas(target), &visited)
        case .union(let union):
            var traits = ValueTraits(kinds: [])
            var known: Set<SpecText> = []
            for variant in union.variants.map({ self.traits(of: $0, &visited) }) {
                traits.kinds.formUnion(variant.kinds)
                traits.properties += variant.properties.filter { known.insert($0).inserted }
            }
            return traits
        case .structure(let structure):
            var traits = ValueTraits(kinds: .object)
            for property in structure.properties {
                traits.properties.append(property.name)
                if property.isRequired, property.isDeclared { traits.required.insert(property.name) }
                switch resolvedShape(of: property.value) {
                case .scalar(.string): traits.strings.insert(property.name)
                case .enumeration(let enumeration) where enumeration.rawValue == .string:
                    traits.strings.insert(property.name)
                default: break
                }
                if let members = constants(of: property.value) { traits.constants[property.name] = members }
            }
            for union in structure.unions {
                let keys = self.traits(of: union, &visited).properties
                traits.properties += keys.filter { !traits.properties.contains($0) }
            }
            return traits
        }
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

    /// The listed values, as text; `nil` when they are not listed.
    func constants(of value: AppliedSchemas) -> [SpecText]? {
        var value = value
        for _ in 0...schemas.named.count {
            guard case .reference(let target) = shape(of: value).shape else { break }
            value = AppliedSchemas(target)
        }
        guard value.aspect == .whole,
            let members = MergedSchema(SchemaComposition(value, self), value, self).enumeration
        else { return nil }
        let texts = members.filter { !$0.isNull }.compactMap(\.text)
        return texts.isEmpty ? nil : texts
    }
}

extension Schema.Types {
    /// Every JSON type but null.
    static let anything: Schema.Types = [.boolean, .integer, .number, .string, .array, .object]
}
