package import MartletSource

extension SpecText {
    /// The text as in the document, to compare it with.
    package var unencoded: String { raw(for: .key) }
}
