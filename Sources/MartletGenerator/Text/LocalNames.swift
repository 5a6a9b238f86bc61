/// The names of local variables in the templates' code, which names from a document must not clash with.
enum LocalNames {
    /// Local variables in the initializers and functions of models.
    static let model: Set<String> = ["object", "decoder"]
}
