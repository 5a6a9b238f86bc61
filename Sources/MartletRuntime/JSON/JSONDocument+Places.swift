extension JSONDocument {
    /// Returns the node of the value at a path; `nil` if there is none.
    func node(at path: some Sequence<any CodingKey>) -> Int? {
        var index = 0
        for key in path {
            let next: Int? =
                switch nodes[index].kind {
                case .array: key.intValue.flatMap { $0 < 0 ? nil : elements(of: index).dropFirst($0).first }
                case .object: member(key.stringValue, of: index)
                default: nil
                }
            guard let next else { return nil }
            index = next
        }
        return index
    }

    /// Returns the text ranges of all members with the given names, at any depth.
    func values(of names: Set<String>) -> [Range<Int>] {
        (0..<nodeCount).flatMap { object in
            members(of: object).compactMap { name, value in
                (try? string(at: name)).flatMap { names.contains($0) ? range(of: value) : nil }
            }
        }
    }

    /// Returns the text range of a value, including quotation marks or brackets.
    func range(of index: Int) -> Range<Int> {
        let node = nodes[index]
        let quote = node.kind.isString ? 1 : 0
        return Int(node.start) - quote..<Int(node.end) + quote
    }
}
