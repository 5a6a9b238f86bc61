import MartletSource

/// The nodes that documents give names other than their place: `$id`, `$anchor` and `$dynamicAnchor` (JSON Schema Core
/// 2020-12, section 8.2), and OpenAPI 3.2's `$self`.
struct NodeNames {
    private var identified: [SpecText: Node] = [:]
    private var anchors: [Anchor: Node] = [:]

    private struct Anchor: Hashable {
        /// The file's path, compared by bytes.
        let path: SpecText
        let name: SpecText
    }

    /// Takes in the names of a file.
    mutating func add(_ root: Node) {
        if let name = root[FieldName.`self`.text]?.text { identified[name] = root }
        let anchorFields = [FieldName.anchor, .dynamicAnchor]
        for mapping in root.mappingsOfDocument(withKeyIn: ([.id] + anchorFields).map(\.rawValue)) {
            if let name = mapping[FieldName.id.text]?.text { identified[name] = mapping }
            for name in anchorFields.compactMap({ mapping[$0.text]?.text }) {
                let anchor = Anchor(path: SpecText(root.location.path), name: name)
                // Of two anchors with one name, the first in the document.
                if anchors[anchor] == nil { anchors[anchor] = mapping }
            }
        }
    }

    /// The node with that `$id` or `$self`, stated in the same words.
    func node(identifiedBy name: String) -> Node? {
        name.isEmpty ? nil : identified[SpecText(name)]
    }

    func node(withAnchor name: String, in path: String) -> Node? {
        anchors[Anchor(path: SpecText(path), name: SpecText(name))]
    }
}
