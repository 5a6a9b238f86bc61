import MartletOpenAPI
import MartletSource

/// What the objects of a value have: the value itself, or the elements of arrays and the alternatives of unions.
struct ObjectContents {
    /// The variant of a union that has the value.
    let variant: Int
    /// The types of the objects that have properties.
    private(set) var objects: [AppliedSchemas] = []
    /// The keys of all these types, in document order.
    private(set) var keys: [SpecText] = []
    /// The values of the properties.
    private(set) var properties: [SpecText: [AppliedSchemas]] = [:]
    /// The keys that each of the types requires.
    private(set) var required: [Set<SpecText>] = []
    /// The values of maps.
    private(set) var others: [AppliedSchemas] = []
    /// Whether other keys are forbidden.
    private(set) var isClosed = true
    /// Whether a type keeps other keys.
    private(set) var keepsOthers = false

    /// - Parameter work: What is left of the greatest number of types and keys to be looked at.
    init(_ variant: Int, _ values: [AppliedSchemas], _ finder: ShapeFinder, _ work: inout Int) {
        self.variant = variant
        var open = Array(values.reversed())
        var known: Set<AppliedSchemas> = []
        while work >= 0, let value = open.popLast().map(finder.resolved) {
            guard known.insert(value).inserted else { continue }
            work -= 1
            switch finder.shape(of: value).shape {
            case .array(let elements?): open.append(elements)
            case .union(let union): open += union.variants.reversed()
            case .structure(let structure): add(value, structure, &work)
            case .map(let values):
                keepsOthers = true
                isClosed = false
                if let values { others.append(values) }
            case .any:
                keepsOthers = true
                isClosed = false
            default: break
            }
        }
    }

    private mutating func add(_ value: AppliedSchemas, _ structure: StructureShape, _ work: inout Int) {
        work -= structure.properties.count
        objects.append(value)
        required.append(Set(structure.properties.filter { $0.isRequired && $0.isDeclared }.map(\.name)))
        isClosed = isClosed && structure.isClosed
        keepsOthers = keepsOthers || structure.allowsAdditional || !structure.unions.isEmpty
        for property in structure.properties {
            if properties[property.name] == nil { keys.append(property.name) }
            properties[property.name, default: []].append(property.value)
        }
    }

    /// Whether the contents of another variant have the same types.
    func isEqual(to other: ObjectContents) -> Bool { objects == other.objects && others == other.others }
}
