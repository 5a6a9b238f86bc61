import Foundation
public import MartletRuntime

/// The object from which several parts with common properties were decoded. Encoding writes the properties that a part
/// has changed since then, and all others as they were received.
public struct SharedProperties: Sendable {
    private var record: [String: JSONValue] = [:]

    /// Creates the record of an object that was not decoded.
    public init() {}

    /// Records an object; nothing if the value is not an object.
    public init(in decoder: any Decoder) {
        record = (try? decoder.singleValueContainer().decode(JSONValue.self))?.object ?? [:]
    }

    /// Encodes an object that has properties of its own beside its parts.
    /// - Throws: `EncodingError` if one of them cannot be encoded as JSON.
    public func encode<Model: ApiModel.Object & Decodable>(
        _ model: Model,
        parts: [(any Codable)?],
        to encoder: any Encoder
    ) throws {
        try encode(parts + [OwnProperties(model: model)], to: encoder)
    }

    /// Encodes the parts, except those that are `nil`.
    /// - Throws: `EncodingError` if one of them cannot be encoded as JSON.
    public func encode(_ parts: [(any Codable)?], to encoder: any Encoder) throws {
        let parts = parts.compactMap(\.self)
        let json = try JSONCoding(record, isForRequest: encoder.userInfo.isForRequest)
        let views = try parts.compactMap { try json.view(of: $0) }
        guard views.isEmpty else {
            return try JSONValue.object(merged(views)).encode(to: encoder)
        }
        // The value is not an object.
        for part in parts { try UnionEncoder(encoder).encode(part) }
    }

    private func merged(_ views: [PartView]) -> [String: JSONValue] {
        var object: [String: JSONValue] = [:]
        for key in Set(views.flatMap { [$0.before.keys, $0.now.keys] }.joined()) {
            let holders = views.filter { $0.before[key] != nil || $0.now[key] != nil }
            object[key] = holders.count == 1 ? holders[0].now[key] : merged(holders, key)
        }
        return object
    }

    private func merged(_ holders: [PartView], _ key: String) -> JSONValue? {
        var value = holders.contains { $0.before[key] != nil } ? record[key] : nil
        for holder in holders {
            switch (holder.before[key], holder.now[key]) {
            case (let before?, let now?): value = (value ?? before).with(changesFrom: before, to: now)
            case (nil, let now?): value = value?.merged(with: now) ?? now
            case (_?, nil) where holder.isSameType || !holders.contains { $0.now[key] != nil }: value = nil
            case (_, nil): break
            }
        }
        return value
    }
}

extension SharedProperties: Hashable {
    /// Returns true: the record is not a part of the value.
    public static func == (left: SharedProperties, right: SharedProperties) -> Bool { true }

    /// Hashes nothing.
    public func hash(into hasher: inout Hasher) {}
}

/// The properties of a part when it was decoded, and its current ones.
private struct PartView {
    let before: [String: JSONValue]
    let now: [String: JSONValue]

    /// Whether the part has no properties that it did not have before, so that a missing one was removed. A part that
    /// has become another type of a union does not declare the missing ones.
    var isSameType: Bool { now.keys.allSatisfy { before[$0] != nil } }
}

/// Encodes and decodes parts of an object as JSON.
private struct JSONCoding {
    private let record: Data?
    private let isForRequest: Bool

    init(_ record: [String: JSONValue], isForRequest: Bool) throws {
        self.record = record.isEmpty ? nil : try JSONText.encode(JSONValue.object(record))
        self.isForRequest = isForRequest
    }

    /// Returns the properties of a part; `nil` if it is not an object.
    func view<Part: Codable>(of part: Part) throws -> PartView? {
        guard let now = try json(of: part).object else { return nil }
        let before = try record.flatMap { try? JSONDocument.decode(Part.self, from: $0) }.map { try json(of: $0) }
        return PartView(before: before?.object ?? [:], now: now)
    }

    private func json(of part: some Encodable) throws -> JSONValue {
        try JSONDocument.decode(JSONValue.self, from: JSONText.encode(part, isForRequest: isForRequest))
    }
}

/// The properties of an object without its parts.
private struct OwnProperties<Model: ApiModel.Object & Decodable>: Codable {
    let model: Model

    init(model: Model) { self.model = model }

    init(from decoder: any Decoder) throws { model = try Model(from: decoder) }

    func encode(to encoder: any Encoder) throws { try model.encode(to: encoder, omitsParts: true) }
}

extension JSONValue {
    /// Returns this value with the changes between two versions of a part of it.
    fileprivate func with(changesFrom before: JSONValue, to now: JSONValue) -> JSONValue {
        if before == now { return self }
        switch (self, before, now) {
        case (.object(var all), .object(let before), .object(let now)):
            for key in before.keys where now[key] == nil { all[key] = nil }
            for (key, value) in now {
                guard let known = before[key] else {
                    all[key] = value
                    continue
                }
                all[key] = (all[key] ?? known).with(changesFrom: known, to: value)
            }
            return .object(all)
        case (.array(let all), .array(let before), .array(let now))
        where all.count == before.count && all.count == now.count:
            return .array(all.indices.map { all[$0].with(changesFrom: before[$0], to: now[$0]) })
        default: return now
        }
    }

    /// Returns this value merged with another part of the same value.
    fileprivate func merged(with other: JSONValue) -> JSONValue {
        switch (self, other) {
        case (.object(let own), .object(let other)): .object(own.merging(other) { $0.merged(with: $1) })
        case (.array(let own), .array(let other)) where own.count == other.count:
            .array(zip(own, other).map { $0.merged(with: $1) })
        default: other
        }
    }
}
