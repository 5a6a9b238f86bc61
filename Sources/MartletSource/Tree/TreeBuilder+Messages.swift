extension TreeBuilder {
    /// The number of errors after which reading stops.
    static let maximumErrors = 100
}

extension Diagnostic.Message {
    /// A mapping has two equal keys (RFC 8259, section 4; YAML 1.2.2, 3.2.1.3).
    static func duplicateKey(_ key: SpecText, first: Position) -> Self {
        Self(.duplicateKey, "duplicate key \(key), first used at \(first)")
    }

    /// The document has too many errors. A malicious document could contain millions.
    static let tooManyErrors = Self(.limit, "\(TreeBuilder.maximumErrors) errors; the rest of the document is not read")

    /// A key is a mapping or a sequence, which JSON doesn't allow (OpenAPI 3.2.0, section 3.1).
    static let complexKey = Self(.syntax, "a key must be a scalar, not a mapping or a sequence")

    /// The value of a merge key is neither a mapping nor a sequence of mappings.
    static let mergedValue = Self(
        .syntax, "the merge key << needs a mapping or a sequence of mappings",
        hint: "if the key is really named <<, put it in quotes")

    /// Mappings and sequences are nested too deeply.
    package static func tooDeep(_ limit: Int) -> Self { Self(.limit, "nested more than \(limit) levels deep") }

    /// The document with its aliases expanded is too large, as in the "billion laughs" attack.
    ///
    /// - Parameters:
    ///   - limit: The greatest number of nodes.
    ///   - written: The number of nodes without those that aliases add.
    static func aliasesExpandTooFar(_ limit: Int, written: Int) -> Self {
        Self(.limit, "the aliases up to this one expand \(written) nodes to more than \(limit)")
    }
}
