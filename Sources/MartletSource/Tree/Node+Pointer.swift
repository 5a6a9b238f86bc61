extension Node {
    /// The JSON pointer (RFC 6901) in the fragment of a URI, without percent-encoding, to the innermost key or value that
    /// begins at a position of the document or before. Where an alias is, the pointer ends. A block mapping begins where its
    /// first key does; the pointer leads to the mapping.
    package func pointer(to position: Position) -> SpecText {
        var pointer = "#"
        var next: Node? = self
        while let node = next {
            next = nil
            if node.location.position == position { break }
            if let entry = node.entries.last(where: { $0.key.location.position <= position }) {
                pointer += "/" + entry.keyText.pointerToken
                // The position of what an alias stands for is that of the anchor.
                if entry.value.location.position > entry.key.location.position { next = entry.value }
            }
            let own = node.location.position
            let index = node.elements.lastIndex { $0.location.position >= own && $0.location.position <= position }
            if let index {
                pointer += "/\(index)"
                next = node.elements[index]
            }
        }
        return SpecText(pointer)
    }
}

extension SpecText {
    /// The text as a token of a JSON pointer (RFC 6901, section 3).
    package var pointerToken: String {
        var token = ""
        for scalar in raw(for: .grammar).unicodeScalars {
            switch scalar {
            case "~": token += "~0"
            case "/": token += "~1"
            default: token.unicodeScalars.append(scalar)
            }
        }
        return token
    }
}
