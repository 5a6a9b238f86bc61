import Foundation

extension JSONValue: Codable {
    /// Decodes any JSON value. The decoder limits the nesting depth.
    public init(from decoder: any Decoder) throws {
        if let decoder = decoder as? JSONNodeDecoder {
            self = try decoder.document.jsonValue(at: decoder.index)
            return
        }
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
            self.init(number: try container.decode(Double.self)) { try? container.decode(Decimal.self) }
        }
    }

    /// Creates a number that is not an `Int64`.
    init(number: Double, decimal: () -> Decimal?) {
        // A double of this magnitude has no fraction; a decimal number avoids rounding.
        if abs(number) >= 0x1p63, let decimal = decimal(), decimal != Decimal(string: number.description) {
            self = .decimal(decimal)
        } else {
            self = .number(number)
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

    /// Encodes the JSON value.
    /// - Throws: `EncodingError` for a number that JSON cannot represent, such as NaN.
    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .array(let elements): try elements.encode(to: encoder)
        case .object(let properties):
            // A keyed container, which the parts of an object can share.
            var object = encoder.container(keyedBy: PropertyKey.self)
            for (key, value) in properties.sorted(by: { $0.key < $1.key }) {
                try object.encode(value, forKey: PropertyKey(key))
            }
        default:
            var container = encoder.singleValueContainer()
            try encodeScalar(into: &container)
        }
    }

    private func encodeScalar(into container: inout any SingleValueEncodingContainer) throws {
        switch self {
        case .bool(let value): try container.encode(value)
        case .integer(let value): try container.encode(value)
        case .decimal(let value): try container.encode(value)
        case .number(let value): try container.encode(value)
        case .string(let value): try container.encode(value)
        case .null, .array, .object: try container.encodeNil()
        }
    }
}
