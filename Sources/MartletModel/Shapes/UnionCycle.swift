import MartletOpenAPI

/// The unions on cycles that a union reaches through its alternatives. All unions that lead back to that union accept
/// the same values.
struct UnionCycle {
    /// The union, and the unions that it reaches.
    private(set) var reached: Set<SchemaID>
    /// The alternatives of all these unions that are not themselves such unions.
    private(set) var others: [AppliedSchemas] = []
    /// The union, and the unions that lead back to it.
    private(set) var members: Set<SchemaID>

    init(of root: SchemaID, _ finder: ShapeFinder) {
        reached = [root]
        members = [root]
        var sources: [SchemaID: [SchemaID]] = [:]
        var known: Set<AppliedSchemas> = []
        var open = [root]
        while let id = open.popLast() {
            guard case .union(let union) = finder.shape(of: AppliedSchemas(id)).shape else { continue }
            for variant in union.variants {
                let end = finder.resolved(variant)
                guard let next = end.single, finder.schemas.isCycle(root, next),
                    case .union = finder.shape(of: end).shape
                else {
                    if known.insert(end).inserted { others.append(end) }
                    continue
                }
                sources[next, default: []].append(id)
                if reached.insert(next).inserted { open.append(next) }
            }
        }
        open = [root]
        while let id = open.popLast() { open += sources[id, default: []].filter { members.insert($0).inserted } }
    }
}
