extension TreeBuilder {
    /// Replaces merge keys (`<<`) by the entries of the mappings that they refer to. These entries follow the mapping's
    /// own entries; those with a key that the mapping has already are left out (Merge Key Language-Independent Type for
    /// YAML 1.1). Common YAML readers support merge keys, though YAML 1.2 and OpenAPI don't define them.
    ///
    /// - Parameter first: The index of the mapping's first child in `pending`.
    mutating func merge(childrenFrom first: Int) throws(Diagnostic) {
        let keys = stride(from: first, to: pending.count, by: 2)
        guard keys.contains(where: { isMergeKey(pending[$0]) }) else { return }
        var own: [UInt32] = []
        var merged: [UInt32] = []
        for key in keys {
            if isMergeKey(pending[key]) {
                merged += try mappings(in: pending[key + 1])
            } else {
                own += pending[key...(key + 1)]
            }
        }
        var known = Set(stride(from: 0, to: own.count, by: 2).map { arena.record(own[$0]).number })
        for mapping in merged {
            let children = arena.children[arena.record(mapping).range]
            for key in stride(from: children.startIndex, to: children.endIndex, by: 2)
            where known.insert(arena.record(children[key]).number).inserted {
                own += children[key...(key + 1)]
            }
        }
        pending.replaceSubrange(first..., with: own)
    }

    /// The mappings in the value of a merge key: the value itself, or the elements of a sequence.
    private mutating func mappings(in value: UInt32) throws(Diagnostic) -> [UInt32] {
        let record = arena.record(value)
        let nodes = record.form == .sequence ? Array(arena.children[record.range]) : [value]
        for node in nodes where arena.record(node).form != .mapping {
            throw error(.mergedValue, at: arena.record(node).position)
        }
        return nodes
    }

    private func isMergeKey(_ node: UInt32) -> Bool {
        let record = arena.record(node)
        return record.form == .plain && record.count == 2 && arena.bytes(of: record).elementsEqual("<<".utf8)
    }
}
