/// The names that the templates give to variables of their own, which names from a document must keep clear of.
enum LocalNames {
    /// Variables within the initialisers and functions of models.
    static let model: Set<String> = ["object", "decoder"]
}
