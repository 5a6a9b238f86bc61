public import MartletRuntime

/// Decodes the properties of a JSON object, for generated models.
///
/// Nothing in this type is inlinable, so that each generic function is compiled once in this module instead of once per
/// model in the user's module. The client's own decoder is used directly; other decoders are used through `Decodable`.
public struct ObjectDecoder {
    /// The source of the properties.
    enum Source {
        /// An object of the client's own decoder.
        case document(JSONDocument, object: Int)
        /// A container of any other decoder. It is indirect because its size is unknown to the compiler, which would
        /// make this enum slow.
        indirect case container(KeyedDecodingContainer<PropertyKey>)
    }

    let source: Source

    /// Creates a decoder of an object's properties.
    /// - Throws: `DecodingError` if the value is not an object.
    public init(_ decoder: any Decoder) throws {
        if let decoder = decoder as? JSONNodeDecoder {
            source = .document(decoder.document, object: try decoder.object)
        } else {
            source = .container(try decoder.container(keyedBy: PropertyKey.self))
        }
    }

    /// Decodes a required property.
    /// - Throws: `DecodingError` if it is absent, of another type, or null when `Value` cannot be null.
    public func required<Value: Decodable>(_ key: String) throws -> Value {
        try required(key, { try $0.value(at: $1) }, { try $0.decode(Value.self, forKey: $1) })
    }

    /// Decodes a required property that may be null, which is returned as `nil`.
    /// - Throws: `DecodingError` if it is absent or of another type.
    public func requiredOrNull<Value: Decodable>(_ key: String) throws -> Value? {
        let nullable: Nullable<Value> = try required(key)
        return nullable.value
    }

    /// Decodes an optional property; `nil` if it is absent or null.
    /// - Throws: `DecodingError` if it is of another type.
    public func optional<Value: Decodable>(_ key: String) throws -> Value? {
        try optional(key, { try $0.value(at: $1) as Value }, { try $0.decodeIfPresent(Value.self, forKey: $1) })
    }

    /// Decodes an optional property of a type that represents null itself, such as ``JSONValue`` or ``Nullable``; `nil`
    /// if it is absent.
    /// - Throws: `DecodingError` if it is of another type.
    public func nullable<Value: Decodable>(_ key: String) throws -> Value? {
        contains(key) ? try required(key) as Value : nil
    }

    /// Decodes all properties other than those with the given names.
    /// - Throws: `DecodingError` if one of them is of another type.
    public func others<Value: Decodable>(than known: [String]) throws -> [String: Value] {
        var others: [String: Value] = [:]
        switch source {
        case .document(let document, let object):
            for (name, value) in document.members(of: object) {
                let name = try document.string(at: name)
                if !known.lists(name), others[name] == nil { others[name] = try document.value(at: value) as Value }
            }
        case .container(let container):
            for key in container.allKeys where !known.lists(key.stringValue) {
                others[key.stringValue] = try required(key.stringValue) as Value
            }
        }
        return others
    }

    /// Whether the object has a property with a name, even if its value is null.
    func contains(_ key: String) -> Bool {
        switch source {
        case .document(let document, let object): document.member(key, of: object) != nil
        case .container(let container): container.contains(PropertyKey(key))
        }
    }

    /// Whether the object has a property with a name and a value other than null.
    func holds(_ key: String) -> Bool {
        switch source {
        case .document(let document, let object):
            document.member(key, of: object).map { !document.isNull(at: $0) } ?? false
        case .container(let container):
            container.contains(PropertyKey(key)) && (try? container.decodeNil(forKey: PropertyKey(key))) != true
        }
    }

    /// Whether the object at a path of names, or any object of an array on the way, has a property with the last name and a
    /// value other than null. `nil` in the path stands for any name.
    func holds(_ path: ArraySlice<String?>) -> Bool { leads(path) { $0.holds($1) } }

    /// Whether the object at a path of names, or any object of an array on the way, has a property with the last name, even if
    /// its value is null. `nil` in the path stands for any name.
    func contains(_ path: ArraySlice<String?>) -> Bool { leads(path) { $0.contains($1) } }

    /// Whether a path of names leads to an object that has a property with the last name.
    private func leads(_ path: ArraySlice<String?>, _ has: (ObjectDecoder, String) -> Bool) -> Bool {
        guard let first = path.first else { return true }
        guard let key = first else { return names.contains { leads(([$0] + path.dropFirst())[...], has) } }
        if path.count == 1 { return has(self, key) }
        guard holds(key), let inner = try? required(key) as InnerObjects else { return false }
        return inner.objects.contains { $0.leads(path.dropFirst(), has) }
    }

    /// The names of the properties.
    var names: [String] {
        switch source {
        case .document(let document, let object):
            document.members(of: object).compactMap { try? document.string(at: $0.name) }
        case .container(let container): container.allKeys.map(\.stringValue)
        }
    }

    /// Checks that a property, or each of its elements, has its only valid value while a union looks for the matching
    /// type. Elsewhere, any other value is accepted, like one that an enum does not list.
    /// - Throws: `DecodingError` if it has another value.
    public func constant(_ key: String, _ value: JSONValue) throws {
        guard Misfits.current != nil, contains(key) else { return }
        if try (required(key) as JSONValue).consists(of: value) { return }
        throw DecodingError.dataCorrupted(.init(codingPath: [PropertyKey(key)], debugDescription: Self.otherValue))
    }

    /// Counts the properties other than those with the given names while a union looks for the matching type.
    public func expect(only known: [String]) {
        guard Misfits.current != nil else { return }
        Misfits.note(names.count { !known.lists($0) })
    }

    /// The description of a value other than the only valid one.
    private static let otherValue = "not the only value that the type has"

    /// Decodes a required property from either source.
    ///
    /// Inlined into the functions of this module, because it runs for each property.
    @inline(__always)
    func required<Value>(
        _ key: String,
        _ read: (JSONDocument, Int) throws -> Value,
        _ decode: (KeyedDecodingContainer<PropertyKey>, PropertyKey) throws -> Value
    ) throws -> Value {
        switch source {
        case .document(let document, let object):
            guard let index = document.member(key, of: object) else { throw document.missing(key, object) }
            return try read(document, index)
        case .container(let container): return try located(PropertyKey(key), in: container, decode)
        }
    }

    /// Decodes an optional property from either source.
    @inline(__always)
    func optional<Value>(
        _ key: String,
        _ read: (JSONDocument, Int) throws -> Value,
        _ decode: (KeyedDecodingContainer<PropertyKey>, PropertyKey) throws -> Value?
    ) throws -> Value? {
        switch source {
        case .document(let document, let object):
            guard let index = document.member(key, of: object), !document.isNull(at: index) else { return nil }
            return try read(document, index)
        case .container(let container): return try located(PropertyKey(key), in: container, decode)
        }
    }

    /// Adds the path to errors that lack one: `JSONDecoder` throws an internal error for a number that is out of range
    /// and for a malformed string, and converts it to a `DecodingError` at the end, without the path.
    @inline(__always)
    private func located<Value>(
        _ key: PropertyKey,
        in container: KeyedDecodingContainer<PropertyKey>,
        _ decode: (KeyedDecodingContainer<PropertyKey>, PropertyKey) throws -> Value
    ) throws -> Value {
        do {
            return try decode(container, key)
        } catch let error as DecodingError {
            throw error
        } catch {
            throw DecodingError.dataCorrupted(
                .init(
                    codingPath: container.codingPath + [key],
                    debugDescription: JSONDocument.unreadable,
                    underlyingError: error
                )
            )
        }
    }
}

extension [String] {
    /// Whether a property's name is among these, byte for byte (RFC 8259, section 8.3): a composed and a decomposed `é`
    /// are equal as Swift strings, but different names in JSON.
    fileprivate func lists(_ name: String) -> Bool {
        contains(name) && (name.utf8.allSatisfy { $0 < 0x80 } || contains { $0.utf8.elementsEqual(name.utf8) })
    }
}
