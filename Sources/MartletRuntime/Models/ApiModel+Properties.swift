extension ApiModel {
    /// The list of a JSON object's properties, which a generated model provides for encoding, comparing and hashing.
    /// Each property is listed together with the same property of another object, which only a comparison uses.
    ///
    /// Nothing in this type is inlinable, so that each generic function is compiled once in this module instead of once
    /// per model in the user's module.
    public struct Properties {
        /// The purpose of listing the properties.
        enum Purpose {
            /// Writing JSON.
            case writing(JSONText)
            /// Encoding with any other encoder.
            case encoding(PropertyEncoder)
            case hashing
            /// Comparing with another object, until a property is not equal.
            case comparing
        }

        private let purpose: Purpose
        /// The hasher that receives the properties.
        private(set) var hasher: Hasher
        /// Whether the properties of the object's parts are not encoded.
        private let omitsParts: Bool

        init(for purpose: Purpose, _ hasher: Hasher = Hasher(), omitsParts: Bool = false) {
            self.purpose = purpose
            self.hasher = hasher
            self.omitsParts = omitsParts
        }

        /// Adds a property.
        public mutating func add<Value: Encodable & Hashable>(_ key: String, _ value: Value, _ other: Value) throws {
            try add(
                value, other, { try $0.writeMember(key, value) }, { try $0.encode(value, forKey: PropertyKey(key)) })
        }

        /// Adds a property that is omitted from JSON if it is `nil`.
        public mutating func add<Value: Encodable & Hashable>(_ key: String, _ value: Value?, _ other: Value?) throws {
            try add(
                { if let value { try $0.writeMember(key, value) } },
                { if let value { try $0.encode(value, forKey: PropertyKey(key)) } },
                hash: { Self.hash(value, into: &$0) { $1.combine($0) } },
                isEqual: { Self.areEqual(value, other) { $0 == $1 } }
            )
        }

        /// Adds a property that is encoded as null if it is `nil`.
        public mutating func addOrNull<Value: Encodable & Hashable>(_ key: String, _ value: Value?, _ other: Value?)
            throws
        {
            try add(
                value,
                other,
                { try $0.writeMember(key, Nullable(value)) },
                { try $0.encode(Nullable(value), forKey: PropertyKey(key)) }
            )
        }

        /// Whether read-only properties are listed. Requests must not contain them (OpenAPI 3.2.0, section 4.24.5.2);
        /// other encoded data, such as a cache of responses, does.
        public var includesReadOnly: Bool {
            switch purpose {
            case .writing(let text): !text.isForRequest
            case .encoding(let encoder): !encoder.isForRequest
            default: true
            }
        }

        /// Adds properties with arbitrary names.
        public mutating func add<Value: Encodable & Hashable>(others values: [String: Value], _ others: [String: Value])
            throws
        {
            try add(
                values,
                others,
                { text in for (key, value) in values { try text.writeMember(key, value) } },
                { container in
                    for (key, value) in values.sorted(by: { $0.key < $1.key }) {
                        try container.encode(value, forKey: PropertyKey(key))
                    }
                }
            )
        }

        /// Adds the properties of a part of the object.
        public mutating func add<Part: Encodable & Hashable>(part: Part, _ other: Part) throws {
            switch purpose {
            case .writing(let text): if !omitsParts { try text.write(part: part) }
            case .encoding(let encoder): if !omitsParts { try encoder.encode(part: part) }
            default: try add(part, other, { _ in }, { _ in })
            }
        }

        /// Writes, encodes, hashes or compares a property.
        @inline(__always)
        mutating func add<Value: Hashable>(
            _ value: Value,
            _ other: Value,
            _ write: (JSONText) throws -> Void,
            _ encode: (inout KeyedEncodingContainer<PropertyKey>) throws -> Void
        ) throws {
            try add(write, encode, hash: { $0.combine(value) }, isEqual: { value == other })
        }

        /// Writes, encodes, hashes or compares a property.
        ///
        /// Inlined into the functions of this module, because it runs for each property.
        @inline(__always)
        mutating func add(
            _ write: (JSONText) throws -> Void,
            _ encode: (inout KeyedEncodingContainer<PropertyKey>) throws -> Void,
            hash: (inout Hasher) -> Void,
            isEqual: () -> Bool
        ) throws {
            switch purpose {
            case .writing(let text): try write(text)
            case .encoding(let encoder): try encode(&encoder.container)
            case .hashing: hash(&hasher)
            case .comparing: if !isEqual() { throw Difference.error }
            }
        }
    }
}

// Hashes and compares optional values and collections by element: as a whole, Swift would look up their types and
// conformances each time, because this module does not know their element types.

extension ApiModel.Properties {
    @inline(__always)
    static func hash<Value>(_ value: Value?, into hasher: inout Hasher, _ hash: (Value, inout Hasher) -> Void) {
        hasher.combine(value != nil)
        if let value { hash(value, &hasher) }
    }

    @inline(__always)
    static func areEqual<Value>(_ left: Value?, _ right: Value?, _ areEqual: (Value, Value) -> Bool) -> Bool {
        guard let left else { return right == nil }
        guard let right else { return false }
        return areEqual(left, right)
    }
}

/// A property that is not equal, which ends a comparison.
private struct Difference: Error {
    /// A shared instance: creating an error allocates memory.
    static let error: any Error = Difference()
}
