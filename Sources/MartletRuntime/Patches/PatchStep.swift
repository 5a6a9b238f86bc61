import Foundation

/// One step of a JSON Patch (RFC 6902, section 4) on a value of a model. Paths come from the model's own properties, so
/// that their names on the wire are right by construction.
///
/// ```swift
/// try await client.accessTokens.patchToken(id: id, patch: [
///     .replace(\.name, "ci"),
///     .remove(\.description),
///     .add(\.customRoleIds.end, "reader"),
///     .test(\.links["self"].href, "/api/v2/tokens/1"),
/// ])
/// ```
public struct PatchStep<Root>: Sendable {
    /// What is to be done, as RFC 6902 names it.
    public let operation: String

    /// Where, as a JSON Pointer (RFC 6901).
    public let path: String

    /// Where a value is taken from, by `move` and `copy`.
    public let from: String?

    /// The value; nil for steps without one.
    public let value: (any Encodable & Sendable)?

    /// A place in a value of the model.
    public typealias Place<Value> = KeyPath<PatchPath<Root>, PatchPath<Value>>

    /// Adds a property, or an element before another one or at the end.
    public static func add<Value: Encodable & Sendable>(_ place: Place<Value>, _ value: Value) -> PatchStep {
        PatchStep("add", place, value)
    }

    /// Replaces a value that is there.
    public static func replace<Value: Encodable & Sendable>(_ place: Place<Value>, _ value: Value) -> PatchStep {
        PatchStep("replace", place, value)
    }

    /// Goes on only when the value there is this one.
    public static func test<Value: Encodable & Sendable>(_ place: Place<Value>, _ value: Value) -> PatchStep {
        PatchStep("test", place, value)
    }

    /// Removes a value that is there.
    public static func remove<Value>(_ place: Place<Value>) -> PatchStep { PatchStep("remove", place) }

    /// Moves a value from one place to another one.
    public static func move<Value>(from source: Place<Value>, to place: Place<Value>) -> PatchStep {
        PatchStep("move", place, from: PatchPath.root[keyPath: source].pointer)
    }

    /// Copies a value from one place to another one.
    public static func copy<Value>(from source: Place<Value>, to place: Place<Value>) -> PatchStep {
        PatchStep("copy", place, from: PatchPath.root[keyPath: source].pointer)
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
        path = PatchPath.root[keyPath: place].pointer
    }
}

extension PatchStep: Encodable {
    /// Writes the step as RFC 6902, section 4, has it.
    public func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: PropertyKey.self)
        try object.encode(operation, forKey: PropertyKey("op"))
        try object.encode(path, forKey: PropertyKey("path"))
        try object.encodeIfPresent(from, forKey: PropertyKey("from"))
        if let value { try object.encode(value, forKey: PropertyKey("value")) }
    }
}

extension PatchStep: SelfRedacting {
    /// All but the value.
    public var shownProperties: KeyValuePairs<String, Any> { ["op": operation, "path": path, "from": from ?? "none"] }
}

extension Sequence {
    /// The steps as values of another type, such as the one that a document describes for them.
    /// - Throws: ``ApiError`` of kind `invalidRequest` when that type does not hold what a step has.
    public func rawSteps<Root, Step: Decodable>() throws -> [Step] where Element == PatchStep<Root> {
        do {
            return try JSONDocument.decode([Step].self, from: JSONEncoder.martlet.encode(Array(self)))
        } catch {
            throw ApiError(.invalidRequest, "a step of the patch has no JSON form", underlying: error)
        }
    }
}
