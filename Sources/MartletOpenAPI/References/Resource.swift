import MartletSource

/// What a URI leads to, and what the fragments behind it are relative to: a file, or a schema with an `$id` (JSON Schema
/// Core 2020-12, section 8.2.1).
struct Resource {
    let root: Node
    /// The schemas with an `$anchor` or a `$dynamicAnchor`, those of resources within this one aside (section 8.2.2). Of two
    /// with one name, the first.
    var anchors: [SpecText: Node] = [:]
}
