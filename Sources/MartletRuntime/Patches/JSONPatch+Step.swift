import Foundation

extension JSONPatch {
    /// An operation of a JSON Patch (RFC 6902, section 4) on a model. Locations are key paths of the model, which
    /// guarantees valid JSON names.
    ///
    /// ```swift
    /// try await client.accessTokens.patchToken(id: id, patch: [
    ///     .replace(\.name, "ci"),
    ///     .remove(\.description),
    ///     .add(\.customRoleIds.end, "reader"),
    ///     .test(\.links["self"].href, "/api/v2/tokens/1"),
    /// ])
    /// ```
    public struct Step<Root>: Sendable {
        /// The name of the operation as in RFC 6902.
        public let operation: String

        /// The target location, as a JSON Pointer (RFC 6901).
        public let path: String

        /// The source location of `move` and `copy`, as a JSON Pointer; `nil` for other operations.
        public let from: String?

        /// The value; `nil` for operations without one.
        public let value: (any Encodable & Sendable)?

        /// A location in the model.
        public typealias Place<Value> = KeyPath<Path<Root>, Path<Value>>

        /// Adds a property, or inserts an array element before another or at the end.
        public static func add<Value: Encodable & Sendable>(_ place: Place<Value>, _ value: Value) -> Step {
            Step("add", place, value)
        }

        /// Replaces an existing value.
        public static func replace<Value: Encodable & Sendable>(_ place: Place<Value>, _ value: Value) -> Step {
            Step("replace", place, value)
        }

        /// Tests that a location has a value; if not, the whole patch fails.
        public static func test<Value: Encodable & Sendable>(_ place: Place<Value>, _ value: Value) -> Step {
            Step("test", place, value)
        }

        /// Removes an existing value.
        public static func remove<Value>(_ place: Place<Value>) -> Step { Step("remove", place) }

        /// Moves a value from one location to another.
        public static func move<Value>(from source: Place<Value>, to place: Place<Value>) -> Step {
            Step("move", place, from: Path.root[keyPath: source].pointer)
        }

        /// Copies a value from one location to another.
        public static func copy<Value>(from source: Place<Value>, to place: Place<Value>) -> Step {
            Step("copy", place, from: Path.root[keyPath: source].pointer)
        }

        private init<Value>(
            _ operation: String,
            _ place: Place<Value>,
            _ value: (any Encodable & Sendable)? = nil,
            from: String? = nil
        ) {
            self.operation = operation
            self.value = value
            self.from = from
            path = Path.root[keyPath: place].pointer
        }
    }
}

extension JSONPatch.Step: Encodable {
    /// Encodes the operation as in RFC 6902, section 4.
    public func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: PropertyKey.self)
        try object.encode(operation, forKey: PropertyKey("op"))
        try object.encode(path, forKey: PropertyKey("path"))
        try object.encodeIfPresent(from, forKey: PropertyKey("from"))
        if let value { try object.encode(value.withLowercasedUUIDs, forKey: PropertyKey("value")) }
    }
}

extension JSONPatch.Step: ApiModel.SelfRedacting {
    /// The operation and its locations, without the value.
    public var shownProperties: KeyValuePairs<String, Any> { ["op": operation, "path": path, "from": from ?? "none"] }
}
