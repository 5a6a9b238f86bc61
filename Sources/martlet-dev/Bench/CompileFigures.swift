/// What it costs to compile the client of a document.
struct CompileFigures {
    init(_ document: BenchDocument, rounds: Int) {}
    func printAll() async throws {}
}
