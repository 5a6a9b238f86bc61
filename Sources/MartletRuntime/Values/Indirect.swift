/// A stored value that is kept elsewhere than in the value around it, which may thus hold one of its own kind, or stay
/// small. Callers see the value alone.
@propertyWrapper
public struct Indirect<Value> {
    fileprivate indirect enum Storage {
        case value(Value)
    }

    private var storage: Storage

    /// Keeps a value.
    public init(wrappedValue: Value) { storage = .value(wrappedValue) }

    /// The value.
    public var wrappedValue: Value {
        get {
            switch storage {
            case .value(let value): value
            }
        }
        set { storage = .value(newValue) }
    }
}

/// The same for a value that may be missing; then nothing is kept anywhere.
@propertyWrapper
public struct IndirectOptional<Wrapped> {
    fileprivate indirect enum Storage {
        case none
        case value(Wrapped)
    }

    private var storage: Storage

    /// Keeps a value, if there is one.
    public init(wrappedValue: Wrapped?) { storage = wrappedValue.map { .value($0) } ?? .none }

    /// The value, if there is one.
    public var wrappedValue: Wrapped? {
        get {
            switch storage {
            case .none: nil
            case .value(let value): value
            }
        }
        set { storage = newValue.map { .value($0) } ?? .none }
    }
}

extension Indirect.Storage: Sendable where Value: Sendable {}
extension Indirect: Sendable where Value: Sendable {}

extension Indirect: Equatable where Value: Equatable {
    /// Whether the values are equal.
    public static func == (left: Indirect, right: Indirect) -> Bool { left.wrappedValue == right.wrappedValue }
}

extension Indirect: Hashable where Value: Hashable {
    /// Hashes the value.
    public func hash(into hasher: inout Hasher) { hasher.combine(wrappedValue) }
}

extension IndirectOptional.Storage: Sendable where Wrapped: Sendable {}
extension IndirectOptional: Sendable where Wrapped: Sendable {}

extension IndirectOptional: Equatable where Wrapped: Equatable {
    /// Whether the values are equal, or both missing.
    public static func == (left: IndirectOptional, right: IndirectOptional) -> Bool {
        left.wrappedValue == right.wrappedValue
    }
}

extension IndirectOptional: Hashable where Wrapped: Hashable {
    /// Hashes the value.
    public func hash(into hasher: inout Hasher) { hasher.combine(wrappedValue) }
}
