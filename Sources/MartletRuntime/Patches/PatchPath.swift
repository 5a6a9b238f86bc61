/// The location of a value in a JSON document, as a JSON Pointer (RFC 6901) with the type of the value.
///
/// Key paths navigate between locations: `\.name`, `\.tags[0]`, `\.tags.end`, `\.links["self"].href`.
@dynamicMemberLookup
public struct PatchPath<Value>: Sendable {
    /// The JSON Pointer; empty for the whole document.
    public let pointer: String

    /// The location of the whole document.
    static var root: PatchPath { PatchPath(pointer: "") }

    fileprivate func appending<Member>(_ token: String) -> PatchPath<Member> {
        // Unicode scalars are compared because a combining mark could join `~` in a `Character`.
        let escaped = token.unicodeScalars.map { $0 == "~" ? "~0" : $0 == "/" ? "~1" : String($0) }
        return PatchPath<Member>(pointer: "\(pointer)/\(escaped.joined())")
    }
}

/// A model whose properties can be used in the key paths of a ``PatchStep``.
public protocol Patchable {
    /// A type with the model's properties, by their Swift names.
    associatedtype PatchKeys: Sendable

    /// The model's properties.
    static var patchKeys: PatchKeys { get }
}

/// The JSON name and the type of a property.
public struct PatchKey<Value>: Sendable {
    let name: String

    /// Creates a key.
    /// - Parameter name: The JSON name of the property.
    public init(_ name: String) { self.name = name }
}

extension PatchPath where Value: Patchable {
    /// The location of a property.
    public subscript<Member>(dynamicMember key: KeyPath<Value.PatchKeys, PatchKey<Member>>) -> PatchPath<Member> {
        appending(Value.patchKeys[keyPath: key].name)
    }
}

extension PatchPath {
    /// The location of an array element.
    public subscript<Element>(index: Int) -> PatchPath<Element> where Value == [Element] { appending("\(index)") }

    /// The location of a value in a dictionary.
    public subscript<Element>(key: String) -> PatchPath<Element> where Value == [String: Element] { appending(key) }
}

/// The properties of an array in the key paths of a ``PatchStep``.
public struct ArrayPatchKeys<Element>: Sendable {
    /// The location after the last element (RFC 6901, section 4).
    public let end = PatchKey<Element>("-")
}

extension Array: Patchable {
    /// The location after the last element.
    public static var patchKeys: ArrayPatchKeys<Element> { ArrayPatchKeys() }
}

extension Nullable: Patchable where Value: Patchable {
    /// The properties of the wrapped value.
    public static var patchKeys: Value.PatchKeys { Value.patchKeys }
}
