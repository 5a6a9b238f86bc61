public import MartletRuntime

/// A property wrapper whose value never appears in descriptions, dumps or logs, such as the secret of a token.
///
/// The value can be read from the property as usual.
@propertyWrapper
public struct Redacted<Value> {
    /// Stored on the heap, so that a type can contain itself as a secret.
    private var storage: Indirect<Value>

    /// Creates a wrapper of a value.
    public init(wrappedValue: Value) { storage = Indirect(wrappedValue: wrappedValue) }

    /// The value.
    public var wrappedValue: Value {
        get { storage.wrappedValue }
        set { storage.wrappedValue = newValue }
    }
}

extension Redacted: Equatable where Value: Equatable {}
extension Redacted: Hashable where Value: Hashable {}
extension Redacted: Sendable where Value: Sendable {}

extension Redacted: ApiModel.SelfRedacting {
    /// No properties: the value is never shown.
    public var shownProperties: KeyValuePairs<String, Any> { [:] }

    /// The text `<redacted>`.
    public var description: String { Redaction.placeholder }
}
