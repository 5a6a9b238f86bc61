extension ApiModel {
    /// The list of a JSON object's properties, which a generated model provides for encoding, comparing and hashing.
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
            /// Collecting the properties for comparison with those of another object.
            case collecting
            case comparing
            /// A property was not equal; the remaining ones are skipped.
            case different
        }

        private var purpose: Purpose
        /// The hasher that receives the properties.
        private(set) var hasher: Hasher
        /// The collected properties.
        private var values: [any Hashable] = []
        /// The index of the next collected property to compare.
        private var next = 0
        /// The indices of the properties to compare.
        private let window: Range<Int>
        /// The index of the next property.
        private var place = 0
        /// Whether the properties of the object's parts are not encoded.
        private let omitsParts: Bool

        init(
            for purpose: Purpose,
            _ hasher: Hasher = Hasher(),
            window: Range<Int> = 0..<(.max),
            omitsParts: Bool = false
        ) {
            self.purpose = purpose
            self.hasher = hasher
            self.window = window
            self.omitsParts = omitsParts
        }

        /// Returns whether the properties of an object equal those collected from another object of its type.
        mutating func areEqual<Model: Object>(to model: Model) -> Bool {
            purpose = .comparing
            place = 0
            model.listProperties(in: &self)
            if case .comparing = purpose { return next == values.count }
            return false
        }

        /// Adds a property.
        public mutating func add<Value: Encodable & Hashable>(_ key: String, _ value: Value) {
            add(value, { try $0.writeMember(key, value) }, { try $0.encode(value, forKey: PropertyKey(key)) })
        }

        /// Adds a property that is omitted from JSON if it is nil.
        public mutating func add<Value: Encodable & Hashable>(_ key: String, _ value: Value?) {
            add(
                value,
                { if let value { try $0.writeMember(key, value) } },
                { if let value { try $0.encode(value, forKey: PropertyKey(key)) } }
            )
        }

        /// Adds a property that is encoded as null if it is nil.
        public mutating func addOrNull<Value: Encodable & Hashable>(_ key: String, _ value: Value?) {
            add(
                value,
                { try $0.writeMember(key, Nullable(value)) },
                { try $0.encode(Nullable(value), forKey: PropertyKey(key)) }
            )
        }

        /// Whether properties that only responses have are listed: requests must not contain them (OpenAPI 3.2.0,
        /// section 4.24.5.2), but everything else that is encoded does, such as a cache of responses.
        public var includesReadOnly: Bool {
            switch purpose {
            case .writing(let text): !text.isForRequest
            case .encoding(let encoder): !encoder.isForRequest
            default: true
            }
        }

        /// Adds properties with arbitrary names.
        public mutating func add<Value: Encodable & Hashable>(others values: [String: Value]) {
            add(
                values,
                { text in for (key, value) in values { try text.writeMember(key, value) } },
                { container in
                    for (key, value) in values.sorted(by: { $0.key < $1.key }) {
                        try container.encode(value, forKey: PropertyKey(key))
                    }
                }
            )
        }

        /// Adds the properties of a part of the object.
        public mutating func add<Part: Encodable & Hashable>(part: Part) {
            switch purpose {
            case .writing(let text): if !omitsParts { text.catching { try text.write(part: part) } }
            case .encoding(let encoder): if !omitsParts { encoder.encode(part: part) }
            default: add(part, { _ in }, { _ in })
            }
        }

        /// Writes, encodes, hashes, collects or compares a property.
        ///
        /// Inlined into the functions of this module, because it runs for each property.
        @inline(__always)
        mutating func add<Value: Hashable>(
            _ value: Value,
            _ write: (JSONText) throws -> Void,
            _ encode: (inout KeyedEncodingContainer<PropertyKey>) throws -> Void
        ) {
            switch purpose {
            case .writing(let text): text.catching { try write(text) }
            case .encoding(let encoder): encoder.encode(encode)
            case .hashing: hasher.combine(value)
            case .collecting:
                if window.contains(place) { values.append(value) }
                place += 1
            case .comparing:
                place += 1
                guard window.contains(place - 1) else { return }
                guard next < values.count else { return purpose = .different }
                let other = values[next]
                if isEqual(other, value) { next += 1 } else { purpose = .different }
            case .different: break
            }
        }

        /// Returns whether two values have the same type and are equal.
        ///
        /// `as?` would take many times as long.
        @inline(__always)
        private func isEqual<Other: Hashable, Value: Hashable>(_ other: Other, _ value: Value) -> Bool {
            Other.self == Value.self && unsafeBitCast(other, to: Value.self) == value
        }
    }
}
