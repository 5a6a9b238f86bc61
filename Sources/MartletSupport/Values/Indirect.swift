/// A property wrapper that stores a value on the heap, so that a type can contain itself or stay small.
@propertyWrapper
public struct Indirect<Value> {
    fileprivate indirect enum Storage {
        case value(Value)
    }

    private var storage: Storage

    /// Creates a wrapper of a value.
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

/// A property wrapper that stores an optional value on the heap; `nil` needs no allocation.
@propertyWrapper
public struct IndirectOptional<Wrapped> {
    fileprivate indirect enum Storage {
        case none
        case value(Wrapped)
    }

    private var storage: Storage

    /// Creates a wrapper of an optional value.
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
    /// Returns whether the values are equal.
    public static func == (left: Indirect, right: Indirect) -> Bool { left.wrappedValue == right.wrappedValue }
}

extension Indirect: Hashable where Value: Hashable {
    /// Hashes the value.
    public func hash(into hasher: inout Hasher) { hasher.combine(wrappedValue) }
}

extension IndirectOptional.Storage: Sendable where Wrapped: Sendable {}
extension IndirectOptional: Sendable where Wrapped: Sendable {}

extension IndirectOptional: Equatable where Wrapped: Equatable {
    /// Returns whether the values are equal, or both `nil`.
    public static func == (left: IndirectOptional, right: IndirectOptional) -> Bool {
        left.wrappedValue == right.wrappedValue
    }
}

extension IndirectOptional: Hashable where Wrapped: Hashable {
    /// Hashes the value.
    public func hash(into hasher: inout Hasher) { hasher.combine(wrappedValue) }
}
