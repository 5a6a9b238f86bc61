import Foundation

/// The values of the properties that several parts of an object declare, as they were decoded. A part whose value is not
/// this one has been changed, so that its value is the one to encode.
public struct SharedProperties: Sendable {
    private var values: [String: JSONValue] = [:]

    /// Creates the record of an object that was not decoded.
    public init() {}

    /// Records the values of properties of an object; none if the value is not an object.
    public init(_ names: [String], in decoder: any Decoder) {
        guard let object = try? decoder.container(keyedBy: PropertyKey.self) else { return }
        for name in names { values[name] = try? object.decode(JSONValue.self, forKey: PropertyKey(name)) }
    }

    /// Returns the properties of a part that have other values than those recorded.
    /// - Throws: `EncodingError` if the part cannot be encoded as JSON.
    func changes(in part: some Encodable) throws -> [String: JSONValue] {
        guard !values.isEmpty,
            case .object(let object) = try JSONDecoder().decode(JSONValue.self, from: JSONEncoder().encode(part))
        else { return [:] }
        return object.filter { key, value in values[key].map { !$0.isEqual(to: value) } ?? false }
    }
}

extension SharedProperties: Hashable {
    /// Returns true: the record is not a part of the value.
    public static func == (left: SharedProperties, right: SharedProperties) -> Bool { true }

    /// Hashes nothing.
    public func hash(into hasher: inout Hasher) {}
}

extension JSONValue {
    /// Whether two values are the same in JSON, where `1` and `1.0` are one number.
    fileprivate func isEqual(to other: JSONValue) -> Bool {
        self == other || doubleValue.map { $0 == other.doubleValue } ?? false
    }

    private var doubleValue: Double? {
        switch self {
        case .integer(let value): Double(value)
        case .decimal(let value): Double(truncating: value as NSDecimalNumber)
        case .number(let value): value
        default: nil
        }
    }
}
