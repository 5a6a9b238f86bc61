import MartletOpenAPI

/// The unions that one union leads to through its alternatives, where these lead back to their beginning. All that lead back to
/// the union itself have the same values.
struct UnionCycle {
    /// The union, and those that it leads to.
    private(set) var reached: Set<SchemaID>
    /// The alternatives of all of them that are no such unions.
    private(set) var others: [AppliedSchemas] = []
    /// The unions that lead back to the first one, and this one.
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
