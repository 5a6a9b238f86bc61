extension JSONDocument {
    /// The value at a path; nil when there is none.
    func value(at path: some Sequence<any CodingKey>) -> Int? {
        var index = 0
        for key in path {
            let next =
                if let place = key.intValue {
                    elements(of: index).dropFirst(place).first
                } else if nodes[index].kind == .object {
                    member(key.stringValue, of: index)
                } else {
                    Int?.none
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
