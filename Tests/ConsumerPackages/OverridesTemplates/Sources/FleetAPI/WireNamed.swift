/// A type that knows the names of its properties in JSON.
public protocol WireNamed {
    /// The names, in the order of the document.
    static var wireNames: [String] { get }
}
