extension ApiModel {
    /// A JSON object whose list of properties defines how it is encoded, compared and hashed.
    ///
    /// The protocol reduces compile time: with its own `encode(to:)` and with `==` and `hash(into:)` from the compiler,
    /// a generated model takes half as long again to compile.
    public protocol Object: Encodable, Hashable {
        /// Lists the properties by their JSON names.
        func listProperties(in object: inout Properties)
    }
}

extension ApiModel.Object {
    /// Encodes the properties, except those that are nil and, in a request, those that only responses have.
    /// - Throws: `EncodingError` if one of them cannot be encoded as JSON, such as NaN.
    public func encode(to encoder: any Encoder) throws { try encode(to: encoder, omitsParts: false) }

    package func encode(to encoder: any Encoder, omitsParts: Bool) throws {
        if let encoder = encoder as? JSONTextEncoder {
            return try encoder.encodeProperties(of: self, omitsParts: omitsParts)
        }
        let encoder = PropertyEncoder(encoder)
        var object = ApiModel.Properties(for: .encoding(encoder), omitsParts: omitsParts)
        listProperties(in: &object)
        if let failure = encoder.failure { throw failure }
    }

    /// Returns whether all properties are equal.
    ///
    /// The first property, which is often an identifier, is compared before the others are collected.
    public static func == (left: Self, right: Self) -> Bool {
        areEqual(left, right, window: 0..<1) && areEqual(left, right, window: 1..<(.max))
    }

    private static func areEqual(_ left: Self, _ right: Self, window: Range<Int>) -> Bool {
        var object = ApiModel.Properties(for: .collecting, window: window)
        left.listProperties(in: &object)
        return object.areEqual(to: right)
    }

    /// Hashes all properties.
    public func hash(into hasher: inout Hasher) {
        var object = ApiModel.Properties(for: .hashing, hasher)
        listProperties(in: &object)
        hasher = object.hasher
    }
}
