extension TreeBuilder {
    /// After this many errors a document is not read further.
    static let mostErrors = 100
}

extension Diagnostic.Message {
    /// A mapping has a key twice (RFC 8259 section 4, YAML 1.2 section 3.2.1.3).
    static func duplicateKey(_ key: SpecText, first: Position) -> Self {
        "duplicate key \(key), first used at \(first)"
    }

    /// There is no use in listing more errors, and a hostile document could hold millions.
    static let tooManyErrors: Self = "\(TreeBuilder.mostErrors) errors; the document is not read further"

    /// A mapping or sequence as a key, which JSON does not have (OpenAPI 3.1 section 4.3).
    static let complexKey: Self = "a key must be a scalar, not a mapping or a sequence"

    /// The value of a merge key is nothing that could be merged.
    static let mergedValue: Self = """
        the merge key << needs a mapping or a sequence of mappings; if the key is really named <<, put it in quotes
        """

    /// Mappings and sequences are nested too deeply.
    static func tooDeep(_ limit: Int) -> Self { "nested more than \(limit) levels deep" }

    /// Aliases of aliases multiply (the "billion laughs" attack).
    static let aliasesExpandTooFar: Self = "aliases expand to too many nodes"
}
