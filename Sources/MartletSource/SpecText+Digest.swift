extension SpecText {
    /// A short text that differs where texts differ, for a summary of a document.
    package var digest: SpecText { SpecText(String(StableHash.hash(raw(for: .key)), radix: 16)) }
}
