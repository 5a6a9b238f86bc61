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

    /// Returns the values of the properties that parts have: as they were recorded, or of the last part that has another.
    /// - Throws: `EncodingError` if a part cannot be encoded as JSON.
    package func values(of parts: [any Encodable], isForRequest: Bool) throws -> [String: JSONValue] {
        var recorded: [String: JSONValue] = [:]
        var changed: [String: JSONValue] = [:]
        for part in parts {
            for (key, value) in try object(of: part, isForRequest: isForRequest) {
                guard let known = values[key] else { continue }
                if known.contains(value) { recorded[key] = known } else { changed[key] = value }
            }
        }
        return recorded.merging(changed) { $1 }
    }

    /// Returns the properties of a part that have other values than those recorded.
    /// - Throws: `EncodingError` if the part cannot be encoded as JSON.
    func changes(in part: some Encodable, isForRequest: Bool) throws -> [String: JSONValue] {
        try object(of: part, isForRequest: isForRequest).filter { key, value in
            values[key].map { !$0.contains(value) } ?? false
        }
    }

    /// The properties of a part; those that only responses have are left out of requests.
    private func object(of part: some Encodable, isForRequest: Bool) throws -> [String: JSONValue] {
        guard !values.isEmpty else { return [:] }
        let json = JSONEncoder()
        if isForRequest { json.userInfo = RequestMark.userInfo }
        guard case .object(let object) = try JSONDecoder().decode(JSONValue.self, from: json.encode(part)) else {
            return [:]
        }
        return object
    }
}

extension SharedProperties: Hashable {
    /// Returns true: the record is not a part of the value.
    public static func == (left: SharedProperties, right: SharedProperties) -> Bool { true }

    /// Hashes nothing.
    public func hash(into hasher: inout Hasher) {}
}

extension JSONValue {
    /// Whether a value is this one as a type sees it that knows some of the properties. `1` and `1.0` are one number.
    fileprivate func contains(_ other: JSONValue) -> Bool {
        switch (self, other) {
        case (.object(let all), .object(let some)):
            some.allSatisfy { key, value in all[key].map { $0.contains(value) } ?? false }
        case (.array(let all), .array(let some)):
            all.count == some.count && zip(all, some).allSatisfy { $0.contains($1) }
        default: self == other || doubleValue.map { $0 == other.doubleValue } ?? false
        }
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
