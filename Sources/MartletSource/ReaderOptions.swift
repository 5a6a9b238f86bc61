/// Limits for reading a document.
package struct ReaderOptions: Sendable {
    /// The maximum length of a document in bytes; 64 MiB by default. At most 1 GiB, so that offsets fit into 32 bits.
    package let bytes: Int
    /// The maximum nesting depth of mappings and sequences, including those that aliases refer to; 128 by default. Real
    /// documents stay below 40.
    package let depth: Int
    /// The number of nodes that a document with its aliases expanded may have in excess of ten times its own nodes;
    /// 1,000,000 by default.
    package let aliasedNodes: Int

    /// Creates options.
    package init(
        bytes: Int = 64 << 20,
        depth: Int = 128,
        aliasedNodes: Int = 1_000_000
    ) {
        self.bytes = min(bytes, 1 << 30)
        self.depth = depth
        self.aliasedNodes = aliasedNodes
    }
}
