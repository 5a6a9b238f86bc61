extension JSONPatch {
    /// The location of a value in a JSON document, as a JSON Pointer (RFC 6901) with the type of the value.
    ///
    /// Key paths navigate between locations: `\.name`, `\.tags[0]`, `\.tags.end`, `\.links["self"].href`.
    @dynamicMemberLookup
    public struct Path<Value>: Sendable {
        /// The JSON Pointer; empty for the whole document.
        public let pointer: String

        /// The location of the whole document.
        static var root: Path { Path(pointer: "") }

        fileprivate func appending<Member>(_ token: String) -> JSONPatch.Path<Member> {
            // Unicode scalars are compared because a combining mark could join `~` in a `Character`.
            let escaped = token.unicodeScalars.map { $0 == "~" ? "~0" : $0 == "/" ? "~1" : String($0) }
            return Path<Member>(pointer: "\(pointer)/\(escaped.joined())")
        }
    }
}

extension JSONPatch {
    /// A model whose properties can be used in the key paths of a ``JSONPatch/Step``.
    public protocol Patchable {
        /// A type with the model's properties, by their Swift names.
        associatedtype PatchKeys: Sendable

        /// The model's properties.
        static var patchKeys: PatchKeys { get }
    }
}

extension JSONPatch {
    /// The JSON name and the type of a property.
    public struct Key<Value>: Sendable {
        let name: String

        /// Creates a key.
        /// - Parameter name: The JSON name of the property.
        public init(_ name: String) { self.name = name }
    }
}

extension JSONPatch.Path where Value: JSONPatch.Patchable {
    /// The location of a property.
    public subscript<Member>(dynamicMember key: KeyPath<Value.PatchKeys, JSONPatch.Key<Member>>)
        -> JSONPatch.Path<Member>
    {
        appending(Value.patchKeys[keyPath: key].name)
    }
}

extension JSONPatch.Path {
    /// The location of an array element.
    public subscript<Element>(index: Int) -> JSONPatch.Path<Element> where Value == [Element] { appending("\(index)") }

    /// The location of a value in a dictionary.
    public subscript<Element>(key: String) -> JSONPatch.Path<Element> where Value == [String: Element] {
        appending(key)
    }
}

extension JSONPatch {
    /// The properties of an array in the key paths of a ``JSONPatch/Step``.
    public struct ElementKeys<Element>: Sendable {
        /// The location after the last element (RFC 6901, section 4).
        public let end = Key<Element>("-")
    }
}

extension JSONPatch.Path {
    /// The location after the last element of an array.
    public subscript<Element>(
        dynamicMember key: KeyPath<JSONPatch.ElementKeys<Element>, JSONPatch.Key<Element>>
    ) -> JSONPatch.Path<Element> where Value == [Element] { appending(JSONPatch.ElementKeys()[keyPath: key].name) }

    /// The location after the last element of an array.
    public subscript<Element>(
        dynamicMember key: KeyPath<JSONPatch.ElementKeys<Element>, JSONPatch.Key<Element>>
    ) -> JSONPatch.Path<Element> where Value == Nullable<[Element]> {
        appending(JSONPatch.ElementKeys()[keyPath: key].name)
    }
}

extension Nullable: JSONPatch.Patchable where Value: JSONPatch.Patchable {
    /// The properties of the wrapped value.
    public static var patchKeys: Value.PatchKeys { Value.patchKeys }
}
