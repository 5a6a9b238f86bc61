/// A place in a JSON value, as a JSON Pointer (RFC 6901), with the type of what stands there.
///
/// Key paths lead from one place to another: `\.name`, `\.tags[0]`, `\.tags.end`, `\.links["self"].href`.
@dynamicMemberLookup
public struct PatchPath<Value>: Sendable {
    /// The pointer; empty for the whole value.
    public let pointer: String

    /// The whole value.
    static var root: PatchPath { PatchPath(pointer: "") }

    fileprivate func appending<Member>(_ token: String) -> PatchPath<Member> {
        // Scalar by scalar: as a `Character`, `~` may have a combining mark on it.
        let escaped = token.unicodeScalars.map { $0 == "~" ? "~0" : $0 == "/" ? "~1" : String($0) }
        return PatchPath<Member>(pointer: "\(pointer)/\(escaped.joined())")
    }
}

/// A model whose properties can stand in a ``PatchStep``.
public protocol Patchable {
    /// The model's properties by their Swift names.
    associatedtype PatchKeys: Sendable

    /// The model's properties.
    static var patchKeys: PatchKeys { get }
}

/// The name of a property in JSON, and its type.
public struct PatchKey<Value>: Sendable {
    let name: String

    /// - Parameter name: The name in JSON.
    public init(_ name: String) { self.name = name }
}

extension PatchPath where Value: Patchable {
    /// The place of a property.
    public subscript<Member>(dynamicMember key: KeyPath<Value.PatchKeys, PatchKey<Member>>) -> PatchPath<Member> {
        appending(Value.patchKeys[keyPath: key].name)
    }
}

extension PatchPath {
    /// The place of an element.
    public subscript<Element>(index: Int) -> PatchPath<Element> where Value == [Element] { appending("\(index)") }

    /// The place of a value in a map.
    public subscript<Element>(key: String) -> PatchPath<Element> where Value == [String: Element] { appending(key) }
}

/// The properties of an array in a ``PatchStep``.
public struct ArrayPatchKeys<Element>: Sendable {
    /// The place behind the last element (RFC 6901, section 4).
    public let end = PatchKey<Element>("-")
}

extension Array: Patchable {
    /// The place behind the last element.
    public static var patchKeys: ArrayPatchKeys<Element> { ArrayPatchKeys() }
}

extension Nullable: Patchable where Value: Patchable {
    /// The properties of the value.
    public static var patchKeys: Value.PatchKeys { Value.patchKeys }
}
