/// How a document is read, and what it may cost before it is refused.
package struct ReaderOptions: Sendable {
    /// The longest document, in bytes; 64 MiB by default, never more than 1 GiB, which keeps all offsets within 32
    /// bits.
    package let bytes: Int
    /// The deepest nesting of mappings and sequences, aliases followed; 128 by default. Documents in the wild stay
    /// under 40.
    package let depth: Int
    /// How many nodes aliases may stand for beyond ten times the nodes of the document itself; 1,000,000 by default.
    package let aliasedNodes: Int
    /// Keys that somebody will look for: they have the numbers 0, 1 and so on (``Entry/keyNumber``). No two are equal.
    package let knownKeys: [SpecText]

    /// Options, each with the default where it is not given.
    package init(
        bytes: Int = 64 << 20,
        depth: Int = 128,
        aliasedNodes: Int = 1_000_000,
        knownKeys: [SpecText] = []
    ) {
        self.bytes = min(bytes, 1 << 30)
        self.depth = depth
        self.aliasedNodes = aliasedNodes
        self.knownKeys = knownKeys
    }
}
