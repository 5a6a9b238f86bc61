extension JSONDocument {
    /// The node of the value at a path; nil when there is none.
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

    /// Where the text of a value is, with its quotation marks or brackets.
    func range(of index: Int) -> Range<Int> {
        let node = nodes[index]
        let quote = node.kind.isString ? 1 : 0
        return Int(node.start) - quote..<Int(node.end) + quote
    }
}
