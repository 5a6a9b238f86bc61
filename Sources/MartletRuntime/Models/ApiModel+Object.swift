extension ApiModel {
    /// A JSON object whose list of properties defines how it is encoded, compared and hashed.
    ///
    /// The protocol reduces compile time: a generated model with an `encode(to:)` of its own and with synthesized `==`
    /// and `hash(into:)` takes 1.5 times as long to compile.
    public protocol Object: Encodable, Hashable {
        /// Lists the properties by their JSON names, each together with the same property of another object, until
        /// adding one throws.
        func listProperties(beside other: Self, in object: inout Properties) throws
    }
}

extension ApiModel.Object {
    /// Encodes the properties, except those that are `nil` and, in a request, those that are read-only.
    /// - Throws: `EncodingError` if one of them cannot be encoded as JSON, such as NaN.
    public func encode(to encoder: any Encoder) throws { try encode(to: encoder, omitsParts: false) }

    package func encode(to encoder: any Encoder, omitsParts: Bool) throws {
        if let encoder = encoder as? JSONTextEncoder {
            return try encoder.encodeProperties(of: self, omitsParts: omitsParts)
        }
        var object = ApiModel.Properties(for: .encoding(PropertyEncoder(encoder)), omitsParts: omitsParts)
        try listProperties(beside: self, in: &object)
    }

    /// Returns whether all properties are equal.
    public static func == (left: Self, right: Self) -> Bool {
        var object = ApiModel.Properties(for: .comparing)
        do {
            try left.listProperties(beside: right, in: &object)
            return true
        } catch {
            return false
        }
    }

    /// Hashes all properties.
    public func hash(into hasher: inout Hasher) {
        var object = ApiModel.Properties(for: .hashing, hasher)
        // Hashing does not throw.
        try? listProperties(beside: self, in: &object)
        hasher = object.hasher
    }
}
