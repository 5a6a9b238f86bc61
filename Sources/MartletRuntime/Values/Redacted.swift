/// A stored value that shows in no description, dump or log, such as the secret of a token.
///
/// The value itself is there for whoever reads the property.
@propertyWrapper
public struct Redacted<Value> {
    /// The value.
    public var wrappedValue: Value

    /// Hides a value.
    public init(wrappedValue: Value) {
        self.wrappedValue = wrappedValue
    }
}

extension Redacted: Equatable where Value: Equatable {}
extension Redacted: Hashable where Value: Hashable {}
extension Redacted: Sendable where Value: Sendable {}

extension Redacted: SelfRedacting {
    /// Nothing.
    public var shownProperties: KeyValuePairs<String, Any> { [:] }

    /// `<redacted>`
    public var description: String { Redaction.placeholder }
}
