import MartletSource

/// A resource that a URI without a fragment identifies: a file, or a schema with an `$id` (JSON Schema 2020-12 Core,
/// 8.2.1).
struct Resource {
    let root: Node
    /// The schemas of the resource with an `$anchor` or a `$dynamicAnchor`, by name (JSON Schema 2020-12 Core, 8.2.2).
    /// If two have the same name, the first one. Schemas of embedded resources aren't included.
    var anchors: [SpecText: Node] = [:]
}
