import Foundation

extension JSONValue {
    /// Whether this is `null`.
    public var isNull: Bool { self == .null }

    /// The Boolean; `nil` if this is not `true` or `false`.
    public var bool: Bool? {
        if case .bool(let value) = self { value } else { nil }
    }

    /// The number; `nil` if this is not a number without a fraction that fits into `Int`.
    public var int: Int? {
        if case .integer(let value) = self { Int(exactly: value) } else { nil }
    }

    /// The number with the precision of `Double`; `nil` if this is not a number.
    public var double: Double? {
        switch self {
        case .integer(let value): Double(value)
        case .decimal(let value): NSDecimalNumber(decimal: value).doubleValue
        case .number(let value): value
        case .null, .bool, .string, .array, .object: nil
        }
    }

    /// The text; `nil` if this is not a string.
    public var string: String? {
        if case .string(let value) = self { value } else { nil }
    }

    /// The elements; `nil` if this is not an array.
    public var array: [JSONValue]? {
        if case .array(let elements) = self { elements } else { nil }
    }

    /// The properties; `nil` if this is not an object.
    public var object: [String: JSONValue]? {
        if case .object(let properties) = self { properties } else { nil }
    }

    /// Decodes the value as a model.
    /// - Throws: `DecodingError` if the value is not valid for the model; `EncodingError` for a number that JSON cannot
    ///   represent.
    public func decoded<Model: Decodable>(as type: Model.Type = Model.self) throws -> Model {
        try JSONDocument.decode(type, from: JSONText.encode(self))
    }
}

extension JSONValue: CustomStringConvertible, CustomDebugStringConvertible {
    /// The value as JSON in one line, with sorted keys. Numbers that JSON cannot represent are strings.
    public var description: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.nonConformingFloatEncodingStrategy = .convertToString(
            positiveInfinity: "Infinity",
            negativeInfinity: "-Infinity",
            nan: "NaN"
        )
        return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "null"
    }

    /// The same text as ``description``.
    public var debugDescription: String { description }
}
