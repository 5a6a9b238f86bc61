import Foundation

extension JSONValue: Codable {
    /// Decodes whatever stands there. `JSONDecoder` bounds how deep it may be nested.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(String.self) {
            self = .string(value)
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(Int64.self) {
            self = .integer(value)
        } else if let elements = try? decoder.unkeyedContainer() {
            self = .array(try Self.elements(of: elements))
        } else if let properties = try? decoder.container(keyedBy: PropertyKey.self) {
            self = .object(try Self.properties(of: properties))
        } else {
            let value = try container.decode(Double.self)
            // From there on no double has a fraction; what it would round, a decimal number keeps.
            if abs(value) >= 0x1p63, let decimal = try? container.decode(Decimal.self),
                decimal != Decimal(string: value.description)
            {
                self = .decimal(decimal)
            } else {
                self = .number(value)
            }
        }
    }

    private static func elements(of container: any UnkeyedDecodingContainer) throws -> [JSONValue] {
        var container = container
        var elements: [JSONValue] = []
        while !container.isAtEnd { elements.append(try container.decode(JSONValue.self)) }
        return elements
    }

    private static func properties(
        of container: KeyedDecodingContainer<PropertyKey>
    ) throws -> [String: JSONValue] {
        var properties: [String: JSONValue] = [:]
        for key in container.allKeys {
            properties[key.stringValue] = try container.decode(JSONValue.self, forKey: key)
        }
        return properties
    }

    /// Encodes the value as what it is.
    /// - Throws: `EncodingError` for a number that JSON does not have, as NaN.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .bool(let value): try container.encode(value)
        case .integer(let value): try container.encode(value)
        case .decimal(let value): try container.encode(value)
        case .number(let value): try container.encode(value)
        case .string(let value): try container.encode(value)
        case .array(let elements): try container.encode(elements)
        case .object(let properties): try container.encode(properties)
        }
    }
}
