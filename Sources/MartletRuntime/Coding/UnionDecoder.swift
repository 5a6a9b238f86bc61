/// Finds out which of several types a JSON value is. Generated enums with payloads decode themselves with it.
///
/// A value that none of the types fits is kept as a ``JSONValue``. Of several types that fit, the first one that is asked
/// for is taken; generated code asks in the order that tells them apart best.
public struct UnionDecoder {
    private let decoder: any Decoder
    /// The properties; nil when the value is no object.
    private let object: ObjectDecoder?

    /// Looks at the next value of a decoder.
    public init(_ decoder: any Decoder) {
        self.decoder = decoder
        object = try? ObjectDecoder(decoder)
    }

    /// The value of a property that says which type the object is, as text; nil when there is no such property, or
    /// when it is neither a string nor a number nor a boolean.
    public func tag(_ key: String) -> String? {
        guard let object, object.contains(key) else { return nil }
        if let text: String = try? object.required(key) { return text }
        if let number: Int64 = try? object.required(key) { return String(number) }
        if let flag: Bool = try? object.required(key) { return flag ? "true" : "false" }
        return (try? object.required(key) as Double).map { String($0) }
    }

    /// The value as a type; nil when it is not that.
    public func value<Value: Decodable>() -> Value? {
        guard let node = decoder as? JSONNodeDecoder else {
            return try? decoder.singleValueContainer().decode(Value.self)
        }
        return node.document.memory.value(at: node.index) { try? node.document.value(at: node.index) }
    }

    /// The value as a type, if it is an object with some properties and without others; nil when it is not that.
    public func object<Value: Decodable>(with known: [String] = [], without foreign: [String] = []) -> Value? {
        guard let object, known.allSatisfy(object.contains), !foreign.contains(where: object.contains) else {
            return nil
        }
        return value()
    }

    /// The value as a type that it must be, since its tag says so, or as whatever it is.
    /// - Throws: `DecodingError` when it is not that.
    public func decoded<Value: Decodable>() throws -> Value {
        try decoder.singleValueContainer().decode(Value.self)
    }
}
