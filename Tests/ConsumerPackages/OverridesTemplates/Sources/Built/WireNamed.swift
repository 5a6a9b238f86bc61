/// A type that knows the names of its properties in JSON.
protocol WireNamed {
    /// The names, in the order of the document.
    static var wireNames: [String] { get }
}
