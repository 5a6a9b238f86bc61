import MartletRuntime

/// Decodes a JSON value as one of several types, for generated enums with associated values.
///
/// A value that matches none of the types is kept as a ``JSONValue``. If several types match, the first one requested
/// is used; generated code requests the most specific types first.
public struct UnionDecoder {
    private let decoder: any Decoder
    /// The properties; nil if the value is not an object.
    private let object: ObjectDecoder?

    /// Creates a decoder of a value.
    public init(_ decoder: any Decoder) {
        self.decoder = decoder
        object = try? ObjectDecoder(decoder)
    }

    /// Returns the text of the property that determines the type of the object; nil if it is absent, or not a string, a
    /// number or a Boolean.
    public func tag(_ key: String) -> String? {
        guard let object, object.contains(key) else { return nil }
        if let text: String = try? object.required(key) { return text }
        if let number: Int64 = try? object.required(key) { return String(number) }
        if let flag: Bool = try? object.required(key) { return flag ? "true" : "false" }
        return (try? object.required(key) as Double).map { String($0) }
    }

    /// Decodes the value as a type; returns nil if it does not match.
    public func value<Value: Decodable>() -> Value? {
        guard let node = decoder as? JSONNodeDecoder else {
            return try? decoder.singleValueContainer().decode(Value.self)
        }
        return node.document.memory.value(at: node.index) { try? node.document.value(at: node.index) }
    }

    /// Decodes the value as a type if it is an object with all `known` and none of the `foreign` properties; returns
    /// nil if it does not match.
    public func object<Value: Decodable>(with known: [String] = [], without foreign: [String] = []) -> Value? {
        guard let object, known.allSatisfy(object.contains), !foreign.contains(where: object.contains) else {
            return nil
        }
        return value()
    }

    /// Decodes the value as the type that its tag determines, or as any JSON value.
    /// - Throws: `DecodingError` if it does not match.
    public func decoded<Value: Decodable>() throws -> Value {
        try decoder.singleValueContainer().decode(Value.self)
    }
}
